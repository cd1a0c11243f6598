import { isLate } from '#app/domain/office-year.ts';
import { deadlineOf } from '#app/domain/round.ts';
import { type RoundRules, type RoundTexts, readReason, readRoundRules } from '#app/domain/round-entry.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { type FrameworkVersion, findAllFrameworkVersions } from '#db/queries/framework-versions.server.ts';
import { findAllRoundOffices } from '#db/queries/round-offices.server.ts';
import { findRound, type Round, updateRound } from '#db/queries/rounds.server.ts';
import { bumpUnsent, findAllSubmissions } from '#db/queries/submissions.server.ts';
import { type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { RoundRefusal } from './round-refusal.ts';

/** What the reviewer saw of a round before changing it, as one text. */
export function seenOf(round: Round): string {
  const { frameworkId, opensOn, deadline, peerView, executionTarget, status } = round;
  return [frameworkId, opensOn, deadline, peerView, Number(executionTarget ?? -1), status].join(' ');
}

/**
 * Changes an open round's rules; the same rules again change nothing. Another framework only while nothing was submitted,
 * and no deadline that makes somebody late who filed in time. Throws RoundRefusal with nothing written.
 */
export function changeRound(
  scope: Scope,
  { year, texts, seen }: { year: number; texts: RoundTexts; seen: string },
  now: Date,
): Promise<void> {
  return withScope(scope, async (db) => {
    const round = await openRoundOf(db, year);
    if (seen !== seenOf(round)) throw new RoundRefusal({ whole: 'changed_meanwhile' });
    const { rules, refused } = readRoundRules(texts);
    if (!rules) throw new RoundRefusal({ refused });
    const versions = await findAllFrameworkVersions(db);
    if (!versions.some(({ id }) => id === rules.frameworkId))
      throw new RoundRefusal({ refused: [{ field: 'frameworkId', code: 'unknown_choice' }] });
    const changes = changesOf(round, rules, versions);
    if (changes.length === 0) return;
    if (rules.frameworkId !== round.frameworkId) await requireNothingSubmitted(db, year);
    await requireNobodyLate(db, round, rules.deadline);
    await updateRound(db, { year, ...rules });
    await insertAudit(db, {
      action: 'round.change',
      subject: String(year),
      detail: { changes },
      at: now.toISOString(),
    });
  });
}

/** Ends filing, or lets it go on, with a reason. Throws RoundRefusal where the round is so already. */
export function setRoundStatus(
  scope: Scope,
  { year, status, reason: typed }: { year: number; status: Round['status']; reason?: string },
  now: Date,
): Promise<void> {
  return withScope(scope, async (db) => {
    const round = await findRound(db, year, { lock: true });
    if (!round) throw new RoundRefusal({ whole: 'no_round' });
    const { reason, refused } = readReason(typed);
    if (!reason) throw new RoundRefusal({ refused });
    if (round.status === status) throw new RoundRefusal({ whole: 'done_already' });
    await updateRound(db, { year, status });
    await insertAudit(db, {
      action: status === 'closed' ? 'round.close' : 'round.reopen',
      subject: String(year),
      detail: { reason },
      at: now.toISOString(),
    });
  });
}

/** The year's round, locked. Throws RoundRefusal where there is none or it is closed: what is over is not changed. */
export async function openRoundOf(db: ScopedDb, year: number): Promise<Round> {
  const round = await findRound(db, year, { lock: true });
  if (!round) throw new RoundRefusal({ whole: 'no_round' });
  if (round.status === 'closed') throw new RoundRefusal({ whole: 'closed' });
  return round;
}

/** Submissions of one year without any of their figures. */
export function findFiled(db: ScopedDb, year: number) {
  return findAllSubmissions(db, { years: [year], only: { amounts: [], rates: [], nodes: [] } });
}

async function requireNothingSubmitted(db: ScopedDb, year: number): Promise<void> {
  await bumpUnsent(db, { year });
  const count = (await findFiled(db, year)).filter(({ status }) => status !== 'draft').length;
  if (count === 0) return;
  throw new RoundRefusal({
    refused: [{ field: 'frameworkId', code: 'framework_in_use', params: { count } }],
  });
}

async function requireNobodyLate(db: ScopedDb, round: Round, deadline: string): Promise<void> {
  if (deadline >= round.deadline) return;
  const exceptions = await findAllRoundOffices(db, [round.year]);
  const count = (await findFiled(db, round.year)).filter((filed) => {
    const own = exceptions.find(({ officeId }) => officeId === filed.officeId);
    return !isLate(filed, deadlineOf(round, own)) && isLate(filed, deadlineOf({ deadline }, own));
  }).length;
  if (count > 0)
    throw new RoundRefusal({ refused: [{ field: 'deadline', code: 'becomes_late', params: { count } }] });
}

function changesOf(round: Round, rules: RoundRules, versions: FrameworkVersion[]) {
  const nameOf = (id: string) => {
    const version = versions.find((each) => each.id === id);
    return version ? `${version.year}/${version.version}` : id;
  };
  const target = (value: string | null) => (value === null ? null : String(Number(value)));
  const pairs = [
    { field: 'framework', from: nameOf(round.frameworkId), to: nameOf(rules.frameworkId) },
    { field: 'opensOn', from: round.opensOn, to: rules.opensOn },
    { field: 'deadline', from: round.deadline, to: rules.deadline },
    { field: 'peerView', from: round.peerView, to: rules.peerView },
    {
      field: 'executionTarget',
      from: target(round.executionTarget),
      to: target(rules.executionTarget),
    },
  ];
  return pairs.filter(({ from, to }) => from !== to);
}
