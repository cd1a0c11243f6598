import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatScore } from '#app/domain/figure-text.ts';
import { isBehind, type MonthlyProgress, type MonthStanding } from '#app/domain/monthly-progress.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { gapText } from './words.ts';

interface MonthsTableProps {
  /** The longest behind first. */
  months: MonthlyProgress[];
  chosen: OfficeName[];
  year: number;
}

/** How far each office is ahead of or behind the calendar in June, September and the latest month, and for how long. */
export function MonthsTable({ months, chosen, year }: MonthsTableProps) {
  const { t, language } = useT();
  return (
    <ScrollRegion label={t('trends.months.caption')}>
      <table className="data-table trends-table">
        <caption>{t('trends.months.caption')}</caption>
        <TableHead
          columns={[
            [t('trends.months.office')],
            [t('trends.months.run'), 'n'],
            [t('trends.months.behind'), 'n'],
            [t('trends.months.june'), 'n'],
            [t('trends.months.september'), 'n'],
            [t('trends.months.latest'), 'n'],
            [t('trends.months.lastYear', { year: year - 1 }), 'n'],
            [t('trends.months.average'), 'n'],
          ]}
        />
        <tbody>
          {months.map((each) => (
            <tr
              key={each.office.id}
              data-marked={chosen.some(({ id }) => id === each.office.id) || undefined}
            >
              <th scope="row">{localName(language, each.office)}</th>
              {each.latest ? (
                <>
                  <td className="n">{each.longestRun}</td>
                  <td className="n">{each.behind}</td>
                  <Standing standing={each.june} />
                  <Standing standing={each.september} />
                  <Standing standing={each.latest} month />
                  <Standing standing={each.latestLastYear} />
                  <td className="n">{formatScore(each.mean, language)}</td>
                </>
              ) : (
                <td colSpan={7} className="missing">
                  {t('trends.months.missing')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Standing({ standing, month = false }: { standing?: MonthStanding; month?: boolean }) {
  const words = useT();
  const { t, language } = words;
  if (!standing) return <td className="n missing">{t('common.state.notReported')}</td>;
  const text = t('trends.months.gap', {
    rate: formatScore(standing.rate, language),
    gap: gapText(standing, words),
  });
  return (
    <td className="n" data-behind={isBehind(standing) || undefined}>
      {month ? `${t('trends.months.month', { month: standing.month })} ` : null}
      {text}
    </td>
  );
}
