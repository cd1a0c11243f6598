import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { remembered } from './remembered.server.ts';
import { readScope, type Scope } from './scope.server.ts';

let database: TestDatabase;
let districts: TwoDistricts;

beforeAll(async () => {
  database = await testDatabase();
  districts = await insertTwoDistricts(database.database);
});
afterAll(() => database.close());

test('a result is found once for all that decides it', async () => {
  let found = 0;
  const ask = (scope: Scope, name: string, of: unknown) =>
    readScope(scope, (db) => remembered(db, { name, of }, async () => ({ found: ++found })));
  const { home, foreign } = districts;
  const first = await ask(home.leader, 'sums', { year: 2025, revisions: [['a', 1]] });
  expect(await ask(home.leader, 'sums', { year: 2025, revisions: [['a', 1]] })).toBe(first);
  expect(await ask(home.reviewer, 'sums', { year: 2025, revisions: [['a', 1]] })).toBe(first);
  expect(found).toBe(1);

  await ask(home.leader, 'sums', { year: 2025, revisions: [['a', 2]] });
  await ask(home.leader, 'others', { year: 2025, revisions: [['a', 1]] });
  await ask(foreign.leader, 'sums', { year: 2025, revisions: [['a', 1]] });
  expect(found).toBe(4);
});

test('what could not be found is asked for again', async () => {
  const ask = (find: () => Promise<object>) =>
    readScope(districts.home.leader, (db) => remembered(db, { name: 'failing', of: 1 }, find));
  await expect(ask(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await ask(async () => ({ found: true }))).toEqual({ found: true });
});

test('another database remembers for itself', async () => {
  const other = await testDatabase();
  try {
    const elsewhere = await insertTwoDistricts(other.database);
    const ask = (scope: Scope, answer: string) =>
      readScope(scope, (db) => remembered(db, { name: 'place', of: 1 }, async () => ({ answer })));
    await ask(districts.home.leader, 'here');
    expect(await ask(elsewhere.home.leader, 'there')).toEqual({ answer: 'there' });
  } finally {
    await other.close();
  }
});
