import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kyselyOf } from '#db/client.server.ts';
import { findAllAudit, insertAudit } from '#db/queries/audit.server.ts';
import { readScope, type Scope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { findFieldHistory } from './field-history.server.ts';
import { type AuditView, viewAudit } from './view-audit.server.ts';

const now = new Date('2026-04-01T01:30:00Z');
let database: TestDatabase;
let world: TwoDistricts;
/** Every entry of the home district as it was written. */
let written: { seq: number; action: string; office: number | undefined; by: string | null; day: string }[] =
  [];

beforeAll(async () => {
  database = await testDatabase();
  world = await insertTwoDistricts(database.database);
  const { home, foreign } = world;
  const [first, second] = home.preparers as [Scope, Scope];
  const subjectOf = (office: number) => `${home.offices[office]?.code}/2025`;
  const save = (scope: Scope, office: number, at: string, changes: object[]) =>
    add(scope, office, at, 'draft.save', subjectOf(office), { changes });
  const { reviewer, leader } = home;
  await add(reviewer, undefined, '2026-01-05T01:00:00Z', 'round.open', '2025', { deadline: '2026-03-31' });
  await save(first, 0, '2026-02-01T01:00:00Z', [
    change('amounts.budget_total', '', '100'),
    change('goal', '', '甲'),
  ]);
  await save(first, 0, '2026-02-02T01:00:00Z', [change('amounts.budget_total', '100', '120')]);
  await add(home.approvers[0] as Scope, 0, '2026-02-03T15:59:59Z', 'submission.submit', subjectOf(0), {
    revision: 2,
    receipt: 'R1',
    from: 'draft',
    seen: 1,
  });
  await save(
    second,
    1,
    '2026-02-03T16:00:00Z',
    Array.from({ length: 12 }, (_, index) => change(`months.${index + 1}`, '', String(index))),
  );
  await add(reviewer, 0, '2026-02-05T01:00:00Z', 'submission.score', subjectOf(0), {
    revision: 2,
    changes: [{ ...change('scores.a.reviewed', '', '50'), reason: '依据不足' }],
  });
  await add(reviewer, 0, '2026-02-06T01:00:00Z', 'submission.return', subjectOf(0), {
    revision: 2,
    reason: '请补充',
    from: 'submitted',
    to: 'returned',
  });
  await save(first, 0, '2026-02-07T01:00:00Z', [change('amounts.budget_total', '120', '125.37')]);
  await add(
    leader,
    undefined,
    '2026-02-08T01:00:00Z',
    'export.ranking.csv',
    `/districts/${home.code}/2024/ranking.csv`,
    { offices: 3 },
  );
  await withScope(world.operator, (db) =>
    insertAudit(db, { action: 'district.create', subject: home.code, districtId: home.id }),
  );
  await add(foreign.reviewer, undefined, '2026-02-01T01:00:00Z', 'round.open', '2025', {
    reason: foreign.canary,
  });
  written = (await raw()).filter(({ district }) => district === home.id).map(toWritten);
});
afterAll(() => database.close());

describe('who sees what', () => {
  test('the district sees every entry, newest first, and that the trail is intact', async () => {
    const view = await seenBy(world.home.leader);
    expect(view.lines.map(({ seq }) => seq)).toEqual(written.map(({ seq }) => seq).toReversed());
    expect(view.chain).toMatchObject({ entries: 10, verifiedAt: '2026-04-01 09:30', brokenAt: undefined });
    expect(view.chain?.hash).toBe(view.lines[0]?.hash);
    expect(view.lines.map(({ by }) => by.kind).slice(0, 2)).toEqual(['platform', 'account']);
    expect(JSON.stringify(view)).not.toContain(world.foreign.canary);
    expect(await seenBy(world.home.reviewer)).toEqual(view);
  });

  test('an office sees its own alone, the bureau without names, and nothing of the chain', async () => {
    const view = await seenBy(world.home.preparers[0], { officeCode: world.home.offices[0]?.code });
    expect(view.lines.map(({ action }) => action)).toEqual([
      ...[
        'draft.save',
        'submission.return',
        'submission.score',
        'submission.submit',
        'draft.save',
        'draft.save',
      ],
    ]);
    expect(view.chain).toBeUndefined();
    expect(view.lines[1]?.by).toEqual({ kind: 'district' });
    expect(view.lines[0]?.by).toMatchObject({ kind: 'account', role: 'office_preparer' });
    expect(JSON.stringify(view)).not.toContain(`${world.home.canary}district_reviewer`);
    expect(JSON.stringify(view)).not.toContain(world.home.offices[1]?.canary);
  });

  test('another office is not there', async () => {
    const asked = { year: 2025, params: new URLSearchParams(), officeCode: world.home.offices[1]?.code };
    expect(await viewAudit(world.home.preparers[0] as Scope, asked, now)).toBeUndefined();
    expect(await viewAudit(world.foreign.leader, asked, now)).toBeUndefined();
  });

  test('what an office types is its own until it submits', async () => {
    const told = (view: AuditView) =>
      view.lines
        .filter(({ action }) => action === 'draft.save')
        .map(({ unsent, changes }) => [unsent, changes.length]);
    expect(told(await seenBy(world.home.leader))).toEqual([
      [true, 0],
      [true, 0],
      [false, 1],
      [false, 2],
    ]);
    expect(told(await seenBy(world.home.preparers[0], { officeCode: world.home.offices[0]?.code }))).toEqual([
      [false, 1],
      [false, 1],
      [false, 2],
    ]);
    const raw = await readScope(world.home.leader, (db) => findAllAudit(db, { action: 'draft' }));
    expect(JSON.stringify(raw)).not.toContain('125.37');
    expect((await seenBy(world.home.leader, { query: 'field=months' })).count).toBe(0);
    expect(
      (
        await seenBy(world.home.preparers[1], {
          officeCode: world.home.offices[1]?.code,
          query: 'field=months',
        })
      ).count,
    ).toBe(1);
  });
});

describe('what is asked for is what is shown', () => {
  const days = (from: string, to: string) => (each: (typeof written)[number]) =>
    each.day >= from && each.day <= to;
  const cases: [string, (each: (typeof written)[number]) => boolean][] = [
    ['', () => true],
    ['action=draft.save', ({ action }) => action === 'draft.save'],
    ['action=submission', ({ action }) => action.startsWith('submission.')],
    ['action=export', ({ action }) => action.startsWith('export.')],
    ['from=2026-02-03&to=2026-02-03', days('2026-02-03', '2026-02-03')],
    ['from=2026-02-04', days('2026-02-04', '9')],
    ['to=2026-02-01', days('0', '2026-02-01')],
    ['from=2026-02-30', () => true],
    ['office=000000000', () => false],
    ['action=none.such', () => false],
    ["field=goal' or 1=1", () => true],
  ];
  test.each(cases)('%s', async (query, keeps) => {
    const view = await seenBy(world.home.leader, { query });
    const expected = written.filter(keeps).map(({ seq }) => seq);
    expect(view.lines.map(({ seq }) => seq).toReversed()).toEqual(expected);
    expect(view.count).toBe(expected.length);
  });

  test('by office, person, field and year', async () => {
    const { home } = world;
    const seqs = async (query: string) =>
      (await seenBy(home.leader, { query })).lines.map(({ seq }) => seq).toReversed();
    const of = (keeps: (each: (typeof written)[number]) => boolean) =>
      written.filter(keeps).map(({ seq }) => seq);
    expect(await seqs(`office=${home.offices[1]?.code}`)).toEqual(of(({ office }) => office === 1));
    expect(await seqs(`by=${home.reviewer.accountId}`)).toEqual(
      of(({ by }) => by === home.reviewer.accountId),
    );
    expect(await seqs('by=script')).toEqual([]);
    expect(await seqs('field=amounts.budget_total')).toEqual([2, 3]);
    expect(await seqs('field=amounts')).toEqual([2, 3]);
    expect(await seqs('field=amounts.budget')).toEqual([]);
    expect(await seqs('field=scores.a')).toEqual([6]);
    expect(await seqs('years=year')).toEqual(of(({ action }) => !/^(export|district)/.test(action)));
    expect(await seqs('entry=4')).toEqual([4]);
  });

  test('with a field, only its changes of an entry', async () => {
    const { lines } = await seenBy(world.home.leader, { query: 'field=goal' });
    expect(lines.map(({ changes }) => changes)).toEqual([[{ field: 'goal', from: '', to: '甲' }]]);
  });

  test('a long entry is cut on the list and whole on its own', async () => {
    const own = { officeCode: world.home.offices[1]?.code };
    const [cut] = (await seenBy(world.home.preparers[1], own)).lines;
    expect([cut?.changes.length, cut?.more]).toEqual([8, 4]);
    const [whole] = (await seenBy(world.home.preparers[1], { ...own, query: `entry=${cut?.seq}` })).lines;
    expect([whole?.changes.length, whole?.more]).toEqual([12, 0]);
  });

  test('page after page leads through every entry once; a file holds them all', async () => {
    const { foreign } = world;
    await withScope(foreign.reviewer, async (db) => {
      for (let count = 0; count < 120; count += 1)
        await insertAudit(db, { action: 'round.change', subject: '2025' });
    });
    const seen: number[] = [];
    let older: number | undefined;
    do {
      const view = await seenBy(foreign.leader, { query: older ? `before=${older}` : '' });
      expect(view.count).toBe(121);
      seen.push(...view.lines.map(({ seq }) => seq));
      older = view.older;
    } while (older);
    expect(seen).toEqual(Array.from({ length: 121 }, (_, index) => 121 - index));
    const file = await viewAudit(
      foreign.leader,
      { year: 2025, params: new URLSearchParams('before=5'), whole: true },
      now,
    );
    expect(file?.lines).toHaveLength(121);
  });
});

describe('the history of a field', () => {
  const history = (scope: Scope | undefined, field: string, officeCode = world.home.offices[0]?.code ?? '') =>
    readScope(scope as Scope, (db) => findFieldHistory(db, { officeCode, year: 2025, field }));

  test('holds every value typed and the steps between', async () => {
    const events = await history(world.home.preparers[0], 'amounts.budget_total');
    expect(events.map(({ at, action, from, to, reason }) => [at, action, from, to, reason])).toEqual([
      ['2026-02-07 09:00', 'draft.save', '120', '125.37', undefined],
      ['2026-02-06 09:00', 'submission.return', undefined, undefined, '请补充'],
      ['2026-02-03 23:59', 'submission.submit', undefined, undefined, undefined],
      ['2026-02-02 09:00', 'draft.save', '100', '120', undefined],
      ['2026-02-01 09:00', 'draft.save', '', '100', undefined],
    ]);
  });

  test('tells the reviewer nothing that was not sent', async () => {
    const events = await history(world.home.reviewer, 'amounts.budget_total');
    expect(events.map(({ to }) => to)).toEqual([undefined, undefined, '120', '100']);
  });

  test('holds reviewed scores with their reason', async () => {
    const events = await history(world.home.reviewer, 'scores.a');
    expect(events.find(({ action }) => action === 'submission.score')).toMatchObject({
      from: '',
      to: '50',
      reason: '依据不足',
    });
  });

  test('is empty for everybody outside', async () => {
    expect(await history(world.home.preparers[1], 'goal')).toEqual([]);
    expect(await history(world.foreign.reviewer, 'goal')).toEqual([]);
  });
});

function change(field: string, from: string, to: string) {
  return { field, from, to };
}

async function seenBy(
  scope: Scope | undefined,
  { query = '', officeCode }: { query?: string; officeCode?: string } = {},
): Promise<AuditView> {
  const view = await viewAudit(
    scope as Scope,
    { year: 2025, params: new URLSearchParams(query), officeCode },
    now,
  );
  if (!view) throw new Error('There is no such trail.');
  return view;
}

function add(
  scope: Scope,
  office: number | undefined,
  at: string,
  action: string,
  subject: string,
  detail: object,
) {
  const officeId = office === undefined ? null : (world.home.offices[office]?.id ?? null);
  return withScope(scope, (db) => insertAudit(db, { officeId, at, action, subject, detail }));
}

async function raw() {
  const { rows } = await sql<{
    district: string;
    seq: number;
    action: string;
    office: string | null;
    by: string | null;
    at: string;
  }>`
    select district_id as district, seq, action, office_id as office, account_id as by, at from audit order by seq`.execute(
    kyselyOf(database.owner),
  );
  return rows;
}

function toWritten({ seq, action, office, by, at }: Awaited<ReturnType<typeof raw>>[number]) {
  const index = world.home.offices.findIndex(({ id }) => id === office);
  const day = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
  return { seq, action, office: index < 0 ? undefined : index, by, day };
}
