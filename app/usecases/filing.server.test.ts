import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchmarkSearchOf } from '#app/domain/benchmark-search.ts';
import { kyselyOf } from '#db/client.server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { findAllComments } from '#db/queries/comments.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  type FilingDistrict,
  insertFilingDistrict,
  filingNow as now,
  type Person,
  soundValues,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { approveReport, approveReports } from './approve-report.server.ts';
import { commentOnReport, uncommentReport } from './comment-report.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { finishDraft, takeBackDraft } from './finish-draft.server.ts';
import { viewOfficeBenchmark } from './office-benchmark.server.ts';
import { viewReportCard } from './report-card.server.ts';
import { returnReport } from './return-report.server.ts';
import { setTakesPart } from './round-office.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { scoreReport } from './score-report.server.ts';
import { submitReport } from './submit-report.server.ts';
import { viewFiling } from './view-filing.server.ts';
import { viewReview } from './view-review.server.ts';
import { withdrawReport } from './withdraw-report.server.ts';

let databases: TestDatabase;
let district: FilingDistrict;
/** The accounts are at home in the first office, which one test keeps for itself. */
let fresh = 1;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases, { offices: 30 });
});
afterAll(() => databases.close());

/** An office of its own for each test, and what its people can do there. */
function newOffice(index = fresh++) {
  const office = district.offices[index];
  if (!office) throw new Error('more offices are needed');
  const key = { officeCode: office.code, year };
  const at = (person: Person) => district.at(person, index);
  const stored = async () => {
    const found = await readScope(at('preparer'), (db) => findSubmission(db, { officeId: office.id, year }));
    if (!found) throw new Error('nothing is stored');
    return found;
  };
  const draft = async () => {
    const { rows } = await sql<{
      version: number;
      finished_by: string | null;
      fields: Record<string, string>;
    }>`
      select version, finished_by, fields from drafts where office_id = ${office.id}`.execute(
      kyselyOf(databases.owner),
    );
    return rows[0];
  };
  const version = async () => (await draft())?.version ?? 0;
  return {
    office,
    key,
    at,
    stored,
    draft,
    async save(values: Record<string, string>, person: Person = 'preparer') {
      const { fields } = await saveDraft(at(person), { ...key, changes: [] }, now);
      const changes = Object.entries(values).map(([field, to]) => ({ field, from: fields[field] ?? '', to }));
      return saveDraft(at(person), { ...key, changes }, now);
    },
    submit: async (person: Person = 'approver') =>
      submitReport(at(person), { ...key, seen: await version() }, now),
    withdraw: async () =>
      withdrawReport(at('approver'), { ...key, seen: (await stored()).version, reason: '有一处笔误' }, now),
    sendBack: async (reason = '请补充说明') =>
      returnReport(at('reviewer'), { ...key, seen: (await stored()).version, reason }, now),
    approve: async (scope: Scope = at('reviewer')) =>
      approveReport(scope, { ...key, seen: (await stored()).version }, now),
    score: async (scores: Record<string, { score: string | null; reason: string }>) =>
      scoreReport(at('reviewer'), { ...key, seen: (await stored()).version, scores }, now),
    finish: async () => finishDraft(at('preparer'), { ...key, seen: await version() }, now),
    audit: async () =>
      (await readScope(at('preparer'), (db) => findAllAudit(db))).filter(
        ({ officeId }) => officeId === office.id,
      ),
  };
}

