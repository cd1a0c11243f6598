import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { statusText } from '#app/lib/status-text.ts';
import type { HistoryRow } from '#app/usecases/report-card.server.ts';

/** The office's own years, newest first. */
export function HistoryTable({ rows }: { rows: HistoryRow[] }) {
  const { t, language } = useT();
  /** Nobody asked an office that took no part. */
  const absent = ({ status }: HistoryRow) =>
    t(`common.state.${status === 'left_out' ? 'notApplicable' : 'notReported'}`);
  return (
    <ScrollRegion label={t('office.history.title')}>
      <table className="data-table report-table">
        <TableHead
          columns={[
            [t('common.year.label')],
            [t('office.history.status')],
            [t('office.standing.metric.total_score'), 'n'],
            [t('office.standing.metric.execution_rate'), 'n'],
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <tr key={row.year}>
              <th scope="row">{row.year}</th>
              <td>{row.status === 'left_out' ? t('office.leftOut.status') : statusText(row.status, t)}</td>
              <td className="n">{formatScore(row.totalScore, language) ?? absent(row)}</td>
              <td className="n">{formatPercent(row.executionRate, language) ?? absent(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
