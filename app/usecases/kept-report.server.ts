import { createHash } from 'node:crypto';
import { type ReportItem, type ReportItems, reportItems } from '#app/domain/report-import/report-items.ts';
import { type ReportReading, readReport } from '#app/domain/report-text/index.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import {
  findContent,
  findDocument,
  findKeptDocument,
  type KeptDocument,
} from '#db/queries/documents.server.ts';
import { findOfficeByCode } from '#db/queries/offices.server.ts';
import { findSubmission, type StoredSubmission } from '#db/queries/submission-content.server.ts';
import { remembered } from '#db/remembered.server.ts';
import { type Scope, type ScopedDb, scopeBehind, withScope } from '#db/scope.server.ts';
import type { ImportKey, ImportPlace } from './import-place.server.ts';

export interface DocumentKey extends ImportKey {
  /** Id of the document. */
  document: string;
}

/** A kept report as it is read, against what is held where it goes. */
export interface KeptReport extends ReportItems {
  document: KeptDocument;
  text: string;
  reading: ReportReading;
}

/**
 * What a kept report says. A document and its text never change, so that it is worked out once: when it is uploaded, or, some
 * 20 ms, when it is first looked at after a start. The reading is shared: do not change it.
 */
export function rememberReading(
  db: ScopedDb,
  document: string,
  read: () => ReportReading,
): Promise<ReportReading> {
  return remembered(db, { name: 'reading', of: document }, async () => read());
}

/**
 * Reads a kept report from its stored text. Undefined where there is none for this office and year, or where it is an office's
 * own and the district is not to see it yet.
 */
export async function findKeptReport(
  db: ScopedDb,
  place: ImportPlace,
  id: string,
): Promise<KeptReport | undefined> {
  const document = await findVisible(db, { officeId: place.office.id, year: place.year, id });
  const stored = document && (await findDocument(db, { officeId: place.office.id, id }));
  if (!stored) return undefined;
  const reading = await rememberReading(db, id, () => readReport(stored.text));
  return { document, text: stored.text, reading, ...reportItems(reading, place.framework, place.values) };
}

/** The file as it was uploaded, for somebody who takes it out, which the trail tells. Undefined as for `findKeptReport`. */
export function takeOriginal(
  scope: Scope,
  { officeCode, year, document: id }: DocumentKey,
  now: Date,
): Promise<(KeptDocument & { content: Uint8Array<ArrayBuffer> }) | undefined> {
  return withScope(scope, async (db) => {
    const office = await findOfficeByCode(db, officeCode);
    const document = office && (await findVisible(db, { officeId: office.id, year, id }));
    const content = document && (await findContent(db, { officeId: document.officeId, id }));
    if (!content) return undefined;
    const { officeId, fileName: file, sha256 } = document;
    const subject = `${officeCode}/${year}`;
    const detail = { file, sha256, document: id };
    await insertAudit(db, { officeId, action: 'document.download', subject, detail, at: now.toISOString() });
    return { ...document, content };
  });
}

/** Short, and different where anything stands otherwise in the fields of the item: what somebody saw before he accepted. */
export function markOf({ before }: ReportItem): string {
  const fields = Object.entries(before).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16);
}

/** An office's own document is the district's business once the office has sent a report after it. */
export function isVisible(
  db: ScopedDb,
  { keptBy, createdAt }: Pick<KeptDocument, 'keptBy' | 'createdAt'>,
  sent: Pick<StoredSubmission, 'status' | 'submittedAt'> | undefined,
): boolean {
  if (keptBy === 'district' || scopeBehind(db).reach === 'office') return true;
  return sent !== undefined && sent.status !== 'draft' && (sent.submittedAt ?? '') >= createdAt;
}

/** A kept report that the scope may see, without its text. */
export async function findVisible(
  db: ScopedDb,
  { officeId, year, id }: { officeId: string; year: number; id: string },
): Promise<KeptDocument | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const document = await findKeptDocument(db, { officeId, id });
  if (document?.year !== year) return undefined;
  return isVisible(db, document, await findSubmission(db, { officeId, year })) ? document : undefined;
}