test('a whole round: saved, finished, submitted, returned, corrected, submitted again, approved', async () => {
  const { key, at, ...office } = newOffice();
  await office.save(soundValues);
  await office.finish();
  expect((await office.draft())?.finished_by).toBe(district.accountIds.preparer);
  const first = await office.submit();
  expect(first).toEqual({
    receipt: expect.stringMatching(`^${key.officeCode}-2025-R2-[2-9A-Z]{3}$`),
    revision: 2,
  });
  expect(await office.stored()).toMatchObject({
    status: 'submitted',
    origin: 'filed',
    revision: 2,
    receipt: first.receipt,
    submittedBy: district.accountIds.approver,
    submittedAt: now.toISOString(),
    preparer: { name: '测试填报人', phone: '000-00000000' },
    findings: [],
    content: {
      amounts: { budget_total: '10000000.00', executed_total: '9500000.00' },
      goal: '完成年度重点工作',
    },
  });
  expect(await office.draft()).toMatchObject({ fields: {}, finished_by: null });
  await commentOnReport(at('reviewer'), { ...key, revision: 2, field: 'goal', text: ' 请写具体 ' }, now);
  await office.sendBack();
  expect(await office.stored()).toMatchObject({
    status: 'returned',
    returnReason: '请补充说明',
    revision: 2,
  });
  const { fields } = await office.save({ goal: '完成十件民生实事' });
  expect(fields).toMatchObject({ 'amounts.budget_total': '1000', goal: '完成十件民生实事' });
  expect(await office.submit()).toMatchObject({ revision: 3 });
  expect(await office.stored()).toMatchObject({ status: 'submitted', returnReason: null });
  await office.approve();
  expect(await office.stored()).toMatchObject({ status: 'approved', approvedAt: now.toISOString() });
  const actions = (await office.audit()).map(({ action }) => action).toSorted();
  expect(actions).toEqual([
    'draft.finish',
    'draft.save',
    'draft.save',
    'submission.approve',
    'submission.comment',
    'submission.return',
    'submission.submit',
    'submission.submit',
  ]);
  expect((await office.audit()).find(({ action }) => action === 'submission.return')?.detail).toEqual({
    revision: 2,
    reason: '请补充说明',
    from: 'submitted',
    to: 'returned',
    seen: 2,
  });
});

describe('the same click again', () => {
  test('of submit gets the same receipt; another approver is told who sent it and when', async () => {
    const { key, at, ...office } = newOffice(0);
    await office.save(soundValues);
    const first = await submitReport(at('approver'), { ...key, seen: 1 }, now);
    expect(await submitReport(at('approver'), { ...key, seen: 1 }, now)).toEqual(first);
    await expect(submitReport(at('deputy'), { ...key, seen: 1 }, now)).rejects.toMatchObject({
      code: 'is_submitted',
      last: {
        action: 'submission.submit',
        at: now.toISOString(),
        by: 'approver of 990501',
        role: 'office_approver',
      },
    });
    expect((await office.stored()).revision).toBe(2);
  });

  test('of every other step changes nothing and complains of nothing', async () => {
    const { key, at, ...office } = newOffice();
    await office.save(soundValues);
    const twice = async (step: () => Promise<unknown>) => {
      await step();
      const before = await rows();
      await step();
      expect(await rows()).toEqual(before);
    };
    await twice(() => finishDraft(at('preparer'), { ...key, seen: 1 }, now));
    await twice(() => takeBackDraft(at('approver'), { ...key, seen: 2 }, now));
    await submitReport(at('approver'), { ...key, seen: 3 }, now);
    await twice(() => withdrawReport(at('approver'), { ...key, seen: 2, reason: '笔误' }, now));
    await office.submit();
    const seen = (await office.stored()).version;
    const scores = { b: { score: '38', reason: '佐证不足' } };
    await twice(() => scoreReport(at('reviewer'), { ...key, seen, scores }, now));
    await twice(() =>
      commentOnReport(at('reviewer'), { ...key, revision: 3, field: 'goal', text: '好' }, now),
    );
    await twice(() => approveReport(at('reviewer'), { ...key, seen: seen + 1 }, now));
    await twice(() => returnReport(at('reviewer'), { ...key, seen: seen + 2, reason: '再核' }, now));
  });

  test('of a submit that was withdrawn meanwhile sends nothing', async () => {
    const { key, at, ...office } = newOffice();
    await office.save(soundValues);
    await office.submit();
    await office.withdraw();
    await expect(submitReport(at('approver'), { ...key, seen: 1 }, now)).rejects.toMatchObject({
      code: 'changed_meanwhile',
      last: { action: 'submission.withdraw' },
    });
    expect((await office.stored()).status).toBe('draft');
  });
});

