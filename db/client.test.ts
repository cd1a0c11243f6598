import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migratedSnapshot, type TestDatabase, testDatabase, testOn } from '#test/helpers/database.ts';
import { type DatabaseConfig, kyselyOf, openDatabase } from './client.server.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const contract: [string, unknown][] = [
  ['9999999999999999.99::numeric(18,2)', '9999999999999999.99'],
  ['0.1::numeric + 0.2::numeric', '0.3'],
  ['1::numeric(18,2)', '1.00'],
  ["'NaN'::numeric", 'NaN'],
  ["date '2026-02-28'", '2026-02-28'],
  ['9007199254740991::int8', 9007199254740991],
  ['9007199254740993::int8', '9007199254740993'],
  ['(select count(*) from generate_series(1, 3))', 3],
  ['7::int4', 7],
  ['1.5::float8', 1.5],
  ['true', true],
  ["timestamptz '2026-11-23 02:21:00+08'", '2026-11-22T18:21:00.000Z'],
  ["timestamptz '2026-11-23 02:21:00.123456Z'", '2026-11-23T02:21:00.123Z'],
  [`'{"a": [1, null, "中"]}'::json`, { a: [1, null, '中'] }],
  [`'{"n": "12.30"}'::jsonb`, { n: '12.30' }],
  [
    "jsonb_build_object('amount', 9999999999999999.99::numeric(18,2)::text)",
    { amount: '9999999999999999.99' },
  ],
  [`array['预算', '"引号",逗号', null]::text[]`, ['预算', '"引号",逗号', null]],
  ["'{}'::text[]", []],
  ['null::numeric', null],
  ["'0f8fad5b-d9cb-469f-a165-70867728950e'::uuid", '0f8fad5b-d9cb-469f-a165-70867728950e'],
];

test.each(contract)('%s arrives the same from both engines', async (expression, expected) => {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(
    kyselyOf(database.database),
  );
  expect(rows[0]?.value).toEqual(expected);
});

test('values go in and come out unchanged', async () => {
  const kysely = kyselyOf(database.owner);
  const values = {
    n: '9999999999999999.99',
    d: '2026-02-28',
    t: '2026-11-23T02:21:00.123Z',
    a: ['一', 'b"c', '{}'],
    j: { text: '中', list: [1] },
    b: false,
  };
  const { rows } = await sql`select ${values.n}::numeric(18,2) as n, ${values.d}::date as d,
    ${values.t}::timestamptz as t, ${values.a}::text[] as a, ${JSON.stringify(values.j)}::jsonb as j,
    ${values.b}::boolean as b`.execute(kysely);
  expect(rows[0]).toEqual(values);
});

test('a database is ready when it answers and is migrated', async () => {
  expect(await database.database.isReady()).toBe(true);
  const nowhere = await openDatabase({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' });
  expect(await nowhere.isReady()).toBe(false);
  await nowhere.close();
});

testOn('postgres')('a closed handle lets the process exit', async () => {
  expect(await askInOwnProcess({ databaseUrl: database.databaseUrl }, 'select 1 as n')).toBe('[{"n":1}]');
});

testOn('embedded')('a folder keeps its data and serves one process at a time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-embedded-'));
  const dataDir = join(folder, 'data');
  const first = await openDatabase({ dataDir, snapshot: await migratedSnapshot() });
  await sql`create table kept (n integer)`.execute(kyselyOf(first));
  await sql`insert into kept values (1)`.execute(kyselyOf(first));
  await expect(openDatabase({ dataDir })).rejects.toThrow(/in use by process/);
  await expect(askInOwnProcess({ dataDir }, 'select n from kept')).rejects.toThrow(/in use by process/);
  await first.flush();
  await first.close();
  expect(await askInOwnProcess({ dataDir }, 'select n from kept')).toBe('[{"n":1}]');
  rmSync(folder, { recursive: true });
});

/** Opens, asks, closes twice, and waits for the process to end by itself. */
async function askInOwnProcess(config: DatabaseConfig, query: string): Promise<string> {
  const script = `
    import { kyselyOf, openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'client.server.ts'))};
    import { sql } from 'kysely';
    const database = await openDatabase(${JSON.stringify(config)});
    const { rows } = await sql.raw(${JSON.stringify(query)}).execute(kyselyOf(database));
    await database.close();
    await database.close();
    process.stdout.write(JSON.stringify(rows));`;
  const node = promisify(execFile);
  const { stdout } = await node(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(import.meta.dirname, '..'),
    timeout: 25_000,
  });
  return stdout;
}
