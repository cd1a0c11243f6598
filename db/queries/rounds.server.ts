import { districtOf, type ScopedDb } from '../scope.server.ts';

export interface Round {
  year: number;
  frameworkId: string;
  opensOn: string; // YYYY-MM-DD
  deadline: string; // YYYY-MM-DD
  status: 'open' | 'closed';
  peerView: 'named' | 'coded' | 'aggregate';
  executionTarget: string | null; // percent
}

const columns = [
  'year',
  'framework_id as frameworkId',
  'opens_on as opensOn',
  'deadline',
  'status',
  'peer_view as peerView',
  'execution_target as executionTarget',
] as const;

/** Every round of the scope's district, newest first. */
export function findAllRounds(db: ScopedDb): Promise<Round[]> {
  return ofDistrict(db).orderBy('year', 'desc').limit(100).execute();
}

/** One round; locked until the transaction ends where it is about to be changed. */
export function findRound(
  db: ScopedDb,
  year: number,
  { lock = false }: { lock?: boolean } = {},
): Promise<Round | undefined> {
  const query = ofDistrict(db).where('year', '=', year);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** Adds a round of the scope's district; its framework must exist there. */
export async function insertRound(db: ScopedDb, round: Round): Promise<void> {
  await db
    .insertInto('rounds')
    .values({
      district_id: districtOf(db),
      year: round.year,
      framework_id: round.frameworkId,
      opens_on: round.opensOn,
      deadline: round.deadline,
      status: round.status,
      peer_view: round.peerView,
      execution_target: round.executionTarget,
    })
    .execute();
}

/** Changes what is given; returns false when there is no such round. */
export async function updateRound(
  db: ScopedDb,
  { year, ...changes }: Pick<Round, 'year'> & Partial<Round>,
): Promise<boolean> {
  const row = await db
    .updateTable('rounds')
    .set({
      framework_id: changes.frameworkId,
      opens_on: changes.opensOn,
      deadline: changes.deadline,
      status: changes.status,
      peer_view: changes.peerView,
      execution_target: changes.executionTarget,
    })
    .where('district_id', '=', districtOf(db))
    .where('year', '=', year)
    .returning('year')
    .executeTakeFirst();
  return row !== undefined;
}

function ofDistrict(db: ScopedDb) {
  return db.selectFrom('rounds').select(columns).where('district_id', '=', districtOf(db));
}
