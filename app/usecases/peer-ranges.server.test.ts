import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kyselyOf } from '#db/client.server.ts';
import { insertHistories } from '#db/queries/submission-history.server.ts';
import { withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  type FilingDistrict,
  insertFilingDistrict,
  filingNow as now,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { countStatements } from '#test/helpers/statements.ts';
import type { PeerRanges } from './peer-ranges.server.ts';
import { viewForm } from './view-form.server.ts';

let databases: TestDatabase;
let district: FilingDistrict;

/** Six offices filed last year: the one that looks, and five others; the fifth of them states no budget. */
beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases, { offices: 6 });
  await withScope(district.at('reviewer'), (db) =>
    insertHistories(
      db,
      district.offices.map(({ id }, index) => reportOf(id, index)),
    ),
  );
});
afterAll(() => databases.close());

test('where offices are named, the middle half and the median of the five others; four make none', async () => {
  const { policy, year: of, ranges } = await peersUnder('named');
  expect([policy, of]).toEqual(['named', year - 1]);
  expect(ranges['amounts.executed_total']).toEqual({ median: '13000000', low: '12000000', high: '14000000' });
  expect(ranges['rates.revenue_change']).toEqual({ median: '3', low: '2', high: '4' });
  expect(ranges['scores.total.score']).toEqual({ median: '83', low: '82', high: '84' });
  expect(ranges['amounts.budget_total']).toBeUndefined();
});

test('under codes no amount and no change on the year before, which would give an office away', async () => {
  const { ranges } = await peersUnder('coded');
  expect(Object.keys(ranges).sort()).toEqual(['rates.sme_share', 'scores.b.score', 'scores.total.score']);
  expect(ranges['rates.sme_share']).toEqual({ median: '53', low: '52', high: '54' });
});

test('with aggregates alone, the district’s median and no range', async () => {
  const { ranges } = await peersUnder('aggregate');
  expect(ranges['scores.total.score']).toEqual({ median: '82.5' });
  expect(Object.values(ranges).every((range) => !('low' in range))).toBe(true);
});

test('as many statements whatever the policy; no figures without a round that year', async () => {
  const statements = async (of: number) => (await countStatements(() => view(of))).statements;
  await peersUnder('named');
  const named = await statements(year);
  await peersUnder('aggregate');
  expect(await statements(year)).toBe(named);
  expect((await view(year - 1))?.peers).toEqual({ year: year - 2, ranges: {} });
});

test('a score whose full marks changed since is not set beside last year’s', async () => {
  const before = await peersUnder('named');
  expect(before.ranges['scores.b.score']).toEqual({ median: '30', low: '30', high: '30' });
  await sql`update indicators set weight = 99 where code = 'b' and framework_id in
      (select framework_id from rounds where year = ${year - 1})`.execute(kyselyOf(databases.owner));
  const { ranges } = await peersUnder('named');
  expect(ranges['scores.b.score']).toBeUndefined();
  expect(ranges['scores.total.score']).toBeDefined();
});

async function peersUnder(policy: 'named' | 'coded' | 'aggregate'): Promise<PeerRanges> {
  await sql`update rounds set peer_view = ${policy} where year = ${year - 1}`.execute(
    kyselyOf(databases.owner),
  );
  const found = await view(year);
  if (!found) throw new Error('no form');
  return found.peers;
}

function view(of: number) {
  return viewForm(district.at('preparer'), { officeCode: district.offices[0]?.code ?? '', year: of }, now);
}

function reportOf(officeId: string, index: number) {
  const at = `${year}-03-01T00:00:00.000Z`;
  const budget: Record<string, string> = index === 5 ? {} : { budget_total: '20000000' };
  const content = {
    amounts: { executed_total: String(10_000_000 + index * 1_000_000), ...budget },
    rates: { revenue_change: String(index), sme_share: String(50 + index) },
    scores: [
      { node: 'total', score: String(80 + index) },
      { node: 'b', score: '30' },
    ],
    ...{ monthlyExecution: [], outcomeIndicators: [], keyProjects: [], problems: [], measures: [] },
  };
  const revisions = [{ content, findings: [], createdAt: at }];
  const state = { status: 'approved', origin: 'filed', submittedAt: at, approvedAt: at } as const;
  return { officeId, year: year - 1, ...state, returnReason: null, revisions };
}
