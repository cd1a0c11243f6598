import type { Standing, StandingRow } from '#app/domain/overview-standing.ts';
import type { Decimal } from '#app/domain/submission.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { rankChangesIn } from './change.tsx';
import { hasMovement, inQuestion } from './reading.ts';
import { type Axis, shareOf } from './series.ts';
import { star } from './star.tsx';
import { shareStyle } from './value-bar.ts';
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
  const provisionalStar = star(t, true);
  const summary = [
    { id: 'mean', name: t('chart.meanRow'), value: standing.mean },
    { id: 'median', name: t('chart.medianRow'), value: standing.median },
    { id: 'target', name: t('chart.targetRow'), value: target },
  ];
  const barOrDot = measure === 'rates' ? 'n value-bar' : 'n value-dot';
  // No component, no client-side link and no element for nothing: a district has hundreds of rows.
  const tableRow = ({ office, rank, value, movement, provisional }: StandingRow) => {
    const { tone, words: change } = changeOf(movement, compared);
    return (
      <tr key={office.code} data-marked={marked.has(office.code) ? true : undefined}>
        <td className="n">{rank}</td>
        <th scope="row">
          <a href={hrefOf({ office })}>{localName(language, office)}</a>
        </th>
        <td className={barOrDot} style={shareStyle(shareOf(axis, Number(value)))}>
          {figure(measure, value, words)}
          {provisional ? provisionalStar : null}
        </td>
        <td className={`n ${tone}`}>{change}</td>
      </tr>
    );
  };
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
              <td className="n">{figure(measure, value, words)}</td>
              <td />
            </tr>
          ),
        )}
      </tfoot>
    </table>
  );
}
