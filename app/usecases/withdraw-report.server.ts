import { isReadIn } from '#app/domain/submission.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { upsertDraft } from '#db/queries/drafts.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { updateStatus } from '#db/queries/submissions.server.ts';
import { type Scope, withScope } from '#db/scope.server.ts';
import { type FilingKey, mayStep, openFiling, refuseUnlessDone } from './filing-place.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { reasonOf } from './filing-words.ts';
import { valuesOf } from './working-copy.server.ts';

/**
 * The approver takes back what the reviewer has not settled yet: a draft again, with a fresh working copy of what was sent.
 * `seen`: the submission's version on the reader's screen. Throws FilingRefusal with nothing written.
 */
export function withdrawReport(
  scope: Scope,
  { seen, reason, ...key }: FilingKey & { seen: number; reason: string },
  now: Date,
): Promise<void> {
  return withScope(scope, async (db) => {
    const why = reasonOf(reason);
    const place = await openFiling(db, key, { lock: true });
    const step = { command: 'withdraw', action: 'submission.withdraw', seen } as const;
    if (!(await mayStep(db, place, step, now))) return;
    const stored = await findSubmission(db, { officeId: place.office.id, year: key.year });
    if (!stored) return;
    if (isReadIn(stored.origin)) throw new FilingRefusal('public_report', { office: place.office.name });
    const { officeId, year, revision } = stored;
    const unsent = { status: 'draft', submittedAt: null, submittedBy: null, receipt: null } as const;
    if (!(await updateStatus(db, { officeId, year, version: seen, ...unsent }))) {
      await refuseUnlessDone(db, place, step);
      return;
    }
    const at = now.toISOString();
    const fresh = await upsertDraft(db, {
      officeId,
      year,
      version: place.draftVersion,
      baseRevision: revision,
      fields: valuesOf(stored),
      at,
    });
    if (!fresh) throw new FilingRefusal('changed_meanwhile', { office: place.office.name, year });
    await insertAudit(db, {
      officeId,
      action: step.action,
      subject: place.subject,
      detail: { revision, reason: why, receipt: stored.receipt, seen },
      at,
    });
  });
}
