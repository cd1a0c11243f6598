import { insertAudit } from '#db/queries/audit.server.ts';
import { deleteDocument, type KeptDocument } from '#db/queries/documents.server.ts';
import { existsImportFrom } from '#db/queries/import-trail.server.ts';
import { type Scope, type ScopedDb, scopeBehind, withScope } from '#db/scope.server.ts';
import { findImportPlace, type ImportPlace } from './import-place.server.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type DocumentKey, findVisible } from './kept-report.server.ts';

/** Why a kept report stays although an import is open. */
export type RemovalBarrier = 'kept_by_other' | 'document_used' | 'document_sent';

/**
 * Takes a kept report out again, its text and its file. Only what nothing rests on may go: nothing was ever accepted from it, and
 * it was not with the office when a report was sent. False where the document is not there for the scope, as for the same click
 * again. Throws ImportRefusal.
 */
export function removeReport(scope: Scope, key: DocumentKey, now: Date): Promise<boolean> {
  return withScope(scope, async (db) => {
    const place = await findImportPlace(db, key, now, { lock: true });
    if (typeof place === 'string') return false;
    const { office, year } = place;
    const document = await findVisible(db, { officeId: office.id, year, id: key.document });
    if (!document) return false;
    const barrier = place.barrier ?? (await removalBarrier(db, place, document));
    if (barrier) throw new ImportRefusal(barrier, { office: office.name, year, file: document.fileName });
    if (!(await deleteDocument(db, { officeId: office.id, id: document.id }))) return false;
    const { fileName: file, sha256 } = document;
    await insertAudit(db, {
      officeId: office.id,
      action: 'document.remove',
      subject: `${office.code}/${year}`,
      detail: { file, sha256, document: document.id },
      at: now.toISOString(),
    });
    return true;
  });
}

/** Each side looks after what it uploaded itself. */
export async function removalBarrier(
  db: ScopedDb,
  { office, stored }: Pick<ImportPlace, 'office' | 'stored'>,
  { id, keptBy, createdAt }: KeptDocument,
): Promise<RemovalBarrier | undefined> {
  if (keptBy !== scopeBehind(db).reach) return 'kept_by_other';
  if (await existsImportFrom(db, { officeId: office.id, document: id })) return 'document_used';
  const wasSent = keptBy === 'office' && (stored?.submittedAt ?? '') >= createdAt;
  return wasSent ? 'document_sent' : undefined;
}
