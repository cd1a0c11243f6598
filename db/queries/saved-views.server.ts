import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

/** A named state of the ranking table. */
export interface SavedView {
  id: string;
  name: string;
  /** Of the page's address, without “?”. */
  query: string;
  shared: boolean;
  /** Saved by the scope's account. */
  own: boolean;
  ownerName: string;
}

/** The account's own views and those shared with its district, own ones first, by name. */
export function findAllSavedViews(db: ScopedDb): Promise<SavedView[]> {
  const { accountId } = scopeBehind(db);
  return savedViews(db)
    .select([
      'v.id',
      'v.name',
      'v.query',
      'v.shared',
      'a.display_name as ownerName',
      sql<boolean>`v.owner_id is not distinct from ${accountId}::uuid`.as('own'),
    ])
    .orderBy('own', 'desc')
    .orderBy('v.name')
    .orderBy('v.id')
    .limit(500)
    .execute();
}

/** How many views the scope's account has saved. */
export async function countOwnSavedViews(db: ScopedDb): Promise<number> {
  const row = await savedViews(db)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('v.owner_id', '=', scopeBehind(db).accountId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Saves a view of the scope's account. Throws ConstraintError `duplicate` when it has one of this name. */
export async function insertSavedView(
  db: ScopedDb,
  view: Pick<SavedView, 'name' | 'query' | 'shared'>,
): Promise<void> {
  const { accountId } = scopeBehind(db);
  if (accountId === null) throw new Error('A view needs an account that owns it.');
  await db
    .insertInto('saved_views')
    .values({ ...view, district_id: districtOf(db), id: randomUUID(), owner_id: accountId })
    .execute();
}

/** Renames a view that the scope may change; undefined when it may not or there is none. */
export function updateSavedViewName(
  db: ScopedDb,
  { id, name }: { id: string; name: string },
): Promise<Pick<SavedView, 'name' | 'shared'> | undefined> {
  return db
    .updateTable('saved_views')
    .set({ name })
    .where('district_id', '=', districtOf(db))
    .where('id', '=', id)
    .returning(['name', 'shared'])
    .executeTakeFirst();
}

/** Removes a view that the scope may change; undefined when it may not or there is none. */
export function deleteSavedView(
  db: ScopedDb,
  id: string,
): Promise<Pick<SavedView, 'name' | 'shared'> | undefined> {
  return db
    .deleteFrom('saved_views')
    .where('district_id', '=', districtOf(db))
    .where('id', '=', id)
    .returning(['name', 'shared'])
    .executeTakeFirst();
}

function savedViews(db: ScopedDb) {
  return db
    .selectFrom('saved_views as v')
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.district_id', '=', 'v.district_id').onRef('a.id', '=', 'v.owner_id'),
    )
    .where('v.district_id', '=', districtOf(db));
}
