import { districtOf, type ScopedDb } from '../scope.server.ts';

/** Where a round differs for one office; an office without an entry takes part until the round's deadline. */
export interface RoundOffice {
  officeId: string;
  takesPart: boolean;
  /** YYYY-MM-DD; null: the round's. */
  deadline: string | null;
  reason: string;
}

/** The exceptions of these years' rounds that the scope reaches. */
export function findAllRoundOffices(
  db: ScopedDb,
  years: number[],
): Promise<(RoundOffice & { year: number })[]> {
  return db
    .selectFrom('round_offices')
    .select(['year', 'office_id as officeId', 'takes_part as takesPart', 'deadline', 'reason'])
    .where('district_id', '=', districtOf(db))
    .where('year', 'in', years)
    .limit(20_000)
    .execute();
}

/** Sets an office's exception in one round. */
export async function upsertRoundOffice(
  db: ScopedDb,
  { year, officeId, takesPart, deadline, reason }: RoundOffice & { year: number },
): Promise<void> {
  const changes = { takes_part: takesPart, deadline, reason };
  await db
    .insertInto('round_offices')
    .values({ district_id: districtOf(db), office_id: officeId, year, ...changes })
    .onConflict((conflict) => conflict.columns(['district_id', 'office_id', 'year']).doUpdateSet(changes))
    .execute();
}
