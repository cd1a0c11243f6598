import { lazy } from 'react';
import { formatPercent } from '#app/domain/figure-text.ts';
import type { Standing, StandingRow } from '#app/domain/overview-standing.ts';
import type { Decimal } from '#app/domain/submission.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { Block } from './block.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { belowTarget, inQuestion, readStanding } from './reading.ts';
import { type Axis, chartHeight, type Mark, type Reference, rateAxis, scoreAxis } from './series.ts';
import { StandingTable } from './standing-table.tsx';
import { figure, type Measure, standingTitle, unrankedByReason, type Words } from './words.ts';

const RankChart = lazy(() => import('./rank-chart.tsx').then((module) => ({ default: module.RankChart })));

interface StandingBlockProps {
  measure: Measure;
  standing: Standing;
  /** Percent, for rates. */
  target?: Decimal;
  /** Full marks, for scores. */
  full?: Decimal;
  /** Which score counts, for scores. */
  rule: string;
  asOf?: string;
  /** District and year, for a saved picture. */
  place: string;
  fileName: string;
  more: { to: string; text: string }[];
  hrefOf: (row: Pick<StandingRow, 'office'>) => string;
}

/** All offices by one measure: the sentence, the chart with its table, and who is not in it and why. */
export function StandingBlock(props: StandingBlockProps) {
  const { measure, standing, target, asOf, more, hrefOf } = props;
  const words = useT();
  const { t } = words;
  const kicker = t(`overview.${measure}.kicker`);
  const title = standingTitle(measure, standing, words);
  const axis = axisOf(props);
  const shape = measure === 'rates' ? 'bar' : 'dot';
  const references = referencesOf(props, words);
  const unit = t('chart.unit', {
    unit: measure === 'rates' ? t('domain.unit.percent') : t('domain.unit.points'),
  });
  const notes = [...legend(props, axis, words), props.rule];
  const provisional = standing.rows.some((row) => row.provisional);
  const picture = {
    kicker: t('chart.kicker', { place: props.place, measure: kicker }),
    title,
    offices: standing.rows.length,
    asOf,
    provisional,
    notes,
    fileName: props.fileName,
  };
  return (
    <Block
      id={measure}
      kicker={kicker}
      title={title}
      offices={standing.rows.length}
      asOf={asOf}
      notes={notes}
      more={more}
    >
      {standing.rows.length > 0 ? (
        <ChartFigure
          height={chartHeight(standing.rows.length, references)}
          picture={picture}
          unit={unit}
          drawing={(onReady) => (
            <RankChart series={{ axis, references, shape, marks: marksOf(props, words) }} onReady={onReady} />
          )}
        >
          <StandingTable {...{ measure, standing, target, title, hrefOf, axis }} />
        </ChartFigure>
      ) : null}
      <Unranked measure={measure} standing={standing} />
    </Block>
  );
}

function axisOf({ measure, standing, full }: StandingBlockProps): Axis {
  const values = standing.rows.map((row) => Number(row.value));
  return measure === 'rates' ? rateAxis(values) : scoreAxis(values, Number(full ?? 100));
}

function referencesOf({ measure, standing, target }: StandingBlockProps, words: Words): Reference[] {
  const references = [
    { id: 'mean' as const, value: standing.mean },
    { id: 'median' as const, value: standing.median },
    { id: 'target' as const, value: target },
  ];
  return references.flatMap(({ id, value }) =>
    value === undefined
      ? []
      : [
          {
            id,
            value: Number(value),
            text: words.t(`chart.${id}`, { value: figure(measure, value, words) }),
          },
        ],
  );
}

/** Worked out where the chart is drawn, which the server does not do. */
function marksOf({ measure, standing, target, hrefOf }: StandingBlockProps, words: Words): Mark[] {
  const { t, language } = words;
  const marked = inQuestion(standing, target);
  return standing.rows.map((row) => {
    const name = localName(language, row.office);
    const text = figure(measure, row.value, words);
    const label = row.provisional ? 'chart.markProvisional' : 'chart.mark';
    return {
      id: row.office.code,
      rank: row.rank,
      name,
      href: hrefOf(row),
      value: Number(row.value),
      text,
      label: t(label, { rank: row.rank, name, value: text }),
      provisional: row.provisional,
      inQuestion: marked.has(row.office.code),
    };
  });
}

/** What the colours, the axis and the asterisk mean, in words. */
function legend(
  { measure, standing, target }: StandingBlockProps,
  axis: Axis,
  { t, language }: Words,
): (string | undefined)[] {
  const differ = readStanding(standing).kind === 'spread';
  const provisional = standing.rows.some((row) => row.provisional) ? t('chart.provisional') : undefined;
  if (measure === 'scores') {
    return [
      differ && axis.from > 0 ? t('overview.scores.floor', { from: axis.from }) : undefined,
      differ ? t('overview.scores.lowestMark') : undefined,
      provisional,
    ];
  }
  const below = belowTarget(standing, target).length;
  const shownTarget = formatPercent(target, language);
  if (below > 0) return [t('overview.rates.below', { count: below, target: shownTarget }), provisional];
  if (!differ) return [provisional];
  return [
    shownTarget ? t('overview.rates.noneBelow', { target: shownTarget }) : t('overview.rates.noTarget'),
    provisional,
  ];
}

function Unranked({ measure, standing }: { measure: Measure; standing: Standing }) {
  const { t, language } = useT();
  const groups = unrankedByReason(standing);
  if (groups.length === 0) return null;
  return (
    <dl className="unranked">
      <dt>{t('chart.unranked')}</dt>
      {groups.map(({ reason, offices }) => (
        <dd key={reason}>
          {offices.map((office) => localName(language, office)).join(t('chart.list.comma'))}
          {t('chart.colon')}
          <strong>{t(`overview.${measure}.${reason}`)}</strong>
        </dd>
      ))}
    </dl>
  );
}
