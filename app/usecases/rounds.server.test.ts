import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import { readScope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { fullContent, insertTwoDistricts, type TestDistrict } from '#test/helpers/two-districts.ts';
import { changeRound, setRoundStatus } from './change-round.server.ts';
import { loadDistrictSpan } from './district-year.server.ts';
import { beginFramework, editFramework } from './edit-framework.server.ts';
import { openRound } from './open-round.server.ts';
import { publishFramework } from './publish-framework.server.ts';
import { extendDeadline, setTakesPart } from './round-office.server.ts';
import { viewFramework } from './view-framework.server.ts';
import { viewRound } from './view-round.server.ts';

const now = new Date('2027-01-10T02:00:00Z');
let testing: TestDatabase;
let home: TestDistrict;

beforeAll(async () => {
  testing = await testDatabase();
  ({ home } = await insertTwoDistricts(testing.database));
});
afterAll(() => testing.close());

const texts = () => ({
  frameworkId: home.frameworkId,
  opensOn: '2027-01-05',
  deadline: '2027年3月31日',
  peerView: 'coded',
  executionTarget: '９５％',
});

test('opening with bad input writes nothing and names every field', async () => {
  const bad = { ...texts(), deadline: '2027-02-30', executionTarget: '300', peerView: 'all' };
  const attempt = openRound(home.reviewer, { year: 2026, texts: bad, offices: [] }, now);
  await expect(attempt).rejects.toMatchObject({
    refused: [
      { field: 'deadline', code: 'not_a_day' },
      { field: 'peerView', code: 'unknown_choice' },
      { field: 'executionTarget', code: 'not_a_percent' },
      { field: 'offices', code: 'nobody' },
    ],
  });
  expect((await viewRound(home.reviewer, 2026, now))?.round).toBeUndefined();
  expect(await actions()).toEqual([]);
});

test('only the reviewer opens a round, once; offices left out are in no row of the year', async () => {
  const offices = home.offices.slice(1).map(({ code }) => code);
  const input = { year: 2026, texts: { ...texts(), reason: '撤并' }, offices };
  for (const scope of [home.leader, home.preparers[0] ?? home.leader])
    await expect(openRound(scope, input, now)).rejects.toThrow();
  await openRound(home.reviewer, input, now);
  await expect(openRound(home.reviewer, input, now)).rejects.toMatchObject({ whole: 'round_exists' });
  const span = await readScope(home.leader, (db) => loadDistrictSpan(db, { year: 2026, count: 1 }));
  expect(span?.years[0]?.rows.map(({ office }) => office.code)).toEqual(offices);
  const round = (await viewRound(home.reviewer, 2026, now))?.round;
  expect(round).toMatchObject({ deadline: '2027-03-31', peerView: 'coded', status: 'open' });
  expect(Number(round?.executionTarget)).toBe(95);
  expect(await actions()).toEqual(['round.open 2026']);
});

test('a change needs what is stored to be what was seen, and the trail tells from and to', async () => {
  const seen = (await viewRound(home.reviewer, 2026, now))?.round?.seen ?? '';
  const changed = { ...texts(), deadline: '2027-04-15' };
  await changeRound(home.reviewer, { year: 2026, texts: changed, seen }, now);
  await expect(changeRound(home.reviewer, { year: 2026, texts: texts(), seen }, now)).rejects.toMatchObject({
    whole: 'changed_meanwhile',
  });
  const [entry] = await readScope(home.reviewer, (db) => findAllAudit(db, { limit: 1 }));
  expect(entry).toMatchObject({
    action: 'round.change',
    detail: { changes: [{ field: 'deadline', from: '2027-03-31', to: '2027-04-15' }] },
  });
});

test('an office gets its own day; one that has filed is not left out', async () => {
  const [, second, third] = home.offices;
  const of = { year: 2026, officeCode: second?.code ?? '', reason: '系统故障' };
  await expect(extendDeadline(home.reviewer, { ...of, deadline: '2027-04-01' }, now)).rejects.toMatchObject({
    refused: [{ field: 'deadline', code: 'before_round' }],
  });
  await extendDeadline(home.reviewer, { ...of, deadline: '2027-05-01' }, now);
  await file(second?.id ?? '', '2027-04-30T02:00:00.000Z');
  await file(third?.id ?? '', '2027-04-30T02:00:00.000Z');
  const span = await readScope(home.leader, (db) => loadDistrictSpan(db, { year: 2026, count: 1 }));
  expect(span?.years[0]?.rows.map(({ late }) => late)).toEqual([false, true]);
  await expect(setTakesPart(home.reviewer, { ...of, takesPart: false }, now)).rejects.toMatchObject({
    refused: [{ field: 'office', code: 'filed' }],
  });
  expect(await actions()).toHaveLength(3);
});

test('once something is submitted the framework stays; next year’s is published and leaves the old one', async () => {
  await beginFramework(home.reviewer, { year: 2026, basis: home.frameworkId }, now);
  const typed = new Map([
    ['a11.name', '新名'],
    ['a11.weight', '60'],
  ]);
  const edit = { year: 2026, version: 1, typed, step: { kind: 'save' as const } };
  await editFramework(home.reviewer, edit, now);
  await expect(editFramework(home.reviewer, edit, now)).rejects.toMatchObject({ code: 'changed_meanwhile' });
  await expect(publishFramework(home.reviewer, { year: 2026, version: 2 }, now)).rejects.toMatchObject({
    code: 'submitted',
  });
  await beginFramework(home.reviewer, { year: 2025, basis: home.frameworkId }, now);
  await editFramework(home.reviewer, { ...edit, year: 2025 }, now);
  await publishFramework(home.reviewer, { year: 2025, version: 2 }, now);
  const nameIn = async (year: number) =>
    (await viewFramework(home.reviewer, year))?.framework?.nodes.find(({ code }) => code === 'a11')?.name;
  expect(await nameIn(2025)).toBe('新名');
  expect(await nameIn(2024)).toBe(`${home.canary}a11`);
  expect((await actions())[0]).toBe('framework.publish 2025');
});

test('closing and opening again need a reason and happen once', async () => {
  const close = { year: 2026, status: 'closed' as const };
  await expect(setRoundStatus(home.reviewer, close, now)).rejects.toMatchObject({
    refused: [{ field: 'reason', code: 'missing' }],
  });
  await setRoundStatus(home.reviewer, { ...close, reason: '结束' }, now);
  await expect(setRoundStatus(home.reviewer, { ...close, reason: '结束' }, now)).rejects.toMatchObject({
    whole: 'done_already',
  });
  await setRoundStatus(home.reviewer, { year: 2026, status: 'open', reason: '补报' }, now);
  expect((await actions()).slice(0, 2).toSorted()).toEqual(['round.close 2026', 'round.reopen 2026']);
});

async function actions(): Promise<string[]> {
  const all = await readScope(home.reviewer, (db) => findAllAudit(db));
  return all
    .filter(({ action }) => action.startsWith('round.') || action.startsWith('framework.'))
    .map(({ action, subject }) => `${action} ${subject}`);
}

function file(officeId: string, submittedAt: string) {
  return withScope(home.reviewer, (db) =>
    insertRevision(db, {
      ...{ officeId, year: 2026, status: 'submitted', origin: 'filed', submittedAt },
      ...{ content: fullContent(home.canary), findings: [] },
    }),
  );
}
