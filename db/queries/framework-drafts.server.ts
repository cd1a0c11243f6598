import type { FrameworkDraft } from '#app/domain/framework-draft.ts';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

/** A framework in the making, as the reviewer left it. */
export interface StoredFrameworkDraft {
  /** Counts saves. */
  version: number;
  content: FrameworkDraft;
  changedAt: string;
  /** Name of the account that saved it last; null: a script of the operator of the server. */
  changedBy: string | null;
}

interface Saving {
  year: number;
  content: FrameworkDraft;
  at: string;
}

/** The working copy of the framework of one year, with who saved it last. */
export function findFrameworkDraft(db: ScopedDb, year: number): Promise<StoredFrameworkDraft | undefined> {
  return db
    .selectFrom('framework_drafts as d')
    .leftJoin('accounts as a', (on) =>
      on.onRef('a.district_id', '=', 'd.district_id').onRef('a.id', '=', 'd.changed_by'),
    )
    .select(['d.version', 'd.content', 'd.changed_at as changedAt', 'a.display_name as changedBy'])
    .where('d.district_id', '=', districtOf(db))
    .where('d.year', '=', year)
    .executeTakeFirst();
}

/** Begins a working copy in the scope account's name. Throws ConstraintError `duplicate` where the year has one. */
export async function insertFrameworkDraft(db: ScopedDb, { year, content, at }: Saving): Promise<void> {
  await db
    .insertInto('framework_drafts')
    .values({
      district_id: districtOf(db),
      year,
      content: JSON.stringify(content),
      changed_at: at,
      changed_by: scopeBehind(db).accountId,
    })
    .execute();
}

/** Stores the whole working copy if it is still at `version` and returns the new one; undefined when somebody was faster. */
export async function updateFrameworkDraft(
  db: ScopedDb,
  { year, content, at, version }: Saving & { version: number },
): Promise<number | undefined> {
  const row = await db
    .updateTable('framework_drafts')
    .set({
      content: JSON.stringify(content),
      changed_at: at,
      changed_by: scopeBehind(db).accountId,
      version: version + 1,
    })
    .where('district_id', '=', districtOf(db))
    .where('year', '=', year)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** Removes the working copy if it is still at `version`; false when somebody was faster. */
export async function deleteFrameworkDraft(
  db: ScopedDb,
  { year, version }: { year: number; version: number },
): Promise<boolean> {
  const row = await db
    .deleteFrom('framework_drafts')
    .where('district_id', '=', districtOf(db))
    .where('year', '=', year)
    .where('version', '=', version)
    .returning('year')
    .executeTakeFirst();
  return row !== undefined;
}
