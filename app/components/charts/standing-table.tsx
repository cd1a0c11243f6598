import { Link } from '@remix-run/react';
import type { Standing, StandingRow } from '#app/domain/overview-standing.ts';
import type { Decimal } from '#app/domain/submission.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { RankChange } from './change.tsx';
import { hasMovement, inQuestion } from './reading.ts';
import { type Axis, shareOf } from './series.ts';
import { Star } from './star.tsx';
import { figure, type Measure } from './words.ts';

export interface StandingTableProps {
  measure: Measure;
  standing: Standing;
  target?: Decimal;
  axis: Axis;
  title: string;
  hrefOf: (row: StandingRow) => string;
}

/** The chart's twin: every figure of it, complete without scripts and on paper. */
export function StandingTable({ measure, standing, target, axis, title, hrefOf }: StandingTableProps) {
  const words = useT();
  const { t, language } = words;
  const marked = inQuestion(standing, target);
  const compared = hasMovement(standing);
  const summary = [
    { id: 'mean', name: t('chart.meanRow'), value: standing.mean },
    { id: 'median', name: t('chart.medianRow'), value: standing.median },
    { id: 'target', name: t('chart.targetRow'), value: target },
  ];
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
      <tbody>
        {standing.rows.map((row) => (
          <tr key={row.office.code} data-marked={marked.has(row.office.code) ? true : undefined}>
            <td className="n">{row.rank}</td>
            <th scope="row">
              <Link to={hrefOf(row)}>{localName(language, row.office)}</Link>
            </th>
            <td className="n">
              <span className="value-cell">
                <span
                  className={measure === 'rates' ? 'value-bar' : 'value-dot'}
                  style={{ '--share': `${shareOf(axis, Number(row.value))}%` } as React.CSSProperties}
                />
                <span>
                  {figure(measure, row.value, words)}
                  <Star provisional={row.provisional} />
                </span>
              </span>
            </td>
            <td className="n">
              <RankChange places={row.movement} fresh={compared} />
            </td>
          </tr>
        ))}
      </tbody>
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
