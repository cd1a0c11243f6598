import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeByName } from '#app/domain/framework.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { findDocument } from '#db/queries/documents.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { updateStatus } from '#db/queries/submissions.server.ts';
import { readScope, type Scope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  type ImportDistrict,
  type ImportOffice,
  importRows,
  insertImportDistrict,
  importNow as now,
  reportOf,
} from '#test/helpers/import-district.ts';
import { acceptImport } from './accept-import.server.ts';
import { keepReport, readUploaded, type UploadedReport } from './keep-report.server.ts';
import type { DocumentKey } from './kept-report.server.ts';
import { publishReport } from './publish-report.server.ts';
import { viewReportCard } from './report-card.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { undoImport } from './undo-import.server.ts';
import { viewImport, viewReading } from './view-import.server.ts';

let databases: TestDatabase;
let district: ImportDistrict;
let reviewer: Scope;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertImportDistrict(databases);
  reviewer = district.reviewer;
});
afterAll(() => databases.close());

describe.each(['baihedong', 'jiahe'] as const)('the report of %s, published as it is printed', (name) => {
  const expected = JSON.parse(fixture(`expected/${name}-2023.json`));
  let stored: Awaited<ReturnType<typeof submissionOf>>;

  beforeAll(async () => {
    const upload = await readUploaded(reportOf(district, name));
    await withScope(reviewer, (db) => publishReport(db, upload, now));
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

  test('has every score at its node, with the weight that it states', () => {
    for (const [node, [score, max]] of Object.entries<[number, number]>(expected.scores)) {
      const code = node === 'total' ? node : (nodeByName(guangdong2023, node)?.code ?? '');
      const claim = stored.content.scores.find((one) => one.node === code);
      expect([node, Number(claim?.score)]).toEqual([node, score]);
      if (claim?.statedMax !== undefined) expect([node, Number(claim.statedMax)]).toEqual([node, max]);
    }
    expect(stored.content.scores.some(({ statedMax }) => statedMax !== undefined)).toBe(true);
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
    const officeId = district.offices[name].id;
    const document = await readScope(reviewer, (db) =>
      findDocument(db, { officeId, id: stored.documentId ?? '' }),
    );
    expect(document).toMatchObject({ year: 2023, fileName: `${name}-2023.txt` });
    const quotes = Object.entries(stored.quotes);
    expect(quotes.length).toBeGreaterThan(20);
    for (const [, { text, start, end }] of quotes) expect(document?.text.slice(start, end)).toBe(text);
    for (const [index, { text }] of stored.content.problems.entries())
      expect(stored.quotes[`problems.${index}`]?.text.replace(/\s/g, '')).toContain(text.slice(0, 8));
  });

  test('is in the audit trail, with every field', async () => {
    const audit = await readScope(reviewer, (db) => findAllAudit(db, { action: 'submission.import' }));
    const entry = audit.find((one) => one.officeId === district.offices[name].id);
    expect(entry).toMatchObject({ at: now.toISOString(), detail: { revision: 1, origin: 'public_report' } });
    expect(Object(entry?.detail).changes.length).toBeGreaterThan(30);
  });
});

describe('by the page', () => {
  const replaced = { '96.12%': '96.13%' };
  let key: DocumentKey;

  beforeAll(async () => {
    key = await keep(reportOf(district, 'baihedong', { replaced }));
  });

  test('another text is compared field by field with what is filed, and becomes a new revision', async () => {
    const items = (await reading(key)).sections.flatMap((section) => section.items);
    expect(items.filter(({ state }) => state !== 'same').map(({ id }) => id)).toEqual([
      'rates.execution_rate',
    ]);
    await acceptAll(key);
    const { revision, version, content, status } = await submissionOf('baihedong');
    expect({ revision, version, status }).toEqual({ revision: 2, version: 2, status: 'submitted' });
    expect(content.rates.execution_rate).toBe('96.13');
  });

  test('undone, what stood there is there again', async () => {
    await undoImport(reviewer, key, now);
    const { content, status, origin, revision } = await submissionOf('baihedong');
    expect({ status, origin, revision }).toEqual({
      status: 'submitted',
      origin: 'public_report',
      revision: 3,
    });
    expect(content.rates.execution_rate).toBe('96.12');
    await expect(undoImport(reviewer, key, now)).rejects.toMatchObject({ code: 'nothing_to_undo' });
  });

  test('is refused, and writes nothing, when what it was compared with has changed', async () => {
    const seen = marksOf(await reading(key));
    const other = await keep(reportOf(district, 'baihedong', { replaced: { '96.12%': '96.14%' } }));
    await acceptAll(other);
    const before = await importRows(databases);
    const input = { ...key, seen, selection: { take: 'all', picks: {} } as const };
    await expect(acceptImport(reviewer, input, now)).rejects.toMatchObject({
      code: 'changed_meanwhile',
      conflicts: [{ id: 'rates.execution_rate' }],
    });
    expect(await importRows(databases)).toEqual(before);
    await undoImport(reviewer, other, now);
  });

  test('what an office had filed stands as it did, once the import over it is undone', async () => {
    await setStatus('returned');
    await acceptAll(key);
    expect(await submissionOf('baihedong')).toMatchObject({ status: 'submitted' });
    await undoImport(reviewer, key, now);
    expect(await submissionOf('baihedong')).toMatchObject({ status: 'returned' });
  });

  test('nothing of an approved submission is changed, by nobody', async () => {
    await setStatus('approved');
    const before = await importRows(databases);
    for (const scope of [reviewer, district.preparers.baihedong])
      await expect(keepReport(scope, reportOf(district, 'baihedong'), now)).rejects.toMatchObject({
        code: 'approved',
        params: { office: '白鹤洞街道', year: 2023 },
      });
    await expect(acceptAll(key)).rejects.toMatchObject({ code: 'approved' });
    expect(await importRows(databases)).toEqual(before);
  });
});

describe('a report published by mistake', () => {
  let key: DocumentKey;

  beforeAll(async () => {
    key = await keep(reportOf(district, 'jiahe', { year: 2022 }));
    await acceptAll(key);
    await undoImport(reviewer, key, now);
  });

  test('leaves, undone, no figure and nothing that is compared', async () => {
    const card = await viewReportCard(reviewer, key);
    expect(card?.row).toMatchObject({ status: 'draft', amounts: {} });
    expect(card?.submission).toBeUndefined();
  });

  test('can be followed by the right one, as long as the office has not begun', async () => {
    expect((await viewImport(reviewer, key, now)).barrier).toBeUndefined();
    await acceptAll(key);
    expect(await submissionOf('jiahe', 2022)).toMatchObject({ status: 'submitted' });
    await undoImport(reviewer, key, now);
    const changes = [{ field: 'staffing', from: '', to: '87' }];
    await saveDraft(district.preparers.jiahe, { ...key, changes }, now);
    expect((await viewImport(reviewer, key, now)).barrier).toBe('office_draft');
    await expect(acceptAll(key)).rejects.toMatchObject({ code: 'office_draft' });
  });
});

async function keep(report: UploadedReport): Promise<DocumentKey> {
  const { officeCode, year } = report;
  return { officeCode, year, document: await keepReport(reviewer, report, now) };
}

async function reading(key: DocumentKey) {
  const view = await viewReading(reviewer, key, { take: 'all', picks: {} }, now);
  if (!view) throw new Error('The document is not there.');
  return view;
}

function marksOf({ sections }: Awaited<ReturnType<typeof reading>>): Record<string, string> {
  return Object.fromEntries(sections.flatMap(({ items }) => items).map(({ id, mark }) => [id, mark]));
}

async function acceptAll(key: DocumentKey) {
  const seen = marksOf(await reading(key));
  return acceptImport(reviewer, { ...key, seen, selection: { take: 'all', picks: {} } }, now);
}

async function setStatus(status: 'returned' | 'approved'): Promise<void> {
  const { version } = await submissionOf('baihedong');
  const officeId = district.offices.baihedong.id;
  await withScope(reviewer, (db) => updateStatus(db, { officeId, year: 2023, version, status }));
}

async function submissionOf(name: ImportOffice, year = 2023) {
  const officeId = district.offices[name].id;
  const stored = await readScope(reviewer, (db) => findSubmission(db, { officeId, year }));
  if (!stored) throw new Error(`nothing is stored for ${name}`);
  return stored;
}

function numbersOf(values: Record<string, string>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(value)]));
}

function fixture(path: string): string {
  return readFileSync(new URL(`../../test/fixtures/${path}`, import.meta.url), 'utf8');
}
