/** A workbook as it was read: cells with what they hold, before anything is made of them. Rows and columns count from 1. */
export interface RawBook {
  sheets: RawSheet[];
}

export interface RawSheet {
  name: string;
  /** Only cells that hold something. */
  cells: RawCell[];
}

export interface RawCell {
  row: number;
  column: number;
  held: RawValue;
  /** The top left of merged cells, with how far they reach. */
  merged?: { rows: number; columns: number };
}

/** A formula counts as the value stored with it; without one it is `unvalued`. Days are YYYY-MM-DD. */
export type RawValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number; format: string }
  | { kind: 'day'; day: string }
  | { kind: 'error'; text: string }
  | { kind: 'unvalued' };

/** A cell's address as a spreadsheet shows it: “D12”. */
export function cellAddress({ row, column }: { row: number; column: number }): string {
  return `${columnLetters(column)}${row}`;
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
