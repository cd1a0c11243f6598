import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computedNodes } from '#app/domain/rules/explain.ts';
import { readRule } from '#app/domain/rules/read-rule.ts';
import { emptyDatabase } from '#test/helpers/database.ts';
import { type DatabaseHandle, kyselyOf } from './client.server.ts';
import { migrationSchema, migrations } from './migrations/index.ts';

const before = '20261124-1000-create-filing';
const added = '20261124-1010-add-rules';

let database: DatabaseHandle;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await emptyDatabase());
});
afterAll(() => close());

test('stored districts keep the two rules that were used by code, and get no other', async () => {
  const kysely = kyselyOf(database);
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: migrationSchema,
  });
  expect((await migrator.migrateTo(before)).error).toBeUndefined();
  for (const statement of district) await sql.raw(statement).execute(kysely);
  expect((await migrator.migrateTo(added)).error).toBeUndefined();
  await sql.raw('alter table indicators no force row level security').execute(kysely);
  const { rows } = await sql<{ code: string; rule: unknown }>`
    select code, rule from indicators order by position`.execute(kysely);
  const rules = rows.map(({ code, rule }) => [code, readRule(rule)] as const);
  expect(rules.map(([code, rule]) => [code, rule?.kind])).toEqual([
    ['effectiveness.spending_progress', 'monthly_mean'],
    ['management.procurement.sme_policy', 'proportion'],
    ['management.assets', undefined],
  ]);
  const nodes = rules.map(([code, rule]) => ({ ...node, code, rule }));
  expect(computedNodes({ ...framework, nodes })).toEqual([
    'effectiveness.spending_progress',
    'management.procurement.sme_policy',
  ]);
});

const node = { parent: null, level: 1, name: '', nameEn: '', weight: '1', verified: false } as const;
const framework = { name: '', nameEn: '', year: 2023, version: 1, totalWeight: '100' };

const id = '00000000-0000-4000-8000-000000000001';
const tables = ['districts', 'frameworks', 'indicators'];
/** Written by the tables' owner, whom row security would hold back. */
const district = [
  ...tables.map((table) => `alter table ${table} no force row level security`),
  'alter table districts disable trigger keep_peer_secret',
  `insert into districts (id, code, name, name_en) values ('${id}', '440199', '某区', 'Some district')`,
  `insert into frameworks (district_id, id, year, version, name, name_en, total_weight)
    values ('${id}', '${id}', 2023, 1, '体系', 'Framework', 100)`,
  ...['effectiveness.spending_progress', 'management.procurement.sme_policy', 'management.assets'].map(
    (code, position) => `insert into indicators
      (district_id, framework_id, code, parent_code, level, name, name_en, weight, verified, position)
      values ('${id}', '${id}', '${code}', null, 1, '${code}', '${code}', 1, true, ${position})`,
  ),
  'alter table districts enable trigger keep_peer_secret',
  ...tables.map((table) => `alter table ${table} force row level security`),
];
