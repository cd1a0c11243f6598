import { sql } from 'kysely';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

/** An office's working copy of one submission; nobody else can read it. */
export interface Draft {
  /** Counts every change, spent copies included. */
  version: number;
  /** The revision it started from; superseded when that is no longer the current one. */
  baseRevision: number;
  /** As typed, by field of the form. */
  fields: Record<string, string>;
  /** When the preparer was done; null while it is being written. */
  finishedAt: string | null;
  finishedBy: string | null; // account
  changedAt: string;
  changedBy: string | null; // account
}

interface DraftKey {
  officeId: string;
  year: number;
}

interface NewDraft extends DraftKey, Pick<Draft, 'version' | 'baseRevision' | 'fields'> {
  at: string;
}

const columns = [
  'version',
  'base_revision as baseRevision',
  'fields',
  'finished_at as finishedAt',
  'finished_by as finishedBy',
  'changed_at as changedAt',
  'changed_by as changedBy',
] as const;

/**
 * The working copy. Where it is about to be changed, its submission is held until the transaction ends: that row is there
 * before the first copy is, so that nobody begins one unseen.
 */
export async function findDraft(
  db: ScopedDb,
  { officeId, year }: DraftKey,
  { lock = false }: { lock?: boolean } = {},
): Promise<Draft | undefined> {
  if (lock) await lockSubmission(db, { officeId, year });
  return db
    .selectFrom('drafts')
    .select(columns)
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', officeId)
    .where('year', '=', year)
    .executeTakeFirst();
}

/** Holds an office's submission until the transaction ends: whoever is about to change what belongs to it waits here. */
export async function lockSubmission(db: ScopedDb, { officeId, year }: DraftKey): Promise<void> {
  await sql`select from submissions where district_id = ${districtOf(db)} and office_id = ${officeId}
    and year = ${year} for update`.execute(db);
}

/**
 * Makes the submission of an office that begins to fill in: a draft whose first revision is empty. False where there is one
 * already. One statement, because it belongs to a save.
 */
export async function insertEmptySubmission(db: ScopedDb, { officeId, year }: DraftKey): Promise<boolean> {
  const { rows } = await sql`
    with begun as (
      insert into submissions (district_id, office_id, year, status, origin, current_revision)
      values (${districtOf(db)}, ${officeId}, ${year}, 'draft', 'filed', 1)
      on conflict do nothing
      returning district_id, office_id, year, current_revision
    )
    insert into revisions (district_id, office_id, year, revision, created_by)
    select begun.*, ${scopeBehind(db).accountId}::uuid from begun
    returning revision`.execute(db);
  return rows.length > 0;
}

/**
 * Stores the whole working copy in the scope account's name in place of the one at `version`, 0 for none, and returns its
 * new version; undefined, with nothing written, when that is no longer what is there.
 */
export async function upsertDraft(
  db: ScopedDb,
  { officeId, year, version, baseRevision, fields, at }: NewDraft,
): Promise<number | undefined> {
  const changes = {
    base_revision: baseRevision,
    fields: JSON.stringify(fields),
    finished_at: null,
    finished_by: null,
    changed_at: at,
    changed_by: scopeBehind(db).accountId,
  };
  const row = await db
    .insertInto('drafts')
    .values({ district_id: districtOf(db), office_id: officeId, year, ...changes })
    .onConflict((conflict) =>
      conflict
        .columns(['district_id', 'office_id', 'year'])
        .doUpdateSet({ ...changes, version: version + 1 })
        .where('drafts.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/**
 * Marks what was sent as spent: nothing is left in the working copy, and its version moves on, so that no version ever comes
 * back. `baseRevision`: the one it started from, superseded by the one it became.
 */
export async function spendDraft(db: ScopedDb, copy: Omit<NewDraft, 'fields'>): Promise<boolean> {
  return (await upsertDraft(db, { ...copy, fields: {} })) !== undefined;
}

/** Hands the working copy to the approver, or back; false when it is no longer at `version`. */
export async function updateFinished(
  db: ScopedDb,
  { officeId, year, version, finishedAt }: DraftKey & { version: number; finishedAt: string | null },
): Promise<boolean> {
  const row = await db
    .updateTable('drafts')
    .set({
      finished_at: finishedAt,
      finished_by: finishedAt && scopeBehind(db).accountId,
      version: version + 1,
    })
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', officeId)
    .where('year', '=', year)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}
