import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AuditEntry, findAllAudit, verifyAudit } from '#db/queries/audit.server.ts';
import { insertRevision, type NewRevision, upsertReviewedScores } from '#db/queries/revisions.server.ts';
import { upsertRoundOffice } from '#db/queries/round-offices.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { updateStatus } from '#db/queries/submissions.server.ts';
import { readScope, type Scope, withScope } from '#db/scope.server.ts';
import { trackWrites } from '#test/helpers/audited-writes.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { countStatements } from '#test/helpers/statements.ts';
import { fullContent, insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { acceptTable } from './accept-table.server.ts';
import { checkTable, type TableCheck, type TableInput } from './check-table.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { viewTablePlace } from './table-place.server.ts';
import { undoTable } from './undo-table.server.ts';
import { viewTables } from './view-tables.server.ts';

const year = 2025;
const now = new Date('2026-02-03T04:05:06.000Z');
const head = '街道,全年预算数（万元）,执行数（万元）,自评得分';

let test: TestDatabase;
let world: TwoDistricts;

beforeAll(async () => {
  test = await testDatabase();
  world = await insertTwoDistricts(test.database, { offices: 120 });
});
afterAll(() => test.close());

/** Every test has four offices of its own, and reads the trail from where it began. */
let first = 0;
let told = 0;
beforeEach(async () => {
  first += 4;
  told = (await readScope(reviewer(), (db) => findAllAudit(db)))[0]?.seq ?? 0;
});

describe('a table of many offices', () => {
  it('is previewed without a write, then taken whole: counted as submitted, from the table, audited', async () => {
    const rows = [`${head},执行率（%）`, `${name(0)}街道办,100,90,95.5,95`, `${name(1)}街,200,150,,`];
    const input = table(rows.join('\n'));
    const check = await checkTable(reviewer(), input);
    expect(check.problems).toEqual([]);
    expect(
      check.offices.map(({ office, changes }) => [office, changes.map(({ field, to }) => [field, to])]),
    ).toEqual([
      [
        code(0),
        [
          ['amounts.budget_total', '100'],
          ['amounts.executed_total', '90'],
          ['scores.total.score', '95.5'],
          ['rates.execution_rate', '95'],
        ],
      ],
      [
        code(1),
        [
          ['amounts.budget_total', '200'],
          ['amounts.executed_total', '150'],
        ],
      ],
    ]);
    expect([await stored(0), await trail()]).toEqual([undefined, []]);

    await accept(input, check);
    const taken = await stored(0);
    expect(taken).toMatchObject({
      status: 'submitted',
      origin: 'district_table',
      revision: 1,
      submittedAt: null,
      content: {
        amounts: { budget_total: '1000000.00', executed_total: '900000.00' },
        scores: [{ node: 'total', score: '95.50' }],
      },
    });
    expect(taken?.findings.map(({ check }) => check)).toContain('execution rate');
    const entries = await trail();
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['round.table', '2025'],
      ['submission.table', `${code(1)}/2025`],
      ['submission.table', `${code(0)}/2025`],
    ]);
    expect(entries[0]?.detail).toMatchObject({ file: '汇总.csv', offices: 2, cells: 6 });
    expect(entries[2]?.detail).toMatchObject({
      revision: 1,
      origin: 'district_table',
      changes: expect.arrayContaining([{ field: 'amounts.budget_total', from: '', to: '100' }]),
    });
    expect((await readScope(reviewer(), verifyAudit))?.brokenAt).toBeUndefined();
    const { seq: entry } = entries[0] as AuditEntry;
    expect(await viewTables(reviewer(), { year, entry })).toMatchObject({ taken: { offices: 2, cells: 6 } });

    expect(await accept(input, check)).toBe(entry);
    expect(await trail()).toHaveLength(3);
  });

  it('adds a revision to what an office sent, and leaves all else as it was', async () => {
    await file(0);
    await withScope(reviewer(), (db) =>
      upsertReviewedScores(db, {
        ...key(0),
        revision: 1,
        scores: { a: { score: '37', reason: '材料不全' } },
      }),
    );
    const before = await stored(0);
    const input = table(`街道,自评得分,全年预算数（元）\n${name(0)}街道办,94,123456.78`);
    const check = await checkTable(reviewer(), input);
    expect(check.offices[0]?.changes.map(({ from, to }) => [from, to])).toEqual(
      [
        ['93.50', '94'],
        ['10158.360000', '12.345678'],
      ].map(([from, to]) => [expect.stringMatching(new RegExp(`^${Number(from)}`)), to]),
    );
    await accept(input, check);
    const after = await stored(0);
    expect(after).toMatchObject({
      status: 'submitted',
      origin: 'filed',
      receipt: '回执',
      revision: 2,
      version: 2,
    });
    expect(after?.submittedAt).toBe(before?.submittedAt);
    expect(after?.submittedBy).toBe(before?.submittedBy);
    expect(after?.preparer).toEqual({ name: '某人', phone: '020-1' });
    expect(after?.content).toEqual({
      ...before?.content,
      amounts: { ...before?.content.amounts, budget_total: '123456.78' },
      scores: [before?.content.scores[0], { node: 'total', score: '94.00' }],
    });
    expect(after?.reviewed.a).toBe('37.00');
    expect(Object.keys(after?.quotes ?? {})).toEqual(['goal']);
  });

  it('is taken by as many statements for four offices as for one', async () => {
    const rows = [`${name(0)}街,1,1,1`, `${name(1)}街,2,2,2`, `${name(2)}街,3,3,3`, `${name(3)}街,4,4,4`];
    const counts: number[] = [];
    for (const some of [rows.slice(0, 1), rows.slice(1)]) {
      const input = table([head, ...some].join('\n'));
      const check = await checkTable(reviewer(), input);
      counts.push((await countStatements(() => accept(input, check))).statements);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThan(30);
  });

  it('is not written at all where one row is wrong', async () => {
    const input = table(
      [head, `${name(0)}街,100,90,95`, `${name(1)}街,很多,1,-5`, '不存在街,1,1,1'].join('\n'),
    );
    const check = await checkTable(reviewer(), input);
    expect(check.problems.map(({ at, code }) => [at.row, at.column, code])).toEqual([
      [3, 2, 'not_a_number'],
      [3, 4, 'negative'],
      [4, 1, 'unknown_office'],
    ]);
    await expect(accept(input, check)).rejects.toMatchObject({ code: 'has_problems' });
    expect([await stored(0), await trail()]).toEqual([undefined, []]);
    const settled = { ...table([head, `${name(0)}街,100,90,95`, '不存在街,1,1,1'].join('\n')) };
    const choices = new Map([[3, code(3)]]);
    await accept({ ...settled, choices }, await checkTable(reviewer(), { ...settled, choices }));
    expect((await stored(3))?.content.amounts.budget_total).toBe('10000.00');
  });

  it('a reason without a score is no whole row', async () => {
    const input = table('街道,失分原因\n', { headings: () => new Map([['失分原因', 'scores.a11.reason']]) });
    const bytes = Buffer.from(`街道,失分原因\n${name(0)}街,材料不全`);
    const check = await checkTable(reviewer(), { ...input, bytes });
    expect(check.problems).toMatchObject([{ code: 'incomplete_row', field: 'scores.a11.reason' }]);
  });
});

