import { type CompiledQuery, PostgresQueryCompiler, sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { kyselyOf } from '#db/client.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  type FilingDistrict,
  insertFilingDistrict,
  filingNow as now,
  soundValues,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { approveReport } from './approve-report.server.ts';
import { commentOnReport } from './comment-report.server.ts';
import { finishDraft, takeBackDraft } from './finish-draft.server.ts';
import { returnReport } from './return-report.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { scoreReport } from './score-report.server.ts';
import { submitReport } from './submit-report.server.ts';
import { withdrawReport } from './withdraw-report.server.ts';

let databases: TestDatabase;
let district: FilingDistrict;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases);
});
afterAll(() => databases.close());

test('every step is one transaction of few statements with one entry in the trail', async () => {
  const key = { officeCode: district.offices[0]?.code ?? '', year };
  const changes = Object.entries(soundValues).map(([field, to]) => ({ field, from: '', to }));
  const { at } = district;
  const steps: [name: string, most: number, step: () => Promise<unknown>][] = [
    ['save', 10, () => saveDraft(at('preparer'), { ...key, changes }, now)],
    ['finish', 10, () => finishDraft(at('preparer'), { ...key, seen: 1 }, now)],
    ['take back', 10, () => takeBackDraft(at('preparer'), { ...key, seen: 2 }, now)],
    ['submit', 26, () => submitReport(at('approver'), { ...key, seen: 3 }, now)],
    ['withdraw', 12, () => withdrawReport(at('approver'), { ...key, seen: 2, reason: '笔误' }, now)],
    ['submit again', 26, () => submitReport(at('approver'), { ...key, seen: 5 }, now)],
    [
      'comment',
      12,
      () => commentOnReport(at('reviewer'), { ...key, revision: 3, field: 'goal', text: '好' }, now),
    ],
    [
      'score',
      12,
      () =>
        scoreReport(at('reviewer'), { ...key, seen: 4, scores: { b: { score: '38', reason: '晚' } } }, now),
    ],
    ['approve', 10, () => approveReport(at('reviewer'), { ...key, seen: 5 }, now)],
    ['return', 10, () => returnReport(at('reviewer'), { ...key, seen: 6, reason: '再核' }, now)],
  ];
  const compiled = vi.spyOn(PostgresQueryCompiler.prototype, 'compileQuery');
  for (const [name, most, step] of steps) {
    const before = await written();
    compiled.mockClear();
    await step();
    const sent = compiled.mock.results.map(({ value }) => (value as CompiledQuery).sql);
    const statements = sent.length;
    // every transaction enters the application's role once
    expect([name, sent.filter((text) => text.includes("set_config('role'")).length]).toEqual([name, 1]);
    expect([name, statements > 3 && statements <= most, statements]).toEqual([name, true, statements]);
    expect([name, await written()]).toEqual([name, before + 1]);
  }
  compiled.mockRestore();
});

/** Entries of the trail. */
async function written(): Promise<number> {
  const { rows } = await sql<{ entries: number }>`select count(*)::int as entries from audit`.execute(
    kyselyOf(databases.owner),
  );
  return rows[0]?.entries ?? 0;
}
