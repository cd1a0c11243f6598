import { Block } from '#app/components/charts/block.tsx';
import type { OfficeName } from '#app/domain/office-year.ts';
import { noTheme } from '#app/domain/problem-search.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { statusText } from '#app/lib/status-text.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { statementsHref } from './address.ts';
import { filedNow } from './words.ts';

/** What the counts leave out: offices that have not filed, with the reason; those that state nothing; what has no theme. */
export function OutsideBlock({ view }: { view: ProblemsView }) {
  const { t } = useT();
  const { notCounted, outside, header } = view;
  const statuses = [...new Set(notCounted.map(({ status }) => status))];
  const rest =
    notCounted.length > 0
      ? t('problems.outside.notCounted', { count: notCounted.length })
      : t('problems.outside.complete');
  return (
    <Block
      id="outside"
      kicker={t('problems.outside.kicker')}
      title={t('problems.outside.title', { count: filedNow(view), rest })}
      offices={0}
      asOf={header.asOf}
      notes={[t('problems.outside.rule'), header.provisional ? t('chart.provisional') : undefined]}
    >
      <dl className="outside">
        {statuses.map((status) => (
          <Offices
            key={status}
            name={t('problems.outside.reason', { status: statusText(status, t) })}
            offices={notCounted.filter((each) => each.status === status).map(({ office }) => office)}
          />
        ))}
        <Offices name={t('problems.outside.nothing')} offices={outside.nothing} />
        <Offices name={t('problems.outside.silent')} offices={outside.silent} />
        {outside.unclassified > 0 ? (
          <div>
            <dt>{t('problems.outside.unclassified')}</dt>
            <dd>
              <a href={statementsHref(view, { theme: noTheme })}>
                {t('problems.outside.unclassifiedLink', { count: outside.unclassified })}
              </a>
            </dd>
          </div>
        ) : null}
      </dl>
    </Block>
  );
}

function Offices({ name, offices }: { name: string; offices: OfficeName[] }) {
  const { t, language } = useT();
  if (offices.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{offices.map((office) => localName(language, office)).join(t('chart.list.comma'))}</dd>
    </div>
  );
}
