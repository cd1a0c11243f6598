/** Why a file is not read. The words in both languages come from whoever asks. */
export const reportFileErrors = [
  'unknown_type',
  'not_yet_readable',
  'empty_file',
  'too_large',
  'unreadable',
] as const;
export type ReportFileErrorCode = (typeof reportFileErrors)[number];

/** A file that cannot be read, with what its message names. */
export class ReportFileError extends Error {
  readonly code: ReportFileErrorCode;
  readonly params: Record<string, string | number>;

  constructor(code: ReportFileErrorCode, params: Record<string, string | number>) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ReportFileError';
    this.code = code;
    this.params = params;
  }
}

export interface ReportFile {
  text: string;
  mediaType: string;
}

/** A report is a few pages; anything larger is something else. */
export const largestReport = 20 * 1024 * 1024;

const laterTypes = ['docx', 'pdf'];

/** Plain text of an uploaded report, by the type in its name. Throws ReportFileError. */
export async function readReportFile(fileName: string, bytes: Uint8Array): Promise<ReportFile> {
  const type = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (laterTypes.includes(type)) throw new ReportFileError('not_yet_readable', { file: fileName, type });
  if (type !== 'txt') throw new ReportFileError('unknown_type', { file: fileName, type });
  if (bytes.length === 0) throw new ReportFileError('empty_file', { file: fileName });
  if (bytes.length > largestReport)
    throw new ReportFileError('too_large', { file: fileName, bytes: bytes.length, limit: largestReport });
  const text = decodeText(bytes);
  if (text === undefined) throw new ReportFileError('unreadable', { file: fileName });
  if (text.trim() === '') throw new ReportFileError('empty_file', { file: fileName });
  return { text, mediaType: 'text/plain' };
}

/** Text files from Chinese offices are GB18030 as often as UTF-8: a byte order mark decides, then strict UTF-8, then GB18030. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encodings = [byteOrderMark(bytes) ?? 'utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding);
    // a zero character is in no text: the bytes are of something else
    if (text !== undefined && !text.includes('\0')) return text;
  }
  return undefined;
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
