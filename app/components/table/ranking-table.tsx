import type { CSSProperties } from 'react';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { groupSummaryName, type RankingBlock, rankingBlocks } from '#app/lib/ranking-blocks.ts';
import { columnName, districtName, type RankingText } from '#app/lib/ranking-text.ts';
import { rankingHead } from './ranking-head.tsx';
import { figureColumns, officeRow, summaryRow } from './ranking-rows.tsx';
import { noteColumn, type RankingColumn, sizeOf, useRankingModel } from './table-model.ts';

/** Columns on A4 landscape. */
const printable = { comfortably: 14, atAll: 24 };
/** In a table that scrolls anyway the notes need not be narrow. */
const extraNoteWidth = 170;

/** Every office shown: the ranked ones, under them those that are not ranked and why, then the summaries. */
export function RankingGrid({ text }: { text: RankingText }) {
  const { t, view, rankedBy } = text;
  const { ranked, summary } = view.table;
  const model = useRankingModel(text);
  const shown = [...model.getStartLeafColumns(), ...model.getCenterLeafColumns()];
  const columns = figureColumns(shown);
  const width = widthOf(shown) + (columns.length > printable.comfortably ? extraNoteWidth : 0);
  const caption = t('ranking.caption', {
    district: districtName(text),
    year: view.header.year,
    rule: columnName(rankedBy, text),
  });
  const style = {
    minWidth: width,
    '--target': target(view.header.executionTarget),
    '--pinned': `${widthOf(model.getStartLeafColumns())}px`,
  } as CSSProperties;
  return (
    <ScrollRegion className="ranking-scroll" label={caption}>
      <table className="data-table ranking-table" style={style} data-print={printOf(columns.length)}>
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {shown.map((column) => (
            <col key={column.id} style={column.id === noteColumn ? undefined : { width: sizeOf(column) }} />
          ))}
        </colgroup>
        {rankingHead(model, text)}
        {rankingBlocks(text).map((block) => rowBlock(block, columns, text))}
        {ranked.length > 0 ? (
          <tfoot>
            {summary.map((row) => summaryRow(row, t(`ranking.summary.${row.kind}`), columns, text))}
          </tfoot>
        ) : null}
      </table>
      {printOf(columns.length) === 'none' ? (
        <p className="print-only">
          {t('ranking.tooWide', { columns: columns.length, most: printable.atAll })}
        </p>
      ) : null}
    </ScrollRegion>
  );
}

/** One body a block, its heading staying in view beside the office however far one scrolls. */
function rowBlock(
  { key, ranked, heading, rows, summary }: RankingBlock,
  columns: RankingColumn[],
  text: RankingText,
) {
  return (
    <tbody key={key} className={ranked ? undefined : 'unranked'}>
      {heading === undefined ? null : (
        <tr>
          <th scope="rowgroup" colSpan={columns.length + 2}>
            <span>{heading}</span>
          </th>
        </tr>
      )}
      {rows.map((row) => officeRow(row, columns, text))}
      {summary.map((row) => summaryRow(row, groupSummaryName(row, text), columns, text))}
    </tbody>
  );
}

/** Paper is as wide as it is: many columns are printed small, and too many not at all rather than cut. */
function printOf(columns: number): 'small' | 'none' | undefined {
  if (columns <= printable.comfortably) return undefined;
  return columns <= printable.atAll ? 'small' : 'none';
}

function widthOf(columns: RankingColumn[]): number {
  return columns.reduce((sum, column) => sum + sizeOf(column), 0);
}

/** The reference line of a bar; outside its scale there is none. */
function target(rate: string | undefined): string | undefined {
  return rate !== undefined && Number(rate) <= 100 ? `${rate}%` : undefined;
}
