import { isOfField, readAuditDetail } from '#app/domain/audit-trail.ts';
import { chinaTime } from '#app/domain/office-year.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { findOfficeByCode } from '#db/queries/offices.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';
import { type AuditActor, findActors } from './audit-actor.server.ts';

/** What happened at one field of the form: a change of its value, or a step of the whole report (then without values). */
export interface FieldEvent {
  seq: number;
  /** “YYYY-MM-DD HH:MM” in China. */
  at: string;
  by: AuditActor;
  action: string;
  from?: string;
  to?: string;
  reason?: string;
}

const steps = ['import', 'submit', 'withdraw', 'return', 'approve'].map((step) => `submission.${step}`);
const mostEvents = 100;

/**
 * The history of a field of an office's report, newest first, at most 100 events: values typed, reviewed scores, comments,
 * and the steps of the report between them. `scores.<node>` tells of every part of a score. Nothing of another tenant.
 */
export async function findFieldHistory(
  db: ScopedDb,
  { officeCode, year, field }: { officeCode: string; year: number; field: string },
): Promise<FieldEvent[]> {
  const office = await findOfficeByCode(db, officeCode);
  if (!office) return [];
  const { actorOf } = await findActors(db);
  const of = { officeId: office.id, year, limit: mostEvents };
  const changed = await findAllAudit(db, { ...of, field });
  const taken = await findAllAudit(db, { ...of, action: 'submission' });
  const events = [...changed, ...taken.filter(({ action }) => steps.includes(action))].flatMap((entry) => {
    const { seq, action } = entry;
    const { changes, reason } = readAuditDetail(action, entry.detail);
    const event = { seq, at: chinaTime(entry.at), by: actorOf(entry.accountId), action };
    if (steps.includes(action)) return [{ ...event, ...(reason && { reason }) }];
    return changes
      .filter((change) => isOfField(change, field))
      .map(({ from, to, reason: own }) => ({
        ...event,
        from,
        to,
        ...((own ?? reason) && { reason: own ?? reason }),
      }));
  });
  return events.toSorted((a, b) => b.seq - a.seq).slice(0, mostEvents);
}
