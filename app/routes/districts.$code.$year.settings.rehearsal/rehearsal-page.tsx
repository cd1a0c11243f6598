import { Form, Link } from '@remix-run/react';
import { FrameworkChangeList } from '#app/components/framework/change-list.tsx';
import { SettingsNav } from '#app/components/settings/settings-nav.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { FrameworkRefusalCode } from '#app/usecases/framework-refusal.ts';
import type { RehearsalView } from '#app/usecases/rehearse-framework.server.ts';
import { RehearsalNotes } from './rehearsal-notes.tsx';
import { RehearsalTable } from './rehearsal-table.tsx';
import { summaryText } from './summary-text.ts';

interface RehearsalPageProps {
  view: RehearsalView;
  title: string;
  answer?: { refused: FrameworkRefusalCode; params: Record<string, string | number> };
}

/** What the framework being made would have done to another year, and the button that publishes it. */
export function RehearsalPage({ view, title, answer }: RehearsalPageProps) {
  const { t } = useT();
  const { district, year, draft, barrier, rehearsed } = view;
  const editor = `/districts/${district.code}/${year}/settings/framework`;
  const isSound = draft !== undefined && draft.problems.length === 0;
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
      {draft ? (
        <p>
          <Link to={editor}>{t('framework.rehearsal.back')}</Link>
        </p>
      ) : null}
      {isSound ? null : <p>{t(draft ? 'framework.rehearsal.fixFirst' : 'framework.rehearsal.noDraft')}</p>}
      {isSound && !rehearsed ? <p>{t('framework.rehearsal.noData')}</p> : null}
      {rehearsed ? <Rehearsed rehearsed={rehearsed} /> : null}
      {barrier ? (
        <p className="notice">
          {t(`framework.refusal.${barrier.code}`, { count: 'count' in barrier ? barrier.count : 0 })}
        </p>
      ) : null}
      {isSound && !barrier ? (
        <section>
          <h2>{t('framework.rehearsal.publishTitle')}</h2>
          <Form method="post" className="settings-form">
            <p className="note">
              {view.years.includes(year)
                ? t('framework.rehearsal.publishNote', { year })
                : t('framework.rehearsal.publishNoteNoRound', { year })}
            </p>
            <input type="hidden" name="version" value={draft.version} />
            <button type="submit" name="intent" value="publish" className="button button-primary">
              {t('framework.rehearsal.publish')}
            </button>
          </Form>
        </section>
      ) : null}
    </article>
  );
}

function Rehearsed({ rehearsed }: { rehearsed: NonNullable<RehearsalView['rehearsed']> }) {
  const words = useT();
  const { t } = words;
  const { header, changes } = rehearsed;
  return (
    <>
      <p className="lede">{summaryText(rehearsed, words)}</p>
      <section>
        <h2>{t('framework.rehearsal.changesTitle')}</h2>
        {changes.length === 0 ? (
          <p>{t('framework.rehearsal.changesNone', { year: header.year })}</p>
        ) : (
          <FrameworkChangeList changes={changes} />
        )}
      </section>
      {rehearsed.rehearsal.rows.length > 0 ? <RehearsalTable rehearsed={rehearsed} /> : null}
      <RehearsalNotes rehearsed={rehearsed} />
    </>
  );
}
