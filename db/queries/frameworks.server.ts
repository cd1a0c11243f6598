import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Framework, FrameworkNode } from '#app/domain/framework.ts';
import { readRule } from '#app/domain/rules/read-rule.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';

/** The framework that the round of this year is run by, nodes in their order. Year and version are the framework's own. */
export async function findFramework(db: ScopedDb, year: number): Promise<Framework | undefined> {
  return (await findAllFrameworks(db, [year])).get(year);
}

/** The frameworks that the rounds of these years are run by, by year of the round, in one statement. */
export async function findAllFrameworks(db: ScopedDb, years: number[]): Promise<Map<number, Framework>> {
  const { rows } = await sql<{ round: number; framework: StoredFramework }>`
    select r.year as round, json_build_object('name', f.name, 'nameEn', f.name_en, 'year', f.year,
      'version', f.version, 'totalWeight', f.total_weight::text, 'nodes', coalesce((
        select json_agg(json_build_object('code', i.code, 'parent', i.parent_code, 'level', i.level, 'name', i.name,
          'nameEn', i.name_en, 'weight', i.weight::text, 'verified', i.verified, 'rule', i.rule) order by i.position)
        from indicators i where i.district_id = f.district_id and i.framework_id = f.id), '[]')) as framework
    from rounds r
    join frameworks f on f.district_id = r.district_id and f.id = r.framework_id
    where r.district_id = ${districtOf(db)} and r.year = any(${years})
    limit 100`.execute(db);
  return new Map(rows.map(({ round, framework }) => [round, withRules(framework)]));
}

type StoredFramework = Omit<Framework, 'nodes'> & {
  nodes: (Omit<FrameworkNode, 'rule'> & { rule: unknown })[];
};

/** Rules are checked where they are read; a node without one has none. */
function withRules({ nodes, ...framework }: StoredFramework): Framework {
  return {
    ...framework,
    nodes: nodes.map(({ rule, ...node }) => (rule ? { ...node, rule: readRule(rule) } : node)),
  };
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
  const rows = nodes.map(({ parent, nameEn, rule, ...node }, position) => ({
    ...node,
    rule: rule ? JSON.stringify(rule) : null,
    district_id,
    framework_id: id,
    parent_code: parent,
    name_en: nameEn,
    position,
  }));
  if (rows.length > 0) await db.insertInto('indicators').values(rows).execute();
  return id;
}
