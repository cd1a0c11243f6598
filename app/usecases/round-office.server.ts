import { isCompared, isLate } from '#app/domain/office-year.ts';
import { deadlineOf, takesPart } from '#app/domain/round.ts';
import { readDeadline, readReason } from '#app/domain/round-entry.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { findOfficeByCode, type Office } from '#db/queries/offices.server.ts';
import {
  findAllRoundOffices,
  type RoundOffice,
  upsertRoundOffice,
} from '#db/queries/round-offices.server.ts';
import { bumpUnsent } from '#db/queries/submissions.server.ts';
import { type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { findFiled, openRoundOf } from './change-round.server.ts';
import { RoundRefusal } from './round-refusal.ts';

interface OfficeInput {
  year: number;
  /** Administrative code, 9 digits. */
  officeCode: string;
  reason?: string;
}

/**
 * Gives one office a last day of its own; the round's day takes it back. Not before the round's, and none that makes the
 * office late that filed in time. Throws RoundRefusal with nothing written.
 */
export function extendDeadline(
  scope: Scope,
  { deadline: typed, ...input }: OfficeInput & { deadline?: string },
  now: Date,
): Promise<void> {
  return withScope(scope, async (db) => {
    const round = await openRoundOf(db, input.year);
    const { office, exception } = await officeOf(db, input);
    const day = readDeadline(typed);
    const why = readReason(input.reason);
    if (!day.deadline || !why.reason) throw new RoundRefusal({ refused: [...day.refused, ...why.refused] });
    if (!takesPart(exception)) throw new RoundRefusal({ whole: 'changed_meanwhile' });
    const { deadline } = day;
    const from = deadlineOf(round, exception);
    if (deadline < round.deadline)
      throw new RoundRefusal({
        refused: [{ field: 'deadline', code: 'before_round', params: { day: round.deadline } }],
      });
    const filed = (await findFiled(db, input.year)).find(({ officeId }) => officeId === office.id);
    if (filed && !isLate(filed, from) && isLate(filed, deadline))
      throw new RoundRefusal({
        refused: [{ field: 'deadline', code: 'becomes_late', params: { count: 1 } }],
      });
    const own = deadline === round.deadline ? null : deadline;
    await store(db, { office, year: input.year, takesPart: true, deadline: own, reason: why.reason });
    await record(db, { action: 'round.extend', office, input, now, detail: { from, to: deadline } });
  });
}

/**
 * Leaves an office out of the round, or takes it in again. Not one whose submission stands before the district: it is
 * returned first, so that nothing compared disappears silently. Throws RoundRefusal with nothing written.
 */
export function setTakesPart(
  scope: Scope,
  { takesPart: wanted, ...input }: OfficeInput & { takesPart: boolean },
  now: Date,
): Promise<void> {
  return withScope(scope, async (db) => {
    await openRoundOf(db, input.year);
    const { office, exception } = await officeOf(db, input);
    const { reason, refused } = readReason(input.reason);
    if (!reason) throw new RoundRefusal({ refused });
    if (takesPart(exception) === wanted) throw new RoundRefusal({ whole: 'done_already' });
    if (!wanted) await requireNotFiled(db, input.year, office);
    await store(db, { office, year: input.year, takesPart: wanted, deadline: null, reason });
    await record(db, {
      action: wanted ? 'round.take_in' : 'round.leave_out',
      office,
      input,
      now,
      detail: {},
    });
  });
}

async function officeOf(
  db: ScopedDb,
  { year, officeCode }: OfficeInput,
): Promise<{ office: Office; exception?: RoundOffice }> {
  const office = await findOfficeByCode(db, officeCode);
  if (!office?.active) throw new RoundRefusal({ refused: [{ field: 'office', code: 'unknown_office' }] });
  const exceptions = await findAllRoundOffices(db, [year]);
  return { office, exception: exceptions.find(({ officeId }) => officeId === office.id) };
}

async function requireNotFiled(db: ScopedDb, year: number, office: Office): Promise<void> {
  await bumpUnsent(db, { year, officeId: office.id });
  const filed = (await findFiled(db, year)).find(({ officeId }) => officeId === office.id);
  if (filed && isCompared(filed)) throw new RoundRefusal({ refused: [{ field: 'office', code: 'filed' }] });
}

function store(
  db: ScopedDb,
  { office, ...exception }: Omit<RoundOffice, 'officeId'> & { office: Office; year: number },
): Promise<void> {
  return upsertRoundOffice(db, { ...exception, officeId: office.id });
}

interface Entry {
  action: string;
  office: Office;
  input: OfficeInput;
  now: Date;
  detail: Record<string, string>;
}

function record(db: ScopedDb, { action, office, input, now, detail }: Entry): Promise<void> {
  return insertAudit(db, {
    action,
    officeId: office.id,
    subject: `${office.code}/${input.year}`,
    detail: { ...detail, reason: input.reason?.trim() },
    at: now.toISOString(),
  });
}
