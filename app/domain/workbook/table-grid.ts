import { textOf } from './keyed-rows.ts';
import type { RawSheet } from './raw-book.ts';

/** Nobody's table is wider; what a sheet holds beyond is not looked at. */
export const mostColumns = 300;
const longestHeading = 60;

/** Texts of a sheet by row and column, from 1, in the order of both; merged cells say the same in every place. */
export type Grid = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** The first `most` rows that hold anything. */
export function gridOf({ cells }: RawSheet, most: number): Grid {
  const grid = new Map<number, Map<number, string>>();
  const put = (row: number, column: number, text: string) => {
    if (column > mostColumns) return;
    const columns = grid.get(row) ?? new Map<number, string>();
    grid.set(row, columns.set(column, text));
  };
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b).slice(0, most);
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  for (const cell of cells) {
    if (cell.row < first || cell.row > last) continue;
    const text = textOf(cell).slice(0, longestHeading);
    const { rows: down = 1, columns: across = 1 } = cell.merged ?? {};
    for (let row = cell.row; row < cell.row + Math.min(down, 5) && row <= last; row += 1)
      for (let column = cell.column; column < Math.min(cell.column + across, mostColumns + 1); column += 1)
        put(row, column, text);
  }
  return new Map([...grid].sort(([a], [b]) => a - b).map(([row, texts]) => [row, inOrder(texts)] as const));
}

function inOrder(texts: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  return new Map([...texts].filter(([, text]) => text !== '').sort(([a], [b]) => a - b));
}
