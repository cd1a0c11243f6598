import type { Alignment, Style, Worksheet } from 'exceljs';
import type { HeadCell, Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts';
import { barColour, fontOf, headFill, rules, shadeFill } from './xlsx-style.ts';
import { cellText, linesOf, widthOf, workbookCell } from './xlsx-text.ts';

/** Heads, rows, bars and filter, below what the page holds already. */
export function writeTable(page: Worksheet, sheet: Sheet): { headEnd: number } {
  const { columns, rows, head } = sheet;
  widen(page, sheet);
  writeHead(page, head, columns);
  const headEnd = page.rowCount;
  for (const [index, row] of rows.entries())
    writeRow(page, { row, columns, before: rows[index - 1], after: rows[index + 1] });
  drawBars(page, sheet, headEnd);
  offerFilter(page, sheet, headEnd);
  return { headEnd };
}

const lineHeight = 15;
/** Points; a row cannot be taller. */
const tallest = 409;

/** A number that does not fit its column shows as ####. */
function widen(page: Worksheet, { columns, rows }: Sheet): void {
  columns.forEach(({ width }, index) => {
    const figures = rows.map(({ cells }) => cells[index]).filter((cell) => typeof cell === 'object');
    const longest = Math.max(0, ...figures.map((cell) => widthOf(cell.text)));
    page.getColumn(index + 1).width = Math.max(width, longest + 2);
  });
}

function writeHead(page: Worksheet, head: HeadCell[][], columns: SheetColumn[]): void {
  const top = page.rowCount + 1;
  const heights = head.map(() => lineHeight);
  for (const { text, column, depth, across, down } of placed(head)) {
    const [row, last] = [top + depth, depth + down - 1];
    const style = headStyle(across > 1 ? undefined : columns[column], column);
    for (let y = 0; y < down; y += 1)
      for (let x = 0; x < across; x += 1)
        page.getCell(row + y, column + x + 1).style = {
          ...style,
          border: depth + y === 0 ? rules.headTop : y + depth === head.length - 1 ? rules.headEnd : rules.row,
        };
    page.getCell(row, column + 1).value = cellText(text);
    if (across > 1 || down > 1) page.mergeCellsWithoutStyle(row, column + 1, row + down - 1, column + across);
    const width = sum(columns.slice(column, column + across).map((covered) => covered.width));
    const above = sum(heights.slice(depth, last));
    heights[last] = Math.max(heights[last] ?? 0, linesOf(text, width) * lineHeight + 3 - above);
  }
  heights.forEach((height, depth) => {
    page.getRow(top + depth).height = height;
  });
}

/** Head cells take the first free place of their row, as in HTML. */
function placed(head: HeadCell[][]) {
  const taken = new Set<string>();
  return head.flatMap((cells, depth) => {
    let column = 0;
    return cells.map(({ text, across = 1, down = 1 }) => {
      while (taken.has(`${depth} ${column}`)) column += 1;
      for (let y = 0; y < down; y += 1)
        for (let x = 0; x < across; x += 1) taken.add(`${depth + y} ${column + x}`);
      return { text, column, depth, across, down };
    });
  });
}

interface RowPlace {
  row: SheetRow;
  columns: SheetColumn[];
  before?: SheetRow;
  after?: SheetRow;
}

function writeRow(page: Worksheet, { row: { kind, cells }, columns, before, after }: RowPlace): void {
  const row = page.addRow([]);
  const bold = kind !== 'body';
  const above = kind === 'summary' && before?.kind !== 'summary' ? rules.summaryTop : rules.row;
  const border = after ? above : { ...above, ...rules.end };
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    const { value, format } = workbookCell(cell);
    const target = row.getCell(index + 1);
    if (value !== '') target.value = value;
    target.style = { ...bodyStyle(cell, column, { bold, index }), ...(format && { numFmt: format }), border };
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

function headStyle(column: SheetColumn | undefined, index: number): Partial<Style> {
  const vertical = 'bottom';
  return {
    font: fontOf({ bold: true }),
    fill: headFill,
    alignment: column
      ? { ...alignmentOf(isFigures(column), index), vertical, wrapText: true }
      : { horizontal: 'center', vertical },
  };
}

function bodyStyle(
  cell: SheetCell,
  column: SheetColumn,
  { bold, index }: { bold: boolean; index: number },
): Partial<Style> {
  const figure = typeof cell === 'object' ? cell : undefined;
  const quiet = isFigures(column) && !figure;
  return {
    font: fontOf({ bold: bold || figure?.strong === true, quiet }),
    alignment: alignmentOf(figure !== undefined || isFigures(column), index),
    ...(figure?.shade !== undefined && { fill: shadeFill(figure.shade) }),
  };
}

function alignmentOf(isFigure: boolean, index: number): Partial<Alignment> {
  return isFigure
    ? { horizontal: 'right', vertical: 'middle' }
    : { horizontal: 'left', vertical: 'middle', wrapText: true, indent: textIndent(index) };
}

/** Text keeps away from a figure on its left. */
function textIndent(index: number): number {
  return index === 0 ? 0 : 1;
}

function isFigures({ decimals }: SheetColumn): boolean {
  return decimals !== undefined;
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

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
