import { insertAudit } from '#db/queries/audit.server.ts';
import { deleteEvidenceFile, findAllEvidenceFiles } from '#db/queries/evidence-files.server.ts';
import { type Scope, withScope } from '#db/scope.server.ts';
import { evidenceField, touchCopy } from './attach-evidence.server.ts';
import type { FilingKey } from './filing-place.server.ts';
import { openCopy } from './save-draft.server.ts';

/**
 * Takes a file out of the office's working copy and returns its name; undefined where the copy has no such file, as for the
 * same click again. What a revision holds stays there. Throws FilingRefusal where the office cannot fill in now.
 */
export function removeEvidence(
  scope: Scope,
  { officeCode, year, id }: FilingKey & { id: string },
  now: Date,
): Promise<string | undefined> {
  return withScope(scope, async (db) => {
    const copy = await openCopy(db, { officeCode, year }, now);
    const { office, submission } = copy;
    const held = await findAllEvidenceFiles(db, { officeId: office.id, year, of: 'draft' });
    const file = held.find((each) => each.id === id);
    if (!file || !submission) return undefined;
    const { revision } = submission;
    const at = now.toISOString();
    await deleteEvidenceFile(db, { officeId: office.id, year, id, revision });
    await touchCopy(db, copy, { year, baseRevision: revision, at });
    const { node, fileName, sha256 } = file;
    await insertAudit(db, {
      officeId: office.id,
      action: 'draft.detach',
      subject: `${officeCode}/${year}`,
      detail: { changes: [{ field: evidenceField(node), from: fileName, to: '' }], sha256, id },
      at,
    });
    return fileName;
  });
}
