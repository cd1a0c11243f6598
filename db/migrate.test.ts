import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from '#test/helpers/database.ts';
import { type DatabaseHandle, kyselyOf } from './client.server.ts';
import { migrateToLatest, migrateToNothing } from './migrate.server.ts';
import { migrations } from './migrations/index.ts';

let database: DatabaseHandle;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await emptyDatabase());
});
afterAll(() => close());

const names = Object.keys(migrations);

test('the index is in order', () => {
  expect(names).toEqual(names.toSorted());
});

test('up, down and up again, by an owner who is no superuser on PostgreSQL', async () => {
  expect(await database.isReady()).toBe(false);
  expect(await migrateToLatest(database)).toEqual(names);
  expect(await database.isReady()).toBe(true);
  const schema = await describeSchema();
  expect(await migrateToLatest(database)).toEqual([]);
  expect(await migrateToNothing(database)).toEqual(names.toReversed());
  expect(await database.isReady()).toBe(false);
  expect(await describeSchema()).toEqual([]);
  expect(await migrateToLatest(database)).toEqual(names);
  expect(await describeSchema()).toEqual(schema);
});

async function describeSchema(): Promise<unknown[]> {
  const { rows } = await sql`
    select table_name::text as name, string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position) as what
    from information_schema.columns where table_schema = 'public' group by table_name
    union all
    select tablename || '.' || policyname, cmd || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
    union all
    select proname::text, pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
    order by 1`.execute(kyselyOf(database));
  return rows;
}
