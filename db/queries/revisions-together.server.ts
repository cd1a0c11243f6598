import { sql } from 'kysely';
import type { SubmissionOrigin } from '#app/domain/submission.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';
import { insertAll, type NewRevision, rowsByTable, rowsOf, toRevision } from './revisions.server.ts';

/** A further revision of an office's submission, or the first one of an office that has nothing (`version` absent). */
export interface TogetherRevision
  extends Pick<
    NewRevision,
    'officeId' | 'content' | 'findings' | 'quotes' | 'documentId' | 'preparer' | 'version'
  > {
  /** What the submission becomes, where it does not stay what it was. */
  standing?: Pick<NewRevision, 'status' | 'origin'>;
}

/** Holds these offices' submissions of a year until the transaction ends, in one order for everybody. */
export async function lockSubmissions(
  db: ScopedDb,
  { year, officeIds }: { year: number; officeIds: readonly string[] },
): Promise<void> {
  await sql`select from submissions where district_id = ${districtOf(db)} and year = ${year}
    and office_id = any(${officeIds}) order by office_id for update`.execute(db);
}

/**
 * Stores a revision of each office, one statement a table for all of them. Times of a submission that is there stay, status and
 * origin too unless told; a new one counts as submitted, from `origin`. Returns the revision by office id, or undefined, with the
 * transaction to be given up, when one of the submissions is no longer at its version.
 */
export async function insertRevisions(
  db: ScopedDb,
  {
    year,
    origin,
    revisions,
  }: { year: number; origin: SubmissionOrigin; revisions: readonly TogetherRevision[] },
): Promise<Map<string, number> | undefined> {
  const begun = revisions.filter(({ version }) => version === undefined);
  const current = [
    ...(await begin(db, { year, origin, officeIds: begun.map(({ officeId }) => officeId) })),
    ...(await moveOn(db, { year, seen: revisions.flatMap(seenOf) })),
  ];
  if (current.length < revisions.length) return undefined;
  const numbers = new Map(current.map(({ officeId, revision }) => [officeId, revision]));
  const stored = revisions.map((revision) => {
    const number = numbers.get(revision.officeId) ?? 1;
    const key = { district_id: districtOf(db), office_id: revision.officeId, year, revision: number };
    return { row: toRevision(db, key, revision), tables: rowsOf(key, revision) };
  });
  await insertAll(
    db,
    'revisions',
    stored.map(({ row }) => row),
  );
  for (const [table, rows] of rowsByTable(stored.flatMap(({ tables }) => tables)))
    await insertAll(db, table, rows);
  await carryReviewedScores(db, {
    year,
    officeIds: revisions.flatMap(seenOf).map(({ office_id }) => office_id),
  });
  return numbers;
}

interface CurrentRevision {
  officeId: string;
  revision: number;
}

function begin(
  db: ScopedDb,
  { year, origin, officeIds }: { year: number; origin: SubmissionOrigin; officeIds: readonly string[] },
): Promise<CurrentRevision[]> {
  if (officeIds.length === 0) return Promise.resolve([]);
  const rows = officeIds.map((office_id) => ({
    district_id: districtOf(db),
    office_id,
    year,
    status: 'submitted' as const,
    origin,
    current_revision: 1,
  }));
  return db
    .insertInto('submissions')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['office_id as officeId', 'current_revision as revision'])
    .execute();
}

async function moveOn(
  db: ScopedDb,
  { year, seen }: { year: number; seen: Seen[] },
): Promise<CurrentRevision[]> {
  if (seen.length === 0) return [];
  const { rows } = await sql<CurrentRevision>`
    update submissions s set current_revision = s.current_revision + 1, version = s.version + 1,
      status = coalesce(c.status, s.status), origin = coalesce(c.origin, s.origin)
    from json_to_recordset(${JSON.stringify(seen)}::json)
      as c(office_id uuid, version integer, status text, origin text)
    where s.district_id = ${districtOf(db)} and s.year = ${year} and s.office_id = c.office_id
      and s.version = c.version and (s.status = 'submitted' or c.status = 'submitted' and s.status = 'draft')
    returning s.office_id as "officeId", s.current_revision as revision`.execute(db);
  return rows;
}

/** As for one revision; see `carry_reviewed_scores`. */
async function carryReviewedScores(
  db: ScopedDb,
  { year, officeIds }: { year: number; officeIds: readonly string[] },
): Promise<void> {
  if (officeIds.length === 0) return;
  await sql`select carry_reviewed_scores(id, ${year}) from unnest(${officeIds}::uuid[]) as id`.execute(db);
}

interface Seen extends Partial<Pick<NewRevision, 'status' | 'origin'>> {
  office_id: string;
  version: number;
}

function seenOf({ officeId, version, standing }: TogetherRevision): Seen[] {
  return version === undefined ? [] : [{ office_id: officeId, version, ...standing }];
}
