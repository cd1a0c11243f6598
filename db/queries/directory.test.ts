import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { readScope, type Scope, withScope } from '../scope.server.ts';
import { findAllAudit, insertAudit } from './audit.server.ts';
import { findAllDistricts, findDistrictByCode } from './districts.server.ts';
import { findFramework } from './frameworks.server.ts';
import {
  findAllOffices,
  findAllOfficesByDistrict,
  findOfficeByCode,
  updateOffice,
} from './offices.server.ts';
import { findAllRounds, findRound, updateRound } from './rounds.server.ts';

let database: TestDatabase;
let districts: TwoDistricts;
let preparer: Scope;

beforeAll(async () => {
  database = await testDatabase();
  districts = await insertTwoDistricts(database.database);
  preparer = districts.home.preparers[0] ?? districts.home.leader;
});
afterAll(() => database.close());

test('a foreign code and one that is nobody’s give the same answer', async () => {
  await readScope(districts.home.leader, async (db) => {
    expect(await findDistrictByCode(db, '990101')).toMatchObject({ name: '鹤鸣区' });
    expect(await findDistrictByCode(db, '990202')).toBeUndefined();
    expect(await findDistrictByCode(db, '000000')).toBeUndefined();
    expect(await findOfficeByCode(db, '990101001')).toMatchObject({ name: '鹤鸣1号街道办' });
    expect(await findOfficeByCode(db, '990202001')).toBeUndefined();
    expect(await findAllOffices(db)).toHaveLength(3);
  });
  await readScope(preparer, async (db) => {
    expect((await findAllOffices(db)).map(({ code }) => code)).toEqual(['990101001']);
    expect(await findOfficeByCode(db, '990101002')).toBeUndefined();
  });
  await readScope(districts.operator, async (db) => {
    expect(await findAllDistricts(db)).toHaveLength(2);
    expect(await findAllOfficesByDistrict(db, districts.foreign.id)).toHaveLength(3);
  });
});

test('the framework of a year comes as the tree it was entered as', async () => {
  const framework = await readScope(preparer, (db) => findFramework(db, 2025));
  expect(framework).toMatchObject({ name: '鹤鸣指标体系', year: 2024, version: 1, totalWeight: '100.00' });
  expect(framework?.nodes.map(({ code, parent, level, weight }) => [code, parent, level, weight])).toEqual([
    ['a', null, 1, '60.00'],
    ['a1', 'a', 2, '60.00'],
    ['a11', 'a1', 3, '60.00'],
    ['b', null, 1, '40.00'],
  ]);
  expect(await readScope(preparer, (db) => findFramework(db, 2019))).toBeUndefined();
});

test('a round is read by its district and changed by its reviewer', async () => {
  const { leader, reviewer, frameworkId } = districts.home;
  await withScope(reviewer, (db) => updateRound(db, { year: 2025, status: 'closed', peerView: 'coded' }));
  expect(await readScope(preparer, (db) => findRound(db, 2025))).toEqual({
    year: 2025,
    frameworkId,
    opensOn: '2026-01-05',
    deadline: '2026-03-31',
    status: 'closed',
    peerView: 'coded',
    executionTarget: '95.0000',
  });
  expect((await readScope(leader, findAllRounds)).map(({ year }) => year)).toEqual([2025, 2024]);
  expect(await withScope(leader, (db) => updateRound(db, { year: 2025, status: 'open' }))).toBe(false);
});

test('an office is closed by its reviewer', async () => {
  const id = districts.home.offices[2]?.id ?? '';
  expect(await withScope(districts.home.reviewer, (db) => updateOffice(db, { id, active: false }))).toBe(
    true,
  );
  expect(await withScope(preparer, (db) => updateOffice(db, { id, active: true }))).toBe(false);
});

test('the trail shows a district everything and an office its own', async () => {
  const { leader, reviewer, id: districtId } = districts.home;
  await withScope(reviewer, (db) =>
    insertAudit(db, { action: 'round.close', subject: '2025', detail: { n: 1 } }),
  );
  await withScope(preparer, (db) => insertAudit(db, { action: 'submission.save', subject: '2025' }));
  await withScope(leader, (db) => insertAudit(db, { action: 'ranking.export', subject: '2025' }));
  await withScope(districts.operator, (db) =>
    insertAudit(db, { action: 'district.create', subject: '990101', districtId }),
  );
  const actions = async (scope: Scope) =>
    (await readScope(scope, (db) => findAllAudit(db))).map(({ action }) => action).toSorted();
  expect(await actions(leader)).toEqual([
    'district.create',
    'ranking.export',
    'round.close',
    'submission.save',
  ]);
  expect(await actions(preparer)).toEqual(['submission.save']);
  expect(await actions(districts.foreign.leader)).toEqual([]);
});
