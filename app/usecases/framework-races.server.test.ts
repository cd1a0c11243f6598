import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kyselyOf } from '#db/client.server.ts';
import { type TestDatabase, testDatabase, testEngine } from '#test/helpers/database.ts';
import {
  type FilingDistrict,
  insertFilingDistrict,
  filingNow as now,
  soundValues,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { beginFramework, discardFramework, editFramework } from './edit-framework.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { FrameworkRefusal } from './framework-refusal.ts';
import { publishFramework } from './publish-framework.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { submitReport } from './submit-report.server.ts';
import { viewFiling } from './view-filing.server.ts';
import { withdrawReport } from './withdraw-report.server.ts';

/** The embedded engine lets one transaction in at a time: there is nothing to race for. */
const races = testEngine === 'postgres' ? 200 : 10;

let databases: TestDatabase;
let district: FilingDistrict;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases);
  const changes = Object.entries(soundValues).map(([field, to]) => ({ field, from: '', to }));
  await saveDraft(district.at('preparer'), { ...key(), changes }, now);
});
afterAll(() => databases.close());

test('a framework is published while a report is sent: one of the two, and the other is told', {
  timeout: 240_000,
}, async () => {
  const won = { publish: 0, submit: 0 };
  for (let race = 0; race < races; race += 1) {
    await beginWork(otherWeights);
    const seen = await numberOf('select version as number from drafts');
    const before = await published();
    const send = () => submitReport(district.at('approver'), { ...key(), seen }, now);
    const publish = () => publishFramework(district.at('reviewer'), { year, version: 2 }, now);
    // each begins first in turn, so that each has its chance
    const started = race % 2 === 0 ? [send(), publish()] : [publish(), send()].reverse();
    const [sending, publishing] = await Promise.allSettled(started);
    const outcome = [sending?.status, publishing?.status, await statusNow(), await published()];
    if (sending?.status === 'fulfilled') {
      won.submit += 1;
      expect(outcome).toEqual(['fulfilled', 'rejected', 'submitted', before]);
      expect(reasonOf(publishing)).toBeInstanceOf(FrameworkRefusal);
      expect(reasonOf(publishing)).toMatchObject({ code: 'submitted', params: { count: 1 } });
      await undoSending();
    } else {
      won.publish += 1;
      expect(outcome).toEqual(['rejected', 'fulfilled', 'draft', before + 1]);
      expect(reasonOf(sending)).toBeInstanceOf(FilingRefusal);
      // overtaken, or too late: then judged by the new weights, under which it is not in order
      expect(reasonOf(sending)).toMatchObject({
        code: expect.stringMatching(/^(changed_meanwhile|not_ready)$/),
      });
      await beginWork(weights);
      await publishFramework(district.at('reviewer'), { year, version: 2 }, now);
    }
  }
  expect(won.submit).toBeGreaterThan(0);
  expect(won.publish).toBeGreaterThan(0);
});

test('a report in order by the old and the new framework is not sent by the one its sender did not see', async () => {
  const reviewer = district.at('reviewer');
  const send = async () => {
    const view = await viewFiling(district.at('approver'), key(), now);
    const seen = view?.seen.draft ?? 0;
    return {
      view,
      submit: () => submitReport(district.at('approver'), { ...key(), ...view?.seen, seen }, now),
    };
  };
  const { submit } = await send();
  await beginWork(weights, '新名');
  await publishFramework(reviewer, { year, version: 2 }, now);
  const version = await published();
  await expect(submit()).rejects.toMatchObject({ code: 'framework_changed', params: { version } });
  expect(await statusNow()).toBe('draft');
  const told = await send();
  expect(told.view?.newFramework).toMatchObject({ version, changes: [{ kind: 'renamed' }, {}, {}, {}] });
  await told.submit();
  expect(await statusNow()).toBe('submitted');
  expect((await viewFiling(district.at('approver'), key(), now))?.newFramework).toBeUndefined();
});

const weights = { a: '60', 'a.p': '60', 'a.p.1': '45', b: '40' };
/** Under these the report claims more than there is. */
const otherWeights = { a: '70', 'a.p': '70', 'a.p.1': '55', b: '30' };

function key() {
  return { officeCode: district.offices[0]?.code ?? '', year };
}

/** A working copy of the year's framework with these weights, at version 2. */
async function beginWork(typed: Record<string, string>, name = '指标'): Promise<void> {
  const reviewer = district.at('reviewer');
  const { rows } = await sql<{ id: string }>`
    select framework_id as id from rounds where year = ${year}`.execute(kyselyOf(databases.owner));
  await beginFramework(reviewer, { year, basis: rows[0]?.id ?? '' }, now);
  const texts = new Map(
    Object.entries(typed).flatMap(([code, weight]) => [
      [`${code}.name`, `${name}${code}`] as const,
      [`${code}.weight`, weight] as const,
    ]),
  );
  await editFramework(reviewer, { year, version: 1, typed: texts, step: { kind: 'save' } }, now);
}

async function undoSending(): Promise<void> {
  const seen = await numberOf('select version as number from submissions');
  await withdrawReport(district.at('approver'), { ...key(), seen, reason: '再改' }, now);
  await discardFramework(district.at('reviewer'), { year, version: 2 });
}

async function numberOf(query: string): Promise<number> {
  const { rows } = await sql.raw<{ number: number }>(query).execute(kyselyOf(databases.owner));
  return rows[0]?.number ?? 0;
}

/** Version of the framework that the round runs by. */
function published(): Promise<number> {
  return numberOf(
    `select f.version as number from rounds r join frameworks f on f.id = r.framework_id where r.year = ${year}`,
  );
}

async function statusNow(): Promise<string> {
  const { rows } = await sql<{ status: string }>`select status from submissions`.execute(
    kyselyOf(databases.owner),
  );
  return rows[0]?.status ?? '';
}

function reasonOf(outcome: PromiseSettledResult<unknown> | undefined): unknown {
  return outcome?.status === 'rejected' ? outcome.reason : undefined;
}
