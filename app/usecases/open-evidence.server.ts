import { kindOfMediaType } from '#app/domain/evidence-file.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { findEvidenceContent } from '#db/queries/evidence-files.server.ts';
import { findOfficeByCode } from '#db/queries/offices.server.ts';
import { findAllSubmissionHeads } from '#db/queries/submissions.server.ts';
import { type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import type { FilingKey } from './filing-place.server.ts';

export interface OpenedEvidence {
  fileName: string;
  mediaType: string;
  content: Uint8Array<ArrayBuffer>;
}

/**
 * An evidence file with its content, and the entry in the trail that it was taken along. Undefined where there is none for
 * this scope: the district reads what was sent, and nothing while the report is a draft of the office's own again.
 */
export function openEvidence(
  scope: Scope,
  { id, address, ...key }: FilingKey & { id: string; address: string },
): Promise<OpenedEvidence | undefined> {
  return withScope(scope, async (db) => {
    const office = await findOfficeByCode(db, key.officeCode);
    if (!office || !(await isOpen(db, scope, { officeId: office.id, year: key.year }))) return undefined;
    const file = await findEvidenceContent(db, { officeId: office.id, year: key.year, id });
    if (!file) return undefined;
    const kind = kindOfMediaType(file.mediaType) ?? '';
    // what an office has not sent is not told to the district, in the trail neither
    const detail = scope.reach === 'office' ? {} : { file: file.fileName };
    await insertAudit(db, { action: `export.evidence.${kind}`, subject: address, detail });
    return file;
  });
}

async function isOpen(
  db: ScopedDb,
  { reach }: Scope,
  { officeId, year }: { officeId: string; year: number },
): Promise<boolean> {
  if (reach === 'office') return true;
  const [head] = await findAllSubmissionHeads(db, { officeIds: [officeId], year });
  return head !== undefined && head.status !== 'draft';
}
