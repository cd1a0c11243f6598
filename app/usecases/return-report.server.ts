import { insertAudit } from '#db/queries/audit.server.ts';
import { updateStatus } from '#db/queries/submissions.server.ts';
import { type Scope, withScope } from '#db/scope.server.ts';
import { type FilingKey, mayStep, openFiling, refuseUnlessDone } from './filing-place.server.ts';
import { reasonOf } from './filing-words.ts';

/**
 * The reviewer sends a submitted or approved report back with a reason; the office goes on from its values. `seen`: the
 * submission's version on the reader's screen. Throws FilingRefusal with nothing written.
 */
export function returnReport(
  scope: Scope,
  { seen, reason, ...key }: FilingKey & { seen: number; reason: string },
  now: Date,
): Promise<void> {
  return withScope(scope, async (db) => {
    const returnReason = reasonOf(reason);
    const place = await openFiling(db, key);
    const step = { command: 'return', action: 'submission.return', seen } as const;
    if (!(await mayStep(db, place, step, now)) || !place.current) return;
    const { officeId, year, revision, status } = place.current;
    const changes = { status: 'returned', returnReason, approvedAt: null, approvedBy: null } as const;
    if (!(await updateStatus(db, { officeId, year, version: seen, ...changes }))) {
      await refuseUnlessDone(db, place, step);
      return;
    }
    await insertAudit(db, {
      officeId,
      action: step.action,
      subject: place.subject,
      detail: { revision, reason: returnReason, from: status, to: 'returned', seen },
      at: now.toISOString(),
    });
  });
}
