import type { Standing, StandingRow } from '#app/domain/overview-standing.ts';
import type { Decimal } from '#app/domain/submission.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { rankChangesIn } from './change.tsx';
import { hasMovement, inQuestion } from './reading.ts';
import { type Axis, shareOf } from './series.ts';
import { Star, star } from './star.tsx';
import { figure, type Measure } from './words.ts';

export interface StandingTableProps {
  measure: Measure;
  standing: Standing;
  target?: Decimal;
  axis: Axis;
  title: string;
  hrefOf: (row: Pick<StandingRow, 'office'>) => string;
}

/** The chart's twin: every figure of it, complete without scripts and on paper. */
export function StandingTable({ measure, standing, target, axis, title, hrefOf }: StandingTableProps) {
  const words = useT();
  const { t, language } = words;
  const marked = inQuestion(standing, target);
  const compared = hasMovement(standing);
  const changeOf = rankChangesIn(t);
  const summary = [
    { id: 'mean', name: t('chart.meanRow'), value: standing.mean },
    { id: 'median', name: t('chart.medianRow'), value: standing.median },
    { id: 'target', name: t('chart.targetRow'), value: target },
  ];
  const barOrDot = measure === 'rates' ? 'value-bar' : 'value-dot';
  // No component and no client-side link a row: a district has hundreds, and the chart takes the table's place.
  const tableRow = ({ office, rank, value, movement, provisional }: StandingRow) => (
    <tr key={office.code} data-marked={marked.has(office.code) ? true : undefined}>
      <td className="n">{rank}</td>
      <th scope="row">
        <a href={hrefOf({ office })}>{localName(language, office)}</a>
      </th>
      <td className="n">
        <span className="value-cell">
          <span
            className={barOrDot}
            style={{ '--share': `${shareOf(axis, Number(value))}%` } as React.CSSProperties}
          />
          <span>
            {figure(measure, value, words)}
            {star(t, provisional)}
          </span>
        </span>
      </td>
      <td className="n">{changeOf(movement, compared)}</td>
    </tr>
  );
  return (
    <table className="data-table standing-table">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col" className="n">
            {t('chart.rank')}
          </th>
          <th scope="col">{t('chart.office')}</th>
          <th scope="col" className="n">
            {t(`overview.${measure}.value`)}
          </th>
          <th scope="col" className="n">
            {t('chart.movement')}
          </th>
        </tr>
      </thead>
      <tbody>{standing.rows.map((row) => tableRow(row))}</tbody>
      <tfoot>
        {summary.map(({ id, name, value }) =>
          value === undefined ? null : (
            <tr key={id}>
              <td />
              <th scope="row">{name}</th>
              <td className="n">
                {figure(measure, value, words)}
                <Star provisional={false} />
              </td>
              <td />
            </tr>
          ),
        )}
      </tfoot>
    </table>
  );
}
