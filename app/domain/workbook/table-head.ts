import type { TableMoneyUnit, TableUnit } from './head-text.ts';
import { type HeadingContext, type HeadingMatch, matchHeading, type PassedColumn } from './match-heading.ts';
import type { RawSheet } from './raw-book.ts';
import { type Grid, gridOf } from './table-grid.ts';

/** The head of somebody's own table of offices. Rows and columns count from 1. */
export interface TableHead {
  /** Its last row. */
  row: number;
  /** Column of the offices' names. */
  office: number;
  columns: HeadColumn[];
  /** Columns that are not read. */
  passed: PassedHeadColumn[];
  /** Texts above it, each once. */
  titles: string[];
}

interface HeadedColumn {
  column: number;
  heading: string;
  /** As the heading states it. */
  unit?: TableUnit;
}

export interface HeadColumn extends HeadedColumn {
  field: string;
  /** The unit of its amounts as the reviewer says. */
  chosenUnit?: TableMoneyUnit;
  /** The reviewer said which field it is. */
  isChosen?: true;
}

export interface PassedHeadColumn extends HeadedColumn {
  /** `left`: the reviewer said so. */
  why: PassedColumn | 'left';
}

/** Rows that are looked through for a head, and how many it may have. */
const searched = 30;
const deepest = 3;

/** Finds the rows whose texts name the offices' column and most fields; undefined where none name it and any other column. */
export function findHead(sheet: RawSheet, context: HeadingContext): TableHead | undefined {
  const grid = gridOf(sheet, searched);
  const known = new Map<string, HeadingMatch>();
  const match = (parts: readonly string[]) => {
    const key = parts.join('\n');
    const found = known.get(key) ?? matchHeading(parts, context);
    known.set(key, found);
    return found;
  };
  const rows = [...grid.keys()];
  let best: (TableHead & { depth: number }) | undefined;
  for (const [index, first] of rows.entries())
    for (const headRows of headsFrom(rows.slice(index, index + deepest), grid)) {
      const head = headOf(headRows, grid, match);
      if (!head || head.columns.length + head.passed.length === 0) continue;
      const depth = headRows.length;
      const gain = best ? distinct(head) - distinct(best) : 1;
      // a title above a head is no part of it
      if (best && (gain < 0 || (gain === 0 && depth >= best.depth))) continue;
      best = { ...head, titles: titlesAbove(first, grid), depth };
    }
  return best;
}

/** One row, two, three, as long as they follow each other and hold no figures. */
function headsFrom(rows: number[], grid: Grid): number[][] {
  const end = rows.findIndex(
    (row, index) => row !== (rows[0] ?? 0) + index || [...(grid.get(row)?.values() ?? [])].some(isFigure),
  );
  const usable = end < 0 ? rows : rows.slice(0, end);
  return usable.map((_, index) => usable.slice(0, index + 1));
}

function headOf(
  rows: readonly number[],
  grid: Grid,
  match: (parts: readonly string[]) => HeadingMatch,
): Omit<TableHead, 'titles'> | undefined {
  const columns = [...new Set(rows.flatMap((row) => [...(grid.get(row)?.keys() ?? [])]))].sort(
    (a, b) => a - b,
  );
  const head: Omit<TableHead, 'titles'> = { row: rows.at(-1) ?? 0, office: 0, columns: [], passed: [] };
  for (const column of columns) {
    const parts = partsOf(column, rows, grid);
    const heading = parts.join(' ');
    const found = match(parts);
    if (found.kind === 'office') {
      if (head.office === 0) head.office = column;
      continue;
    }
    const headed = { column, heading, ...(found.unit && { unit: found.unit }) };
    if (found.kind === 'field') head.columns.push({ ...headed, field: found.field });
    else head.passed.push({ ...headed, why: found.why });
  }
  return head.office === 0 ? undefined : head;
}

/** What stands over a column, each text once; without merged cells a word reaches to the right over what has none. */
function partsOf(column: number, rows: readonly number[], grid: Grid): string[] {
  const parts = rows.map((row, index) => {
    const texts = grid.get(row);
    const own = texts?.get(column);
    if (own !== undefined || index === rows.length - 1) return own;
    return [...(texts ?? [])].filter(([at]) => at < column).at(-1)?.[1];
  });
  const own = rows.map((row) => grid.get(row)?.get(column));
  const isWhole = own.at(-1) === undefined;
  const told = isWhole ? own : parts;
  return told.filter((text, index): text is string => text !== undefined && text !== told[index - 1]);
}

function titlesAbove(first: number, grid: Grid): string[] {
  return [...new Set([...grid].flatMap(([row, texts]) => (row < first ? [...texts.values()] : [])))];
}

function distinct({ columns }: Pick<TableHead, 'columns'>): number {
  return new Set(columns.map(({ field }) => field)).size;
}

/** A year is no figure of a table, nor are the numbers of its columns. */
function isFigure(text: string): boolean {
  return /^-?[\d,]*\.?\d+%?$/.test(text) && !/^(?:20\d\d|\d{1,2})$/.test(text);
}
