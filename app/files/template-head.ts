import type { Cell, Worksheet } from 'exceljs';
import { wordsRow } from '#app/domain/workbook/template-layout.ts';
import type { PlanColumn, PlanSheet } from './template-plan.ts';
import { fontOf, quietFill, ruled } from './xlsx-style.ts';
import { cellText, linesOf } from './xlsx-text.ts';

/** The key column stands before what one sees. */
export const firstShown = 2;
export const lineHeight = 15;
/** Below title and hint. */
export const firstHead = 4;

/** Keys in the hidden first row, and the sheet's mark where it meets the hidden first column. */
export function writeKeys(page: Worksheet, { mark, columns }: PlanSheet): void {
  page.getCell(1, 1).value = mark;
  columns.forEach(({ key }, index) => {
    const cell = page.getCell(1, index + firstShown);
    cell.style = {};
    cell.protection = { locked: true };
    if (key) cell.value = key;
  });
}

/** Title, hint, groups if there are any, head, notes if there are any; returns the last row. */
export function writeHead(page: Worksheet, sheet: PlanSheet): number {
  const { columns } = sheet;
  writeLines(page, sheet);
  let row = firstHead - 1;
  if (columns.some(({ group }) => group)) {
    row += 1;
    writeGroups(page, row, columns);
  }
  row += 1;
  writeHeadRow(page, row, columns, ({ heading }) => heading, {});
  if (columns.some(({ note }) => note)) {
    row += 1;
    writeHeadRow(page, row, columns, ({ note = '' }) => note, { quiet: true });
  }
  return row;
}

export function widthOf({ columns }: PlanSheet): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** A merged line wider than this is read by nobody: it ends where the window does. */
const widestLine = 160;

function writeLines(page: Worksheet, sheet: PlanSheet): void {
  const { title, hint, columns } = sheet;
  const last = columns.length + firstShown - 1;
  let end = firstShown;
  for (let width = 0; end < last && width < widestLine; end += 1)
    width += columns[end - firstShown]?.width ?? 0;
  [title, hint].forEach((text, index) => {
    const row = index + 2;
    page.getCell(row, 1).value = wordsRow;
    for (let column = firstShown; column <= last; column += 1) page.getCell(row, column).style = {};
    const cell = page.getCell(row, firstShown);
    cell.value = cellText(text);
    cell.font = fontOf(index === 0 ? { bold: true, size: 14 } : { quiet: true });
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'left' };
    page.mergeCells(row, firstShown, row, end);
    const width = Math.min(widestLine, widthOf(sheet));
    page.getRow(row).height = index === 0 ? 24 : lineHeight * linesOf(text, width) + 4;
  });
}

function writeGroups(page: Worksheet, row: number, columns: readonly PlanColumn[]): void {
  page.getCell(row, 1).value = wordsRow;
  columns.forEach(({ group = '' }, index) => {
    const cell = page.getCell(row, index + firstShown);
    cell.style = headLook({});
    if (group !== '' && columns[index - 1]?.group !== group) cell.value = cellText(group);
  });
  let from = 0;
  columns.forEach(({ group }, index) => {
    if (columns[index + 1]?.group === group) return;
    if (group && index > from) page.mergeCells(row, from + firstShown, row, index + firstShown);
    from = index + 1;
  });
}

function writeHeadRow(
  page: Worksheet,
  row: number,
  columns: readonly PlanColumn[],
  text: (column: PlanColumn) => string,
  look: { quiet?: boolean },
): void {
  page.getCell(row, 1).value = wordsRow;
  let lines = 2;
  columns.forEach((column, index) => {
    const cell = page.getCell(row, index + firstShown);
    if (text(column) !== '') cell.value = cellText(text(column));
    cell.style = headLook(look);
    lines = Math.max(lines, linesOf(text(column), column.width));
  });
  page.getRow(row).height = lines > 2 ? lineHeight * lines + 5 : 32;
}

function headLook({ quiet = false }: { quiet?: boolean }): Partial<Cell['style']> {
  return {
    font: fontOf(quiet ? { quiet, size: 9 } : { bold: true }),
    fill: quietFill,
    border: ruled,
    alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
  };
}
