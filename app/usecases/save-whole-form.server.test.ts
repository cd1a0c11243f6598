import { type CompiledQuery, PostgresQueryCompiler } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { months, scoreParts } from '#app/domain/form/fields.ts';
import { type Framework, leavesOf } from '#app/domain/framework.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  type FilingDistrict,
  insertFilingDistrict,
  filingNow as now,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { countStatements } from '#test/helpers/statements.ts';
import { saveDraft } from './save-draft.server.ts';

const parts = ['a', 'b', 'c', 'd'];
const node = (code: string, parent: string | null, level: 1 | 2 | 3, weight: string) => ({
  ...{ code, parent, level, weight, verified: true },
  ...{ name: `指标${code}`, nameEn: `Indicator ${code}` },
});
/** Four dimensions of ten indicators each. */
const tree: Framework = {
  ...{ name: '四十项指标体系', nameEn: 'Forty indicators', year, version: 1, totalWeight: '100.00' },
  nodes: parts.flatMap((part) => [
    node(part, null, 1, '25.00'),
    ...Array.from({ length: 10 }, (_, index) => node(`${part}.${index + 1}`, part, 2, '2.50')),
  ]),
};

let databases: TestDatabase;
let district: FilingDistrict;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases, { tree });
});
afterAll(() => databases.close());

test('40 scored indicators and 12 months, all changed in one save: one transaction, fewer than ten statements', async () => {
  const leaves = leavesOf(tree).map(({ code }) => code);
  expect(leaves).toHaveLength(40);
  const scores = leaves.flatMap((code) => scoreParts.map((part) => `scores.${code}.${part}`));
  const fields = [...scores, ...months.map((month) => `months.${month}`)];
  const save = (from: string, to: string, person: 'preparer' | 'deputy' = 'preparer') => {
    const changes = fields.map((field) => ({ field, from, to }));
    const key = { officeCode: district.offices[0]?.code ?? '', year };
    return saveDraft(district.at(person), { ...key, changes }, now);
  };
  const compiled = vi.spyOn(PostgresQueryCompiler.prototype, 'compileQuery');
  const saves = [];
  for (const run of [() => save('', '2.4'), () => save('2.4', '2.5'), () => save('2.4', '2.3', 'deputy')]) {
    compiled.mockClear();
    const { result, statements } = await countStatements(run);
    const sent = compiled.mock.results.map(({ value }) => (value as CompiledQuery).sql);
    // every transaction enters the application's role once
    const transactions = sent.filter((text) => text.includes("set_config('role'")).length;
    saves.push({ told: [result.applied.length, result.conflicts.length], transactions, statements });
  }
  compiled.mockRestore();
  expect(saves.map(({ told }) => told)).toEqual([
    [252, 0],
    [252, 0],
    [0, 252],
  ]);
  expect(saves.map(({ transactions }) => transactions)).toEqual([1, 1, 1]);
  for (const { statements } of saves) expect(statements).toBeLessThan(10);
});
