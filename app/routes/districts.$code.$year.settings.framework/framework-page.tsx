import { Link } from '@remix-run/react';
import { FrameworkChangeList } from '#app/components/framework/change-list.tsx';
import { SettingsNav } from '#app/components/settings/settings-nav.tsx';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { FrameworkView } from '#app/usecases/view-framework.server.ts';
import type { RefusedEdit } from './answer.ts';
import { BeginForm } from './begin-form.tsx';
import { Editor } from './editor.tsx';
import { FrameworkTable } from './framework-table.tsx';

interface FrameworkPageProps {
  view: FrameworkView;
  /** Code of the node whose rule and parent are open. */
  open?: string;
  done?: 'begin' | 'save' | 'discard' | 'publish';
  title: string;
  answer?: RefusedEdit;
}

/** A year's framework: what is in use, and the next version while it is made. */
export function FrameworkPage({ view, open, done, title, answer }: FrameworkPageProps) {
  const { t, language } = useT();
  const { district, year, framework, draft, barrier, changes } = view;
  const unverified = framework?.nodes.filter(({ verified }) => !verified).length ?? 0;
  return (
    <article className="settings">
      <h1>{title}</h1>
      <SettingsNav code={district.code} year={year} />
      {answer ? (
        <div className="alert" role="alert">
          <strong>{t('framework.refused')}</strong>
          <p>{t(`framework.refusal.${answer.refused}`, answer.params)}</p>
        </div>
      ) : null}
      {done && !answer ? (
        <p className="notice" role="status">
          {t(`framework.done.${done}`)}
        </p>
      ) : null}
      <p className="lede">
        {framework
          ? t('framework.current', {
              ...{ year: framework.year, version: framework.version },
              name: localName(language, framework),
            })
          : t('framework.currentNone', { year })}{' '}
        {unverified > 0 ? t('framework.unverified', { count: unverified }) : null}
      </p>
      {barrier ? <Barrier view={view} barrier={barrier} /> : null}
      {draft ? (
        <Editor view={view} draft={draft} open={open} answer={answer} />
      ) : (
        <>
          {barrier ? null : <BeginForm view={view} />}
          {changes.length > 0 ? (
            <section>
              <h2>{t('framework.changesTitle')}</h2>
              <FrameworkChangeList changes={changes} />
            </section>
          ) : null}
          {framework ? <FrameworkTable framework={framework} /> : null}
        </>
      )}
    </article>
  );
}

/** Why this year's stays as it is, and where the next one is made. */
function Barrier({ view, barrier }: { view: FrameworkView; barrier: NonNullable<FrameworkView['barrier']> }) {
  const { t } = useT();
  const newest = Math.max(view.year, ...view.years);
  return (
    <p>
      {t(`framework.refusal.${barrier.code}`, { count: 'count' in barrier ? barrier.count : 0 })}{' '}
      <Link to={`/districts/${view.district.code}/${newest + 1}/settings/framework`}>
        {t('framework.next', { year: newest + 1 })}
      </Link>
    </p>
  );
}
