import { isBlank } from './fields.ts';
import type { FieldChange } from './merge.ts';

/** What a pasted block becomes; cells of the block are counted from 0. */
export interface SpreadBlock {
  /** What the fields held before is not known here: `from` is empty. */
  changes: FieldChange[];
  /** Texts that met no field: beyond the grid, or where it has no field to fill in. */
  outside: { row: number; column: number; text: string }[];
}

/**
 * Lays a block copied from a spreadsheet over a grid of fields, its first cell at `at`. A field named '' is none. Blank
 * cells change nothing: of merged cells a spreadsheet copies the first and leaves the others blank.
 */
export function spreadBlock(
  block: string,
  grid: readonly (readonly string[])[],
  at: { row: number; column: number },
): SpreadBlock {
  const spread: SpreadBlock = { changes: [], outside: [] };
  for (const [row, cells] of cellsOf(block).entries()) {
    for (const [column, text] of cells.entries()) {
      if (isBlank(text)) continue;
      const field = grid[at.row + row]?.[at.column + column];
      if (field) spread.changes.push({ field, from: '', to: text });
      else spread.outside.push({ row, column, text });
    }
  }
  return spread;
}

/**
 * Cells as a spreadsheet puts them on the clipboard: tabs between cells, a line end after each row. A cell with line ends
 * or tabs in it stands in quotes, its own quotes doubled; a quote that is not closed at a cell's end is a plain sign.
 */
export function cellsOf(block: string): string[][] {
  const rows: string[][] = [[]];
  let place = 0;
  while (place < block.length) {
    const cell = cellAt(block, place);
    rows.at(-1)?.push(cell.text.trim());
    const end = lineEnd(block, cell.end);
    if (end > 0) rows.push([]);
    place = cell.end + (end || 1);
  }
  return rows.at(-1)?.length === 0 ? rows.slice(0, -1) : rows;
}

function cellAt(block: string, start: number): { text: string; end: number } {
  const closed = block[start] === '"' ? closingQuote(block, start + 1) : undefined;
  if (closed !== undefined)
    return { text: block.slice(start + 1, closed).replaceAll('""', '"'), end: closed + 1 };
  const end = nextOf(block, /[\t\r\n]/g, start);
  return { text: block.slice(start, end), end };
}

/** Place of the quote that ends the cell; undefined where none does. */
function closingQuote(block: string, start: number): number | undefined {
  for (let place = block.indexOf('"', start); place >= 0; place = block.indexOf('"', place + 1)) {
    if (block[place + 1] === '"') place += 1;
    else return isCellEnd(block[place + 1]) ? place : undefined;
  }
  return undefined;
}

function isCellEnd(sign: string | undefined): boolean {
  return sign === undefined || sign === '\t' || sign === '\r' || sign === '\n';
}

/** Length of the line end at this place, 0 where there is none. */
function lineEnd(block: string, place: number): number {
  if (block[place] === '\n') return 1;
  if (block[place] !== '\r') return 0;
  return block[place + 1] === '\n' ? 2 : 1;
}

function nextOf(block: string, sign: RegExp, start: number): number {
  sign.lastIndex = start;
  return sign.exec(block)?.index ?? block.length;
}
