import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SubmissionStatus } from '#app/domain/submission.ts';
import { kyselyOf } from '#db/client.server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { updateFinished } from '#db/queries/drafts.server.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import { upsertRoundOffice } from '#db/queries/round-offices.server.ts';
import { updateRound } from '#db/queries/rounds.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { readScope, type Scope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { countStatements } from '#test/helpers/statements.ts';
import { fullContent, insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { type DraftChanges, saveDraft } from './save-draft.server.ts';
import { readDraft, viewForm } from './view-form.server.ts';

let databases: TestDatabase;
let districts: TwoDistricts;
let office: { id: string; code: string; preparer: Scope; approver: Scope };
let offices = 0;
const now = new Date('2026-02-03T04:05:06.000Z');
const later = new Date('2026-02-03T09:10:11.000Z');

beforeAll(async () => {
  databases = await testDatabase();
  districts = await insertTwoDistricts(databases.database, { offices: 30 });
});
afterAll(() => databases.close());

/** Every test has an office of its own that has filed nothing. */
beforeEach(() => {
  const { home } = districts;
  const [place, preparer, approver] = [
    home.offices[offices],
    home.preparers[offices],
    home.approvers[offices],
  ];
  if (!place || !preparer || !approver) throw new Error('There are more tests than offices.');
  office = { id: place.id, code: place.code, preparer, approver };
  offices += 1;
});

describe('the first save of a year', () => {
  test('makes the submission: a draft whose first revision is empty', async () => {
    const saved = await save(office.preparer, { goal: ['', '目标'] });
    expect(saved).toEqual({
      version: 1,
      applied: [{ field: 'goal', from: '', to: '目标' }],
      conflicts: [],
      refused: [],
      fields: { goal: '目标' },
    });
    const stored = await submission();
    expect(stored).toMatchObject({ status: 'draft', origin: 'filed', revision: 1, version: 1 });
    expect(stored?.content).toEqual({ ...emptyContent });
    expect(await draftRow()).toEqual({
      version: 1,
      base_revision: 1,
      fields: { goal: '目标' },
      changed_by: office.preparer.accountId,
    });
  });

  test('is in the audit trail, with each field before and after', async () => {
    await save(office.preparer, { goal: ['', '目标'], 'months.1': ['', '8.5%'] });
    expect(await trail()).toEqual([
      {
        action: 'draft.save',
        subject: `${office.code}/2025`,
        at: now.toISOString(),
        accountId: office.preparer.accountId,
        detail: {
          changes: [
            { field: 'goal', from: '', to: '目标' },
            { field: 'months.1', from: '', to: '8.5%' },
          ],
        },
      },
    ]);
  });

  test('is not made by a save that says nothing', async () => {
    expect(await save(office.preparer, {})).toMatchObject({ version: 0, fields: {} });
    expect(await save(office.preparer, { goal: ['', ''], nonsense: ['', 'x'] })).toMatchObject({
      version: 0,
      refused: [{ field: 'nonsense', to: 'x', refusal: 'unknown_field' }],
    });
    expect(await submission()).toBeUndefined();
    expect(await trail()).toEqual([]);
  });
});

describe('two people in one form', () => {
  test('each field by itself: what the other wrote elsewhere stays and comes back', async () => {
    await save(office.preparer, { goal: ['', '甲'] });
    const saved = await save(office.approver, { key_tasks: ['', '乙'] }, later);
    expect(saved).toMatchObject({ version: 2, conflicts: [], fields: { goal: '甲', key_tasks: '乙' } });
  });

  test('one field: the second is told both texts, by whom and when, and changes nothing', async () => {
    await save(office.preparer, { goal: ['', '甲'], key_tasks: ['', '丙'] });
    await save(office.preparer, { key_tasks: ['丙', '丁'] }, later);
    const saved = await save(
      office.approver,
      { goal: ['', '乙'], key_tasks: ['', '戊'], staffing: ['', '86'] },
      later,
    );
    expect(saved.conflicts).toEqual([
      { field: 'goal', mine: '乙', theirs: '甲', by: '鹤鸣office_preparer', at: now.toISOString() },
      { field: 'key_tasks', mine: '戊', theirs: '丁', by: '鹤鸣office_preparer', at: later.toISOString() },
    ]);
    expect(saved.applied).toEqual([{ field: 'staffing', from: '', to: '86' }]);
    expect((await draftRow())?.fields).toEqual({ goal: '甲', key_tasks: '丁', staffing: '86' });
  });

  test('a repeated request changes nothing and is told as applied', async () => {
    await save(office.preparer, { goal: ['', '甲'] });
    const again = await save(office.preparer, { goal: ['', '甲'] }, later);
    expect(again).toMatchObject({
      version: 1,
      conflicts: [],
      applied: [{ field: 'goal', from: '甲', to: '甲' }],
    });
    expect(await trail()).toHaveLength(1);
  });

  test('both begin at once: one submission, nothing lost', async () => {
    const both = await Promise.all([
      save(office.preparer, { goal: ['', '甲'] }),
      save(office.approver, { key_tasks: ['', '乙'] }),
    ]);
    expect(both.map(({ version }) => version).toSorted()).toEqual([1, 2]);
    expect((await draftRow())?.fields).toEqual({ goal: '甲', key_tasks: '乙' });
    expect(await submission()).toMatchObject({ revision: 1 });
  });

  test('an open page reads what has been saved since, and by whom', async () => {
    expect(await readDraft(office.approver, place())).toEqual({ version: 0, state: 'none', fields: {} });
    await save(office.preparer, { goal: ['', '甲'] });
    const { result, statements } = await countStatements(() => readDraft(office.approver, place()));
    expect(result).toEqual({
      version: 1,
      state: 'draft',
      fields: { goal: '甲' },
      changed: { by: '鹤鸣office_preparer', at: now.toISOString() },
    });
    expect(statements).toBeLessThanOrEqual(6);
  });
});

describe('a report that was sent back', () => {
  beforeEach(() => file('returned', fullContent('某')));

  test('is the form to go on from, and its first change keeps the rest', async () => {
    const form = await viewForm(office.preparer, place(), now);
    expect(form).toMatchObject({ state: 'returned', version: 0, returnReason: '请补充', mayEdit: true });
    expect(form?.values).toMatchObject({
      goal: '某目标',
      'amounts.budget_total': '10158.36',
      'months.12': '100',
    });
    const saved = await save(office.preparer, { goal: ['某目标', '新目标'] });
    expect(saved.fields).toEqual({ ...form?.values, goal: '新目标' });
    expect(saved.applied).toEqual([{ field: 'goal', from: '某目标', to: '新目标' }]);
    expect(await submission()).toMatchObject({
      status: 'returned',
      revision: 1,
      content: { goal: '某目标' },
    });
  });

  test('an older working copy is not shown again, and the next save replaces it', async () => {
    await save(office.preparer, { goal: ['某目标', '旧稿'] });
    await file('returned', { ...emptyContent, goal: '第二稿' });
    const form = await viewForm(office.preparer, place(), now);
    expect(form).toMatchObject({ version: 1, values: { goal: '第二稿' } });
    expect(form?.changed).toBeUndefined();
    const saved = await save(office.preparer, { goal: ['旧稿', '我的'], staffing: ['', '86'] });
    expect(saved).toMatchObject({
      version: 2,
      conflicts: [{ field: 'goal', mine: '我的', theirs: '第二稿', by: '鹤鸣office_preparer' }],
      fields: { goal: '第二稿', staffing: '86' },
    });
  });
});

describe('who may save, and when', () => {
  test.each<[SubmissionStatus]>([['submitted'], ['approved']])('not what is %s', async (status) => {
    await file(status, emptyContent);
    await expect(save(office.preparer, { goal: ['', 'x'] })).rejects.toMatchObject({ code: `is_${status}` });
    expect(await draftRow()).toBeUndefined();
  });

  test('while it is in the approver’s hands, he alone; his save takes it back', async () => {
    await save(office.preparer, { goal: ['', '甲'] });
    await finish(1);
    await expect(save(office.preparer, { goal: ['甲', '乙'] })).rejects.toMatchObject({
      code: 'is_finished',
    });
    const form = await viewForm(office.preparer, place(), now);
    expect(form).toMatchObject({
      state: 'finished',
      mayEdit: false,
      finished: { by: '鹤鸣office_preparer', at: now.toISOString() },
    });
    await save(office.approver, { goal: ['甲', '乙'] });
    expect((await viewForm(office.preparer, place(), now))?.state).toBe('draft');
  });

  test('a refusal tells what was done last, by whom and when', async () => {
    await save(office.preparer, { goal: ['', '甲'] });
    await finish(1);
    await expect(save(office.preparer, { goal: ['甲', '乙'] })).rejects.toMatchObject({
      last: { action: 'draft.save', by: '鹤鸣office_preparer', at: now.toISOString() },
    });
  });

  test('not before the round opens, in Chinese time', async () => {
    const change = { goal: ['', 'x'] } as const;
    await expect(save(office.preparer, change, new Date('2026-01-04T15:59:59Z'))).rejects.toMatchObject({
      code: 'round_not_open',
      params: { opensOn: '2026-01-05' },
    });
    await expect(save(office.preparer, change, new Date('2026-01-04T16:00:00Z'))).resolves.toMatchObject({
      version: 1,
    });
  });

  test('after the deadline too, as long as the round is open', async () => {
    await save(office.preparer, { goal: ['', 'x'] }, new Date('2026-09-01T00:00:00Z'));
    await inRound('closed', async () => {
      await expect(save(office.preparer, { goal: ['x', 'y'] })).rejects.toMatchObject({
        code: 'round_closed',
      });
      expect(await viewForm(office.preparer, place(), now)).toMatchObject({
        mayEdit: false,
        barrier: 'round_closed',
      });
    });
  });

  test('not an office that takes no part, nor in a year without a round', async () => {
    const exception = { officeId: office.id, year: 2025, takesPart: false, deadline: null, reason: '撤并' };
    await withScope(districts.home.reviewer, (db) => upsertRoundOffice(db, exception));
    await expect(save(office.preparer, { goal: ['', 'x'] })).rejects.toMatchObject({
      code: 'not_taking_part',
    });
    const changes = [{ field: 'goal', from: '', to: 'x' }];
    const input = { officeCode: office.code, year: 2030, changes };
    await expect(saveDraft(office.preparer, input, now)).rejects.toMatchObject({ code: 'no_round' });
    expect(await viewForm(office.preparer, { officeCode: office.code, year: 2030 }, now)).toBeUndefined();
  });

  test('nobody but the office: its form is nobody else’s to see', async () => {
    await save(office.preparer, { goal: ['', '甲'] });
    const { home, foreign } = districts;
    const others = [
      home.reviewer,
      home.leader,
      foreign.reviewer,
      foreign.preparers[0],
      home.preparers.at(-1),
    ];
    for (const scope of others as Scope[]) {
      await expect(save(scope, { goal: ['甲', '改'] })).rejects.toMatchObject({ code: 'unknown_office' });
      expect(await viewForm(scope, place(), now)).toBeUndefined();
      expect(await readDraft(scope, place())).toBeUndefined();
    }
  });
});

test('last year stands beside the form, with what may be taken over at once', async () => {
  await file('approved', fullContent('去年'), 2024);
  const form = await viewForm(office.preparer, place(), now);
  expect(form?.lastYear?.values).toMatchObject({ goal: '去年目标', 'amounts.budget_total': '10158.36' });
  expect(form?.lastYear?.takeOver).toEqual({
    functions: '去年职能',
    inner_departments: '去年办公室\n党建办，"引号"',
    sub_units_stated: '2',
    sub_units: '去年服务中心',
    staffing: '86',
    'followups.1.problem': '去年问题一',
    'followups.2.problem': '去年问题二',
  });
  expect(form?.context).toMatchObject({ year: 2025, deadline: '2026-03-31', lastYear: { goal: '去年目标' } });
  expect(form?.lastFramework?.name).toBe('鹤鸣指标体系');
});

test('a whole form is saved in one transaction of fewer than ten statements', async () => {
  const fields = [
    ...Array.from({ length: 12 }, (_, month) => `months.${month + 1}`),
    ...['a', 'a1', 'a11', 'b', 'total'].flatMap((node) =>
      ['score', 'target', 'completion', 'reason', 'measure', 'evidence'].map(
        (part) => `scores.${node}.${part}`,
      ),
    ),
    ...Array.from({ length: 40 }, (_, row) => [
      `outcomes.${row + 1}.name`,
      `outcomes.${row + 1}.completion`,
    ]).flat(),
  ];
  const first = Object.fromEntries(fields.map((field) => [field, ['', '9.5'] as const]));
  const again = Object.fromEntries(fields.map((field) => [field, ['9.5', '9.6'] as const]));
  const begun = await countStatements(() => save(office.preparer, first));
  expect(begun.result.applied).toHaveLength(fields.length);
  const went = await countStatements(() => save(office.preparer, again));
  expect(went.result.applied).toHaveLength(fields.length);
  const told = await countStatements(() => save(office.approver, { ...first, goal: ['', 'x'] }));
  expect(told.result.conflicts).toHaveLength(fields.length);
  expect([begun.statements, went.statements, told.statements]).toEqual([9, 8, 9]);
});

test('50 editors with 20 edits each: every edit is applied or told, and the trail leads to what is stored', async () => {
  const editors = Array.from({ length: 50 }, (_, index) => ({
    index,
    scope: index % 2 === 0 ? office.preparer : office.approver,
    seen: {} as Record<string, string>,
  }));
  const fields = ['goal', 'key_tasks', ...Array.from({ length: 12 }, (_, month) => `months.${month + 1}`)];
  let [applied, conflicts] = [0, 0];
  const made: { field: string; from: string; to: string }[] = [];
  await Promise.all(
    editors.map(async ({ index, scope, seen: before }) => {
      let seen = before;
      for (let edit = 0; edit < 20; edit += 1) {
        const field = fields[(index * 7 + edit * 3) % fields.length] ?? 'goal';
        const to = `${index}.${edit}`;
        const saved = await save(scope, { [field]: [seen[field] ?? '', to] });
        expect(saved.applied.length + saved.conflicts.length).toBe(1);
        applied += saved.applied.length;
        conflicts += saved.conflicts.length;
        made.push(...saved.applied);
        for (const conflict of saved.conflicts) {
          expect(conflict).toMatchObject({ field, mine: to, by: expect.any(String), at: now.toISOString() });
          expect(conflict.theirs).not.toBe(seen[field] ?? '');
        }
        if (saved.applied.length > 0) expect(saved.fields[field]).toBe(to);
        seen = saved.fields;
      }
    }),
  );
  expect(applied + conflicts).toBe(1_000);
  expect(conflicts).toBeGreaterThan(0);
  const row = await draftRow();
  expect(row?.version).toBe(applied);
  // each applied edit took the place of exactly one other: no text was overwritten that its writer had not seen
  for (const field of fields) {
    const chain = new Map(made.filter((one) => one.field === field).map(({ from, to }) => [from, to]));
    let [text, steps] = ['', 0];
    for (let next = chain.get(text); next !== undefined; next = chain.get(text)) {
      text = next;
      steps += 1;
    }
    expect([field, steps]).toEqual([field, made.filter((one) => one.field === field).length]);
    expect(row?.fields[field] ?? '').toBe(text);
  }
}, 120_000);

function place() {
  return { officeCode: office.code, year: 2025 };
}

type Changes = Record<string, readonly [from: string, to: string]>;

function save(scope: Scope, changes: Changes, at = now) {
  const input: DraftChanges = {
    ...place(),
    changes: Object.entries(changes).map(([field, [from, to]]) => ({ field, from, to })),
  };
  return saveDraft(scope, input, at);
}

async function file(status: SubmissionStatus, content: typeof emptyContent, year = 2025): Promise<void> {
  const current = await submission(year);
  await withScope(districts.home.reviewer, (db) =>
    insertRevision(db, {
      officeId: office.id,
      year,
      status,
      origin: 'filed',
      content,
      findings: [],
      version: current?.version,
      returnReason: status === 'returned' ? '请补充' : null,
    }),
  );
  if (status !== 'returned') return;
  await kyselyOf(databases.owner)
    .updateTable('submissions')
    .set({ return_reason: '请补充' })
    .where('office_id', '=', office.id)
    .where('year', '=', year)
    .execute();
}

async function finish(version: number): Promise<void> {
  const change = { officeId: office.id, year: 2025, version, finishedAt: now.toISOString() };
  await withScope(office.preparer, (db) => updateFinished(db, change));
}

async function inRound(status: 'open' | 'closed', run: () => Promise<void>): Promise<void> {
  const { reviewer } = districts.home;
  await withScope(reviewer, (db) => updateRound(db, { year: 2025, status }));
  await run();
  await withScope(reviewer, (db) => updateRound(db, { year: 2025, status: 'open' }));
}

function submission(year = 2025) {
  return readScope(office.preparer, (db) => findSubmission(db, { officeId: office.id, year }));
}

function draftRow() {
  return kyselyOf(databases.owner)
    .selectFrom('drafts')
    .select(['version', 'base_revision', 'fields', 'changed_by'])
    .where('office_id', '=', office.id)
    .executeTakeFirst();
}

async function trail() {
  const entries = await readScope(office.preparer, (db) => findAllAudit(db));
  return entries.map(({ action, subject, at, accountId, detail }) => ({
    action,
    subject,
    at,
    accountId,
    detail,
  }));
}

const emptyContent: ReturnType<typeof fullContent> = {
  amounts: {},
  rates: {},
  monthlyExecution: [],
  scores: [],
  outcomeIndicators: [],
  keyProjects: [],
  problems: [],
  measures: [],
};
