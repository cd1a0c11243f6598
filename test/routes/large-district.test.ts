import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executionRate } from '#app/domain/execution.ts';
import type { RunningServer } from '#app/server.ts';
import { insertLargeDistrict, type LargeDistrict } from '#db/demo/large-district.server.ts';
import { findAllSubmissions, type SubmissionSummary, updateStatus } from '#db/queries/submissions.server.ts';
import { readScope, scopeOf, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { openSession, startTestServer, Visitor } from '#test/helpers/front.ts';

const size = 200;
const year = 2023;
let test: TestDatabase;
let server: RunningServer;
let district: LargeDistrict;
let filed: SubmissionSummary[];
let leader: Visitor;
let page: string;

beforeAll(async () => {
  test = await testDatabase();
  district = await insertLargeDistrict(test.database, { offices: size, years: 2 });
  await sendBack(district.offices.slice(0, 4).map(({ id }) => id));
  filed = await readScope(district.scope, (db) => findAllSubmissions(db, { years: [year] }));
  server = await startTestServer(test.database);
  leader = new Visitor(server, await openSession(test.database, district.leader.id));
  page = await (await leader.fetch(`/districts/${district.code}/${year}`)).text();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await test.close();
});

describe('the first page of a district of 200 offices, before any script has run', () => {
  it.each([
    ['rates', 0],
    ['scores', 1],
  ] as const)('ranks every office by %s, with its figure', (_, position) => {
    const rows = rowsOf(tables()[position] ?? '');
    const expected = filed
      .filter(({ status }) => status !== 'returned')
      .map((submission) => [nameOf(submission), figureOf(submission, position)]);
    expect(rows).toHaveLength(size - 4);
    expect([...rows].sort()).toEqual(expected.sort());
  });

  it('names every office that is not ranked', () => {
    const lists = page.match(/<dl class="unranked">.*?<\/dl>/gs) ?? [];
    expect(lists).toHaveLength(2);
    for (const list of lists)
      for (const submission of filed.filter(({ status }) => status === 'returned'))
        expect(list).toContain(nameOf(submission));
  });

  it('carries its data once, in a few hundred bytes an office', async () => {
    const route = encodeURIComponent('routes/districts.$code.$year._index');
    const data = await leader.fetch(`/districts/${district.code}/${year}?_data=${route}`);
    expect((await data.text()).length / size).toBeLessThan(400);
  });
});

async function sendBack(officeIds: string[]) {
  const { districtId } = district.scope;
  const role = 'district_reviewer' as const;
  const reviewer = scopeOf(test.database, { id: null, role, districtId, officeId: null });
  await withScope(reviewer, async (db) => {
    const found = await findAllSubmissions(db, { years: [year] });
    for (const { officeId, version } of found.filter((each) => officeIds.includes(each.officeId)))
      await updateStatus(db, { officeId, year, version, status: 'returned' });
  });
}

/** In the page's order: rates, then scores. */
function tables(): string[] {
  const found = page.match(/<table class="data-table standing-table">.*?<\/table>/gs) ?? [];
  const ofRates = found.filter((table) => table.includes('value-bar'));
  return [...ofRates, ...found.filter((table) => !ofRates.includes(table))];
}

function rowsOf(table: string): [string, string][] {
  const body = table.match(/<tbody>.*<\/tbody>/s)?.[0] ?? '';
  return [...body.matchAll(/<th scope="row"><a [^>]*>([^<]+)<\/a>.*?--share:[\d.]+">([\d.%]+)</gs)].map(
    ([, name = '', figure = '']) => [name, figure],
  );
}

function nameOf({ officeId }: SubmissionSummary): string {
  const office = district.offices.find(({ id }) => id === officeId);
  return `测算${office?.code.slice(6)}街道`;
}

function figureOf({ amounts, scores }: SubmissionSummary, position: 0 | 1): string {
  return position === 0
    ? `${Number(executionRate(amounts)).toFixed(2)}%`
    : Number(scores.total?.reviewed ?? scores.total?.self).toFixed(2);
}
