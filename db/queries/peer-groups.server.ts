import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { PeerGroup } from '#app/domain/peer-group.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';

export type PeerGroupWithMembers = PeerGroup & { officeIds: string[] };

/** The district's peer groups in their order, with their offices; none for an office's own people. */
export function findAllPeerGroups(db: ScopedDb): Promise<PeerGroupWithMembers[]> {
  return db
    .selectFrom('peer_groups as g')
    .leftJoin('peer_group_members as m', (join) =>
      join.onRef('m.district_id', '=', 'g.district_id').onRef('m.group_id', '=', 'g.id'),
    )
    .select([
      'g.position',
      'g.name',
      'g.name_en as nameEn',
      'g.basis',
      'g.basis_en as basisEn',
      sql<string[]>`coalesce(json_agg(m.office_id) filter (where m.office_id is not null), '[]')`.as(
        'officeIds',
      ),
    ])
    .where('g.district_id', '=', districtOf(db))
    .groupBy(['g.district_id', 'g.id'])
    .orderBy('g.position')
    .limit(100)
    .execute();
}

/** Adds peer groups with their offices in two statements. Throws ConstraintError for an office that is in one already. */
export async function insertPeerGroups(db: ScopedDb, groups: PeerGroupWithMembers[]): Promise<void> {
  const district_id = districtOf(db);
  const rows = groups.map((group) => ({ ...group, id: randomUUID() }));
  const members = rows.flatMap(({ id, officeIds }) =>
    officeIds.map((office_id) => ({ district_id, office_id, group_id: id })),
  );
  if (rows.length > 0)
    await db
      .insertInto('peer_groups')
      .values(
        rows.map(({ id, position, name, nameEn, basis, basisEn }) => {
          return { district_id, id, position, name, name_en: nameEn, basis, basis_en: basisEn };
        }),
      )
      .execute();
  if (members.length > 0) await db.insertInto('peer_group_members').values(members).execute();
}

/** Moves an office into the group at this position, or out of any. Returns false when there is no such group. */
export async function updatePeerGroup(
  db: ScopedDb,
  { officeId, position }: { officeId: string; position: number | null },
): Promise<boolean> {
  const district_id = districtOf(db);
  await db
    .deleteFrom('peer_group_members')
    .where('district_id', '=', district_id)
    .where('office_id', '=', officeId)
    .execute();
  if (position === null) return true;
  const group = await db
    .selectFrom('peer_groups')
    .select('id')
    .where('district_id', '=', district_id)
    .where('position', '=', position)
    .executeTakeFirst();
  if (!group) return false;
  await db
    .insertInto('peer_group_members')
    .values({ district_id, office_id: officeId, group_id: group.id })
    .execute();
  return true;
}
