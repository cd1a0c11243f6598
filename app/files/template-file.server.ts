import type { Cell, Workbook, Worksheet } from 'exceljs';
import { columnLetters } from '#app/domain/workbook/raw-book.ts';
import { wordsRow } from '#app/domain/workbook/template-layout.ts';
import { firstHead, firstShown, lineHeight, widthOf, writeHead, writeKeys } from './template-head.ts';
import type { PlanCell, PlanColumn, PlanRow, PlanSheet, TemplatePlan } from './template-plan.ts';
import { workbookBytes } from './xlsx-bytes.server.ts';
import { fontOf, inputFill, quietFill, ruled } from './xlsx-style.ts';
import { cellText, footText, linesOf, sheetName } from './xlsx-text.ts';

/**
 * A workbook to be filled in: everything is locked, without a password, but the cells that take something. Keys stand in a
 * hidden row and column; what it was made for in a sheet that only a program shows. Text is text, never a formula.
 */
export async function templateFile(plan: TemplatePlan): Promise<Uint8Array<ArrayBuffer>> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '对标 Duibiao';
  workbook.title = cellText(plan.title);
  await writeCover(workbook, plan);
  for (const sheet of plan.sheets) await writeSheet(workbook, sheet, plan);
  writeHidden(workbook, plan);
  return workbookBytes(workbook);
}

/** In widths of a digit: what A4 takes upright at full size, and what it takes before the type becomes too small. */
const coverWidth = 82;
const widestUpright = 120;
/** Beyond this a sheet takes pages side by side. */
const widestPage = 260;

async function writeCover(workbook: Workbook, { title, cover, foot }: TemplatePlan): Promise<void> {
  const page = workbook.addWorksheet(sheetName(cover.name), { views: [{ showGridLines: false }] });
  page.getColumn(1).width = coverWidth;
  [title, ...cover.lines].forEach((line, index) => {
    const cell = page.getCell(index + 1, 1);
    cell.value = cellText(line);
    cell.font = fontOf(index === 0 ? { bold: true, size: 14 } : {});
    cell.alignment = { wrapText: true, vertical: 'top' };
    page.getRow(index + 1).height = index === 0 ? 26 : lineHeight * linesOf(line, coverWidth - 2) + 5;
  });
  setUpPrint(page, foot);
  await lock(page);
}

async function writeSheet(workbook: Workbook, sheet: PlanSheet, plan: TemplatePlan): Promise<void> {
  const page = workbook.addWorksheet(sheetName(sheet.name));
  sheet.columns.forEach((column, index) => {
    const shown = page.getColumn(index + firstShown);
    shown.width = column.width;
    // what a row added below takes
    if (takesInput(column) && sheet.roomBelow > 0) shown.style = inputStyle(column);
  });
  writeKeys(page, sheet);
  const headRow = writeHead(page, sheet);
  for (const row of sheet.rows) writeRow(page, row, sheet.columns);
  addChoices(page, sheet, { from: headRow + 1, plan });
  page.views = [
    { state: 'frozen', xSplit: firstShown + (sheet.frozen ?? 1) - 1, ySplit: headRow, showGridLines: false },
  ];
  setUpPrint(page, plan.foot, { titles: { rows: headRow, columns: sheet.frozen }, width: widthOf(sheet) });
  page.getRow(1).hidden = true;
  page.getColumn(1).hidden = true;
  await lock(page);
}

