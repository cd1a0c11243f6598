import { randomUUID } from 'node:crypto';
import type { Framework, FrameworkNode } from '#app/domain/framework.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';

/** The framework that the round of this year is run by, nodes in their order. Year and version are the framework's own. */
export async function findFramework(db: ScopedDb, year: number): Promise<Framework | undefined> {
  const districtId = districtOf(db);
  const framework = await db
    .selectFrom('rounds as r')
    .innerJoin('frameworks as f', (join) =>
      join.onRef('f.district_id', '=', 'r.district_id').onRef('f.id', '=', 'r.framework_id'),
    )
    .select(['f.id', 'f.name', 'f.name_en as nameEn', 'f.year', 'f.version', 'f.total_weight as totalWeight'])
    .where('r.district_id', '=', districtId)
    .where('r.year', '=', year)
    .executeTakeFirst();
  if (!framework) return undefined;
  const { id, ...rest } = framework;
  return { ...rest, nodes: await findNodes(db, { districtId, frameworkId: id }) };
}

/** Adds a framework with its nodes and returns its id. It never changes afterwards: a change is a new version. */
export async function insertFramework(
  db: ScopedDb,
  { nodes, ...framework }: Framework & { id?: string },
): Promise<string> {
  const district_id = districtOf(db);
  const id = framework.id ?? randomUUID();
  await db
    .insertInto('frameworks')
    .values({
      district_id,
      id,
      year: framework.year,
      version: framework.version,
      name: framework.name,
      name_en: framework.nameEn,
      total_weight: framework.totalWeight,
    })
    .execute();
  const rows = nodes.map(({ parent, nameEn, ...node }, position) => ({
    ...node,
    district_id,
    framework_id: id,
    parent_code: parent,
    name_en: nameEn,
    position,
  }));
  if (rows.length > 0) await db.insertInto('indicators').values(rows).execute();
  return id;
}

function findNodes(
  db: ScopedDb,
  { districtId, frameworkId }: { districtId: string; frameworkId: string },
): Promise<FrameworkNode[]> {
  return db
    .selectFrom('indicators')
    .select(['code', 'parent_code as parent', 'level', 'name', 'name_en as nameEn', 'weight', 'verified'])
    .where('district_id', '=', districtId)
    .where('framework_id', '=', frameworkId)
    .orderBy('position')
    .limit(2_000)
    .$narrowType<{ level: 1 | 2 | 3 }>()
    .execute();
}
