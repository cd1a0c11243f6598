import { Block } from '#app/components/charts/block.tsx';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatScore } from '#app/domain/figure-text.ts';
import { compare, subtract } from '#app/domain/money.ts';
import type { Component, MovementRule, OfficeMovement } from '#app/domain/rank-movement.ts';
import { signedPoints } from '#app/lib/change-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { MovementBlockProps } from './rank-block.tsx';
import { Waterfall, type WaterfallRow } from './waterfall.tsx';
import { boundaryRemark, frameworkNote, stepName, valueTitle } from './words.ts';

/** From last year's score or rate to this year's: only the steps that concern the office itself. */
export function ValueBlock({ view, row, movement, place }: MovementBlockProps) {
  const words = useT();
  const { t } = words;
  const { header, search } = view;
  const { rule } = search;
  const steps = movement.components.filter((component) => isOwn(component));
  const kicker = t('moves.chart.value.kicker', { rule: t(`moves.rule.${rule}`) });
  const title = valueTitle(row.office, movement, rule, steps, words);
  const remark = boundaryRemark(row, words);
  const unit = t('chart.unit', {
    unit: t(rule === 'total_score' ? 'moves.chart.value.points' : 'moves.chart.value.percent'),
  });
  return (
    <Block
      id="moves-value"
      kicker={kicker}
      title={title}
      offices={0}
      notes={[rule === 'total_score' ? frameworkNote(view, words) : t('moves.note.rate')]}
    >
      <DrawnFigure
        picture={{
          kicker: t('chart.kicker', { place, measure: kicker }),
          title,
          offices: movement.now.ranked,
          asOf: header.asOf,
          provisional: row.provisional,
          notes: [remark],
          fileName: `${row.office.code}-${header.year}-value-movement`,
        }}
        unit={unit}
        drawing={
          <Waterfall rows={valueRows({ movement, steps, rule, year: header.year }, words)} reversed={false} />
        }
      >
        <ValueTable movement={movement} steps={steps} rule={rule} year={header.year} title={title} />
      </DrawnFigure>
    </Block>
  );
}

/** Steps of the others leave the office's own value as it is. */
function isOwn({ kind, points }: Component): boolean {
  if (kind === 'left' || kind === 'entered' || kind === 'others' || kind === 'others_review') return false;
  return kind !== 'own_review' || compare(points, '0') !== 0;
}

interface ValueRowsInput {
  movement: OfficeMovement;
  steps: Component[];
  rule: MovementRule;
  year: number;
}

function valueRows(
  { movement, steps, rule, year }: ValueRowsInput,
  words: ReturnType<typeof useT>,
): WaterfallRow[] {
  const { t, language } = words;
  const state = (id: 'start' | 'end', value: string, of: number): WaterfallRow => {
    const name = t(`moves.chart.value.${id}`, { year: of, rule: t(`moves.rule.${rule}`) });
    const text = formatScore(value, language) ?? '';
    const label = t('moves.chart.end', { step: name, after: text });
    return { id, name, from: Number(value), to: Number(value), kind: 'state', text, tone: 'none', label };
  };
  return [
    state('start', movement.before.value, year - 1),
    ...steps.map((component): WaterfallRow => {
      const { kind, node, points, value } = component;
      const name = stepName(component, words);
      const text = signedPoints(points, words.language);
      const label = t('moves.chart.mark', { step: name, change: text, after: formatScore(value, language) });
      const way = compare(points, '0');
      const tone = way > 0 ? 'up' : way < 0 ? 'down' : 'none';
      const from = Number(subtract(value, points));
      return { id: node?.code ?? kind, name, from, to: Number(value), kind: 'step', text, tone, label };
    }),
    state('end', movement.now.value, year),
  ];
}

function ValueTable({ movement, steps, rule, year, title }: ValueRowsInput & { title: string }) {
  const words = useT();
  const { t, language } = words;
  const { before, now } = movement;
  return (
    <ScrollRegion label={title}>
      <table className="data-table moves-table">
        <TableHead
          columns={[
            [t('moves.chart.step')],
            [t(`moves.chart.points.${rule}`), 'n'],
            [t(`moves.chart.value_after.${rule}`), 'n'],
          ]}
        />
        <tbody>
          <tr>
            <th scope="row">
              {t('moves.chart.value.start', { year: year - 1, rule: t(`moves.rule.${rule}`) })}
            </th>
            <td className="n" />
            <td className="n">{formatScore(before.value, language)}</td>
          </tr>
          {steps.map((component) => (
            <tr key={component.node?.code ?? component.kind}>
              <th scope="row">{stepName(component, words)}</th>
              <td className="n">{signedPoints(component.points, words.language)}</td>
              <td className="n">{formatScore(component.value, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('moves.chart.sum')}</th>
            <td className="n">{signedPoints(subtract(now.value, before.value) ?? '0', words.language)}</td>
            <td className="n">{formatScore(now.value, language)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
