import type { RawBook } from '#app/domain/workbook/raw-book.ts';
import { csvFile } from './csv.server.ts';
import { csvCells } from './csv-cells.server.ts';
import { extractionLimits, extractText } from './extract-text.server.ts';
import type { WorkbookMarks } from './mark-workbook.server.ts';
import { largestWorkbook, markWorkbook, named, readWorkbook } from './read-workbook.server.ts';
import { ReportFileError } from './report-file-error.server.ts';

/** The one sheet of a CSV file. */
const csvSheet = 'CSV';
/** As JSON in UTF-8 a table is longer than its file. */
const csvLimits = { ...extractionLimits, outputBytes: 4 * largestWorkbook };

export function isCsv(fileName: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(fileName);
}

/** The cells of an uploaded table, a workbook or CSV. Throws ReportFileError. */
export async function readTable(fileName: string, bytes: Uint8Array): Promise<RawBook> {
  if (!isCsv(fileName)) return readWorkbook(fileName, bytes);
  return csvCells(await rowsOf(fileName, bytes), csvSheet);
}

/** The same table with explanations beside its rows, in the format that it has. Throws ReportFileError. */
export async function markTable(
  fileName: string,
  bytes: Uint8Array,
  marks: WorkbookMarks,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!isCsv(fileName)) return markWorkbook(fileName, bytes, marks);
  return new Uint8Array(Buffer.from(csvFile(markedRows(await rowsOf(fileName, bytes), marks))));
}

/** The rows of a CSV file, read in a process of its own. */
function rowsOf(fileName: string, bytes: Uint8Array): Promise<string[][]> {
  return named(fileName, async () => {
    judge(fileName, bytes);
    return JSON.parse(await extractText('csv', bytes, csvLimits)) as string[][];
  });
}

/** With a last column, or the one of an earlier round of explanations, that says what is wrong with each row. */
function markedRows(rows: string[][], { heading, marks }: WorkbookMarks): string[][] {
  const former = rows.find((row) => row.includes(heading))?.indexOf(heading);
  const column = former ?? Math.max(0, ...rows.map((row) => row.length));
  const first = Math.min(...marks.map(({ row }) => row));
  const said = new Map<number, string>();
  for (const { row, text } of marks) said.set(row, [said.get(row), text].filter(Boolean).join('；'));
  const head = Math.max(1, first - 1);
  if (!said.has(head)) said.set(head, heading);
  return rows.map((row, index) => {
    const own = Array.from({ length: Math.max(row.length, column) }, (_, at) => row[at] ?? '');
    own[column] = said.get(index + 1) ?? '';
    return own;
  });
}

/** A text file has no directory to be judged by; what is none is told when it is decoded. */
function judge(fileName: string, bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ReportFileError('empty_file', { file: fileName });
  if (bytes.length > largestWorkbook)
    throw new ReportFileError('too_large', { file: fileName, bytes: bytes.length, limit: largestWorkbook });
}
