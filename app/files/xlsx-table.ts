import type { Worksheet } from 'exceljs';
import type { Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts';
import { writeHead } from './xlsx-head.ts';
import { barColour, cellStyles, textIndent } from './xlsx-style.ts';
import { linesOf, workbookCell } from './xlsx-text.ts';

/** Heads, rows, bars and filter, below what the page holds already. */
export function writeTable(page: Worksheet, sheet: Sheet): { headEnd: number } {
  const { columns, rows, head } = sheet;
  writeHead(page, head, columns);
  const headEnd = page.rowCount;
  const styleOf = cellStyles();
  for (const [index, row] of rows.entries())
    writeRow(page, { row, columns, before: rows[index - 1], after: rows[index + 1], styleOf });
  drawBars(page, sheet, headEnd);
  offerFilter(page, sheet, headEnd);
  return { headEnd };
}

const lineHeight = 15;
/** Points; a row cannot be taller. */
const tallest = 409;

interface RowPlace {
  row: SheetRow;
  columns: SheetColumn[];
  before?: SheetRow;
  after?: SheetRow;
  styleOf: ReturnType<typeof cellStyles>;
}

function writeRow(
  page: Worksheet,
  { row: { kind, cells }, columns, before, after, styleOf }: RowPlace,
): void {
  const row = page.addRow([]);
  const rule = {
    above: kind === 'summary' && before?.kind !== 'summary',
    below: after === undefined,
  };
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    const { value, format } = workbookCell(cell);
    const target = row.getCell(index + 1);
    if (value !== '') target.value = value;
    const figure = typeof cell === 'object' ? cell : undefined;
    target.style = styleOf({
      figure: figure !== undefined || column.decimals !== undefined,
      bold: kind !== 'body' || figure?.strong === true,
      quiet: figure === undefined && column.decimals !== undefined,
      indent: textIndent(index),
      shade: figure?.shade,
      format,
      ...rule,
    });
  });
  const lines = kind === 'heading' ? 1 : linesOfRow(cells, columns);
  // not every program makes room for broken lines by itself
  if (lines > 1) row.height = Math.min(tallest, lines * lineHeight + 3);
  if (kind === 'heading' && columns.length > 1)
    page.mergeCellsWithoutStyle(row.number, 1, row.number, columns.length);
}

function linesOfRow(cells: SheetCell[], columns: SheetColumn[]): number {
  return Math.max(
    1,
    ...cells.map((cell, index) =>
      typeof cell === 'string' ? linesOf(cell, (columns[index]?.width ?? 10) - textIndent(index)) : 1,
    ),
  );
}

/** Bars run from 0 to the end of the scale, in one colour; totals and means have none. */
function drawBars(page: Worksheet, { columns, rows }: Sheet, headEnd: number): void {
  const runs = bodyRuns(rows);
  columns.forEach(({ barTo }, index) => {
    if (barTo === undefined || runs.length === 0) return;
    const { letter } = page.getColumn(index + 1);
    page.addConditionalFormatting({
      ref: runs.map(([from, to]) => `${letter}${headEnd + from}:${letter}${headEnd + to}`).join(' '),
      rules: [
        {
          type: 'dataBar',
          priority: index + 1,
          gradient: false,
          minLength: 0,
          maxLength: 100,
          border: false,
          cfvo: [
            { type: 'num', value: 0 },
            { type: 'num', value: barTo },
          ],
          color: { argb: barColour },
        } as never,
      ],
    });
  });
}

/** Filters the first block of rows: a merged heading inside could not be sorted. */
function offerFilter(page: Worksheet, { columns, rows }: Sheet, headEnd: number): void {
  const [run] = bodyRuns(rows);
  if (run?.[0] !== 1 || run[1] < 2) return;
  page.autoFilter = {
    from: { row: headEnd, column: 1 },
    to: { row: headEnd + run[1], column: columns.length },
  };
}

/** First and last row of each block of body rows, counted from 1. */
function bodyRuns(rows: SheetRow[]): [number, number][] {
  const runs: [number, number][] = [];
  rows.forEach(({ kind }, index) => {
    if (kind !== 'body') return;
    const run = runs.at(-1);
    if (run?.[1] === index) run[1] = index + 1;
    else runs.push([index + 1, index + 1]);
  });
  return runs;
}
