import { afterAll, beforeAll, expect, test } from 'vitest';
import { badTexts, everyField } from '#app/domain/form/every-field.fixture.ts';
import { toContent } from '#app/domain/form/to-content.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  type FilingDistrict,
  framework,
  insertFilingDistrict,
  filingNow as now,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { saveDraft } from './save-draft.server.ts';
import { submitReport } from './submit-report.server.ts';
import { viewForm } from './view-form.server.ts';

let databases: TestDatabase;
let district: FilingDistrict;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases, { offices: badTexts.length });
});
afterAll(() => databases.close());

const fields = everyField(framework);

test.each(badTexts.map((text, office) => [shown(text), text, office] as const))(
  'every field takes %s: it is kept as typed, and what is no entry is refused there and keeps the report back',
  async (_, text, office) => {
    // a working copy has a bound of its own: the longest texts do not go into every field at once
    for (const some of text.length < 3_000 ? [fields] : halves(fields)) {
      const values = await typeInto(some, text, office);
      const { refused } = toContent(values, framework);
      for (const one of refused) expect(one.text).toBe(values[one.field]);
      const obstacles = await obstaclesOf(office);
      const wrong = refused.filter(({ refusal }) => refusal !== 'incomplete_row');
      if (obstacles) expect(obstacles).toEqual(expect.arrayContaining(wrong.map(({ field }) => field)));
    }
  },
);

/** Types the text into these fields alone, in one save, and gives what is stored then. */
async function typeInto(some: string[], text: string, office: number): Promise<Record<string, string>> {
  const key = { officeCode: district.offices[office]?.code ?? '', year };
  const scope = district.at('preparer', office);
  const before = (await viewForm(scope, key, now))?.values ?? {};
  const cleared = fields.flatMap((field) => (before[field] ? [{ field, from: before[field], to: '' }] : []));
  await saveDraft(scope, { ...key, changes: cleared }, now);
  const changes = some.map((field) => ({ field, from: '', to: text }));
  const { applied, refused, conflicts } = await saveDraft(scope, { ...key, changes }, now);
  expect([applied.length, refused, conflicts]).toEqual([some.length, [], []]);
  const values = (await viewForm(scope, key, now))?.values ?? {};
  // a line end is one, however a browser sends it
  const kept = text.replace(/\r\n/g, '\n');
  expect(values).toEqual(Object.fromEntries(some.map((field) => [field, kept])));
  return values;
}

/** Fields that the report is kept back for; undefined where it says nothing at all, which keeps it back as a whole. */
async function obstaclesOf(office: number): Promise<string[] | undefined> {
  const key = { officeCode: district.offices[office]?.code ?? '', year };
  const version = (await viewForm(district.at('approver', office), key, now))?.version ?? 0;
  const refusal = await submitReport(district.at('approver', office), { ...key, seen: version }, now).catch(
    (error) => error,
  );
  expect(['not_ready', 'nothing_to_send']).toContain(refusal.code);
  return refusal.code === 'nothing_to_send'
    ? undefined
    : refusal.obstacles.map(({ field }: { field: string }) => field);
}

function halves(all: string[]): string[][] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}

function shown(text: string): string {
  return JSON.stringify(text.length > 20 ? `${text.slice(0, 20)}… (${text.length})` : text);
}
