import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficeTexts } from '#app/domain/office-entry.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { readScope } from '#db/scope.server.ts';
import { trackWrites } from '#test/helpers/audited-writes.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { changeOffice, createOffice, createPeerGroup, noteBoundary } from './manage-office.server.ts';
import { viewOffices } from './view-offices.server.ts';
import { viewRound } from './view-round.server.ts';

let database: TestDatabase;
let world: TwoDistricts;
let unaudited: () => Promise<string[]>;

beforeAll(async () => {
  database = await testDatabase();
  world = await insertTwoDistricts(database.database);
  unaudited = await trackWrites(database);
  await createPeerGroup(world.home.reviewer, { texts: group });
});
afterAll(() => database.close());

const group = {
  groupName: '甲组',
  groupNameEn: 'Group A',
  basis: '人口相近',
  basisEn: 'alike in population',
};
const texts: OfficeTexts = {
  ...{ code: '990101009', name: '新街道', nameEn: 'Xin Street', pinyin: 'Xin' },
  ...{ group: '1', firstYear: '2025' },
};
const reason = (year: number) => `${year}起`;
const create = (changes: OfficeTexts = {}, scope = world.home.reviewer) =>
  createOffice(scope, { texts: { ...texts, ...changes }, reason });
const seen = async (code = texts.code) => {
  const office = (await viewOffices(world.home.reviewer, 2025))?.offices.find((each) => each.code === code);
  if (!office) throw new Error(`There is no office ${code}.`);
  return office;
};
const trail = () => readScope(world.home.leader, (db) => findAllAudit(db));
const refusals = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error) => error.refused.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
  );

describe('a new office', () => {
  test('files from its first year on and is left out of the rounds before, with the reason', async () => {
    expect(await create()).toEqual({ code: texts.code });
    expect(await seen()).toMatchObject({
      name: '新街道',
      sortKey: 'xin',
      group: { name: '甲组' },
      accounts: [],
    });
    const part = async (year: number) => {
      const round = await viewRound(world.home.reviewer, year, new Date());
      const office = round?.offices.find((each) => each.office.code === texts.code);
      return [office?.takesPart, office?.reason];
    };
    expect([await part(2024), await part(2025)]).toEqual([
      [false, '2025起'],
      [true, undefined],
    ]);
    expect((await trail())[0]).toMatchObject({ action: 'office.create', subject: texts.code });
  });

  test.each([
    [{ code: '990202009' }, ['code bad_code']],
    [{ code: '99010100' }, ['code bad_code']],
    [{ code: '990101001' }, ['code code_taken']],
    [{ code: '', name: ' ', firstYear: '25' }, ['code missing', 'name missing', 'firstYear bad_year']],
    [{ code: '990101010', pinyin: '新' }, ['pinyin bad_pinyin']],
    [{ code: '990101010', name: '名'.repeat(41) }, ['name too_long']],
    [{ code: '990101010', group: '7' }, ['group unknown_choice']],
  ])('%o is refused at its fields, and nothing is written', async (wrong, expected) => {
    const before = (await viewOffices(world.home.reviewer, 2025))?.offices.length;
    expect(await refusals(create(wrong))).toEqual(expected);
    expect((await viewOffices(world.home.reviewer, 2025))?.offices.length).toBe(before);
  });

  test('a code in full-width digits is understood', async () => {
    expect(await create({ code: '９９０１０１０１１' })).toEqual({ code: '990101011' });
  });

  test('nobody else makes one', async () => {
    for (const scope of [world.home.leader, world.home.preparers[0], world.foreign.reviewer])
      await expect(create({ code: '990101012' }, scope)).rejects.toThrow();
  });
});

describe('an office that changes', () => {
  const change = async (changes: OfficeTexts, { as = world.home.reviewer, at = '' } = {}) =>
    changeOffice(as, {
      officeCode: texts.code ?? '',
      texts: { ...texts, ...changes },
      seen: at || (await seen()).seen,
    });

  test('gets another name and leaves its group; the trail tells both from and to', async () => {
    const former = (await seen()).seen;
    await change({ name: '更新街道', group: '' });
    const { name, group: none } = await seen();
    expect([name, none]).toEqual(['更新街道', undefined]);
    expect((await trail())[0]?.detail).toEqual({
      changes: [
        { field: 'name', from: '新街道', to: '更新街道' },
        { field: 'peerGroup', from: '甲组', to: '' },
      ],
    });
    await expect(change({}, { at: former })).rejects.toMatchObject({ whole: 'changed_meanwhile' });
  });

  test('is nobody else’s to change', async () => {
    const { seen: at } = await seen();
    for (const as of [world.foreign.reviewer, world.home.leader])
      await expect(change({ name: '夺来' }, { as, at })).rejects.toMatchObject({ whole: 'unknown_office' });
  });

  test('tells a boundary change once a year and kind', async () => {
    const boundary = {
      year: '2025年',
      kind: 'merged',
      note: '并入两个社区',
      noteEn: 'two communities joined',
    };
    const note = (changes = {}) =>
      noteBoundary(world.home.reviewer, { officeCode: texts.code ?? '', texts: { ...boundary, ...changes } });
    await note();
    expect((await seen()).boundaries).toEqual([{ ...boundary, year: 2025 }]);
    expect(await refusals(note())).toEqual(['year told_already']);
    expect(await refusals(note({ year: '1', kind: 'x', note: '' }))).toEqual([
      'year bad_year',
      'kind unknown_choice',
      'note missing',
    ]);
  });

  test('peer groups have names of their own', async () => {
    expect(await refusals(createPeerGroup(world.home.reviewer, { texts: group }))).toEqual([
      'groupName group_taken',
    ]);
    await expect(
      createPeerGroup(world.home.leader, { texts: { ...group, groupName: '乙组' } }),
    ).rejects.toThrow();
  });
});

test('every write is in the trail in its own transaction', async () => {
  expect(await unaudited()).toEqual([]);
});
