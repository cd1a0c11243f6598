import { afterAll, beforeAll, expect, it } from 'vitest';
import { totalCode } from '#app/domain/framework.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { moneyItems, rateItems } from '#app/domain/submission.ts';
import { loadDistrictSpan } from '#app/usecases/district-year.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { readScope } from '../scope.server.ts';
import { insertLargeDistrict } from './large-district.server.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

it('stores every figure of every office and year, readable by its leader', async () => {
  const district = await insertLargeDistrict(test.database, { offices: 21, years: 2 });
  const span = await readScope(district.scope, (db) => loadDistrictSpan(db, { year: 2023, count: 10 }));
  expect(span?.district.code).toBe(district.code);
  expect(span?.years.map(({ year }) => year)).toEqual([2022, 2023]);
  const rows = span?.years.flatMap((year) => year.rows) ?? [];
  expect(rows.map(({ status }) => status).filter((status) => status === 'submitted')).toHaveLength(1);
  expect(rows).toHaveLength(42);
  for (const row of rows) {
    expect(Object.keys(row.amounts).sort()).toEqual([...moneyItems].sort());
    expect(Object.keys(row.rates).sort()).toEqual([...rateItems].sort());
    expect(Object.keys(row.scores).sort()).toEqual(
      [totalCode, ...guangdong2023.nodes.map(({ code }) => code)].sort(),
    );
    expect(row.problems).toBe(3);
  }
});
