import type { BoundaryChange } from '#app/domain/boundary-change.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';

/** The boundary changes of the offices that the scope reaches, in these years, oldest first. */
export function findAllBoundaryChanges(
  db: ScopedDb,
  { from, to }: { from: number; to: number },
): Promise<BoundaryChange[]> {
  return db
    .selectFrom('boundary_changes')
    .select(['office_id as officeId', 'year', 'kind', 'note', 'note_en as noteEn'])
    .where('district_id', '=', districtOf(db))
    .where('year', '>=', from)
    .where('year', '<=', to)
    .orderBy('year')
    .orderBy('office_id')
    .orderBy('kind')
    .limit(2_000)
    .execute();
}

/** Notes changes of offices of the scope's district. */
export async function insertBoundaryChanges(db: ScopedDb, changes: readonly BoundaryChange[]): Promise<void> {
  if (changes.length === 0) return;
  const district_id = districtOf(db);
  await db
    .insertInto('boundary_changes')
    .values(
      changes.map(({ officeId, noteEn, ...change }) => ({
        ...change,
        district_id,
        office_id: officeId,
        note_en: noteEn,
      })),
    )
    .execute();
}
