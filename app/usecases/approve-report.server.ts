import { next } from '#app/domain/filing-steps.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { findAllOffices, type Office } from '#db/queries/offices.server.ts';
import { findRound } from '#db/queries/rounds.server.ts';
import { findAllSubmissionHeads, type SubmissionHead, updateStatus } from '#db/queries/submissions.server.ts';
import { type Scope, type ScopedDb, scopeBehind, withScope } from '#db/scope.server.ts';
import { type FilingKey, mayStep, openFiling, refuseUnlessDone } from './filing-place.server.ts';
import { FilingRefusal, type FilingRefusalCode } from './filing-refusal.ts';

const action = 'submission.approve';

/**
 * The reviewer approves a submitted report that somebody else submitted. `seen`: the submission's version on the reader's
 * screen. Throws FilingRefusal with nothing written.
 */
export function approveReport(
  scope: Scope,
  { seen, ...key }: FilingKey & { seen: number },
  now: Date,
): Promise<void> {
  return withScope(scope, async (db) => {
    const place = await openFiling(db, key);
    const step = { command: 'approve', action, seen } as const;
    if (!(await mayStep(db, place, step, now)) || !place.current) return;
    if (!(await approve(db, place.current, now))) {
      await refuseUnlessDone(db, place, step);
      return;
    }
    await tell(db, place.office, place.current, now);
  });
}

export interface ApprovedTogether {
  /** Codes of the offices. */
  approved: string[];
  refused: { office: string; code: FilingRefusalCode }[];
}

/**
 * Approves several reports in one transaction; what does not stand as it was `seen` (version by office code) is left as it is
 * and told, the others are approved. Throws FilingRefusal for a year without a round.
 */
export function approveReports(
  scope: Scope,
  { year, seen }: { year: number; seen: Readonly<Record<string, number>> },
  now: Date,
): Promise<ApprovedTogether> {
  return withScope(scope, async (db) => {
    if (!(await findRound(db, year))) throw new FilingRefusal('no_round', { year });
    const offices = (await findAllOffices(db)).filter(({ code }) => seen[code] !== undefined);
    const heads = await findAllSubmissionHeads(db, { officeIds: offices.map(({ id }) => id), year });
    const approved: [Office, SubmissionHead][] = [];
    const refused = unknownAmong(seen, offices);
    for (const office of offices) {
      const head = heads.find(({ officeId }) => officeId === office.id);
      const code = barrierTo(db, head, seen[office.code]);
      if (code === undefined && head && (await approve(db, head, now))) approved.push([office, head]);
      else refused.push({ office: office.code, code: code ?? 'changed_meanwhile' });
    }
    // entries come after every other lock: they queue up at the end of the district's chain
    for (const [office, head] of approved) await tell(db, office, head, now);
    return { approved: approved.map(([{ code }]) => code), refused };
  });
}

function barrierTo(
  db: ScopedDb,
  head: SubmissionHead | undefined,
  seen: number | undefined,
): FilingRefusalCode | undefined {
  const { role, accountId } = scopeBehind(db);
  const isSubmitter = accountId !== null && head?.submittedBy === accountId;
  const move = next(head?.status ?? 'none', 'approve', { role, isSubmitter });
  if ('refusal' in move) return move.refusal;
  return head?.version === seen ? undefined : 'changed_meanwhile';
}

function unknownAmong(
  seen: Readonly<Record<string, number>>,
  offices: Office[],
): ApprovedTogether['refused'] {
  const known = new Set(offices.map(({ code }) => code));
  return Object.keys(seen)
    .filter((code) => !known.has(code))
    .map((office) => ({ office, code: 'unknown_office' }));
}

async function approve(
  db: ScopedDb,
  { officeId, year, version }: SubmissionHead,
  now: Date,
): Promise<boolean> {
  const approvedBy = scopeBehind(db).accountId;
  const approvedAt = now.toISOString();
  return (
    (await updateStatus(db, { officeId, year, version, status: 'approved', approvedAt, approvedBy })) !==
    undefined
  );
}

function tell(
  db: ScopedDb,
  office: Office,
  { revision, version, year }: SubmissionHead,
  now: Date,
): Promise<void> {
  return insertAudit(db, {
    officeId: office.id,
    action,
    subject: `${office.code}/${year}`,
    detail: { revision, from: 'submitted', to: 'approved', seen: version },
    at: now.toISOString(),
  });
}
