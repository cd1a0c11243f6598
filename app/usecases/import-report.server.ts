import { createHash } from 'node:crypto';
import { isOfficeReport, longestReport, readReport } from '#app/domain/report-text/index.ts';
import { readReportFile } from '#app/files/read-report.server.ts';
import { ReportFileError } from '#app/files/report-file-error.server.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { findDocument, insertDocument } from '#db/queries/documents.server.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import { readScope, type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { type Destination, destinationOf, type ReportToImport } from './import-destination.server.ts';
import { ImportRefusal } from './import-refusal.ts';
import { fillIn, isFilledIn } from './imported-copy.server.ts';

export interface ImportInput {
  fileName: string;
  bytes: Uint8Array;
  /** Administrative code of the office that the report is filed for, 9 digits. */
  office: string;
  year: number;
  /** What somebody saw before accepting it; an import that no longer fits it is refused. */
  seen?: SeenImport;
}

export interface SeenImport {
  sha256: string;
  /** Of the submission that the report was compared with; null: there was none. */
  version: number | null;
  /** Of the office's working copy; 0: there was none, or it is the district that imports. */
  copy: number;
}

/** A file that was read and is a report of some office and year, not yet known to be those it is filed for. */
export interface ReadImport extends ReportToImport {
  sha256: string;
  size: number;
  mediaType: string;
  seen?: SeenImport;
}

export interface Imported {
  officeId: string;
  revision: number;
  version: number;
}

/**
 * Files a report for an office and year: reads it and stores document, revision, findings and audit in one transaction, as
 * `importedAs` says for the role. The same document again changes nothing and gets the same answer. Throws ImportRefusal,
 * with nothing written, for a file or report that does not fit.
 */
export async function importReport(scope: Scope, input: ImportInput, now: Date): Promise<Imported> {
  const report = await readImport(input);
  try {
    return await withScope(scope, (db) => storeImport(db, report, now));
  } catch (error) {
    if (!(error instanceof ImportRefusal && error.code === 'changed_meanwhile')) throw error;
    // of two clicks at once the slower finds the submission changed: by the other one, with the same document
    const done = await readScope(scope, async (db) =>
      importedAlready(db, report, await destinationOf(db, report)),
    );
    if (!done) throw error;
    return done;
  }
}

/** The part of an import before the database. Throws ImportRefusal for a file that is no report. */
export async function readImport({ bytes, ...input }: ImportInput): Promise<ReadImport> {
  const { fileName, seen } = input;
  const { text, mediaType } = await readReportFile(fileName, bytes).catch(refuseFile);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (seen && seen.sha256 !== sha256) throw new ImportRefusal('damaged', { file: fileName });
  if (text.length > longestReport)
    throw new ImportRefusal('too_long', { file: fileName, characters: text.length, limit: longestReport });
  const reading = readReport(text);
  if (!isOfficeReport(reading)) throw new ImportRefusal('not_a_report', { file: fileName });
  return { ...input, sha256, size: bytes.length, mediaType, text, reading };
}

/** The part inside the transaction. Throws ImportRefusal for a report of another office or year, or not wanted any more. */
export async function storeImport(db: ScopedDb, report: ReadImport, now: Date): Promise<Imported> {
  const destination = await destinationOf(db, report, { lock: true });
  const done = await importedAlready(db, report, destination);
  if (done) return done;
  const { office, current, copy, filing, accepted, findings } = destination;
  const { year, seen } = report;
  const changed = new ImportRefusal('changed_meanwhile', { office: office.name, year });
  if (seen && (seen.version !== (current?.version ?? null) || seen.copy !== (copy?.version ?? 0)))
    throw changed;
  const stored = await insertRevision(db, {
    officeId: office.id,
    year,
    ...filing,
    content: accepted.content,
    findings,
    quotes: accepted.quotes,
    documentId: await storeDocument(db, office.id, report),
    version: current?.version,
    submittedAt: null, // a draft is not submitted, and a public report was filed elsewhere
  });
  if (!stored) throw changed;
  const subject = `${office.code}/${year}`;
  const at = now.toISOString();
  const changes = copy && (await fillIn(db, copy, { year, revision: stored.revision, at }, accepted.content));
  if (copy && !changes) throw changed;
  await insertAudit(db, {
    officeId: office.id,
    action: 'submission.import',
    subject,
    detail: {
      revision: stored.revision,
      file: report.fileName,
      sha256: report.sha256,
      origin: filing.origin,
    },
    at,
  });
  if (changes?.length)
    await insertAudit(db, { officeId: office.id, action: 'draft.save', subject, detail: { changes }, at });
  return { officeId: office.id, ...stored };
}

/** The current revision, when it came from this very document and stands, with the form, as this import would leave it. */
async function importedAlready(
  db: ScopedDb,
  { sha256 }: ReadImport,
  { office, current, copy, filing, accepted }: Destination,
): Promise<Imported | undefined> {
  if (!current?.documentId || current.status !== filing.status || current.origin !== filing.origin)
    return undefined;
  const document = await findDocument(db, { officeId: office.id, id: current.documentId });
  if (document?.sha256 !== sha256 || (copy && !isFilledIn(copy, accepted.content))) return undefined;
  return { officeId: office.id, revision: current.revision, version: current.version };
}

function storeDocument(db: ScopedDb, officeId: string, report: ReadImport): Promise<string> {
  const { year, fileName, mediaType, sha256, size: bytes, text } = report;
  return insertDocument(db, { officeId, year, fileName, mediaType, sha256, bytes, text });
}

function refuseFile(error: unknown): never {
  throw error instanceof ReportFileError ? new ImportRefusal(error.code, error.params) : error;
}
