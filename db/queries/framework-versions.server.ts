import type { Framework } from '#app/domain/framework.ts';
import { readRule } from '#app/domain/rules/read-rule.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';

/** A published framework without its nodes. */
export interface FrameworkVersion extends Omit<Framework, 'nodes'> {
  id: string;
}

/** Every framework of the scope's district, newest first. */
export function findAllFrameworkVersions(db: ScopedDb): Promise<FrameworkVersion[]> {
  return db
    .selectFrom('frameworks')
    .select(['id', 'year', 'version', 'name', 'name_en as nameEn', 'total_weight as totalWeight'])
    .where('district_id', '=', districtOf(db))
    .orderBy('year', 'desc')
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
}

/** One framework with its nodes in their order, whether a round is run by it or not. */
export async function findFrameworkVersion(db: ScopedDb, id: string): Promise<Framework | undefined> {
  const framework = await db
    .selectFrom('frameworks')
    .select(['year', 'version', 'name', 'name_en as nameEn', 'total_weight as totalWeight'])
    .where('district_id', '=', districtOf(db))
    .where('id', '=', id)
    .executeTakeFirst();
  if (!framework) return undefined;
  const nodes = await db
    .selectFrom('indicators')
    .select([
      'code',
      'parent_code as parent',
      'level',
      'name',
      'name_en as nameEn',
      'weight',
      'verified',
      'rule',
    ])
    .where('district_id', '=', districtOf(db))
    .where('framework_id', '=', id)
    .orderBy('position')
    .limit(1_000)
    .execute();
  return {
    ...framework,
    nodes: nodes.map(({ level, rule, ...node }) => ({
      ...node,
      level: level as 1 | 2 | 3,
      ...(rule !== null && { rule: readRule(rule) }),
    })),
  };
}

/** Every code that any framework of the district gives to a node: a code stands for one indicator for good. */
export async function findAllNodeCodes(db: ScopedDb): Promise<string[]> {
  const rows = await db
    .selectFrom('indicators')
    .select('code')
    .distinct()
    .where('district_id', '=', districtOf(db))
    .orderBy('code')
    .limit(10_000)
    .execute();
  return rows.map(({ code }) => code);
}
