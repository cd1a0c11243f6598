import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#app/domain/access.ts';
import type { FieldChange } from '#app/domain/form/merge.ts';
import { nodeByName } from '#app/domain/framework.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { kyselyOf } from '#db/client.server.ts';
import { insertAccounts } from '#db/queries/accounts.server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { insertDistrict } from '#db/queries/districts.server.ts';
import { findDocument } from '#db/queries/documents.server.ts';
import { insertFramework } from '#db/queries/frameworks.server.ts';
import { insertOffices } from '#db/queries/offices.server.ts';
import { insertRound } from '#db/queries/rounds.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { updateStatus } from '#db/queries/submissions.server.ts';
import type { Database } from '#db/schema.ts';
import { readScope, type Scope, scopeOf, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { pdfFile } from '#test/helpers/pdf-file.ts';
import { finishDraft } from './finish-draft.server.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type ImportInput, importReport } from './import-report.server.ts';
import { previewImport, viewImport } from './preview-import.server.ts';
import { viewReportCard } from './report-card.server.ts';
import { setTakesPart } from './round-office.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { viewForm } from './view-form.server.ts';

const now = new Date('2024-10-20T03:00:00Z');
const reports = {
  baihedong: { code: '990301001', name: '白鹤洞街道', id: randomUUID() },
  jiahe: { code: '990301002', name: '嘉禾街道', id: randomUUID() },
};
const districtId = randomUUID();
let databases: TestDatabase;
let reviewer: Scope;
let preparer: Scope;
let readers: Scope[];

beforeAll(async () => {
  databases = await testDatabase();
  const scope = (role: Role, officeId: string | null) =>
    scopeOf(databases.database, {
      id: randomUUID(),
      role,
      officeId,
      districtId: role === 'platform_operator' ? null : districtId,
    });
  const operator = scope('platform_operator', null);
  reviewer = scope('district_reviewer', null);
  preparer = scope('office_preparer', reports.baihedong.id);
  readers = [scope('district_leader', null), scope('office_approver', reports.baihedong.id)];
  await withScope(operator, async (db) => {
    await insertDistrict(db, { id: districtId, code: '990301', name: '试验区', nameEn: 'Test District' });
    await insertOffices(db, {
      districtId,
      offices: Object.entries(reports).map(([sortKey, office]) => ({
        ...office,
        nameEn: sortKey,
        sortKey,
        invented: false,
        active: true,
      })),
    });
    await insertAccounts(db, [accountOf(reviewer, 'reviewer'), accountOf(preparer, 'preparer')]);
  });
  await withScope(reviewer, async (db) => {
    for (const year of [2022, 2023]) {
      const frameworkId = await insertFramework(db, { ...guangdong2023, year });
      await insertRound(db, { ...round, year, frameworkId });
    }
  });
});

const round = {
  opensOn: '2024-08-01',
  deadline: '2024-10-31',
  status: 'open',
  peerView: 'aggregate',
  executionTarget: null,
} as const;

afterAll(() => databases.close());

test('an office that takes no part is not imported for, by nobody, until it does again', async () => {
  const of = { year: 2023, officeCode: reports.baihedong.code, reason: '撤并' };
  await setTakesPart(reviewer, { ...of, takesPart: false }, now);
  for (const who of [reviewer, preparer])
    await expect(importReport(who, inputOf('baihedong'), now)).rejects.toMatchObject({
      code: 'not_taking_part',
    });
  await setTakesPart(reviewer, { ...of, takesPart: true }, now);
});

describe('an import that does not fit is refused and writes nothing, in the preview as in the import', () => {
  const good = inputOf('baihedong');
  const text = (words: string) => new TextEncoder().encode(words);
  const weather = '今天天气很好，适合出门散步。\n'.repeat(40);
  const file = 'baihedong-2023.txt';
  test.each<[string, string, Partial<ImportInput>, Record<string, unknown>]>([
    ['of an unknown type', 'unknown_type', { fileName: 'report.exe' }, { file: 'report.exe', type: 'exe' }],
    ['of another type than its name', 'wrong_content', { fileName: 'r.docx' }, { file: 'r.docx' }],
    ['a PDF of pictures', 'no_text_layer', { fileName: 'r.pdf', bytes: pdfFile('') }, { file: 'r.pdf' }],
    ['empty', 'empty_file', { bytes: new Uint8Array() }, { file }],
    ['no text', 'unreadable', { bytes: text('a\0b') }, { file }],
    ['too large', 'too_large', { bytes: new Uint8Array(20 * 1024 * 1024 + 1) }, { file }],
    [
      'too long',
      'too_long',
      { bytes: text('字'.repeat(200_001)) },
      { file, characters: 200_001, limit: 200_000 },
    ],
    ['no report', 'not_a_report', { bytes: text(weather) }, { file }],
    ['of another office', 'other_office', { office: reports.jiahe.code }, { office: '嘉禾街道' }],
    ['of another year', 'other_year', { year: 2022 }, { year: 2022, stated: 2023 }],
    ['for an unknown office', 'unknown_office', { office: '990301099' }, { office: '990301099' }],
    ['for a year without a round', 'no_round', { year: 2021 }, { year: 2021 }],
    [
      'with a figure beyond all measure',
      'beyond_range',
      { bytes: changed('预算数10158.36万元', '预算数99999999999999999999万元') },
      { file, value: `${'9'.repeat(20)}0000.00` },
    ],
    [
      'not what was previewed',
      'damaged',
      { seen: { sha256: '0'.repeat(64), version: null, copy: 0 } },
      { file },
    ],
  ])('%s', async (_, code, changes, params) => {
    for (const run of [importReport, previewImport]) {
      const before = await countRows();
      const refusal = await run(reviewer, { ...good, ...changes }, now).catch((error) => error);
      expect(refusal).toBeInstanceOf(ImportRefusal);
      expect(refusal).toMatchObject({ code, params });
      expect(await countRows()).toEqual(before);
    }
  });

  test('for an office out of reach', async () => {
    const before = await countRows();
    await expect(importReport(preparer, inputOf('jiahe'), now)).rejects.toMatchObject({
      code: 'unknown_office',
    });
    expect(await countRows()).toEqual(before);
  });

  test('by a role that reads only', async () => {
    const before = await countRows();
    for (const scope of readers) {
      for (const run of [importReport, previewImport])
        await expect(run(scope, good, now)).rejects.toThrow('does not import');
      await expect(viewImport(scope, { officeCode: good.office, year: 2023 })).rejects.toThrow();
    }
    expect(await countRows()).toEqual(before);
  });
});

describe.each(['baihedong', 'jiahe'] as const)('the report of %s', (name) => {
  const expected = JSON.parse(fixture(`expected/${name}-2023.json`).toString());
  let stored: NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

  beforeAll(async () => {
    await importReport(reviewer, inputOf(name), now);
    stored = await submissionOf(name);
  });

  test('is filed as submitted, from a public report, with no time of filing of its own', () => {
    expect(stored).toMatchObject({ status: 'submitted', origin: 'public_report', submittedAt: null });
    expect(stored.preparer).toEqual({ name: null, phone: null });
    expect(stored.reviewed).toEqual({});
  });

  test('has every amount and rate as printed, and none that it does not state', () => {
    const printed = { ...expected.amounts_yuan, ...(name === 'jiahe' && { expenditure_project: 15324.9 }) };
    expect(numbersOf(stored.content.amounts)).toEqual(printed);
    expect(numbersOf(stored.content.rates)).toEqual(expected.rates_pct);
    for (const field of expected.absent)
      expect({ ...stored.content.amounts, ...stored.content.rates }).not.toHaveProperty(field);
  });

  test('has every score at its node', () => {
    const scores = Object.fromEntries(
      stored.content.scores.map((claim) => [claim.node, Number(claim.score)]),
    );
    for (const [node, [score]] of Object.entries<[number]>(expected.scores))
      expect([node, scores[node === 'total' ? node : (nodeByName(guangdong2023, node)?.code ?? '')]]).toEqual(
        [node, score],
      );
  });

  test('has problems with themes, measures, units and projects', () => {
    const { problems, measures, keyProjects, subUnits = [], filedOn } = stored.content;
    expect(problems.map((one) => [...one.themes].sort())).toEqual(
      expected.problems.map((one: { themes: string[] }) => [...one.themes].sort()),
    );
    for (const [index, { starts_with: start }] of expected.problems.entries())
      expect(problems[index]?.text.startsWith(start)).toBe(true);
    for (const [index, { starts_with: start }] of expected.measures.entries())
      expect(measures[index]?.text.startsWith(start)).toBe(true);
    expect(keyProjects.map((one) => one.name)).toEqual(
      expected.key_projects.map((one: { name: string }) => one.name),
    );
    expect(subUnits.length).toBe(expected.sub_units?.length ?? 0);
    expect(filedOn).toBe(expected.filed_on);
  });

  test('has its findings', () => {
    const found = stored.findings.map((finding) => [finding.check, finding.severity]);
    for (const { check, severity } of expected.findings) expect(found).toContainEqual([check, severity]);
  });

  test('keeps the document, with the words behind every field', async () => {
    const document = await readScope(reviewer, (db) =>
      findDocument(db, { officeId: reports[name].id, id: stored.documentId ?? '' }),
    );
    expect(document).toMatchObject({
      year: 2023,
      fileName: `${name}-2023.txt`,
      bytes: inputOf(name).bytes.length,
    });
    expect(document?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const quotes = Object.values(stored.quotes);
    expect(quotes.length).toBeGreaterThan(20);
    for (const { text, start, end } of quotes) expect(document?.text.slice(start, end)).toBe(text);
  });

  test('is in the audit trail', async () => {
    const audit = await readScope(reviewer, (db) => findAllAudit(db));
    const entry = audit.find((one) => one.officeId === reports[name].id);
    expect(entry).toMatchObject({
      action: 'submission.import',
      at: now.toISOString(),
      detail: { revision: 1 },
    });
  });
});

describe('imported again', () => {
  test('the same document changes nothing and gets the same answer', async () => {
    const before = await countRows();
    const { revision, version } = await submissionOf('baihedong');
    const again = await importReport(reviewer, inputOf('baihedong'), now);
    expect(again).toEqual({ officeId: reports.baihedong.id, revision, version });
    expect(await countRows()).toEqual(before);
  });

  test('another text becomes a new revision', async () => {
    await importReport(reviewer, { ...inputOf('baihedong'), bytes: changed('96.12%', '96.13%') }, now);
    const { revision, version, content, status } = await submissionOf('baihedong');
    expect({ revision, version, status }).toEqual({ revision: 2, version: 2, status: 'submitted' });
    expect(content.rates.execution_rate).toBe('96.13');
  });

  test('is refused when what it was compared with has changed', async () => {
    const before = await countRows();
    const { seen } = await previewImport(reviewer, inputOf('baihedong'));
    const old = { ...inputOf('baihedong'), seen: { ...seen, version: 1 } };
    await expect(importReport(reviewer, old, now)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect(await countRows()).toEqual(before);
  });

  test('the office cannot replace what it has submitted', async () => {
    const before = await countRows();
    await expect(importReport(preparer, inputOf('baihedong'), now)).rejects.toMatchObject({
      code: 'submitted',
      params: { office: '白鹤洞街道', year: 2023 },
    });
    expect(await viewImport(preparer, { officeCode: reports.baihedong.code, year: 2023 })).toEqual({
      years: [2023, 2022],
      barrier: 'submitted',
    });
    expect(await countRows()).toEqual(before);
  });

  test('what was returned becomes the office’s draft', async () => {
    await setStatus('returned');
    await importReport(preparer, inputOf('baihedong'), now);
    const stored = await submissionOf('baihedong');
    expect(stored).toMatchObject({ status: 'draft', origin: 'filed', revision: 3, submittedAt: null });
  });

  test('the district sees nothing of that draft and cannot replace it', async () => {
    const before = await countRows();
    const place = { officeCode: reports.baihedong.code, year: 2023 };
    await expect(importReport(reviewer, inputOf('baihedong'), now)).rejects.toMatchObject({
      code: 'office_draft',
    });
    await expect(previewImport(reviewer, inputOf('baihedong'))).rejects.toMatchObject({
      code: 'office_draft',
    });
    expect((await viewReportCard(reviewer, place))?.submission).toBeUndefined();
    expect((await viewReportCard(preparer, place))?.submission).toBeDefined();
    expect(await countRows()).toEqual(before);
  });

  test.each(['reviewer', 'preparer'] as const)('is refused for the %s once it is approved', async (who) => {
    await setStatus('approved');
    const before = await countRows();
    const again = importReport(who === 'reviewer' ? reviewer : preparer, inputOf('baihedong'), now);
    await expect(again).rejects.toMatchObject({
      code: 'approved',
      params: { office: '白鹤洞街道', year: 2023 },
    });
    expect(await countRows()).toEqual(before);
  });
});

describe('a draft of the office', () => {
  const report = { ...inputOf('baihedong'), year: 2022, bytes: changed('2023', '2022') };

  test('the preview says what was read and writes nothing', async () => {
    const before = await countRows();
    const preview = await previewImport(preparer, report);
    expect(await countRows()).toEqual(before);
    expect(preview).toMatchObject({
      filing: { status: 'draft', origin: 'filed' },
      seen: { version: null, copy: 0 },
      submission: { total: { self: '95.97' } },
    });
    expect(preview.current).toBeUndefined();
    expect(preview.figures).toContainEqual({
      kind: 'money',
      item: 'budget_total',
      value: '101583600.00',
      words: '白鹤洞街2022年预算数10158.36万元',
    });
    for (const { words } of preview.figures) expect(words).toMatch(/\d/);
  });

  test('two clicks at once make one revision, and both get the same answer', async () => {
    const { seen } = await previewImport(preparer, report);
    const answers = await Promise.all([1, 2].map(() => importReport(preparer, { ...report, seen }, now)));
    expect(answers[0]).toEqual({ officeId: reports.baihedong.id, revision: 1, version: 1 });
    expect(answers[1]).toEqual(answers[0]);
    const audit = await readScope(preparer, (db) => findAllAudit(db));
    const actions = audit.filter(({ subject }) => subject.endsWith('/2022')).map(({ action }) => action);
    expect(actions.toSorted()).toEqual(['draft.save', 'submission.import']);
  });

  test('is compared with the next report, field by field', async () => {
    const next = changed('2023', '2022', changed('96.12%', '96.20%'));
    const preview = await previewImport(preparer, { ...report, bytes: next });
    expect(preview.current).toEqual({
      status: 'draft',
      revision: 1,
      differences: [{ kind: 'rate', field: 'execution_rate', before: '96.12', after: '96.20' }],
    });
    const same = await previewImport(preparer, report);
    expect(same.current?.differences).toEqual([]);
  });
});

describe('the form after an import', () => {
  const place = { officeCode: reports.baihedong.code, year: 2022 };
  const report = { ...inputOf('baihedong'), year: 2022, bytes: changed('2023', '2022') };
  const save = (changes: FieldChange[]) => saveDraft(preparer, { ...place, changes }, now);

  test('holds what the report states, each field in the audit trail', async () => {
    const form = await viewForm(preparer, place, now);
    expect(form).toMatchObject({ state: 'draft', version: 1 });
    expect(form?.values).toMatchObject({ 'amounts.budget_total': '10158.36', 'scores.total.score': '95.97' });
    const [entry] = await readScope(preparer, (db) => findAllAudit(db, { action: 'draft.save' }));
    const { changes } = Object(entry?.detail) as { changes: FieldChange[] };
    expect(changes.every(({ from }) => from === '')).toBe(true);
    expect(Object.fromEntries(changes.map(({ field, to }) => [field, to]))).toEqual(form?.values);
  });

  test('is what the card and the next preview show, to the office alone', async () => {
    await save([
      { field: 'amounts.budget_total', from: '10158.36', to: '10160' },
      { field: 'preparer_name', from: '', to: '某人' },
      { field: 'scores.management.evidence', from: '', to: '附件一' },
    ]);
    const card = await viewReportCard(preparer, place);
    const budget = card?.submission?.money.find(({ item }) => item === 'budget_total');
    expect(budget?.amount).toBe('101600000.00');
    expect(card?.submission?.findings.map(({ check }) => check)).toContain('execution rate');
    expect((await viewReportCard(reviewer, place))?.submission).toBeUndefined();
    const preview = await previewImport(preparer, report);
    expect(preview.current?.differences).toContainEqual({
      kind: 'money',
      field: 'budget_total',
      before: '101600000.00',
      after: '101583600.00',
    });
  });

  test('an import that did not see the latest save is refused, and writes nothing', async () => {
    const { seen } = await previewImport(preparer, report);
    await save([{ field: 'staffing', from: '', to: '87' }]);
    const before = await countRows();
    await expect(importReport(preparer, { ...report, seen }, now)).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    expect(await countRows()).toEqual(before);
  });

  test('the same report accepted again takes its fields back, and leaves what no report states', async () => {
    const { seen } = await previewImport(preparer, report);
    const { revision } = await importReport(preparer, { ...report, seen }, now);
    expect(revision).toBe(2);
    const values = (await viewForm(preparer, place, now))?.values ?? {};
    expect(values).toMatchObject({
      'amounts.budget_total': '10158.36',
      preparer_name: '某人',
      'scores.management.evidence': '附件一',
    });
    expect(values.staffing).toBeUndefined();
  });

  test('is not open to an import while the approver has it in hand', async () => {
    await finishDraft(
      preparer,
      { ...place, seen: (await viewForm(preparer, place, now))?.version ?? 0 },
      now,
    );
    await expect(importReport(preparer, report, now)).rejects.toMatchObject({ code: 'finished' });
    expect((await viewImport(preparer, place)).barrier).toBe('finished');
  });
});

function inputOf(name: keyof typeof reports): ImportInput {
  const fileName = `${name}-2023.txt`;
  return {
    fileName,
    bytes: fixture(`reports/${fileName}`),
    office: reports[name].code,
    year: 2023,
  };
}

/** The report of 白鹤洞街道 with other words in it. */
function changed(words: string, others: string, bytes: Uint8Array = fixture('reports/baihedong-2023.txt')) {
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain(words);
  return new TextEncoder().encode(text.replaceAll(words, others));
}

async function setStatus(status: 'returned' | 'approved'): Promise<void> {
  const { version } = await submissionOf('baihedong');
  await withScope(reviewer, (db) =>
    updateStatus(db, { officeId: reports.baihedong.id, year: 2023, version, status }),
  );
}

function fixture(path: string): Buffer {
  return readFileSync(new URL(`../../test/fixtures/${path}`, import.meta.url));
}

async function submissionOf(name: keyof typeof reports) {
  const stored = await readScope(reviewer, (db) =>
    findSubmission(db, { officeId: reports[name].id, year: 2023 }),
  );
  if (!stored) throw new Error(`nothing is stored for ${name}`);
  return stored;
}

function numbersOf(values: Record<string, string>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(value)]));
}

const written: (keyof Database)[] = [
  'documents',
  'submissions',
  'revisions',
  'money_figures',
  'stated_rates',
  'monthly_execution',
  'indicator_scores',
  'outcome_indicators',
  'key_projects',
  'problems',
  'measures',
  'findings',
  'quotes',
  'drafts',
  'audit',
];

async function countRows(): Promise<Record<string, number>> {
  const kysely = kyselyOf(databases.owner);
  const counts: Record<string, number> = {};
  for (const table of written) {
    const count = kysely.selectFrom(table).select((eb) => eb.fn.countAll<string>().as('rows'));
    counts[table] = Number((await count.executeTakeFirstOrThrow()).rows);
  }
  return counts;
}

function accountOf({ accountId, districtId, officeId, role }: Scope, loginName: string) {
  return {
    id: accountId ?? '',
    districtId,
    officeId,
    role,
    loginName,
    displayName: loginName,
    locale: null,
    active: true,
    demo: false,
    passwordHash: '$argon2id$test',
  };
}
