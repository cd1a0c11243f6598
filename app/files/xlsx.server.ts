import type { Workbook, Worksheet } from 'exceljs';
import type { Sheet } from './sheet.ts';
import { fontOf } from './xlsx-style.ts';
import { writeTable } from './xlsx-table.ts';
import { cellText, footText, linesOf, sheetName } from './xlsx-text.ts';

/**
 * A workbook of one sheet, as on screen: title, unit, heads, rows, notes. Figures are numbers shown by their formats, text
 * is text. Heads and leading columns stay in view, and on A4 landscape they are on every page.
 */
export async function xlsxFile(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  // loaded with the first file that is asked for, not with the server
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  describe(workbook, sheet);
  const page = workbook.addWorksheet(sheetName(sheet.name));
  page.columns = sheet.columns.map(({ width }) => ({ width }));
  writeProse(page, { text: sheet.title, bold: true, size: 14 });
  if (sheet.unitLine) writeProse(page, { text: sheet.unitLine, quiet: true });
  const { headEnd } = writeTable(page, sheet);
  page.addRow([]);
  for (const note of sheet.notes) writeProse(page, { text: note, quiet: true });
  freeze(page, headEnd, sheet.frozen);
  setUpPrint(page, headEnd, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
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

/** A line of text across the first columns; merged cells do not grow by themselves, so its height is set. */
function writeProse(page: Worksheet, { text, ...look }: Prose): void {
  const row = page.addRow([cellText(text)]);
  const { across, width } = proseColumns(page);
  const scale = (look.size ?? 10.5) / 10.5;
  row.height = Math.min(409, (linesOf(text, width / scale) * lineHeight + 2) * scale);
  row.getCell(1).style = {
    font: fontOf(look),
    alignment: { wrapText: true, vertical: 'middle', horizontal: 'left' },
  };
  if (across > 1) page.mergeCells(row.number, 1, row.number, across);
}

function proseColumns(page: Worksheet): { across: number; width: number } {
  const [first = 0, ...others] = page.columns.map(({ width = 0 }) => width);
  let [across, width] = [1, first];
  for (const other of others) {
    if (width + other > proseWidth) break;
    across += 1;
    width += other;
  }
  return { across, width };
}

function freeze(page: Worksheet, headEnd: number, frozen: number): void {
  page.views = [{ state: 'frozen', xSplit: frozen, ySplit: headEnd, showGridLines: false }];
}

function setUpPrint(page: Worksheet, headEnd: number, { columns, frozen, title, foot }: Sheet): void {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const margin = 12 / inch;
  page.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: Math.ceil(width / readableWidth),
    fitToHeight: 0,
    printTitlesRow: `1:${headEnd}`,
    printTitlesColumn: frozen > 0 ? `A:${page.getColumn(frozen).letter}` : undefined,
    margins: {
      left: margin,
      right: margin,
      top: margin,
      bottom: 16 / inch,
      header: margin / 2,
      footer: margin / 2,
    },
  };
  page.headerFooter.oddFooter = `&L&9 ${footText(foot ?? title)}&R&9 &P / &N`;
}
