import type { Worksheet } from 'exceljs';
import { workbookBytes } from './xlsx-bytes.server.ts';
import { checkXmlParts } from './zip-directory.server.ts';

/** What is wrong with cells of a workbook, to be written into it. Rows and columns count from 1. */
export interface WorkbookMarks {
  /** Over the column of explanations. */
  heading: string;
  marks: { sheet: string; row: number; column: number; text: string }[];
}

/** Marks and workbook as one run of bytes, for the process that opens untrusted files. */
export function framed(marks: WorkbookMarks, bytes: Uint8Array): Uint8Array {
  const words = Buffer.from(JSON.stringify(marks));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(words.length);
  return Buffer.concat([length, words, bytes]);
}

/**
 * The workbook of a frame with its marks, in base64: marked cells on a coloured ground, and beside each row with any a column
 * that says what is wrong. Runs in the process for untrusted files; throws FileProblem.
 */
export async function markedWorkbook(given: Uint8Array): Promise<string> {
  const frame = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const start = 4 + frame.readUInt32LE(0);
  const { heading, marks } = JSON.parse(frame.subarray(4, start).toString()) as WorkbookMarks;
  const bytes = frame.subarray(start);
  checkXmlParts(bytes);
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never, {
    ignoreNodes: ['drawing', 'legacyDrawing', 'picture', 'tableParts'],
  });
  for (const sheet of workbook.worksheets) {
    const own = marks.filter((mark) => mark.sheet === sheet.name);
    if (own.length > 0) markSheet(sheet, heading, own);
  }
  return Buffer.from(await workbookBytes(workbook)).toString('base64');
}

const ground = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE3E0' } } as const;
const ink = { argb: 'FF9B1C12' };

function markSheet(sheet: Worksheet, heading: string, marks: WorkbookMarks['marks']): void {
  const column = freeColumn(sheet, heading);
  const first = Math.min(...marks.map(({ row }) => row));
  for (const row of new Set(marks.map((mark) => mark.row))) {
    const own = marks.filter((mark) => mark.row === row);
    for (const mark of own) {
      const cell = sheet.getCell(row, mark.column);
      cell.style = { ...cell.style, fill: ground };
    }
    const said = sheet.getCell(row, column);
    said.value = own.map(({ text }) => text).join('\n');
    said.style = { font: { color: ink }, fill: ground, alignment: { wrapText: true, vertical: 'top' } };
  }
  const head = sheet.getCell(Math.max(1, headRow(sheet, first)), column);
  head.value = heading;
  head.style = { font: { bold: true, color: ink } };
  sheet.getColumn(column).width = 50;
}

/** The column of an earlier round of explanations, emptied, or the one after the last. */
function freeColumn(sheet: Worksheet, heading: string): number {
  for (let column = 1; column <= sheet.columnCount; column += 1) {
    if (!sheet.getColumn(column).values.includes(heading)) continue;
    sheet.getColumn(column).eachCell((cell) => {
      cell.value = null;
      cell.style = {};
    });
    return column;
  }
  return sheet.columnCount + 1;
}

/** Where the sheet freezes its head, or the row above the first mark. */
function headRow(sheet: Worksheet, first: number): number {
  const frozen = (sheet.views ?? []).find((view) => view.state === 'frozen') as
    | { ySplit?: number }
    | undefined;
  return frozen?.ySplit && frozen.ySplit < first ? frozen.ySplit : first - 1;
}
