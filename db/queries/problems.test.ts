import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { fullContent, insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { readScope, withScope } from '../scope.server.ts';
import { findAllProblems } from './problems.server.ts';
import { insertRevision } from './revisions.server.ts';

let database: TestDatabase;
let districts: TwoDistricts;

beforeAll(async () => {
  database = await testDatabase();
  districts = await insertTwoDistricts(database.database);
  for (const { reviewer, offices } of [districts.home, districts.foreign]) {
    await withScope(reviewer, async (db) => {
      for (const { id: officeId, canary } of offices.slice(0, 2)) {
        for (const year of [2024, 2025]) {
          const content = fullContent(`${canary}${year}`);
          await insertRevision(db, {
            officeId,
            year,
            status: 'submitted',
            origin: 'filed',
            content,
            findings: [],
          });
        }
      }
    });
  }
});
afterAll(() => database.close());

test('problems come with their measures and the number of measures that name no problem', async () => {
  const { leader, offices } = districts.home;
  const problems = await readScope(leader, (db) => findAllProblems(db, { years: [2025] }));
  const { canary, id } = offices[0] ?? { canary: '', id: '' };
  const shared = { officeId: id, year: 2025, unlinkedMeasures: 1 };
  expect(problems.filter(({ officeId }) => officeId === id)).toEqual([
    {
      ...shared,
      position: 0,
      text: `${canary}2025问题一`,
      themes: ['budget_execution', 'target_setting'],
      measures: [],
    },
    { ...shared, position: 1, text: `${canary}2025问题二`, themes: [], measures: [`${canary}2025措施一`] },
  ]);
});

test('several years in one go, the latest first; an office reads its own only', async () => {
  const { leader, preparers, offices } = districts.home;
  const asked = { years: [2024, 2025] };
  const all = await readScope(leader, (db) => findAllProblems(db, asked));
  expect(all.map(({ year }) => year)).toEqual([2025, 2025, 2025, 2025, 2024, 2024, 2024, 2024]);
  expect(new Set(all.map(({ officeId }) => officeId))).toEqual(
    new Set(offices.slice(0, 2).map(({ id }) => id)),
  );
  const [preparer] = preparers;
  if (!preparer) throw new Error('no preparer in the fixture');
  const own = await readScope(preparer, (db) => findAllProblems(db, asked));
  expect(own.map(({ officeId }) => officeId)).toEqual(Array(4).fill(offices[0]?.id));
});
