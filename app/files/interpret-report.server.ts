import type { ReportReading } from '#app/domain/report-text/index.ts';
import { extractText } from './extract-text.server.ts';
import { FileProblem, ReportFileError } from './report-file-error.server.ts';

/**
 * What the text of an uploaded report says, worked out in the process that opens files: a text made for it takes a second and
 * more, and everybody else would wait. Throws ReportFileError.
 */
export async function interpretReport({
  fileName,
  text,
}: {
  fileName: string;
  text: string;
}): Promise<ReportReading> {
  try {
    return JSON.parse(await extractText('reading', Buffer.from(text)));
  } catch (error) {
    throw error instanceof FileProblem ? new ReportFileError(error.code, { file: fileName }) : error;
  }
}
