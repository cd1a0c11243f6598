import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReportFile } from '#app/files/read-report.server.ts';
import { kyselyOf } from '#db/client.server.ts';
import { findAllAccounts } from '#db/queries/accounts.server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { findAllEvidenceFiles } from '#db/queries/evidence-files.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { findAllOffices } from '#db/queries/offices.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { findAllSubmissions, type SubmissionSummary } from '#db/queries/submissions.server.ts';
import { readScope, type Scope, type ScopedDb, scopeOf } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { countStatements } from '#test/helpers/statements.ts';
import { demoEvidence } from './evidence.ts';
import { generateSubmissions } from './generate.ts';
import { demoId } from './ids.server.ts';
import { loadDemo } from './load.server.ts';
import { demoYears } from './offices.ts';

const now = new Date('2025-01-06T02:00:00Z');
let databases: TestDatabase;
let leader: Scope;
let all: SubmissionSummary[];

const read = <T>(run: (db: ScopedDb) => Promise<T>) => readScope(leader, run);
const officeId = (code: string) => demoId(`office ${code}`);

beforeAll(async () => {
  databases = await testDatabase();
  const load = await countStatements(() => loadDemo(databases.database, now));
  expect(load.result).toEqual({ loaded: true, submissions: generateSubmissions().length + 2 });
  // rows by the hundred in one statement each: one by one, its thousands of rows would have whoever starts the demo wait
  expect(load.statements).toBeLessThan(250);
  const id = demoId('account district_leader');
  leader = scopeOf(databases.database, {
    id,
    role: 'district_leader',
    districtId: demoId('district'),
    officeId: null,
  });
  all = await read((db) => findAllSubmissions(db, { years: [...demoYears] }));
});

afterAll(() => databases.close());

test('a second load does nothing and says so', async () => {
  const before = await countRows();
  expect(await loadDemo(databases.database, now)).toEqual({ loaded: false, submissions: 0 });
  expect(await countRows()).toEqual(before);
});

test('evidence files are at indicators of what was sent, say that they are invented, and can be read', async () => {
  const files = demoEvidence();
  const nodes = (await read((db) => findFramework(db, 2023)))?.nodes.map(({ code }) => code);
  for (const { officeCode, node, fileName, content } of files) {
    expect(nodes).toContain(node);
    const sent = all.find((each) => each.officeId === officeId(officeCode) && each.year === 2023);
    const of = { revision: sent?.revision ?? 0 };
    const key = { officeId: officeId(officeCode), year: 2023 };
    const stored = await read((db) => findAllEvidenceFiles(db, { ...key, of }));
    expect(stored.map((file) => [file.node, file.fileName])).toContainEqual([node, fileName]);
    expect((await readReportFile(fileName, content)).text).toContain('Invented');
  }
  expect(files.length).toBeGreaterThan(5);
});

test('a load that breaks off leaves nothing behind', async () => {
  const other = await testDatabase();
  const taken = {
    id: demoId('taken'),
    login_name: 'operator',
    display_name: 'x',
    role: 'platform_operator' as const,
  };
  await kyselyOf(other.owner)
    .insertInto('accounts')
    .values({ ...taken, password_hash: 'x', active: true, demo: false })
    .execute();
  await expect(loadDemo(other.database, now)).rejects.toMatchObject({ kind: 'duplicate' });
  expect(await kyselyOf(other.owner).selectFrom('districts').selectAll().execute()).toEqual([]);
  expect(await kyselyOf(other.owner).selectFrom('offices').selectAll().execute()).toEqual([]);
  await other.close();
});

test('two real and twenty invented offices, five rounds, an account a role', async () => {
  const offices = await read(findAllOffices);
  expect(offices.filter((office) => office.invented)).toHaveLength(20);
  expect(offices.filter((office) => !office.invented).map((office) => office.name)).toEqual([
    '白鹤洞街道',
    '嘉禾街道',
  ]);
  expect((await read(findAllRounds)).map(({ year, deadline, status }) => [year, deadline, status])).toEqual([
    [2023, '2024-10-31', 'open'],
    [2022, '2023-10-31', 'closed'],
    [2021, '2022-10-31', 'closed'],
    [2020, '2021-10-31', 'closed'],
    [2019, '2020-10-31', 'closed'],
  ]);
  expect((await read((db) => findFramework(db, 2021)))?.year).toBe(2021);
  const accounts = await read(findAllAccounts);
  expect(accounts.map(({ loginName, demo }) => [loginName, demo])).toEqual([
    ['approver', true],
    ['leader', true],
    ['preparer', true],
    ['reviewer', true],
  ]);
});

describe('what is stored', () => {
  test('every invented submission as it was generated, with its review and findings', async () => {
    for (const submission of generateSubmissions()) {
      const { officeCode, year, status, revisions, review } = submission;
      const stored = await read((db) => findSubmission(db, { officeId: officeId(officeCode), year }));
      expect(stored).toMatchObject({ status, origin: 'invented', revision: revisions.length });
      expect(stored?.content.amounts).toEqual(revisions.at(-1)?.content.amounts);
      expect(stored?.content.problems).toEqual(revisions.at(-1)?.content.problems);
      expect(Object.keys(stored?.reviewed ?? {}).sort()).toEqual(Object.keys(review?.scores ?? {}).sort());
      expect((stored?.findings.length ?? 0) > 0).toBe(
        submission.planted !== undefined && submission.planted !== 'missing_budget',
      );
    }
  });

  test('real offices have what their report of 2023 says, and no other year', () => {
    const real = all.filter((one) => [officeId('440103001'), officeId('440103002')].includes(one.officeId));
    expect(real.map(({ year, status, origin, submittedAt }) => [year, status, origin, submittedAt])).toEqual([
      [2023, 'submitted', 'public_report', null],
      [2023, 'submitted', 'public_report', null],
    ]);
    const baihedong = real.find((one) => one.officeId === officeId('440103001'));
    expect(baihedong?.amounts.budget_total).toBe('101583600.00');
    expect(baihedong?.scores.total?.self).toBe('95.97');
    expect(real.every((one) => Object.values(one.scores).every((score) => score.reviewed === null))).toBe(
      true,
    );
  });

  test('returns and approvals are in the audit trail', async () => {
    const audit = await read((db) => findAllAudit(db, { limit: 1_000 }));
    const count = (action: string) => audit.filter((entry) => entry.action === action).length;
    expect(count('demo.load')).toBe(1);
    expect(count('submission.import')).toBe(2);
    expect(count('submission.approve')).toBe(all.filter((one) => one.status === 'approved').length);
    expect(count('submission.return')).toBeGreaterThan(all.filter((one) => one.status === 'returned').length);
  });
});

async function countRows(): Promise<number[]> {
  const kysely = kyselyOf(databases.owner);
  const tables = ['accounts', 'offices', 'submissions', 'indicator_scores', 'audit'] as const;
  const counts = tables.map((table) =>
    kysely
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('rows'))
      .executeTakeFirstOrThrow(),
  );
  return (await Promise.all(counts)).map(({ rows }) => Number(rows));
}
