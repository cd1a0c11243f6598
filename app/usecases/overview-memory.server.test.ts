import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubmissionContent } from '#app/domain/submission.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import { withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { filingNow, filingYear, insertFilingDistrict } from '#test/helpers/filing-district.ts';
import { countStatements } from '#test/helpers/statements.ts';
import { viewDistrictOverview } from './district-overview.server.ts';
import { scoreReport } from './score-report.server.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test('the sums of a year are added up once, and again as soon as a score or a report changes', async () => {
  const district = await insertFilingDistrict(db, { code: '990502', offices: 2 });
  const [first, second] = district.offices;
  const file = (officeId = '', executed = '900.00') =>
    withScope(district.at('reviewer'), (scoped) =>
      insertRevision(scoped, {
        ...{ officeId, year: filingYear, status: 'submitted', origin: 'filed', findings: [] },
        ...{ content: content(executed), submittedAt: '2026-02-01T02:00:00.000Z' },
      }),
    );
  const view = async () => {
    const { result, statements } = await countStatements(() =>
      viewDistrictOverview(district.at('leader'), { year: filingYear, since: '2026-01-05' }),
    );
    const overview = result?.overview;
    const executed = overview?.totals.find(({ item }) => item === 'executed_total')?.amount;
    const lost = overview?.dimensions.find(({ node }) => node.code === 'b')?.lost;
    return { overview, executed, lost, statements };
  };

  await file(first?.id);
  const found = await view();
  const again = await view();
  expect(again.overview).toEqual(found.overview);
  expect(found.statements - again.statements).toBe(4);

  await scoreReport(
    district.at('reviewer'),
    {
      year: filingYear,
      officeCode: first?.code ?? '',
      seen: 1,
      scores: { b: { score: '30', reason: '扣分' } },
    },
    filingNow,
  );
  expect([found.lost, (await view()).lost].map(Number)).toEqual([1, 10]);

  await file(second?.id, '50.00');
  const both = await view();
  expect([found.executed, both.executed].map(Number)).toEqual([900, 950]);
});

function content(executed: string): SubmissionContent {
  return {
    amounts: { budget_total: '1000.00', executed_total: executed },
    rates: {},
    monthlyExecution: [],
    scores: [
      { node: 'total', score: '98' },
      { node: 'b', score: '39' },
    ],
    outcomeIndicators: [],
    keyProjects: [],
    problems: [],
    measures: [],
  };
}
