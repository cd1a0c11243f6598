import { Block } from '#app/components/charts/block.tsx';
import { RankChange } from '#app/components/charts/change.tsx';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { OfficeMovement } from '#app/domain/rank-movement.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { MoveRow, MovesView } from '#app/usecases/office-movement.server.ts';
import { Waterfall, type WaterfallRow } from './waterfall.tsx';
import { boundaryRemark, movementTitle, placesText, ruleNotes, stepName } from './words.ts';

export interface MovementBlockProps {
  view: MovesView;
  row: MoveRow;
  movement: OfficeMovement;
  place: string;
}

/** From last year's rank to this year's, step by step; the steps add up to the movement. */
export function RankBlock({ view, row, movement, place }: MovementBlockProps) {
  const words = useT();
  const { t } = words;
  const { header, search } = view;
  const kicker = t('moves.chart.rank.kicker');
  const title = movementTitle(row.office, movement, search.rule, words);
  const notes = [...ruleNotes(view, words), ...(header.provisional ? [t('moves.note.provisional')] : [])];
  const remark = boundaryRemark(row, words);
  const unit = t('chart.unit', { unit: t('moves.chart.rank.unit') });
  return (
    <Block
      id="moves-rank"
      kicker={kicker}
      title={title}
      offices={movement.now.ranked}
      asOf={header.asOf}
      notes={notes}
    >
      <DrawnFigure
        picture={{
          kicker: t('chart.kicker', { place, measure: kicker }),
          title,
          offices: movement.now.ranked,
          asOf: header.asOf,
          provisional: header.provisional,
          notes: [remark, ...notes],
          fileName: `${row.office.code}-${header.year}-rank-movement`,
        }}
        unit={unit}
        drawing={<Waterfall rows={rankRows(movement, header.year, words)} reversed />}
      >
        <RankTable movement={movement} year={header.year} title={title} />
      </DrawnFigure>
    </Block>
  );
}

function rankRows(movement: OfficeMovement, year: number, words: ReturnType<typeof useT>): WaterfallRow[] {
  const { t } = words;
  const { before, now, components } = movement;
  const state = (id: 'start' | 'end', at: OfficeMovement['now'], of: number): WaterfallRow => {
    const name = t(`moves.chart.rank.${id}`, { year: of });
    const text = t('moves.chart.rank.rank', { rank: at.rank });
    const label = t('moves.chart.end', { step: name, after: t('moves.chart.rank.of', at) });
    return { id, name, from: at.rank, to: at.rank, kind: 'state', text, tone: 'none', label };
  };
  return [
    state('start', before, year - 1),
    ...components.map((component): WaterfallRow => {
      const { kind, node, places, rank } = component;
      const name = stepName(component, words);
      const text = placesText(places, words);
      const label = t('moves.chart.mark', {
        step: name,
        change: text,
        after: t('moves.chart.rank.rank', { rank }),
      });
      const tone = places > 0 ? 'up' : places < 0 ? 'down' : 'none';
      return { id: node?.code ?? kind, name, from: rank + places, to: rank, kind: 'step', text, tone, label };
    }),
    state('end', now, year),
  ];
}

function RankTable({ movement, year, title }: { movement: OfficeMovement; year: number; title: string }) {
  const words = useT();
  const { t } = words;
  const { before, now, components, places } = movement;
  return (
    <ScrollRegion label={title}>
      <table className="data-table moves-table">
        <TableHead
          columns={[[t('moves.chart.step')], [t('moves.chart.change'), 'n'], [t('moves.chart.after'), 'n']]}
        />
        <tbody>
          <tr>
            <th scope="row">{t('moves.chart.rank.start', { year: year - 1 })}</th>
            <td className="n" />
            <td className="n">{before.rank}</td>
          </tr>
          {components.map((component) => (
            <tr key={component.node?.code ?? component.kind}>
              <th scope="row">{stepName(component, words)}</th>
              <td className="n">
                <RankChange places={component.places} />
              </td>
              <td className="n">{component.rank}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('moves.chart.sum')}</th>
            <td className="n">
              <RankChange places={places} />
            </td>
            <td className="n">{now.rank}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
