import type { RawBook } from '#app/domain/workbook/raw-book.ts';
import { extractText } from './extract-text.server.ts';
import { framed, type WorkbookMarks } from './mark-workbook.server.ts';
import { FileProblem, ReportFileError } from './report-file-error.server.ts';
import { readZipDirectory } from './zip-directory.server.ts';

/** A filled template is a tenth of this. */
export const largestWorkbook = 5 * 1024 * 1024;

/** The cells of an uploaded workbook, read in a process of its own. Throws ReportFileError. */
export async function readWorkbook(fileName: string, bytes: Uint8Array): Promise<RawBook> {
  return named(fileName, async () => {
    judge(fileName, bytes);
    return JSON.parse(await extractText('xlsx', bytes)) as RawBook;
  });
}

/** The same workbook with explanations beside its rows, made in that process too. Throws ReportFileError. */
export async function markWorkbook(
  fileName: string,
  bytes: Uint8Array,
  marks: WorkbookMarks,
): Promise<Uint8Array<ArrayBuffer>> {
  return named(fileName, async () => {
    judge(fileName, bytes);
    return new Uint8Array(Buffer.from(await extractText('xlsx-marks', framed(marks, bytes)), 'base64'));
  });
}

/** By its name, its size, its first bytes and the directory of its archive, before anything unpacks it. */
function judge(fileName: string, bytes: Uint8Array): void {
  const type = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (type !== 'xlsx' && type !== 'xlsm') throw new ReportFileError('unknown_type', { file: fileName, type });
  if (bytes.length === 0) throw new FileProblem('empty_file');
  if (bytes.length > largestWorkbook)
    throw new ReportFileError('too_large', { file: fileName, bytes: bytes.length, limit: largestWorkbook });
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start === '\xd0\xcf\x11\xe0')
    throw new FileProblem(
      Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'wrong_content',
    );
  if (!start.startsWith('PK')) throw new FileProblem('wrong_content');
  const names = readZipDirectory(bytes).map(({ name }) => name);
  if (!names.includes('[Content_Types].xml') || !names.some((name) => name.startsWith('xl/')))
    throw new FileProblem('wrong_content');
}

/** Runs it, and names the file in what it is refused for. */
export async function named<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof FileProblem ? new ReportFileError(error.code, { file }) : error;
  }
}