function writeRow(
  page: Worksheet,
  { key, isHeading, level = 1, cells }: PlanRow,
  columns: PlanColumn[],
): void {
  const row = page.rowCount + 1;
  page.getCell(row, 1).value = isHeading ? wordsRow : key;
  let lines = 1;
  columns.forEach((column, index) => {
    const cell = page.getCell(row, index + firstShown);
    const held = cells[index] ?? '';
    const text = typeof held === 'string' ? held : String(held.value);
    if (takesInput(column) && !isHeading) cell.style = inputStyle(column);
    else
      cell.style = {
        font: fontOf({ bold: isHeading || (index === 0 && level === 0), quiet: index > 1 }),
        border: ruled,
        alignment: {
          wrapText: true,
          vertical: 'middle',
          horizontal: 'left',
          indent: index === 0 ? Math.max(0, level - 1) : index > 2 ? 1 : 0,
        },
        ...(isHeading && { fill: quietFill }),
      };
    write(cell, held);
    lines = Math.max(lines, linesOf(text, column.width));
  });
  page.getRow(row).height = Math.min(lineHeight * lines + 5, 400);
}

function write(cell: Cell, held: PlanCell): void {
  const { value, format } = typeof held === 'string' ? { value: held } : held;
  if (value !== '') cell.value = typeof value === 'string' ? cellText(value) : value;
  // a text among figures stays text even when it is edited
  const shown = typeof value === 'string' && value !== '' ? '@' : format;
  if (!shown) return;
  const horizontal = shown === '@' ? 'left' : 'right';
  cell.style = { ...cell.style, numFmt: shown, alignment: { ...cell.alignment, horizontal } };
}

function takesInput({ key, locked }: PlanColumn): boolean {
  return key !== undefined && !locked;
}

function inputStyle({ format }: PlanColumn): Partial<Cell['style']> {
  const isText = format === undefined || format === '@';
  return {
    font: fontOf({}),
    fill: inputFill,
    border: ruled,
    numFmt: format ?? '@',
    protection: { locked: false },
    alignment: { wrapText: true, vertical: 'middle', horizontal: isText ? 'left' : 'right' },
  };
}

/** A drop-down a column; where it is not strict, other words may be typed too. */
function addChoices(
  page: Worksheet,
  sheet: PlanSheet,
  { from, plan }: { from: number; plan: TemplatePlan },
): void {
  const names = Object.keys(plan.choices);
  const validations = (page as unknown as { dataValidations: { add(range: string, rule: object): void } })
    .dataValidations;
  sheet.columns.forEach(({ choices, strict = false }, index) => {
    if (!choices) return;
    const letter = columnLetters(index + firstShown);
    const source = columnLetters(names.indexOf(choices) + 1);
    const count = plan.choices[choices]?.length ?? 0;
    validations.add(`${letter}${from}:${letter}${from + sheet.rows.length + sheet.roomBelow - 1}`, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: strict,
      formulae: [`'${plan.hidden.choices}'!$${source}$1:$${source}$${count}`],
    });
  });
}

function writeHidden(workbook: Workbook, { choices, hidden, meta }: TemplatePlan): void {
  const words = workbook.addWorksheet(hidden.choices, { state: 'veryHidden' });
  Object.values(choices).forEach((list, column) => {
    list.forEach((word, row) => {
      words.getCell(row + 1, column + 1).value = cellText(word);
    });
  });
  const page = workbook.addWorksheet(hidden.meta, { state: 'veryHidden' });
  for (const row of meta) page.addRow(row.map((text) => cellText(text)));
}

function lock(page: Worksheet): Promise<void> {
  return page.protect('', { insertRows: true, formatRows: true, formatColumns: true, formatCells: true });
}

function setUpPrint(
  page: Worksheet,
  foot: string,
  {
    titles,
    width = coverWidth,
  }: { titles?: { rows: number; columns?: number | undefined }; width?: number } = {},
): void {
  page.pageSetup = {
    paperSize: 9,
    orientation: width > widestUpright ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: Math.max(1, Math.ceil(width / widestPage)),
    fitToHeight: 0,
    ...(titles && { printTitlesRow: `${firstHead}:${titles.rows}` }),
    ...(titles?.columns && { printTitlesColumn: `B:${columnLetters(titles.columns + 1)}` }),
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.25, footer: 0.25 },
  };
  page.headerFooter = { ...page.headerFooter, oddFooter: `&L&9 ${footText(foot)}&R&9 &P / &N` };
}
