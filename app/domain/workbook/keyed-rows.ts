import { type CellRefusal, cellText } from './cell-text.ts';
import { grouped } from './grouped.ts';
import type { RawCell, RawSheet } from './raw-book.ts';
import { templateMark, wordsRow } from './template-layout.ts';

/** A cell of a sheet by its row and column, from 1. */
export interface CellPlace {
  sheet: string;
  row: number;
  column: number;
}

/** What stands in a keyed column of one row. */
export interface KeyedCell {
  /** Of its column. */
  column: string;
  at: CellPlace;
  text: string;
  refusal?: CellRefusal | 'merged';
}

/** One row below the keys; without a key of its own where somebody added it or the key is gone. */
export interface KeyedRow {
  key: string | undefined;
  /** Where the key stands, or should. */
  at: CellPlace;
  /** In the order of the columns; blank ones are among them. */
  cells: KeyedCell[];
}

export interface KeyedSheet {
  id: string;
  rows: KeyedRow[];
  /** Columns that hold a key, by key. */
  columns: { key: string; at: CellPlace }[];
}

/** A sheet by its hidden keys, wherever its rows and columns have been moved to; undefined for one without the mark. */
export function keyedSheet({ name, cells }: RawSheet): KeyedSheet | undefined {
  const mark = cells.find((cell) => textOf(cell).startsWith(templateMark));
  if (!mark) return undefined;
  const place = (cell: Pick<RawCell, 'row' | 'column'>) => ({
    sheet: name,
    row: cell.row,
    column: cell.column,
  });
  const heads = cells.filter(({ row, column }) => row === mark.row && column !== mark.column);
  const columns = heads.map((cell) => ({ key: textOf(cell), at: place(cell) }));
  const byRow = grouped(
    cells.filter(({ row }) => row > mark.row),
    ({ row }) => row,
  );
  const rows = [...byRow]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, held]): KeyedRow[] => {
      const keyCell = held.find(({ column }) => column === mark.column);
      const key = keyCell && textOf(keyCell);
      if (key === wordsRow) return [];
      const keyed = columns.map((column) => readCell(column, held, { row, sheet: name }, columns));
      return [{ key: key || undefined, at: place({ row, column: mark.column }), cells: keyed }];
    });
  return { id: textOf(mark).slice(templateMark.length), rows, columns };
}

/** What stands in a column of one row, of which `held` are the cells. */
export function readCell(
  { key, at: { column } }: KeyedSheet['columns'][number],
  held: RawCell[],
  { row, sheet }: { row: number; sheet: string },
  columns: KeyedSheet['columns'],
): KeyedCell {
  const at = { sheet, row, column };
  const cell = held.find((each) => each.column === column);
  if (!cell) return { column: key, at, text: '' };
  const { rows = 1, columns: across = 1 } = cell.merged ?? {};
  const others = columns.filter(({ at: { column: other } }) => other > column && other < column + across);
  if (rows > 1 || others.length > 0) return { column: key, at, text: textOf(cell), refusal: 'merged' };
  const read = cellText(cell.held);
  return 'text' in read
    ? { column: key, at, text: read.text }
    : { column: key, at, text: 'text' in cell.held ? cell.held.text : '', refusal: read.refusal };
}

/** A cell as a key, a heading or a name: words, or a number as it is. */
export function textOf({ held }: Pick<RawCell, 'held'>): string {
  return held.kind === 'text' ? held.text.trim() : held.kind === 'number' ? String(held.number) : '';
}
