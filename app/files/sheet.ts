import type { Decimal } from '#app/domain/submission.ts';

/**
 * A table as a page shows it and as its files take it along: one value for CSV and XLSX, so that they cannot disagree.
 * All texts are in the reader's language already.
 */
export interface Sheet {
  /** Name of the worksheet. */
  name: string;
  title: string;
  /** “单位：万元、%、分”, under the title. */
  unitLine: string;
  /** Head rows from the top; a cell may reach across columns and down rows, as in HTML. */
  head: HeadCell[][];
  columns: SheetColumn[];
  rows: SheetRow[];
  /** Under the table: source, day, provisional mark, rules, who is not ranked and why. */
  notes: string[];
  /** Source and day in one short line, in the foot of every printed page. */
  foot?: string;
  /** How many leading columns stay in view. */
  frozen: number;
}

export interface HeadCell {
  text: string;
  across?: number;
  down?: number;
}

export interface SheetColumn {
  /** On one line with its unit, for a file with a single head row. */
  heading: string;
  /** In widths of a digit; a Chinese character takes two. */
  width: number;
  /** Decimals of its figures; absent where it holds text. */
  decimals?: number;
  /** Its figures are drawn as bars from 0 to this. */
  barTo?: number;
  /** Long text, broken into lines. */
  wrap?: boolean;
}

export interface SheetRow {
  /** `heading` stands above rows of its own, such as the unranked; `summary` is a total, mean or median. */
  kind: 'body' | 'heading' | 'summary';
  /** One a column; a heading has one that reaches across. */
  cells: SheetCell[];
}

export type SheetCell = string | SheetFigure;

/**
 * A number in the unit shown, with its text as on the page: “1,015.84”, “+3.20%”, “▼ 2”. A spreadsheet holds the number
 * and shows this text, sign and words around it included.
 */
export interface SheetFigure {
  value: Decimal;
  text: string;
  /** Strength of the cell's ground from 0 to 1, for heatmaps and colour scales. */
  shade?: number;
  /** In bold: the larger of two, the office in question. */
  strong?: boolean;
}

/** The text of a cell as the page shows it. */
export function textOf(cell: SheetCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/**
 * The rows of a file without formats: one head row, so that it is filtered and sorted as it is, then the table, and
 * after an empty row title, unit and notes.
 */
export function plainRows({ title, unitLine, columns, rows, notes }: Sheet): string[][] {
  return [
    columns.map(({ heading }) => heading),
    ...rows.map(({ cells }) => cells.map(textOf)),
    [],
    ...[title, unitLine, ...notes].filter(Boolean).map((line) => [line]),
  ];
}