test('withdrawn, the values and answers are there to go on with, and the receipt is void', async () => {
  const office = newOffice();
  const values = { ...soundValues, ...warned, [answer]: '去年口径不同' };
  await office.save(values);
  await office.submit();
  expect((await office.stored()).findings).toContainEqual(
    expect.objectContaining({ answer: '去年口径不同' }),
  );
  await office.withdraw();
  expect(await office.stored()).toMatchObject({
    status: 'draft',
    receipt: null,
    submittedAt: null,
    submittedBy: null,
  });
  expect((await office.draft())?.fields).toMatchObject({ goal: soundValues.goal, [answer]: '去年口径不同' });
});

/** A share that does not follow from its amounts: a warning. */
const withoutScores = Object.fromEntries(
  Object.keys(soundValues).flatMap((field) => (field.startsWith('scores.') ? [[field, '']] : [])),
);
const warned = {
  'amounts.revenue_total': '100',
  'amounts.revenue_general': '50',
  'rates.revenue_general_share': '60',
};
const answer = 'answers.share of total|revenue_general_share';

describe('what is not ready is not sent, and every obstacle is told with its field', () => {
  test.each<[string, Record<string, string>, object[]]>([
    [
      'an entry that is no figure',
      { 'amounts.budget_total': '约一千万' },
      [{ kind: 'refused_entry', field: 'amounts.budget_total', detail: '约一千万' }],
    ],
    [
      'words without a score',
      { 'scores.a.p.2.score': '' },
      [{ kind: 'score_missing', field: 'scores.a.p.2.score', detail: '' }],
    ],
    [
      'a budget that is not stated, without a reason',
      { 'amounts.budget_total': '', 'rates.execution_rate': '' },
      [
        {
          kind: 'unanswered_finding',
          field: 'amounts.budget_total',
          detail: 'budget, executed total and goal filled in',
        },
      ],
    ],
    [
      'no score at all, whatever is answered',
      { ...withoutScores, 'answers.something is scored|scores.total': '暂无' },
      [{ kind: 'blocking_finding', field: 'scores.total.score', detail: 'something is scored' }],
    ],
    [
      'an error',
      { 'rates.execution_rate': '55' },
      [{ kind: 'blocking_finding', field: 'rates.execution_rate', detail: 'execution rate' }],
    ],
    [
      'a warning without an answer',
      warned,
      [{ kind: 'unanswered_finding', field: 'rates.revenue_general_share', detail: 'share of total' }],
    ],
  ])('%s', async (_, values, obstacles) => {
    const office = newOffice();
    await office.save({ ...soundValues, ...values });
    const before = await rows();
    const refusal = await office.submit().catch((error) => error);
    expect(refusal).toBeInstanceOf(FilingRefusal);
    expect(refusal).toMatchObject({ code: 'not_ready', params: { count: obstacles.length } });
    expect(refusal.obstacles).toEqual(obstacles);
    expect(await rows()).toEqual(before);
  });

  test('nothing but words about the office', async () => {
    const office = newOffice();
    await office.save({ goal: '目标' });
    await expect(office.submit()).rejects.toMatchObject({ code: 'nothing_to_send' });
  });
});

