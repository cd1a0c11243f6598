import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { findAllDistricts } from './queries/districts.server.ts';
import { findAllOffices, insertOffices, type Office } from './queries/offices.server.ts';
import { readScope, scopeBehind, withScopesInTurn } from './scope.server.ts';

let databases: TestDatabase;
let districts: TwoDistricts;
const added: Office = {
  id: '11111111-1111-4111-8111-111111111111',
  code: '990101099',
  name: '新设街道办',
  nameEn: 'New',
  sortKey: 'xin',
  invented: true,
  active: true,
};

beforeAll(async () => {
  databases = await testDatabase();
  districts = await insertTwoDistricts(databases.database);
});

afterAll(() => databases.close());

test('each step reaches what its own scope may', async () => {
  const { operator, home, foreign } = districts;
  const seen: unknown[] = [];
  const step = (scope: typeof operator) => ({
    scope,
    run: async (db: Parameters<typeof findAllDistricts>[0]) => {
      expect(scopeBehind(db)).toBe(scope);
      seen.push((await findAllDistricts(db)).map((district) => district.code));
    },
  });
  await withScopesInTurn([step(operator), step(home.reviewer), step(foreign.leader), step(operator)]);
  expect(seen).toEqual([['990101', '990202'], ['990101'], ['990202'], ['990101', '990202']]);
});

test('a later step that fails takes the earlier ones back', async () => {
  const { operator, home } = districts;
  const failing = withScopesInTurn([
    { scope: operator, run: (db) => insertOffices(db, { districtId: home.id, offices: [added] }) },
    { scope: home.leader, run: (db) => insertOffices(db, { districtId: home.id, offices: [added] }) },
  ]);
  await expect(failing).rejects.toMatchObject({ name: 'ConstraintError' });
  expect(await readScope(home.reviewer, findAllOffices)).toHaveLength(3);
});

test('scopes of two databases are refused', async () => {
  const other = await testDatabase();
  const { operator } = await insertTwoDistricts(other.database);
  const run = async () => {};
  await expect(
    withScopesInTurn([
      { scope: districts.operator, run },
      { scope: operator, run },
    ]),
  ).rejects.toThrow('for one database');
  await other.close();
});
