import { afterAll, beforeAll, expect, it } from 'vitest';
import { maxOwnViews } from '#app/domain/saved-view.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { findAllSavedViews } from '#db/queries/saved-views.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { removeView, renameView, saveView } from './saved-views.server.ts';

let test: TestDatabase;
let world: TwoDistricts;
beforeAll(async () => {
  test = await testDatabase();
  world = await insertTwoDistricts(test.database);
});
afterAll(() => test.close());

const views = (scope: Scope) => readScope(scope, findAllSavedViews);
const idOf = async (scope: Scope, name: string) =>
  (await views(scope)).find((view) => view.name === name)?.id ?? '';
const save = (scope: Scope, name: string, shared = false, query = '') =>
  saveView(scope, {
    year: 2025,
    params: new URLSearchParams(query),
    base: new URLSearchParams(),
    name,
    shared,
  });

it('keeps the state as its own address, without what it does not know', async () => {
  const { leader } = world.home;
  expect(
    await save(leader, '自用', false, 'sort=-budget_total,nonsense&x=1&columns=rank,score:a'),
  ).toBeUndefined();
  expect(await views(leader)).toEqual([
    expect.objectContaining({
      name: '自用',
      query: new URLSearchParams({ sort: '-budget_total', columns: 'rank,score:a' }).toString(),
      shared: false,
      own: true,
    }),
  ]);
});

it('shows shared views to the district alone, and own ones to nobody else', async () => {
  const { leader, reviewer, preparers } = world.home;
  await save(leader, '共享', true);
  expect((await views(reviewer)).map(({ name, own, ownerName }) => [name, own, ownerName])).toEqual([
    ['共享', false, `${world.home.canary}district_leader`],
  ]);
  for (const scope of [world.foreign.leader, world.foreign.reviewer, ...preparers])
    expect(await views(scope)).toEqual([]);
});

it.each([
  ['', 'name_missing'],
  ['长'.repeat(41), 'name_long'],
  ['共享', 'name_taken'],
])('refuses the name “%s”', async (name, reason) => {
  const { leader } = world.home;
  expect(await save(leader, name)).toBe(reason);
  expect(await renameView(leader, { id: await idOf(leader, '自用'), name })).toBe(reason);
  expect((await views(leader)).map((view) => view.name).toSorted()).toEqual(['共享', '自用'].toSorted());
});

it('lets two people use one name', async () => {
  expect(await save(world.home.reviewer, '共享')).toBeUndefined();
  expect(await removeView(world.home.reviewer, await idOf(world.home.reviewer, '共享'))).toBeUndefined();
});

it('lets the owner and, where it is shared, the reviewer rename and remove, and nobody else', async () => {
  const { leader, reviewer } = world.home;
  await save(reviewer, '绩效科的', true);
  const [hidden, shared, others] = [
    await idOf(leader, '自用'),
    await idOf(leader, '共享'),
    await idOf(reviewer, '绩效科的'),
  ];
  expect(await renameView(reviewer, { id: hidden, name: 'x' })).toBe('view_gone');
  expect(await renameView(leader, { id: others, name: 'x' })).toBe('view_gone');
  expect(await removeView(leader, others)).toBe('view_gone');
  for (const scope of [world.foreign.reviewer, ...world.home.preparers]) {
    expect(await renameView(scope, { id: shared, name: 'x' })).toBe('view_gone');
    expect(await removeView(scope, shared)).toBe('view_gone');
  }
  expect(await renameView(reviewer, { id: shared, name: '改过' })).toBeUndefined();
  expect(await removeView(reviewer, shared)).toBeUndefined();
  expect(await removeView(leader, hidden)).toBeUndefined();
  expect((await views(leader)).map(({ name }) => name)).toEqual(['绩效科的']);
});

it('leaves entries of what was shared, and of nothing else', async () => {
  const entries = await readScope(world.home.reviewer, (db) => findAllAudit(db));
  const told = entries.map(({ action, subject }) => `${action} ${subject}`).toSorted();
  expect(told).toEqual(
    ['view.save 共享', 'view.save 绩效科的', 'view.rename 改过', 'view.remove 改过'].toSorted(),
  );
});

it(`keeps at most ${maxOwnViews} a person`, async () => {
  const { leader } = world.foreign;
  for (let index = 0; index < maxOwnViews; index += 1) await save(leader, `视图${index}`);
  expect(await save(leader, '再一个')).toBe('too_many');
  expect(await views(leader)).toHaveLength(maxOwnViews);
});
