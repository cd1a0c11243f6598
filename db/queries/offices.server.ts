import { sql } from 'kysely';
import { districtOf, type ScopedDb } from '../scope.server.ts';

export interface Office {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  sortKey: string;
  invented: boolean;
  active: boolean;
}

const columns = [
  'id',
  'code',
  'name',
  'name_en as nameEn',
  'sort_key as sortKey',
  'invented',
  'active',
] as const;

/** The offices of the scope's district that it reaches, in pinyin order: all of them, or an office's own one. */
export function findAllOffices(db: ScopedDb): Promise<Office[]> {
  return findAllOfficesByDistrict(db, districtOf(db));
}

/**
 * The same for a named district: for the platform operator. Sent as one value, because hundreds of rows take longer to
 * send and read than to find.
 */
export async function findAllOfficesByDistrict(db: ScopedDb, districtId: string): Promise<Office[]> {
  const { rows } = await sql<{ all: Office[] }>`
    select coalesce(json_agg(found), '[]') as all from (
      select id, code, name, name_en as "nameEn", sort_key as "sortKey", invented, active
      from offices where district_id = ${districtId}
      order by sort_key, code limit 2000) found`.execute(db);
  return rows[0]?.all ?? [];
}

/**
 * The office with this 9-digit code in the scope's district, if the scope reaches it. `lock`: until the transaction ends;
 * only an office that the scope may change can be locked.
 */
export function findOfficeByCode(
  db: ScopedDb,
  code: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Office | undefined> {
  return db
    .selectFrom('offices')
    .select(columns)
    .where('district_id', '=', districtOf(db))
    .where('code', '=', code)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** Adds offices in one statement. */
export async function insertOffices(
  db: ScopedDb,
  { districtId, offices }: { districtId: string; offices: Office[] },
): Promise<void> {
  if (offices.length === 0) return;
  const rows = offices.map(({ nameEn, sortKey, ...office }) => ({
    ...office,
    district_id: districtId,
    name_en: nameEn,
    sort_key: sortKey,
  }));
  await db.insertInto('offices').values(rows).execute();
}

/** Returns false when the scope does not reach the office. */
export async function updateOffice(
  db: ScopedDb,
  { id, name, nameEn, sortKey, active }: Pick<Office, 'id'> & Partial<Office>,
): Promise<boolean> {
  const row = await db
    .updateTable('offices')
    .set({ name, name_en: nameEn, sort_key: sortKey, active })
    .where('district_id', '=', districtOf(db))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
