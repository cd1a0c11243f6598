import type { IncomingHttpHeaders } from 'node:http';

/** The largest form: one submission with all its texts. */
export const bodyLimitBytes = 2 * 1024 * 1024;
/** A page that takes a document, or evidence files. */
export const uploadLimitBytes = 21 * 1024 * 1024;

/** An upload that is refused is still received and dropped up to here, or the browser would show a broken connection. */
export const droppedLimitBytes = 200 * 1024 * 1024;

/**
 * Whether the body is too large to be read at all. Its length must be declared (browsers do), because Node then reads no
 * more than that.
 */
export function bodyProblem(
  path: string,
  headers: IncomingHttpHeaders,
): 'tooLarge' | 'uploadTooLarge' | 'evidenceTooLarge' | 'badRequest' | undefined {
  if (headers['transfer-encoding'] !== undefined) return 'badRequest';
  const length = Number(headers['content-length'] ?? 0);
  if (/\/(import|workbook|template\.xlsx)$/.test(path))
    return length > uploadLimitBytes ? 'uploadTooLarge' : undefined;
  if (/^\/offices\/\d{9}\/\d{4}\/evidence$/.test(path))
    return length > uploadLimitBytes ? 'evidenceTooLarge' : undefined;
  return length > bodyLimitBytes ? 'tooLarge' : undefined;
}
