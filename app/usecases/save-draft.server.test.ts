import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { saveDraft } from './save-draft.server.ts';
import { viewForm } from './view-form.server.ts';

let databases: TestDatabase;
let districts: TwoDistricts;
const now = new Date('2026-02-03T04:05:06.000Z');

beforeAll(async () => {
  databases = await testDatabase();
  districts = await insertTwoDistricts(databases.database);
});
afterAll(() => databases.close());

test('smoke', async () => {
  const { home } = districts;
  const [preparer] = home.preparers;
  const key = { officeCode: home.offices[0]!.code, year: 2025 };
  const saved = await saveDraft(preparer!, { ...key, changes: [{ field: 'goal', from: '', to: 'x' }] }, now);
  console.error(saved);
  const again = await saveDraft(preparer!, { ...key, changes: [{ field: 'goal', from: '', to: 'y' }] }, now);
  console.error(again);
  console.error(await viewForm(preparer!, key, now));
});
