import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { kyselyOf } from '#db/client.server.ts';
import { type TestDatabase, testDatabase, testEngine } from '#test/helpers/database.ts';
import {
  type FilingDistrict,
  insertFilingDistrict,
  filingNow as now,
  type Person,
  soundValues,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { approveReport } from './approve-report.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { returnReport } from './return-report.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { submitReport } from './submit-report.server.ts';
import { withdrawReport } from './withdraw-report.server.ts';

/** The embedded engine lets one transaction in at a time: there is nothing to race for. */
const races = testEngine === 'postgres' ? 200 : 10;

let databases: TestDatabase;
let district: FilingDistrict;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases);
  const changes = Object.entries(soundValues).map(([field, to]) => ({ field, from: '', to }));
  await saveDraft(district.at('preparer'), { ...key(), changes }, now);
  await submit('approver');
});
afterAll(() => databases.close());

test('two clicks of one approver and one of another: one revision, one receipt, the loser is told who and when', {
  timeout: 120_000,
}, async () => {
  for (let race = 0; race < races; race += 1) {
    await backToDraft();
    const { revision, seen } = await stored();
    const [first, second, other] = await Promise.allSettled(
      (['approver', 'approver', 'deputy'] as const).map((person) => submit(person, seen)),
    );
    expect(await stored()).toMatchObject({ status: 'submitted', revision: revision + 1 });
    if (other?.status === 'fulfilled') for (const twin of [first, second]) expectTold(twin, 'deputy');
    else {
      expectTold(other, 'approver');
      expect(first).toMatchObject({ status: 'fulfilled', value: { revision: revision + 1 } });
      expect(second).toEqual(first);
    }
  }
});

test('one reviewer approves while the other returns: one decision, the other is told who and when', {
  timeout: 120_000,
}, async () => {
  for (let race = 0; race < races; race += 1) {
    await toSubmitted();
    const seen = (await stored()).version;
    const [approval, returning] = await Promise.allSettled([
      approveReport(district.at('reviewer'), { ...key(), seen }, now),
      returnReport(district.at('colleague'), { ...key(), seen, reason: '请补充说明' }, now),
    ]);
    const { status, version } = await stored();
    expect([status, approval?.status, returning?.status]).toEqual(
      status === 'approved' ? ['approved', 'fulfilled', 'rejected'] : ['returned', 'rejected', 'fulfilled'],
    );
    expect(version).toBe(seen + 1);
    if (status === 'approved') expectTold(returning, 'reviewer');
    else expectTold(approval, 'colleague');
  }
});

test('the office withdraws while the reviewer approves: one of the two, the other is told who and when', {
  timeout: 120_000,
}, async () => {
  for (let race = 0; race < races; race += 1) {
    await toSubmitted();
    const seen = (await stored()).version;
    const [approval, withdrawal] = await Promise.allSettled([
      approveReport(district.at('reviewer'), { ...key(), seen }, now),
      withdrawReport(district.at('approver'), { ...key(), seen, reason: '有一处笔误' }, now),
    ]);
    const { status } = await stored();
    expect([status, approval?.status, withdrawal?.status]).toEqual(
      status === 'approved' ? ['approved', 'fulfilled', 'rejected'] : ['draft', 'rejected', 'fulfilled'],
    );
    if (status === 'approved') expectTold(withdrawal, 'bureau');
    else expectTold(approval, 'approver');
  }
});

/** Exactly one entry of the trail for every step that was done. */
let entries = 0;
beforeEach(async () => {
  entries = await countSteps();
});
test('the races left one entry a step and no half-written revision', async () => {
  expect(entries).toBe(steps);
  const { rows } = await sql<{ loose: number }>`select count(*)::int as loose from revisions r
    join submissions s using (district_id, office_id, year) where r.revision > s.current_revision`.execute(
    kyselyOf(databases.owner),
  );
  expect(rows).toEqual([{ loose: 0 }]);
});

function key() {
  return { officeCode: district.offices[0]?.code ?? '', year };
}

async function submit(person: Person, seen?: number) {
  return submitReport(district.at(person), { ...key(), seen: seen ?? (await draftVersion()) }, now);
}

async function stored() {
  const { rows } = await sql<{ status: string; revision: number; version: number }>`
    select status, current_revision as revision, version from submissions`.execute(kyselyOf(databases.owner));
  const [row] = rows;
  if (!row) throw new Error('nothing is stored');
  return { ...row, seen: await draftVersion() };
}

async function draftVersion(): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from drafts`.execute(
    kyselyOf(databases.owner),
  );
  return rows[0]?.version ?? 0;
}

async function countSteps(): Promise<number> {
  const { rows } = await sql<{ entries: number; steps: number }>`
    select count(*)::int as entries, count(distinct (action, detail->>'seen', detail->>'revision'))::int as steps
    from audit where action like 'submission.%'`.execute(kyselyOf(databases.owner));
  steps = rows[0]?.steps ?? 0;
  return rows[0]?.entries ?? 0;
}
let steps = 0;

async function toSubmitted(): Promise<void> {
  const { status, version } = await stored();
  if (status === 'approved')
    await returnReport(district.at('colleague'), { ...key(), seen: version, reason: '再核' }, now);
  if (status !== 'submitted') await submit('approver');
}

async function backToDraft(): Promise<void> {
  await toSubmitted();
  const { version } = await stored();
  await withdrawReport(district.at('approver'), { ...key(), seen: version, reason: '再改' }, now);
}

/** An office is told that the bureau decided, not who there did: its people's names stay with it. */
function expectTold(outcome: PromiseSettledResult<unknown> | undefined, winner: Person | 'bureau'): void {
  if (outcome?.status !== 'rejected') throw new Error('a loser was told that it won');
  expect(outcome.reason).toBeInstanceOf(FilingRefusal);
  const by = winner === 'bureau' ? null : `${winner} of 990501`;
  expect(outcome.reason.last).toMatchObject({
    by,
    at: now.toISOString(),
    action: expect.stringMatching(/^submission\.(submit|approve|return|withdraw)$/),
  });
}