describe('what it may not touch', () => {
  it.each([
    ['approved', 'approved'],
    ['returned', 'returned'],
    ['draft', 'office_draft'],
  ] as const)(
    'a submission that is %s; its unchanged or left-out row keeps nobody out',
    async (status, code) => {
      await file(0);
      await withScope(reviewer(), (db) =>
        updateStatus(db, {
          ...key(0),
          version: 1,
          status,
          ...(status === 'returned' && { returnReason: '有误' }),
        }),
      );
      const before = await stored(0);
      const own = status === 'draft' ? ',,' : '10158.36,,93.5';
      const input = table([head, `${name(0)}街,1,1,1`, `${name(1)}街,2,2,2`].join('\n'));
      const check = await checkTable(reviewer(), input);
      expect(check.problems).toMatchObject([{ at: { row: 2 }, code }]);
      await expect(accept(input, check)).rejects.toMatchObject({ code: 'has_problems' });
      const without = { ...input, choices: new Map([[2, 'leave']]) };
      await accept(without, await checkTable(reviewer(), without));
      const same = table([head, `${name(0)}街,${own}`, `${name(2)}街,2,2,2`].join('\n'));
      await accept(same, await checkTable(reviewer(), same));
      expect(await stored(0)).toEqual(before);
      expect((await stored(1))?.version).toBe(1);
      expect((await stored(2))?.version).toBe(1);
    },
  );

  it('an office that takes no part', async () => {
    await withScope(reviewer(), (db) =>
      upsertRoundOffice(db, { ...key(0), takesPart: false, deadline: null, reason: '撤销' }),
    );
    const check = await checkTable(reviewer(), table(`${head}\n${name(0)}街,1,1,1`));
    expect(check.problems).toMatchObject([{ code: 'not_taking_part' }]);
  });

  it('a form that its office has begun: nobody sees it, and nothing is written over it', async () => {
    const changes = [{ field: 'amounts.budget_total', from: '', to: '77777' }];
    await saveDraft(preparer(0), { officeCode: code(0), year, changes }, now);
    const place = await viewTablePlace(reviewer(), year);
    expect(JSON.stringify(place)).not.toContain('77777');
    const check = await checkTable(reviewer(), table(`${head}\n${name(0)}街,1,1,1`));
    expect(check.problems).toMatchObject([{ code: 'office_draft' }]);
    expect(check.offices[0]?.changes[0]).toMatchObject({ from: '' });
  });
});

