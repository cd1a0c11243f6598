import { Fragment } from 'react';
import { NotReported } from '#app/components/parts/not-reported.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { type HeadColumn, TableHead } from '#app/components/parts/table-head.tsx';
import { ScoreFormula } from '#app/components/scoring/score-formula.tsx';
import { formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { MissingReasons } from '#app/domain/findings/missing-reasons.ts';
import type { Maybe } from '#app/domain/money.ts';
import type { ScoreLine } from '#app/domain/report-card.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/**
 * Where the points went: the scored nodes of the framework with what was claimed, computed and reviewed, and what was
 * lost. Under a node with a rule stands how its score was computed.
 */
export function ScoreTable({
  lines,
  unit,
  missing,
}: {
  lines: ScoreLine[];
  unit: MoneyUnit;
  missing: MissingReasons;
}) {
  const { t, language } = useT();
  const points = (value: Maybe) => formatScore(value, language) ?? t('common.state.notApplicable');
  const reasonOf = ({ node }: ScoreLine) => missing[`scores.${node.code}.score`];
  const shows = {
    reviewed: lines.some((line) => line.reviewed !== undefined),
    computed: lines.some((line) => line.computed !== undefined),
    reasons: lines.some((line) => line.reason || line.measure),
  };
  const columns: (HeadColumn | false)[] = [
    [t('office.scores.node')],
    [t('office.scores.weight'), 'n'],
    [t('domain.score.self'), 'n'],
    shows.computed && [t('domain.score.computed'), 'n'],
    shows.reviewed && [t('domain.score.reviewed'), 'n'],
    [t('office.scores.lost'), 'n'],
    shows.reasons && [t('office.scores.reason')],
  ];
  return (
    <ScrollRegion label={t('office.scores.title')}>
      <table className="data-table report-table">
        <TableHead columns={columns} />
        <tbody>
          {lines.map((line) => (
            <Fragment key={line.node.code}>
              <tr data-level={line.node.level}>
                <th scope="row">
                  {localName(language, line.node)}
                  {line.node.verified ? null : (
                    <span className="mark" title={t('office.scores.unverifiedNote')}>
                      {t('office.scores.unverified')}
                    </span>
                  )}
                </th>
                <td className="n">
                  {points(line.node.weight)}
                  {line.statedMax ? (
                    <span className="mark">
                      {t('office.scores.statedMax', { weight: points(line.statedMax) })}
                    </span>
                  ) : null}
                </td>
                <td className="n">
                  {line.self === undefined && reasonOf(line) ? (
                    <NotReported reason={reasonOf(line)} />
                  ) : (
                    points(line.self)
                  )}
                </td>
                {shows.computed ? (
                  <td className="n">
                    {points(line.computed)}
                    {line.overclaim ? (
                      <span className="mark lost">
                        {t('scoring.overclaim', { points: points(line.overclaim) })}
                      </span>
                    ) : null}
                  </td>
                ) : null}
                {shows.reviewed ? <td className="n">{points(line.reviewed)}</td> : null}
                <td className={Number(line.lost ?? 0) > 0 ? 'n lost' : 'n'}>{points(line.lost)}</td>
                {shows.reasons ? (
                  <td className="words">
                    {line.reason}
                    {line.measure ? (
                      <span className="mark">{t('office.scores.measure', { text: line.measure })}</span>
                    ) : null}
                  </td>
                ) : null}
              </tr>
              {line.explained ? (
                <tr className="formula-row" data-level={line.node.level}>
                  <td colSpan={columns.filter(Boolean).length}>
                    <ScoreFormula explained={line.explained} unit={unit} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
