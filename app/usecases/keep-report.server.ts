import { createHash } from 'node:crypto';
import { figureOutOfRange } from '#app/domain/figure-range.ts';
import { isSameOffice } from '#app/domain/office-name.ts';
import {
  isOfficeReport,
  longestReport,
  type ReportReading,
  toSubmissionContent,
} from '#app/domain/report-text/index.ts';
import { interpretReportFile } from '#app/files/read-report.server.ts';
import { ReportFileError } from '#app/files/report-file-error.server.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { insertDocument } from '#db/queries/documents.server.ts';
import { type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { findImportPlace, type ImportKey, type ImportPlace } from './import-place.server.ts';
import { ImportRefusal } from './import-refusal.ts';
import { rememberReading } from './kept-report.server.ts';

export interface UploadedReport extends ImportKey {
  fileName: string;
  bytes: Uint8Array;
}

/** A file that was read and is a report of some office and year, not yet known to be those it is filed for. */
export interface ReadUpload extends UploadedReport {
  sha256: string;
  mediaType: string;
  text: string;
  reading: ReportReading;
}

/**
 * Keeps an uploaded report with its original, so that it can be looked at, accepted in parts and taken back later; the form is
 * not touched. Returns the document's id; the same file again gets the same. Throws ImportRefusal, with nothing written, for
 * what does not fit.
 */
export async function keepReport(scope: Scope, upload: UploadedReport, now: Date): Promise<string> {
  const report = await readUploaded(upload);
  return withScope(scope, (db) => keepWithin(db, report, now));
}

/** The part before the database. Throws ImportRefusal for a file that is no report. */
export async function readUploaded(upload: UploadedReport): Promise<ReadUpload> {
  const { fileName, bytes } = upload;
  const { text, mediaType, reading } = await interpretReportFile(fileName, bytes).catch(refuseFile);
  if (text.length > longestReport)
    throw new ImportRefusal('too_long', { file: fileName, characters: text.length, limit: longestReport });
  if (!reading || !isOfficeReport(reading)) throw new ImportRefusal('not_a_report', { file: fileName });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...upload, sha256, mediaType, text, reading };
}

/** The part inside the transaction. Throws ImportRefusal for a report of another office or year, or for one not wanted now. */
export async function keepWithin(db: ScopedDb, report: ReadUpload, now: Date): Promise<string> {
  const { officeCode, year, fileName, bytes, mediaType, sha256, text } = report;
  const place = await findImportPlace(db, report, now);
  if (typeof place === 'string') throw new ImportRefusal(place, { office: officeCode, year });
  checkFit(report, place);
  const { office } = place;
  const at = now.toISOString();
  const document = { officeId: office.id, year, fileName, mediaType, sha256, text, content: bytes, at };
  const { id, isNew } = await insertDocument(db, document);
  if (!isNew) return id;
  await insertAudit(db, {
    officeId: office.id,
    action: 'document.keep',
    subject: `${office.code}/${year}`,
    detail: { file: fileName, sha256, document: id },
    at,
  });
  await rememberReading(db, id, () => report.reading);
  return id;
}

function checkFit(
  { reading, fileName, year }: ReadUpload,
  { office, framework, barrier }: ImportPlace,
): void {
  const stated = reading.office?.value ?? '';
  if (!isSameOffice(stated, office.name))
    throw new ImportRefusal('other_office', { office: office.name, stated });
  if (reading.year?.value !== year)
    throw new ImportRefusal('other_year', { year, stated: reading.year?.value ?? '' });
  if (barrier) throw new ImportRefusal(barrier, { office: office.name, year });
  const tooLarge = figureOutOfRange(toSubmissionContent(reading, framework).content);
  if (tooLarge) throw new ImportRefusal('beyond_range', { file: fileName, value: tooLarge.value });
}

function refuseFile(error: unknown): never {
  throw error instanceof ReportFileError ? new ImportRefusal(error.code, error.params) : error;
}