test('what was left out is sent with its reason, which then stands beside it for office and bureau, and survives a return', async () => {
  const office = newOffice();
  const { budget, scores } = { budget: '批复文件未到', scores: '待财政复核' };
  await office.save({
    ...soundValues,
    'amounts.budget_total': '',
    'rates.execution_rate': '',
    'scores.b.score': '',
    'scores.b.reason': '',
    'scores.b.measure': '',
    'answers.budget, executed total and goal filled in|budget_total': budget,
    'answers.scores filled in|': scores,
  });
  await office.submit();
  const missing = { 'amounts.budget_total': budget, 'scores.b.score': scores };
  const review = await viewReview(
    office.at('reviewer'),
    { year, officeCode: office.key.officeCode, search: { order: 'waiting' } },
    now,
  );
  expect(review?.submission?.missing).toEqual(missing);
  expect(review?.submission?.lines.money.map(({ field }) => field)).toContain('amounts.budget_total');
  const card = (await viewReportCard(office.at('approver'), office.key))?.submission;
  expect(card?.missing).toEqual(missing);
  expect(card?.money.map(({ item }) => item)).toContain('budget_total');
  expect(card?.scores.map(({ node }) => node.code)).toContain('b');
  await office.sendBack();
  await office.submit();
  expect((await viewReportCard(office.at('approver'), office.key))?.submission?.missing).toEqual(missing);
});

test('the card of an office that takes no part says so and why, to the office and to its district', async () => {
  const { key, at } = newOffice();
  await setTakesPart(at('reviewer'), { ...key, takesPart: false, reason: '职能划转' }, now);
  for (const scope of [at('preparer'), at('leader')]) {
    const card = await viewReportCard(scope, key);
    expect(card?.leftOut).toEqual({ reason: '职能划转' });
    const search = benchmarkSearchOf(new URLSearchParams());
    const benchmark = await viewOfficeBenchmark(scope, { ...key, search });
    expect([benchmark?.leftOut, benchmark?.comparison]).toEqual(['职能划转', undefined]);
    expect(card?.history.map(({ year: of, status }) => [of, status])).toEqual([
      [year, 'left_out'],
      [year - 1, 'not_filed'],
    ]);
  }
  await setTakesPart(at('reviewer'), { ...key, takesPart: true, reason: '恢复' }, now);
  const card = await viewReportCard(at('preparer'), key);
  expect([card?.leftOut, card?.history[0]?.status]).toEqual([undefined, 'not_filed']);
});

