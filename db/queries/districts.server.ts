import type { ScopedDb } from '../scope.server.ts';

export interface District {
  id: string;
  code: string;
  name: string;
  nameEn: string;
}

const columns = ['id', 'code', 'name', 'name_en as nameEn'] as const;

/** The district with this 6-digit code, if the scope reaches it. */
export function findDistrictByCode(db: ScopedDb, code: string): Promise<District | undefined> {
  return db.selectFrom('districts').select(columns).where('code', '=', code).executeTakeFirst();
}

/** Every district the scope reaches, by code: all of them for the platform operator, else the own one. */
export function findAllDistricts(db: ScopedDb): Promise<District[]> {
  return db.selectFrom('districts').select(columns).orderBy('code').limit(5_000).execute();
}

export async function insertDistrict(db: ScopedDb, district: District): Promise<void> {
  const { nameEn, ...rest } = district;
  await db
    .insertInto('districts')
    .values({ ...rest, name_en: nameEn })
    .execute();
}
