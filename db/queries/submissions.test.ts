import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '#app/domain/submission.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { fullContent, insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { readScope, type Scope, withScope } from '../scope.server.ts';
import { insertDocument } from './documents.server.ts';
import { insertRevision, type NewRevision, upsertReviewedScores } from './revisions.server.ts';
import { findSubmission } from './submission-content.server.ts';
import { findAllSubmissions, updateStatus } from './submissions.server.ts';

let database: TestDatabase;
let districts: TwoDistricts;

beforeAll(async () => {
  database = await testDatabase();
  districts = await insertTwoDistricts(database.database);
});
afterAll(() => database.close());

const findings: Finding[] = [
  {
    check: 'execution_rate_matches',
    severity: 'error',
    fields: ['rates.execution_rate'],
    computed: '97.2312',
    stated: '97.23',
    proposal: { field: 'rates.execution_rate', value: '97.23' },
    evidence: '执行率为97.23%',
  },
  { check: 'sub_units_count', severity: 'warning', fields: ['sub_units'] },
];

function revisionOf(index: number, change: Partial<NewRevision> = {}): NewRevision {
  const office = officeAt(index);
  return {
    officeId: office.id,
    year: 2025,
    status: 'submitted',
    origin: 'filed',
    content: fullContent(office.canary),
    findings,
    quotes: { 'amounts.budget_total': { text: '10158.36万元', start: 12, end: 22 } },
    preparer: { name: '张三', phone: '020-00000000' },
    submittedAt: '2026-03-28T08:00:00.000Z',
    ...change,
  };
}

function officeAt(index: number) {
  const office = districts.home.offices[index];
  if (!office) throw new Error(`No office ${index} in the fixture.`);
  return office;
}

function staffAt(index: number): Scope {
  const scope = districts.home.preparers[index];
  if (!scope) throw new Error(`No preparer ${index} in the fixture.`);
  return scope;
}

test('a revision comes back as it was stored', async () => {
  const { officeId, content } = revisionOf(0);
  const stored = await withScope(staffAt(0), async (db) => {
    const { id: documentId } = await insertDocument(db, {
      officeId,
      year: 2025,
      fileName: '自评报告.docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      sha256: 'a'.repeat(64),
      text: '全文',
      content: new TextEncoder().encode('全文'),
      at: '2026-02-01T00:00:00.000Z',
    });
    expect(await insertRevision(db, revisionOf(0, { documentId }))).toEqual({ revision: 1, version: 1 });
    return findSubmission(db, { officeId, year: 2025 });
  });
  expect(stored?.content).toEqual(content);
  expect(stored?.findings).toEqual(findings);
  expect(stored).toMatchObject({
    status: 'submitted',
    origin: 'filed',
    revision: 1,
    version: 1,
    submittedAt: '2026-03-28T08:00:00.000Z',
    approvedAt: null,
    preparer: { name: '张三', phone: '020-00000000' },
    reviewed: {},
    quotes: { 'amounts.budget_total': { text: '10158.36万元', start: 12, end: 22 } },
  });
  expect(stored?.documentId).toMatch(/^[0-9a-f-]{36}$/);
});

test('what is not stated stays absent', async () => {
  const content = {
    amounts: {},
    rates: {},
    monthlyExecution: [],
    scores: [],
    outcomeIndicators: [],
    keyProjects: [],
    problems: [],
    measures: [],
  };
  const { officeId } = revisionOf(0);
  const stored = await withScope(staffAt(0), async (db) => {
    await insertRevision(db, { ...revisionOf(0), year: 2024, content, findings: [], quotes: {} });
    return findSubmission(db, { officeId, year: 2024 });
  });
  expect(stored?.content).toEqual(content);
});

test('a revision based on an old version, or a second first one, is not stored', async () => {
  const { officeId } = revisionOf(1);
  await withScope(staffAt(1), async (db) => {
    expect(await insertRevision(db, revisionOf(1))).toEqual({ revision: 1, version: 1 });
    expect(await insertRevision(db, revisionOf(1))).toBeUndefined();
    expect(await insertRevision(db, revisionOf(1, { version: 1 }))).toEqual({ revision: 2, version: 2 });
    expect(await insertRevision(db, revisionOf(1, { version: 1 }))).toBeUndefined();
    expect((await findSubmission(db, { officeId, year: 2025 }))?.revision).toBe(2);
  });
});

test('one statement gives every office-year with the figures of its current revision', async () => {
  const rows = await readScope(districts.home.leader, (db) =>
    findAllSubmissions(db, { years: [2025, 2024] }),
  );
  expect(rows.map(({ year, revision }) => [year, revision])).toEqual(
    expect.arrayContaining([
      [2024, 1],
      [2025, 1],
      [2025, 2],
    ]),
  );
  const row = rows.find(({ officeId, year }) => officeId === officeAt(1).id && year === 2025);
  expect(row).toMatchObject({
    status: 'submitted',
    origin: 'filed',
    filedOn: '2026-03-28',
    amounts: fullContent('').amounts,
    rates: fullContent('').rates,
    findings: { error: 1, warning: 1 },
  });
  expect(row?.scores.total).toEqual({ self: '93.50', reviewed: null });
});

test('an office gets its own submissions only', async () => {
  const rows = await readScope(staffAt(1), (db) => findAllSubmissions(db, { years: [2024, 2025] }));
  expect(rows.map(({ officeId }) => officeId)).toEqual([officeAt(1).id]);
});

test('the reviewer scores, also a node that the office left out; the claims stay', async () => {
  const key = { officeId: officeAt(0).id, year: 2025 };
  const stored = await withScope(districts.home.reviewer, async (db) => {
    const scores = { total: { score: '92.50', reason: null }, b: { score: '40.00', reason: '证据充分' } };
    await upsertReviewedScores(db, { ...key, revision: 1, scores });
    return findSubmission(db, key);
  });
  expect(stored?.reviewed).toEqual({ total: '92.50', b: '40.00' });
  expect(stored?.reviewedReasons).toEqual({ b: '证据充分' });
  expect(stored?.content.scores).toEqual(revisionOf(0).content.scores);
});

test('a status moves once for each version', async () => {
  const key = { officeId: officeAt(1).id, year: 2025 };
  await withScope(districts.home.reviewer, async (db) => {
    const change = { ...key, version: 2, status: 'returned' as const, returnReason: '请核对执行率' };
    expect(await updateStatus(db, change)).toBe(3);
    expect(await updateStatus(db, change)).toBeUndefined();
    expect(await findSubmission(db, key)).toMatchObject({
      status: 'returned',
      returnReason: '请核对执行率',
      submittedAt: '2026-03-28T08:00:00.000Z',
    });
  });
});
