import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertFramework } from '#db/queries/frameworks.server.ts';
import { insertRound } from '#db/queries/rounds.server.ts';
import { insertHistories } from '#db/queries/submission-history.server.ts';
import { withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  type FilingDistrict,
  framework,
  insertFilingDistrict,
  filingNow as now,
  soundValues,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { saveDraft } from './save-draft.server.ts';
import { submitReport } from './submit-report.server.ts';
import { viewForm } from './view-form.server.ts';

let databases: TestDatabase;
let district: FilingDistrict;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases);
  await withScope(district.at('reviewer'), async (db) => {
    for (const past of [2021, 2022, 2023]) {
      const frameworkId = await insertFramework(db, { ...framework, year: past });
      await insertRound(db, {
        ...{ year: past, frameworkId, opensOn: `${past + 1}-01-05`, deadline: `${past + 1}-03-31` },
        ...{ status: 'closed', peerView: 'aggregate', executionTarget: null },
      });
    }
    await insertHistories(db, [
      submissionOf(2021, 'approved', '9000000'),
      submissionOf(2022, 'approved', '9500000'),
      submissionOf(2023, 'submitted', '9900000'),
      submissionOf(2024, 'draft', '1'),
    ]);
  });
});
afterAll(() => databases.close());

test('a year out of line with the office’s own needs a reason, in the form and when it is sent; a draft is no year', async () => {
  const [scope, key] = [district.at('approver'), { officeCode: district.offices[0]?.code ?? '', year }];
  const view = await viewForm(scope, key, now);
  expect(view?.context.history?.map(({ amounts }) => amounts.executed_total).sort()).toEqual([
    '9000000.00',
    '9500000.00',
    '9900000.00',
  ]);
  const slipped = { ...soundValues, 'amounts.budget_total': '2100', 'amounts.executed_total': '1995' };
  const changes = Object.entries(slipped).map(([field, to]) => ({ field, from: '', to }));
  const { version } = await saveDraft(scope, { ...key, changes }, now);
  await expect(submitReport(scope, { ...key, seen: version }, now)).rejects.toMatchObject({
    code: 'not_ready',
    obstacles: [
      { kind: 'unanswered_finding', field: 'amounts.executed_total', detail: 'in line with own years' },
    ],
  });
});

function submissionOf(past: number, status: 'approved' | 'submitted' | 'draft', executed_total: string) {
  const at = `${past + 1}-03-01T00:00:00.000Z`;
  return {
    officeId: district.offices[0]?.id ?? '',
    year: past,
    status,
    origin: 'filed' as const,
    submittedAt: status === 'draft' ? null : at,
    approvedAt: status === 'approved' ? at : null,
    returnReason: null,
    revisions: [{ content: { ...nothing, amounts: { executed_total } }, findings: [], createdAt: at }],
  };
}

const nothing = {
  rates: {},
  monthlyExecution: [],
  scores: [],
  outcomeIndicators: [],
  keyProjects: [],
  problems: [],
  measures: [],
};
