import type { Cell, CellValue, Worksheet } from 'exceljs';
import type { RawBook, RawCell, RawSheet, RawValue } from '#app/domain/workbook/raw-book.ts';
import { FileProblem } from './report-file-error.server.ts';
import { checkXmlParts } from './zip-directory.server.ts';

/** Nobody files more; a sheet that says so has its cells counted no further. */
const mostCells = 200_000;

/** What is not read: none of it holds a figure, and some of it is unfolded cell by cell. */
const ignoreNodes = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
];

/** The cells of a workbook. Runs in the process for untrusted files; throws FileProblem. */
export async function workbookCells(bytes: Uint8Array): Promise<RawBook> {
  checkXmlParts(bytes);
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never, { ignoreNodes });
  let cells = 0;
  const sheets = workbook.worksheets.map((sheet): RawSheet => {
    const read = sheetCells(sheet);
    cells += read.length;
    if (cells > mostCells) throw new FileProblem('unreadable_file', 'too many cells');
    return { name: sheet.name, cells: read };
  });
  return { sheets };
}

function sheetCells(sheet: Worksheet): RawCell[] {
  const merges = mergesOf(sheet);
  const cells: RawCell[] = [];
  sheet.eachRow((row, number) =>
    row.eachCell((cell, column) => {
      // a merged cell gives what its top left holds; only that is read
      if (cell.isMerged && cell.master !== cell) return;
      const held = heldBy(cell);
      const merged = merges.get(cell.address);
      if (held || merged)
        cells.push({
          row: number,
          column,
          held: held ?? { kind: 'text', text: '' },
          ...(merged && { merged }),
        });
    }),
  );
  return cells;
}

function mergesOf(sheet: Worksheet): Map<string, { rows: number; columns: number }> {
  const ranges = (sheet.model as { merges?: string[] }).merges ?? [];
  return new Map(
    ranges.map((range) => {
      const [from = '', to = ''] = range.split(':');
      const [start, end] = [sheet.getCell(from), sheet.getCell(to)];
      return [
        from,
        {
          rows: end.fullAddress.row - start.fullAddress.row + 1,
          columns: end.fullAddress.col - start.fullAddress.col + 1,
        },
      ];
    }),
  );
}

function heldBy(cell: Cell): RawValue | undefined {
  return rawValue(cell.value, cell.numFmt ?? '');
}

function rawValue(value: CellValue, format: string): RawValue | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') return { kind: 'text', text: plainText(value) };
  if (typeof value === 'number') return { kind: 'number', number: value, format };
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? { kind: 'error', text: '' }
      : { kind: 'day', day: value.toISOString().slice(0, 10) };
  if ('error' in value) return { kind: 'error', text: String(value.error) };
  if ('richText' in value)
    return { kind: 'text', text: plainText(value.richText.map(({ text }) => text ?? '').join('')) };
  if ('formula' in value || 'sharedFormula' in value)
    return rawValue(value.result as CellValue, format) ?? { kind: 'unvalued' };
  return 'text' in value ? rawValue(value.text as CellValue, format) : undefined;
}

/** One kind of line end, and nothing that no text holds. */
function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, '');
}
