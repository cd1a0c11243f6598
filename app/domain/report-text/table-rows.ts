import { plainCharacter } from './characters.ts';
import { contactLabel } from './contact.ts';

/** A cell without spaces, in plain characters; offsets into the document as given. */
export interface Cell {
  text: string;
  start: number;
  end: number;
}

export interface TableRow {
  cells: Cell[];
  /** Of the whole line. */
  start: number;
  end: number;
  /** Parted by marks that only tables have: empty cells are then seen, and the row may be broken up. */
  marked: boolean;
  /** Lines without cells right above the row: titles, unit lines. */
  above: string[];
}

/** Rows that belong together. */
export type TextTable = TableRow[];

interface DocumentLine {
  text: string;
  start: number;
  end: number;
}

/** A row goes on after so many lines that hold no cells, such as a unit line or the rest of a cell that was wrapped. */
const linesBetween = 2;

/** Rows of tables as they stand in plain text: cells parted by tabs, bars, or at least two spaces. */
export function findTables(text: string): TextTable[] {
  const tables: TextTable[] = [];
  let table: TextTable = [];
  let loose: string[] = [];
  for (const line of linesOf(text)) {
    const row = rowOf(line);
    if (row) {
      if (loose.length > linesBetween && table.length > 0) {
        tables.push(withNote(table, loose));
        table = [];
      }
      table.push({ ...row, above: loose.slice(-3) });
      loose = [];
    } else loose.push(plain(line.text));
  }
  return table.length > 0 ? [...tables, withNote(table, loose)] : tables;
}

/** “注：单位为万元” right below a table is as good as above it. */
function withNote(table: TextTable, [below = '']: readonly string[]): TextTable {
  const [first, ...rest] = table;
  if (!first || !/^注：[^，。]{0,8}单位(?:均?为|：)/.test(below)) return table;
  return [{ ...first, above: [...first.above, below] }, ...rest];
}

function linesOf(text: string): DocumentLine[] {
  return [...text.matchAll(/[^\r\n\f\u2028\u2029]+/g)]
    .map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
    .filter(({ text }) => text.trim() !== '');
}

function rowOf({ text, start, end }: DocumentLine): Omit<TableRow, 'above'> | undefined {
  if (/^[\s|│｜:+\-—=─┼├┤┌┐└┘┬┴]+$/.test(text)) return undefined;
  const marks = /\t/.test(text.trim()) ? /\t/g : /[|│｜┃]/.test(text) ? /[|│｜┃]/g : undefined;
  const cells = cellsOf(text, start, marks ?? /(?: {2,}|[ \u00a0]*\u3000[ \u00a0\u3000]*|\u00a0{2,})/g);
  const framed = marks?.source.includes('|') ?? false;
  const inner = framed ? withoutFrame(cells) : marks ? cells : withoutIndent(cells);
  const full = inner.filter((cell) => cell.text !== '');
  if (full.length < 2 && !(marks && full.length === 1 && inner.length > 1)) return undefined;
  return { cells: inner, start, end, marked: marks !== undefined };
}

function cellsOf(text: string, offset: number, marks: RegExp): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const mark of text.matchAll(marks)) {
    cells.push(cellAt(text, from, mark.index, offset));
    from = mark.index + mark[0].length;
  }
  return [...cells, cellAt(text, from, text.length, offset)];
}

function cellAt(text: string, from: number, to: number, offset: number): Cell {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  const start = offset + from + (trimmed === '' ? 0 : raw.indexOf(trimmed));
  return { text: plain(trimmed), start, end: start + trimmed.length };
}

function withoutFrame(cells: Cell[]): Cell[] {
  const first = cells[0]?.text === '' ? 1 : 0;
  return cells.slice(first, cells.length > 1 && cells.at(-1)?.text === '' ? -1 : undefined);
}

/** How far a line is set in says nothing of how many cells are empty before it. */
function withoutIndent(cells: Cell[]): Cell[] {
  return cells.filter(({ text }) => text !== '');
}

function plain(text: string): string {
  return [...text].map(plainCharacter).join('').replaceAll(' ', '');
}

/** Stretches of a row that hold the name or telephone number of a person. */
export function contactCells({ cells }: TableRow): Cell[] {
  return cells.flatMap((cell, index) => {
    const next = cells[index + 1];
    if (!contactLabel.test(cell.text.replace(/：$/, ''))) return [];
    return next && !contactLabel.test(next.text) ? [cell, next] : [cell];
  });
}