describe('a refused step writes nothing', () => {
  let key: { officeCode: string; year: number };
  let office: ReturnType<typeof newOffice>;
  beforeAll(async () => {
    office = newOffice();
    key = office.key;
    await office.save(soundValues);
    await office.submit();
  });
  const reason = '原因';
  const at = (person: Person) => office.at(person);
  const cases: [string, string, () => Promise<unknown>][] = [
    ['submitted already', 'is_submitted', () => submitReport(at('deputy'), { ...key, seen: 1 }, now)],
    ['by a role that never may', 'wrong_role', () => submitReport(at('preparer'), { ...key, seen: 2 }, now)],
    ['by the leader', 'wrong_role', () => approveReport(at('leader'), { ...key, seen: 2 }, now)],
    [
      'by whoever submitted it',
      'same_person',
      () => approveReport(district.turncoat, { ...key, seen: 2 }, now),
    ],
    [
      'at another version',
      'changed_meanwhile',
      () => approveReport(at('reviewer'), { ...key, seen: 1 }, now),
    ],
    [
      'without a reason',
      'reason_missing',
      () => returnReport(at('reviewer'), { ...key, seen: 2, reason: '  ' }, now),
    ],
    [
      'with a book for a reason',
      'text_too_long',
      () => returnReport(at('reviewer'), { ...key, seen: 2, reason: '长'.repeat(2001) }, now),
    ],
    [
      'withdrawn without a reason',
      'reason_missing',
      () => withdrawReport(at('approver'), { ...key, seen: 2, reason: '' }, now),
    ],
    ['nothing to take back', 'is_submitted', () => takeBackDraft(at('preparer'), { ...key, seen: 2 }, now)],
    ['nothing to finish', 'is_submitted', () => finishDraft(at('preparer'), { ...key, seen: 2 }, now)],
    ['a score above the weight', 'score_out_of_range', () => office.score({ b: { score: '40.01', reason } })],
    ['a score below nothing', 'score_out_of_range', () => office.score({ b: { score: '-1', reason } })],
    [
      'a score of three decimals',
      'score_out_of_range',
      () => office.score({ b: { score: '1.005', reason } }),
    ],
    ['a score without a reason', 'reason_missing', () => office.score({ b: { score: '38', reason: ' ' } })],
    ['a score of no indicator', 'unknown_field', () => office.score({ z: { score: '1', reason } })],
    [
      'a comment on an old revision',
      'changed_meanwhile',
      () => commentOnReport(at('reviewer'), { ...key, revision: 1, field: 'goal', text: '?' }, now),
    ],
    [
      'a comment on no field',
      'unknown_field',
      () => commentOnReport(at('reviewer'), { ...key, revision: 2, field: 'no field', text: '?' }, now),
    ],
    [
      'a comment that is not there',
      'unknown_comment',
      () => uncommentReport(at('reviewer'), { ...key, id: district.id }, now),
    ],
    [
      'a comment by the office',
      'wrong_role',
      () => commentOnReport(at('preparer'), { ...key, revision: 2, field: 'goal', text: '?' }, now),
    ],
    [
      'before the round opens',
      'round_not_open',
      () => returnReport(at('reviewer'), { ...key, seen: 2, reason }, new Date('2026-01-04T15:59:59Z')),
    ],
    [
      'an unknown office',
      'unknown_office',
      () => approveReport(at('reviewer'), { officeCode: '990599999', year, seen: 1 }, now),
    ],
    [
      'another office',
      'unknown_office',
      () => submitReport(district.at('approver', 29), { ...key, seen: 1 }, now),
    ],
    [
      'a year without a round',
      'no_round',
      () => submitReport(at('approver'), { ...key, year: 2019, seen: 0 }, now),
    ],
  ];
  test.each(cases)('%s: %s', async (_, code, step) => {
    const before = await rows();
    const refusal = (await step().catch((error) => error)) as FilingRefusal;
    expect(refusal).toBeInstanceOf(FilingRefusal);
    expect(refusal.code).toBe(code);
    expect(await rows()).toEqual(before);
  });

  test('in a closed round nothing is filed', async () => {
    const { officeCode } = newOffice().key;
    const closed = { officeCode, year: year - 1, seen: 0 };
    await expect(
      saveDraft(district.at('preparer', fresh - 1), { ...closed, changes: [] }, now),
    ).rejects.toMatchObject({
      code: 'round_closed',
    });
  });
});

test('in time once is in time, though it was returned and came again after the deadline; withdrawn it starts anew', async () => {
  const office = newOffice();
  const late = async () => (await viewFiling(office.at('approver'), office.key, afterDeadline))?.late;
  await office.save(soundValues);
  await office.submit();
  await office.withdraw();
  expect(await late()).toBe(true);
  await office.submit();
  await office.sendBack();
  expect(await late()).toBe(false);
  const { version } = await saveDraft(
    office.at('approver'),
    { ...office.key, changes: [{ field: 'goal', from: soundValues.goal ?? '', to: '改好了' }] },
    afterDeadline,
  );
  await submitReport(office.at('approver'), { ...office.key, seen: version }, afterDeadline);
  expect(await late()).toBe(false);
  expect((await office.stored()).submittedAt).toBe(afterDeadline.toISOString());
  expect((await office.stored()).findings).toEqual([]);
});
const afterDeadline = new Date('2026-04-20T02:00:00Z');

