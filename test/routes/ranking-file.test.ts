import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '#app/server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertFilledDistricts } from '#test/helpers/filled-districts.ts';
import { openSession, startTestServer, Visitor } from '#test/helpers/front.ts';
import { reopenSheet } from '#test/helpers/reopen-sheet.ts';
import type { TwoDistricts } from '#test/helpers/two-districts.ts';

let test: TestDatabase;
let world: TwoDistricts;
let server: RunningServer;
let leader: Visitor;
const fileOf = (query = '', format = 'csv') =>
  leader.fetch(`/districts/${world.home.code}/2025/ranking.${format}${query}`);

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

describe('the ranking as a file', () => {
  it('is a CSV download named after district and year', async () => {
    const answer = await fileOf();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[ -~]+\.csv"; filename\*=UTF-8''%E6%8E%92%E5%90%8D_.+_2025\.csv$/,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('is a workbook as well, with the same rows, and that is recorded too', async () => {
    const answer = await fileOf('?columns=rank,budget_total', 'xlsx');
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(answer.headers.get('content-disposition')).toMatch(/_2025\.xlsx$/);
    const { heads, rows } = await reopenSheet(new Uint8Array(await answer.arrayBuffer()));
    expect(heads).toEqual(['街道', '名次', '全年预算数\n万元', '说明']);
    const csv = await (await fileOf('?columns=rank,budget_total')).text();
    for (const row of rows.filter(([, rank]) => rank !== '')) expect(csv).toContain(row[0]);
    const entries = await withScope(world.home.reviewer, (db) => findAllAudit(db));
    expect(entries.map(({ action }) => action)).toContain('export.ranking.xlsx');
  });

  it('is in the language of the reader and follows the address', async () => {
    leader.cookies.set('lang', 'en');
    const text = await (await fileOf('?columns=rank,budget_total&unit=yuan')).text();
    leader.cookies.delete('lang');
    expect(text.replace(/^\uFEFF/, '').split('\r\n')[0]).toBe(
      'Office,Standing and filing: Rank,Money: Budget of the whole year (yuan),Notes',
    );
  });

  it('answers any address', async () => {
    expect((await fileOf('?sort=%00,-x&of=grade&min=abc&columns=&status=,,&score=9&unit=ton')).status).toBe(
      200,
    );
  });

  it('leaves an entry in the audit trail, with the address of what was taken', async () => {
    await fileOf('?sort=office');
    const entries = await withScope(world.home.reviewer, (db) => findAllAudit(db));
    expect(entries).toContainEqual(
      expect.objectContaining({
        action: 'export.ranking.csv',
        accountId: world.home.leader.accountId,
        subject: `/districts/${world.home.code}/2025/ranking.csv?sort=office`,
        detail: { offices: world.home.offices.length },
      }),
    );
  });

  it('does not exist for a year without a round', async () => {
    expect((await leader.fetch(`/districts/${world.home.code}/2011/ranking.csv`)).status).toBe(404);
  });
});
