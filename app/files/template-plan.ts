/** A workbook to be filled in and read back by its keys: what its sheets show, which cells take something, what is hidden. */
export interface TemplatePlan {
  title: string;
  /** Words of the first sheet: how it is filled in. */
  cover: { name: string; lines: string[] };
  sheets: PlanSheet[];
  /** Words of the drop-downs, by name. */
  choices: Record<string, readonly string[]>;
  /** In the foot of every printed page. */
  foot: string;
  /** What stands in the sheet that nobody sees. */
  meta: string[][];
  /** Names of the hidden sheets. */
  hidden: { meta: string; choices: string };
}

export interface PlanSheet {
  name: string;
  title: string;
  hint: string;
  /** In the cell where hidden row and column of keys meet. */
  mark: string;
  columns: PlanColumn[];
  /** Columns that stay in view, one where it is left out; they are repeated on pages side by side. */
  frozen?: number;
  rows: PlanRow[];
  /** Rows below the last that take the same, without a key of their own. */
  roomBelow: number;
}

export interface PlanColumn {
  heading: string;
  /** In widths of a digit. */
  width: number;
  /** Key of a column that is filled in, or of one that is read though it is locked. */
  key?: string;
  locked?: boolean;
  /** Over columns side by side, and under the heading: unit, sign, how it is written. */
  group?: string;
  note?: string;
  /** Number format of its cells; absent: text. */
  format?: string;
  /** Name of its drop-down. */
  choices?: string;
  /** Whether only words of the drop-down are taken. */
  strict?: boolean;
}

export interface PlanRow {
  key: string;
  /** A heading over the rows below. */
  isHeading?: boolean;
  level?: number;
  cells: PlanCell[];
}

/** A text, or a number with the format that shows it; for a cell to be filled in also how it is to be. */
export type PlanCell = string | { value: number | string; format?: string };
