import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '#app/server.ts';
import { type Round, updateRound } from '#db/queries/rounds.server.ts';
import { withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertFilledDistricts } from '#test/helpers/filled-districts.ts';
import { openSession, startTestServer, Visitor } from '#test/helpers/front.ts';
import type { TestDistrict } from '#test/helpers/two-districts.ts';

const officeCount = 7;
const routeId = 'routes/offices.$code.$year.benchmark';
let test: TestDatabase;
let server: RunningServer;
let home: TestDistrict;
let foreign: TestDistrict;
let preparer: Visitor;

beforeAll(async () => {
  test = await testDatabase();
  ({ home, foreign } = await insertFilledDistricts(test, { offices: officeCount }));
  server = await startTestServer(test.database);
  preparer = new Visitor(server, await openSession(test.database, home.preparers[0]?.accountId ?? ''));
});
afterAll(async () => {
  await server.stop();
  await test.close();
});

/** The document and the loader alone, for every state of the page. */
function answers(): Promise<string[]> {
  const address = `/offices/${home.offices[0]?.code}/2025/benchmark`;
  const queries = ['', 'sort=behind', 'behind=1', 'group=money&unit=yuan', 'group=scores&sort=ahead'];
  return Promise.all(
    queries
      .flatMap((query) => [`${address}?${query}`, `${address}?${query}&_data=${encodeURIComponent(routeId)}`])
      .map(async (each) => {
        const answer = await preparer.fetch(each);
        expect([each, answer.status]).toEqual([each, 200]);
        const text = await answer.text();
        expect(text).not.toContain('\0');
        return text;
      }),
  );
}

const others = () => home.offices.slice(1).flatMap(({ id, code, name, canary }) => [id, code, name, canary]);
const setPolicy = (peerView: Round['peerView']) =>
  withScope(home.reviewer, (db) => updateRound(db, { year: 2025, peerView }));

it.each(['coded', 'aggregate'] as const)(
  'under %s no other office is named, numbered or identified in page or data',
  async (policy) => {
    await setPolicy(policy);
    for (const text of await answers()) {
      expect(text).toContain(home.offices[0]?.name);
      expect(others().filter((canary) => text.includes(canary))).toEqual([]);
      expect(text).not.toContain(foreign.canary);
    }
  },
);

it('under names the other offices are named, but their ids are not told', async () => {
  await setPolicy('named');
  const [page = '', data = ''] = await answers();
  for (const { id, name } of home.offices.slice(1))
    for (const text of [page, data]) {
      expect(text).toContain(name);
      expect(text).not.toContain(id);
    }
  expect(page).not.toContain(foreign.canary);
});

it('under codes the others stand as 甲, 乙, 丙 … with scores and rates, without amounts', async () => {
  await setPolicy('coded');
  const [, data = ''] = await answers();
  const { view } = JSON.parse(data);
  expect(view.comparison.peers).toHaveLength(officeCount - 1);
  for (const { peer, name, values } of view.comparison.peers) {
    expect([peer >= 1, peer < officeCount, name]).toEqual([true, true, undefined]);
    expect(values).toMatchObject({ total_score: '93.5' });
    expect(Object.keys(values).filter((figure) => /budget|executed|change/.test(figure))).toEqual([]);
  }
});

it('with fewer than five other offices a page shows no aggregate and no code', async () => {
  await setPolicy('coded');
  await withScope(home.reviewer, async (db) => {
    for (const { id } of home.offices.slice(-2))
      await db.updateTable('submissions').set({ status: 'returned' }).where('office_id', '=', id).execute();
  });
  const [page = '', data = ''] = await answers();
  expect(JSON.parse(data).view.comparison.peers).toEqual([]);
  expect(page).toContain('其他街道不足5个，不列');
  expect(JSON.parse(data).view.comparison.total).toMatchObject({ own: '93.5', rank: 1, ranked: 5 });
  expect(JSON.parse(data).view.comparison.total.median).toBeUndefined();
});
