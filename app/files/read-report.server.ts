import { decodeText } from './decode-text.ts';
import { extractText } from './extract-text.server.ts';
import { FileProblem, ReportFileError } from './report-file-error.server.ts';
import { readZipDirectory } from './zip-directory.server.ts';

export interface ReportFile {
  text: string;
  mediaType: string;
}

interface Format {
  mediaType: string;
  /** Throws FileProblem. */
  read(bytes: Uint8Array): string | Promise<string>;
}

/** A report is a few pages; anything larger is something else. */
export const largestReport = 20 * 1024 * 1024;

const formats: Readonly<Record<string, Format>> = {
  txt: { mediaType: 'text/plain', read: readPlainText },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    read: readDocx,
  },
  pdf: { mediaType: 'application/pdf', read: readPdf },
};

/** Plain text of an uploaded report, by the type in its name and its first bytes. Throws ReportFileError. */
export async function readReportFile(fileName: string, bytes: Uint8Array): Promise<ReportFile> {
  const type = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (type === 'doc') throw new ReportFileError('old_word', { file: fileName });
  const format = Object.hasOwn(formats, type) ? formats[type] : undefined;
  if (!format) throw new ReportFileError('unknown_type', { file: fileName, type });
  if (bytes.length === 0) throw new ReportFileError('empty_file', { file: fileName });
  if (bytes.length > largestReport)
    throw new ReportFileError('too_large', { file: fileName, bytes: bytes.length, limit: largestReport });
  try {
    const text = await format.read(bytes);
    if (text.trim() === '') throw new FileProblem('empty_file');
    return { text, mediaType: format.mediaType };
  } catch (error) {
    throw error instanceof FileProblem ? new ReportFileError(error.code, { file: fileName }) : error;
  }
}

function readPlainText(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === undefined) throw new FileProblem('unreadable');
  return text;
}

async function readDocx(bytes: Uint8Array): Promise<string> {
  if (startsWith(bytes, oldOffice)) throw new FileProblem(oldOfficeProblem(bytes));
  if (!startsWith(bytes, zip)) throw new FileProblem('wrong_content');
  const names = readZipDirectory(bytes).map(({ name }) => name);
  if (!names.includes('[Content_Types].xml') || !names.some((name) => name.startsWith('word/')))
    throw new FileProblem('wrong_content');
  return extractText('docx', bytes);
}

/** Readers of PDF look for its mark within the first kilobyte. */
async function readPdf(bytes: Uint8Array): Promise<string> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw new FileProblem('wrong_content');
  return extractText('pdf', bytes);
}

const zip = [0x50, 0x4b];
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Word wraps a document with a password in the container of its old format. */
function oldOfficeProblem(bytes: Uint8Array): 'encrypted' | 'old_word' {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old_word';
}