describe('between preview and acceptance', () => {
  it('whoever changed an office is named, with what he did; nothing is written', async () => {
    await file(1);
    const input = table([head, `${name(0)}街,1,1,1`, `${name(1)}街,2,2,2`].join('\n'));
    const check = await checkTable(reviewer(), input);
    const other = table(`${head}\n${name(1)}街,3,3,3`, { fileName: '另一张.csv' });
    await accept(other, await checkTable(reviewer(), other));
    await expect(accept(input, check)).rejects.toMatchObject({
      code: 'changed_meanwhile',
      moved: [
        {
          code: code(1),
          status: 'submitted',
          last: { action: 'submission.table', by: '鹤鸣district_reviewer', at: now.toISOString() },
        },
      ],
    });
    expect(await stored(0)).toBeUndefined();
    expect((await stored(1))?.revision).toBe(2);
    await accept(input, await checkTable(reviewer(), input));
    expect((await stored(1))?.revision).toBe(3);
  });

  it('of two tables at once one is taken and the other told; the same one twice is taken once', async () => {
    const inputs = [1, 2].map((value) => table(`${head}\n${name(0)}街,${value},,\n${name(1)}街,${value},,`));
    const checks = await Promise.all(inputs.map((input) => checkTable(reviewer(), input)));
    const results = await Promise.allSettled(
      inputs.map((input, index) => accept(input, checks[index] as TableCheck)),
    );
    const lost = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(lost.map(({ reason }) => reason.code)).toEqual(['changed_meanwhile']);
    expect((await trail()).map(({ action }) => action)).toEqual([
      'round.table',
      'submission.table',
      'submission.table',
    ]);
    const again = table(`${head}\n${name(2)}街,5,,`);
    const seen = await checkTable(reviewer(), again);
    await Promise.all([accept(again, seen), accept(again, seen)]);
    expect((await stored(2))?.revision).toBe(1);
  });

  it('another file than the one that was seen is refused', async () => {
    const input = table(`${head}\n${name(0)}街,1,1,1`);
    const check = await checkTable(reviewer(), input);
    const other = { ...input, bytes: Buffer.from(`${head}\n${name(0)}街,2,1,1`) };
    await expect(accept(other, check)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('whose it is', () => {
  it('another district’s reviewer reaches none of these offices, by name or code', async () => {
    const input = table([head, `${name(0)}街,1,1,1`, `${code(1)},2,2,2`].join('\n'));
    const check = await checkTable(world.foreign.reviewer, input);
    expect(check.problems.map(({ code }) => code)).toEqual(['unknown_office', 'unknown_office']);
    const choices = new Map([[2, code(0)]]);
    const forced = await checkTable(world.foreign.reviewer, { ...input, choices });
    expect(forced.problems.map(({ code }) => code)).toEqual(['unknown_office', 'unknown_office']);
    expect(JSON.stringify(forced.choices)).not.toContain(world.home.canary);
  });

  it('nobody but a reviewer takes a table', async () => {
    const input = table(`${head}\n${name(0)}街,1,1,1`);
    const check = await checkTable(reviewer(), input);
    for (const scope of [world.home.leader, preparer(0)])
      await expect(accept(input, check, scope)).rejects.toThrow('does not import tables');
    expect(await stored(0)).toBeUndefined();
  });
});

describe('taking a table back', () => {
  const undo = (entry: number, scope = reviewer()) => undoTable(scope, { year, entry }, now);
  const view = async (entry: number) => (await viewTables(reviewer(), { year, entry }))?.taken;
  const takeIn = async (text: string) => {
    const input = table(text);
    const entry = await accept(input, await checkTable(reviewer(), input));
    if (entry === undefined) throw new Error('nothing was taken');
    return entry;
  };

  it('gives an office that had sent its report what it had before, to the letter', async () => {
    await file(0);
    const before = await stored(0);
    const entry = await takeIn(
      `街道,自评得分,全年预算数（元）,年初预算数（元）\n${name(0)}街道办,94,123456.78,5`,
    );
    expect(await view(entry)).toMatchObject({ restored: [{ office: code(0), fields: 3 }], kept: [] });
    expect((await stored(0))?.revision).toBe(2);
    await undo(entry);
    const after = await stored(0);
    expect(after?.content).toEqual(before?.content);
    expect(after).toMatchObject({ status: 'submitted', origin: 'filed', receipt: '回执', revision: 3 });
    expect([after?.submittedAt, after?.preparer]).toEqual([before?.submittedAt, before?.preparer]);
    const [whole, own] = await trail();
    expect([whole?.action, whole?.detail]).toEqual([
      'round.table_undo',
      expect.objectContaining({ file: '汇总.csv', offices: 1, cells: 3, undone: { entry, kept: [] } }),
    ]);
    expect([own?.action, own?.subject, own?.detail]).toEqual([
      'submission.table_undo',
      `${code(0)}/${year}`,
      expect.objectContaining({ revision: 3, undone: { entry, kept: [] } }),
    ]);
    expect((await readScope(reviewer(), verifyAudit))?.brokenAt).toBeUndefined();
  });

  it('leaves an office that had nothing with an empty draft, which a table or the office itself may fill', async () => {
    const text = `${head}\n${name(0)}街,1,2,3\n${name(1)}街,4,5,6`;
    const unaudited = await trackWrites(test);
    const entry = await takeIn(text);
    await undo(entry);
    expect(await unaudited()).toEqual([]);
    expect(await stored(0)).toMatchObject({
      status: 'draft',
      origin: 'filed',
      content: { amounts: {}, scores: [] },
    });
    expect(await view(entry)).toMatchObject({ undone: { offices: 2, cells: 6, kept: [] }, restored: [] });
    await takeIn(text);
    expect(await stored(0)).toMatchObject({
      status: 'submitted',
      origin: 'district_table',
      content: { amounts: { budget_total: '10000.00' } },
    });
    const again = await takeIn(`街道,自评得分\n${name(1)}街,7`);
    await undo(again);
    expect((await stored(1))?.content.scores).toEqual([{ node: 'total', score: '6.00' }]);
    await undo((await viewTables(reviewer(), { year }))?.tables.find(({ undone }) => !undone)?.entry ?? 0);
    const changes = [{ field: 'goal', from: '', to: '自己填写' }];
    await saveDraft(preparer(0), { officeCode: code(0), year, changes }, now);
    const input = table(`街道,自评得分\n${name(0)}街,7\n${name(1)}街,8`);
    expect((await checkTable(reviewer(), input)).problems).toMatchObject([{ code: 'office_draft' }]);
  });

  it('leaves what was changed since, and whom no table may change any more, and names both', async () => {
    for (const index of [0, 1, 2]) await file(index);
    const rows = [0, 1, 2].map((index) => `${name(index)}街,${index + 1},9`);
    const entry = await takeIn(['街道,自评得分,年初预算数（万元）', ...rows].join('\n'));
    await takeIn(`街道,自评得分\n${name(0)}街,55`);
    const version = (await stored(1))?.version ?? 0;
    await withScope(reviewer(), (db) => updateStatus(db, { ...key(1), version, status: 'approved' }));
    const kept = [
      { office: code(0), fields: ['scores.total.score'] },
      {
        office: code(1),
        fields: ['scores.total.score', 'amounts.budget_initial'],
        barrier: 'approved',
      },
    ];
    const sameKept = expect.arrayContaining(
      kept.map((one) => ({ ...one, fields: expect.arrayContaining(one.fields) })),
    );
    expect((await view(entry))?.kept).toEqual(sameKept);
    const untouched = await stored(1);
    await undo(entry);
    const total = async (index: number) =>
      (await stored(index))?.content.scores.find(({ node }) => node === 'total')?.score;
    expect([await total(0), await total(1), await total(2)]).toEqual(['55.00', '2.00', '93.50']);
    expect((await stored(0))?.content.amounts.budget_initial).toBeUndefined();
    expect(await stored(1)).toEqual(untouched);
    expect((await view(entry))?.undone).toMatchObject({ offices: 2, cells: 3, kept: sameKept });
  });

  it('happens once, and not at all where nothing is left', async () => {
    await file(0);
    const entry = await takeIn(`街道,自评得分\n${name(0)}街,94`);
    const done = await Promise.all([undo(entry), undo(entry)]);
    expect([done, (await stored(0))?.revision]).toEqual([[true, true], 3]);
    const first = await takeIn(`街道,自评得分\n${name(0)}街,95`);
    await takeIn(`街道,自评得分\n${name(0)}街,96`);
    await expect(undo(first)).rejects.toMatchObject({ code: 'nothing_to_undo' });
    expect((await stored(0))?.revision).toBe(5);
  });

  it('takes as many statements for four offices as for one', async () => {
    const counts: number[] = [];
    for (const some of [[0], [1, 2, 3]]) {
      const entry = await takeIn([head, ...some.map((index) => `${name(index)}街,1,2,3`)].join('\n'));
      counts.push((await countStatements(() => undo(entry))).statements);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThan(35);
  });

  it('is nobody else’s, and no other entry is a table', async () => {
    const entry = await takeIn(`街道,自评得分\n${name(0)}街,94`);
    expect(await undo(entry, world.foreign.reviewer)).toBe(false);
    expect(await undo(entry - 1)).toBe(false);
    expect(await undo(Number.NaN)).toBe(false);
    expect(() => undo(entry, world.home.preparers[first])).toThrow('does not import tables');
    expect((await stored(0))?.revision).toBe(1);
  });
});

describe('a file that is not this table', () => {
  it.each<[string, string, string, string]>([
    ['of another year', '2022年度汇总表\n街道,自评得分\n甲街,1', 'a.csv', 'other_year'],
    ['without offices', 'a,b\n1,2', 'a.csv', 'no_table'],
    ['of another format', 'x', 'a.pdf', 'unknown_type'],
    ['that is empty', '', 'a.csv', 'empty_file'],
    ['that is no workbook', '街道,自评得分', 'a.xlsx', 'wrong_content'],
  ])('%s', async (_, text, fileName, code) => {
    await expect(checkTable(reviewer(), table(text, { fileName }))).rejects.toMatchObject({ code });
  });

  it('a year without a round', async () => {
    await expect(checkTable(reviewer(), { ...table(head), year: 2019 })).rejects.toMatchObject({
      code: 'no_round',
    });
  });
});

function table(text: string, more: Partial<TableInput> = {}): TableInput {
  return {
    year,
    fileName: '汇总.csv',
    bytes: Buffer.from(text),
    choices: new Map(),
    columns: new Map(),
    headings: () => new Map(),
    ...more,
  };
}

function accept(input: TableInput, { sha256, seen }: TableCheck, scope: Scope = reviewer()) {
  return acceptTable(scope, { ...input, seen: { sha256, versions: seen }, take: [] }, now);
}

function reviewer(): Scope {
  return world.home.reviewer;
}

function preparer(index: number): Scope {
  const scope = world.home.preparers[first + index];
  if (!scope) throw new Error('no such office');
  return scope;
}

function office(index: number) {
  const found = world.home.offices[first + index];
  if (!found) throw new Error('There are more tests than offices.');
  return found;
}

/** Without what a bureau writes behind it in its own way. */
function name(index: number): string {
  return office(index).canary;
}

function code(index: number): string {
  return office(index).code;
}

function key(index: number): { officeId: string; year: number } {
  return { officeId: office(index).id, year };
}

function stored(index: number) {
  return readScope(reviewer(), (db) => findSubmission(db, key(index)));
}

async function trail(): Promise<AuditEntry[]> {
  return (await readScope(reviewer(), (db) => findAllAudit(db))).filter(({ seq }) => seq > told);
}

/** What an office sent, with everything in it. */
function file(index: number) {
  const approver = world.home.approvers[first + index] as Scope;
  const quote = { text: '原文', start: 0, end: 2 };
  const revision: NewRevision = {
    ...key(index),
    status: 'submitted',
    origin: 'filed',
    content: fullContent('鹤鸣'),
    findings: [],
    quotes: { 'amounts.budget_total': quote, goal: quote },
    preparer: { name: '某人', phone: '020-1' },
    submittedAt: '2026-02-01T00:00:00.000Z',
  };
  return withScope(approver, async (db) => {
    await insertRevision(db, revision);
    await db
      .updateTable('submissions')
      .set({ receipt: '回执', submitted_by: approver.accountId })
      .where('office_id', '=', office(index).id)
      .where('year', '=', year)
      .execute();
  });
}
