import {
  type FilingCommand,
  type FilingState,
  filingState,
  next,
  roundBarrier,
} from '#app/domain/filing-steps.ts';
import { chinaDay } from '#app/domain/office-year.ts';
import { deadlineOf, takesPart } from '#app/domain/round.ts';
import { type Draft, findDraft } from '#db/queries/drafts.server.ts';
import { type FilingStep, findAllFilingSteps } from '#db/queries/filing-trail.server.ts';
import { findOfficeByCode, type Office } from '#db/queries/offices.server.ts';
import { findAllRoundOffices } from '#db/queries/round-offices.server.ts';
import { findRound, type Round } from '#db/queries/rounds.server.ts';
import { findAllSubmissionHeads, type SubmissionHead } from '#db/queries/submissions.server.ts';
import { type ScopedDb, scopeBehind } from '#db/scope.server.ts';
import { FilingRefusal, type FilingRefusalCode } from './filing-refusal.ts';

export interface FilingKey {
  /** Administrative code, 9 digits. */
  officeCode: string;
  year: number;
}

/** One office's report of one year and the round it belongs to, as a step finds them. */
export interface FilingPlace {
  office: Office;
  round: Round;
  takesPart: boolean;
  /** The office's own where it has one, YYYY-MM-DD. */
  deadline: string;
  current: SubmissionHead | undefined;
  /** The working copy; undefined for the district, and where it is spent or superseded. */
  draft: Draft | undefined;
  /** Of the working copy, spent or not; 0 where there never was one. */
  draftVersion: number;
  state: FilingState;
  /** As the audit trail names it. */
  subject: string;
}

/** A command as somebody gave it, and the version on his screen. */
export interface Step {
  command: FilingCommand;
  /** As the audit trail names it. */
  action: string;
  seen: number;
}

/**
 * Reads everything a step needs to know. With `lock` the office's working copy is held until the transaction ends. Throws
 * FilingRefusal when the office or the round is out of reach.
 */
export async function openFiling(
  db: ScopedDb,
  { officeCode, year }: FilingKey,
  { lock = false }: { lock?: boolean } = {},
): Promise<FilingPlace> {
  const office = await findOfficeByCode(db, officeCode);
  if (!office) throw new FilingRefusal('unknown_office', { office: officeCode });
  const key = { officeId: office.id, year };
  const copy = scopeBehind(db).reach === 'office' ? await findDraft(db, key, { lock }) : undefined;
  // after the lock and before everything else: whoever changes the round meanwhile moves this version on
  const [current] = await findAllSubmissionHeads(db, { officeIds: [office.id], year });
  const round = await findRound(db, year);
  if (!round) throw new FilingRefusal('no_round', { year });
  const exception = (await findAllRoundOffices(db, [year])).find(({ officeId }) => officeId === office.id);
  const draft = copy && copy.baseRevision === current?.revision ? copy : undefined;
  return {
    office,
    round,
    takesPart: takesPart(exception),
    deadline: deadlineOf(round, exception),
    current,
    draft,
    draftVersion: copy?.version ?? 0,
    state: filingState(current?.status, draft !== undefined && draft.finishedAt !== null),
    subject: `${office.code}/${year}`,
  };
}

/**
 * Whether the step is to be done now: false for the same click again, which gets the same answer. Throws FilingRefusal,
 * telling who did what and when, where the report stands elsewhere or at another version than was seen.
 */
export async function mayStep(db: ScopedDb, place: FilingPlace, step: Step, now: Date): Promise<boolean> {
  const { role, accountId } = scopeBehind(db);
  const isSubmitter = accountId !== null && place.current?.submittedBy === accountId;
  const move = next(place.state, step.command, { role, isSubmitter });
  if ('refusal' in move) return refuseUnlessDone(db, place, step, move.refusal);
  const barrier = roundBarrier(
    step.command,
    { ...place.round, takesPart: place.takesPart },
    chinaDay(now.toISOString()) ?? '',
  );
  if (barrier) throw new FilingRefusal(barrier, { year: place.round.year, opensOn: place.round.opensOn });
  if (step.seen !== versionSeen(place, step.command)) return refuseUnlessDone(db, place, step);
  return true;
}

/** For a step that lost a race: false when its twin, the same click again, won it; else throws FilingRefusal. */
export async function refuseUnlessDone(
  db: ScopedDb,
  place: FilingPlace,
  step: Step,
  code: FilingRefusalCode = 'changed_meanwhile',
): Promise<false> {
  const last = await lastStep(db, place);
  const isMine = last !== undefined && last.accountId === scopeBehind(db).accountId;
  if (isMine && last.action === step.action && last.detail.seen === step.seen) return false;
  const told = last && { by: last.by, role: last.role, at: last.at, action: last.action };
  throw new FilingRefusal(code, { office: place.office.name, year: place.round.year }, { last: told });
}

/** The newest step at this report that the scope may know of. */
export async function lastStep(
  db: ScopedDb,
  { office, subject }: FilingPlace,
): Promise<FilingStep | undefined> {
  const [last] = await findAllFilingSteps(db, { officeId: office.id, subject });
  return last;
}

/** Steps at the working copy go by its version, steps at what was sent by the submission's. */
function versionSeen({ current, draftVersion }: FilingPlace, command: FilingCommand): number {
  return command === 'finish' || command === 'take_back' || command === 'submit'
    ? draftVersion
    : (current?.version ?? 0);
}