describe('reviewed scores', () => {
  test('stand at the current revision with their reasons, carried up; null takes one back', async () => {
    const office = newOffice();
    await office.save(soundValues);
    await office.submit();
    await office.score({ 'a.p.1': { score: '44', reason: '缺佐证' }, b: { score: '39', reason: '' } });
    expect(await office.stored()).toMatchObject({
      reviewed: { 'a.p.1': '44.00', 'a.p': '58.00', a: '58.00', b: '39.00', total: '97.00' },
      reviewedReasons: { 'a.p.1': '缺佐证', b: '' },
    });
    await office.score({ 'a.p.1': { score: null, reason: '' } });
    const { reviewed, reviewedReasons } = await office.stored();
    expect({ reviewed, reviewedReasons }).toEqual({
      reviewed: { b: '39.00', total: '98.00' },
      reviewedReasons: { b: '' },
    });
    const scored = (await office.audit()).filter(({ action }) => action === 'submission.score');
    expect(scored).toHaveLength(2);
    expect(scored.flatMap(({ detail }) => (detail as { changes: object[] }).changes)).toContainEqual({
      field: 'scores.a.p.1.reviewed',
      from: '',
      to: '44',
      reason: '缺佐证',
    });
  });

  test('stay after a return where the office says the same, and are gone where it says something else', async () => {
    const office = newOffice();
    await office.save(soundValues);
    await office.submit();
    await office.score({
      'a.p.1': { score: '44', reason: '缺佐证' },
      b: { score: '37', reason: '公开更晚' },
    });
    await office.sendBack();
    await office.save({ 'scores.b.reason': '公开晚了两天，已整改' });
    await office.submit();
    expect(await office.stored()).toMatchObject({
      revision: 3,
      reviewed: { 'a.p.1': '44.00', 'a.p': '58.00', a: '58.00', total: '97.00' },
      reviewedReasons: { 'a.p.1': '缺佐证' },
    });
    expect((await office.stored()).reviewed).not.toHaveProperty('b');
  });
});

test('several are approved in one go; what stands otherwise than it was seen is told and left', async () => {
  const [good, changed, draft] = [newOffice(), newOffice(), newOffice()];
  for (const office of [good, changed]) {
    await office.save(soundValues);
    await office.submit();
  }
  await draft.save(soundValues);
  const seen = {
    [good.key.officeCode]: 2,
    [changed.key.officeCode]: 1,
    [draft.key.officeCode]: 1,
    '990599999': 1,
  };
  expect(await approveReports(district.at('reviewer'), { year, seen }, now)).toEqual({
    approved: [good.key.officeCode],
    refused: expect.arrayContaining([
      { office: changed.key.officeCode, code: 'changed_meanwhile' },
      { office: draft.key.officeCode, code: 'is_draft' },
      { office: '990599999', code: 'unknown_office' },
    ]),
  });
  expect((await good.stored()).status).toBe('approved');
  expect((await changed.stored()).status).toBe('submitted');
  await expect(approveReports(district.at('reviewer'), { year: 2019, seen }, now)).rejects.toMatchObject({
    code: 'no_round',
  });
});

test('a comment is taken back with a trace', async () => {
  const { key, at, office, ...rest } = newOffice();
  await rest.save(soundValues);
  await rest.submit();
  const id = await commentOnReport(
    at('reviewer'),
    { ...key, revision: 2, field: 'scores.b.reason', text: '请附件' },
    now,
  );
  const comments = () =>
    readScope(at('preparer'), (db) => findAllComments(db, { officeId: office.id, year }));
  expect(await comments()).toMatchObject([{ id, revision: 2, field: 'scores.b.reason', text: '请附件' }]);
  await uncommentReport(at('colleague'), { ...key, id }, now);
  expect(await comments()).toEqual([]);
  expect((await rest.audit()).filter(({ action }) => action === 'submission.comment')).toHaveLength(2);
});

/** How many rows every table of a filing has, and where every submission stands. */
async function rows(): Promise<unknown> {
  const tables = [
    'submissions',
    'revisions',
    'money_figures',
    'indicator_scores',
    'findings',
    'comments',
    'drafts',
    'audit',
  ];
  const counts = tables.map(
    (table) => sql`(select count(*)::int from ${sql.table(table)}) as ${sql.ref(table)}`,
  );
  const found = await sql`select ${sql.join(counts)},
    (select json_agg(s order by office_id, year) from submissions s) as states,
    (select json_agg(d order by office_id, year) from drafts d) as copies`.execute(kyselyOf(databases.owner));
  return found.rows;
}
