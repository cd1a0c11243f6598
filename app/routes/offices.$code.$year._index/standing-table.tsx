import { NotReported } from '#app/components/parts/not-reported.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import type { MissingReasons } from '#app/domain/findings/missing-reasons.ts';
import { type Maybe, subtract } from '#app/domain/money.ts';
import { signedPoints } from '#app/lib/change-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { Standing } from '#app/usecases/report-card.server.ts';

const figures = ['own', 'rank', 'lastRank', 'ahead', 'median', 'gapToMedian', 'best', 'gapToBest'] as const;

/** Where the office stands among its district: rank, share of the others it is ahead of, gap to median and best. */
export function StandingTable({ standings, missing }: { standings: Standing[]; missing: MissingReasons }) {
  const { t, language } = useT();
  return (
    <ScrollRegion label={t('office.standing.title')}>
      <table className="data-table report-table">
        <TableHead
          columns={[
            [t('office.standing.measure')],
            ...figures.map((name) => [t(`office.standing.${name}`), 'n'] as const),
          ]}
        />
        <tbody>
          {standings.map((standing) => {
            const show = standing.metric === 'total_score' ? formatScore : formatPercent;
            const text = (value: Maybe) => show(value, language) ?? t('common.state.notApplicable');
            const gap = (to: Maybe) => {
              const value = subtract(standing.value, to);
              if (value === undefined) return text(value);
              const points = signedPoints(value, language);
              return standing.metric === 'total_score' ? points : t('office.standing.points', { points });
            };
            return (
              <tr key={standing.metric}>
                <th scope="row">{t(`office.standing.metric.${standing.metric}`)}</th>
                <td className="n">
                  {show(standing.value, language) ?? (
                    <NotReported reason={reasonFor(standing.metric, missing)} />
                  )}
                </td>
                <td className="n">
                  {standing.rank === null
                    ? t('office.standing.unranked')
                    : t('office.standing.rankOf', { rank: standing.rank, ranked: standing.ranked })}
                </td>
                <td className="n">{standing.lastRank ?? t('common.state.notApplicable')}</td>
                <td className="n">
                  {formatPercent(standing.percentile, language, 0) ?? t('common.state.notApplicable')}
                </td>
                <td className="n">{text(standing.median)}</td>
                <td className="n">{gap(standing.median)}</td>
                <td className="n">{text(standing.best)}</td>
                <td className="n">{gap(standing.best)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A rate is missing for want of the figures that it is worked out from. */
function reasonFor(metric: Standing['metric'], missing: MissingReasons): string | undefined {
  if (metric === 'total_score') return missing['scores.total.score'];
  if (metric === 'spending_progress') return undefined;
  return missing['amounts.budget_total'] ?? missing['amounts.executed_total'];
}
