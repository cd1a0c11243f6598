import { mayBeReport } from '#app/domain/report-text/may-be-report.ts';
import { decodeText } from './decode-text.ts';
import { type ExtractedReport, extractReport, extractText } from './extract-text.server.ts';
import { FileProblem, ReportFileError } from './report-file-error.server.ts';
import { readZipDirectory } from './zip-directory.server.ts';

export interface ReportFile {
  text: string;
  mediaType: string;
}

/** A report is a few pages; anything larger is something else. */
export const largestReport = 20 * 1024 * 1024;

const mediaTypes = {
  txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
type Format = keyof typeof mediaTypes;

/** Plain text of a report, by the type in its name and its first bytes. Throws ReportFileError. */
export function readReportFile(fileName: string, bytes: Uint8Array): Promise<ReportFile> {
  return readAs(fileName, bytes, async (format) => ({ text: await textOf(format, bytes) }));
}

/** The same with what it says, both from one process. Throws ReportFileError. */
export function interpretReportFile(
  fileName: string,
  bytes: Uint8Array,
): Promise<ReportFile & ExtractedReport> {
  return readAs(fileName, bytes, (format) => reportOf(format, bytes));
}

async function readAs<Report extends { text: string }>(
  fileName: string,
  bytes: Uint8Array,
  read: (format: Format) => Promise<Report>,
): Promise<Report & ReportFile> {
  const type = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (type === 'doc') throw new ReportFileError('old_word', { file: fileName });
  if (!isFormat(type)) throw new ReportFileError('unknown_type', { file: fileName, type });
  if (bytes.length === 0) throw new ReportFileError('empty_file', { file: fileName });
  if (bytes.length > largestReport)
    throw new ReportFileError('too_large', { file: fileName, bytes: bytes.length, limit: largestReport });
  try {
    const report = await read(type);
    if (report.text.trim() === '') throw new FileProblem('empty_file');
    return { ...report, mediaType: mediaTypes[type] };
  } catch (error) {
    throw error instanceof FileProblem ? new ReportFileError(error.code, { file: fileName }) : error;
  }
}

function isFormat(type: string): type is Format {
  return Object.hasOwn(mediaTypes, type);
}

async function textOf(format: Format, bytes: Uint8Array): Promise<string> {
  if (format === 'txt') return plainText(bytes);
  judges[format](bytes);
  return extractText(format, bytes);
}

async function reportOf(format: Format, bytes: Uint8Array): Promise<ExtractedReport> {
  if (format !== 'txt') {
    judges[format](bytes);
    return extractReport(format, bytes);
  }
  const text = plainText(bytes);
  return mayBeReport(text) ? { ...(await extractReport('txt', Buffer.from(text))), text } : { text };
}

function plainText(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === undefined) throw new FileProblem('unreadable');
  return text;
}

/** What the first bytes refuse before a process opens the rest. */
const judges = { docx: judgeDocx, pdf: judgePdf };

function judgeDocx(bytes: Uint8Array): void {
  if (startsWith(bytes, oldOffice)) throw new FileProblem(oldOfficeProblem(bytes));
  if (!startsWith(bytes, zip)) throw new FileProblem('wrong_content');
  const names = readZipDirectory(bytes).map(({ name }) => name);
  if (!names.includes('[Content_Types].xml') || !names.some((name) => name.startsWith('word/')))
    throw new FileProblem('wrong_content');
}

/** Readers of PDF look for its mark within the first kilobyte. */
function judgePdf(bytes: Uint8Array): void {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw new FileProblem('wrong_content');
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
