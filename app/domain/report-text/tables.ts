import type { MoneyItem, RateItem } from '../submission.ts';
import { quoteAt } from './mapped-text.ts';
import { type MonthRead, tableMonths } from './monthly.ts';
import type { AmountCandidate, Read, ReportReading } from './reading.ts';
import { blocksOf, isBlank, isFigure, type TableBlock } from './table-blocks.ts';
import { type TableFigure, tableMoney } from './table-money.ts';
import { tableIndicators, tableProblems, tableProjects } from './table-outcomes.ts';
import { type Cell, contactCells, findTables, type TableRow } from './table-rows.ts';
import { tableScores } from './table-scores.ts';

/** The tables of a document, and what they leave to be read as prose. Offsets into the document as given. */
export interface DocumentTables {
  blocks: TableBlock[];
  /** Rows that were read as a table's, and not as prose. */
  rows: TableRow[];
  /** Stretches that are no prose: rows under a heading, and the contact data of people. */
  hidden: { start: number; end: number }[];
  /** Places where a row of long cells is parted into lines. */
  breaks: { start: number; end: number }[];
}

export function readTables(text: string): DocumentTables {
  const tables = findTables(text);
  const blocks = tables.flatMap(blocksOf);
  const understood = new Set(blocks.flatMap(rowsUnderstood));
  const loose = tables.flat().filter((row) => !understood.has(row));
  return {
    blocks,
    rows: [...understood],
    hidden: [...understood, ...loose.filter(({ marked }) => marked).flatMap(contactCells)].sort(
      (a, b) => a.start - b.start,
    ),
    breaks: loose.filter(({ marked }) => marked).flatMap(gapsOf),
  };
}

/** A row without bare figures below a heading row is a passage that the form holds as well, or says its units itself. */
function rowsUnderstood({ head, rows }: TableBlock): TableRow[] {
  if (!head) return [];
  const full = ({ cells }: TableRow) => cells.filter(({ text }) => !isBlank(text));
  return [
    head,
    ...rows.filter(
      (row) => full(row).some(({ text }) => isFigure(text) && !/[元%分]$/.test(text)) || full(row).length > 3,
    ),
  ];
}

/** Cells that hold sentences or headings are lines of their own; short ones say something only together. */
function gapsOf({ cells }: TableRow): { start: number; end: number }[] {
  const apart = cells.some(({ text }) => text.length >= 20 || /[。；]/.test(text));
  if (!apart) return [];
  return cells.slice(1).map((cell, index) => ({ start: cells[index]?.end ?? cell.start, end: cell.start }));
}

export interface TableReading {
  amounts: AmountCandidate[];
  /** Amounts whose unit nothing names, table by table. */
  withoutUnit: AmountCandidate[][];
  rates: { field: RateItem; read: Read<string> }[];
  scores: ReportReading['scores'];
  indicators: ReportReading['indicators'];
  keyProjects: ReportReading['keyProjects'];
  months: MonthRead[];
  problems: ReportReading['problems'];
  measures: ReportReading['measures'];
}

/** What the tables state, in the order of the document. */
export function interpretTables(
  text: string,
  { blocks }: DocumentTables,
  context: { year?: number; stem?: string },
): TableReading {
  const quote = ({ start, end }: TableRow) => quoteAt(text, start, end);
  const money = blocks.map((block) => tableMoney(block, context));
  const amounts = money.map((one) =>
    one.amounts.map((figure) => ({ figure, candidate: candidateOf(text, figure) })),
  );
  const quoteOfCell = ({ start, end }: Cell) => quoteAt(text, start, end);
  const problems = blocks
    .map((block) => tableProblems(block, quoteOfCell))
    .find((one) => one.problems.length > 0);
  const ofOffice = blocks.filter(({ ofProjects }) => !ofProjects);
  return {
    amounts: amounts
      .flat()
      .filter(({ figure }) => figure.unitKnown)
      .map(({ candidate }) => candidate),
    withoutUnit: amounts.map((one) =>
      one.filter(({ figure }) => !figure.unitKnown).map(({ candidate }) => candidate),
    ),
    rates: money.flatMap((one) =>
      one.rates.map((figure) => ({
        field: figure.field,
        read: { value: figure.value, quote: quoteOfFigure(text, figure) },
      })),
    ),
    scores: ofOffice.flatMap((block) => tableScores(block, quote)),
    problems: problems?.problems ?? [],
    measures: problems?.measures ?? [],
    months: blocks.flatMap((block) => tableMonths(block, quote)),
    indicators: blocks.flatMap((block) => tableIndicators(block, quote)),
    keyProjects: blocks
      .filter(({ ofProjects }) => ofProjects)
      .flatMap((block) => tableProjects(block, quote)),
  };
}

function candidateOf(text: string, figure: TableFigure<MoneyItem>): AmountCandidate {
  const { field, value, printed } = figure;
  return { field, value, printed, quote: quoteOfFigure(text, figure), source: 'table' };
}

/** Label and figure where they stand side by side, else the figure. */
function quoteOfFigure(text: string, { label, cell }: TableFigure<MoneyItem | RateItem>) {
  const near = label && label.end <= cell.start && !text.slice(label.end, cell.start).includes('\n');
  return quoteAt(text, near ? label.start : cell.start, cell.end);
}
