import type { Workbook, Worksheet } from 'exceljs';
import type { Sheet, SheetColumn } from './sheet.ts';
import { workbookBytes } from './xlsx-bytes.server.ts';
import { fittingColumns } from './xlsx-head.ts';
import { fontOf } from './xlsx-style.ts';
import { writeTable } from './xlsx-table.ts';
import { cellText, footText, linesOf, sheetName } from './xlsx-text.ts';

/**
 * A workbook of one sheet, as on screen: title, unit, heads, rows, notes. Figures are numbers shown by their formats, text
 * is text. Heads and leading columns stay in view, and on A4 landscape they are on every page.
 */
export async function xlsxFile(given: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = { ...given, columns: fittingColumns(given) };
  // loaded with the first file that is asked for, not with the server
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  describe(workbook, sheet);
  const page = workbook.addWorksheet(sheetName(sheet.name));
  page.columns = sheet.columns.map(({ width }) => ({ width }));
  const prose = proseColumns(sheet);
  writeProse(page, prose, { text: sheet.title, bold: true, size: 14 });
  if (sheet.unitLine) writeProse(page, prose, { text: sheet.unitLine, quiet: true });
  const { headEnd } = writeTable(page, sheet);
  page.addRow([]);
  for (const note of sheet.notes) writeProse(page, prose, { text: note, quiet: true });
  freeze(page, headEnd, sheet.frozen);
  setUpPrint(page, headEnd, sheet);
  return workbookBytes(workbook);
}

/** Widths of a digit on A4 landscape before the type becomes too small to read; beyond, the sheet takes pages side by side. */
const readableWidth = 260;
/** Title and notes are as wide as one reads comfortably. */
const proseWidth = 130;
const lineHeight = 15;
const inch = 25.4;

function describe(workbook: Workbook, { title }: Sheet): void {
  workbook.creator = '对标 Duibiao';
  workbook.lastModifiedBy = workbook.creator;
  workbook.title = cellText(title);
}

interface Prose {
  text: string;
  bold?: boolean;
  size?: number;
  quiet?: boolean;
}

interface ProsePlace {
  first: number;
  last: number;
  width: number;
}

/** A line of text across columns; merged cells do not grow by themselves, so its height is set. */
function writeProse(page: Worksheet, { first, last, width }: ProsePlace, { text, ...look }: Prose): void {
  const row = page.addRow([]);
  const scale = (look.size ?? 10.5) / 10.5;
  row.height = Math.min(409, (linesOf(text, width / scale) * lineHeight + 2) * scale);
  const cell = row.getCell(first);
  cell.value = cellText(text);
  cell.style = {
    font: fontOf(look),
    alignment: { wrapText: true, vertical: 'middle', horizontal: 'left' },
  };
  if (last > first) page.mergeCells(row.number, first, row.number, last);
}

/** The columns that title and notes take. On pages side by side those that each repeats stay free: they would cut the text. */
function proseColumns({ columns, frozen }: Sheet): ProsePlace {
  const first = pagesAcross(columns) > 1 ? frozen + 1 : 1;
  let last = first;
  let width = columns[first - 1]?.width ?? 0;
  for (const { width: next } of columns.slice(first)) {
    if (width + next > proseWidth) break;
    last += 1;
    width += next;
  }
  return { first, last, width };
}

function pagesAcross(columns: SheetColumn[]): number {
  return Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / readableWidth);
}

function freeze(page: Worksheet, headEnd: number, frozen: number): void {
  page.views = [{ state: 'frozen', xSplit: frozen, ySplit: headEnd, showGridLines: false }];
}

function setUpPrint(page: Worksheet, headEnd: number, { columns, frozen, title, foot }: Sheet): void {
  const margin = 12 / inch;
  const across = pagesAcross(columns);
  page.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: across,
    fitToHeight: 0,
    printTitlesRow: `1:${headEnd}`,
    printTitlesColumn: frozen > 0 ? `A:${page.getColumn(frozen).letter}` : undefined,
    margins: {
      left: margin,
      right: margin,
      top: 16 / inch,
      bottom: 16 / inch,
      header: margin / 2,
      footer: margin / 2,
    },
  };
  const footer = `&L&9 ${footText(foot ?? title)}&R&9 &P / &N`;
  page.headerFooter = { ...page.headerFooter, oddFooter: footer };
  // the title stands on the first page only
  if (across > 1)
    Object.assign(page.headerFooter, {
      differentFirst: true,
      firstFooter: footer,
      oddHeader: `&L&9 ${footText(title)}`,
    });
}
