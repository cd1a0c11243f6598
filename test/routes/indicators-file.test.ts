import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '#app/server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertFilledDistricts } from '#test/helpers/filled-districts.ts';
import { openSession, startTestServer, Visitor } from '#test/helpers/front.ts';
import type { TwoDistricts } from '#test/helpers/two-districts.ts';

let test: TestDatabase;
let world: TwoDistricts;
let server: RunningServer;
let leader: Visitor;
const page = () => `/districts/${world.home.code}/2025`;

beforeAll(async () => {
  test = await testDatabase();
  world = await insertFilledDistricts(test);
  server = await startTestServer(test.database);
  leader = new Visitor(server, await openSession(test.database, world.home.leader.accountId ?? ''));
});
afterAll(async () => {
  await server.stop();
  await test.close();
});

describe('lost points as files', () => {
  it('`indicators.csv` is the heatmap and no indicator of that name', async () => {
    const answer = await leader.fetch(`${page()}/indicators.csv`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(answer.headers.get('content-disposition')).toContain('.csv');
    const [heading] = (await answer.text()).replace(/^\uFEFF/, '').split('\r\n');
    expect(heading).toMatch(/^街道,名次,总分失分（100分）,.*,说明$/);
  });

  it('an indicator whose code holds dots has a page, and its file beside it', async () => {
    for (const [path, status] of [
      ['/indicators/a1', 200],
      ['/indicators/a1.csv', 200],
      ['/indicators/a1.b.c', 404],
      ['/indicators/a1.b.c.csv', 404],
      ['/indicators/total', 404],
      ['/indicators/%00', 404],
    ] as const) {
      expect([path, (await leader.fetch(page() + path)).status]).toEqual([path, status]);
    }
  });

  it('answer any address', async () => {
    const state = '?level=9&sort=%00,-x&order=x&dim=a1&losses=yes&score=9';
    expect((await leader.fetch(`${page()}/indicators.csv${state}`)).status).toBe(200);
    expect((await leader.fetch(`${page()}/indicators/a1${state}`)).status).toBe(200);
  });

  it('leave an entry in the audit trail', async () => {
    await leader.fetch(`${page()}/indicators.csv?level=3`);
    await leader.fetch(`${page()}/indicators/a1.csv`);
    const entries = await withScope(world.home.reviewer, (db) => findAllAudit(db));
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual(
      expect.arrayContaining([
        ['export.indicators.csv', `${page()}/indicators.csv?level=3`],
        ['export.indicator.csv', `${page()}/indicators/a1.csv`],
      ]),
    );
  });

  it('do not exist for a year without a round', async () => {
    for (const path of ['indicators', 'indicators.csv', 'indicators/a1', 'indicators/a1.csv']) {
      expect((await leader.fetch(`/districts/${world.home.code}/2011/${path}`)).status).toBe(404);
    }
  });
});
