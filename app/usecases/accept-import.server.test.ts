import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Selection } from '#app/domain/report-import/chosen-changes.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { trackWrites } from '#test/helpers/audited-writes.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  type ImportDistrict,
  importRows,
  insertImportDistrict,
  importNow as now,
  reportOf,
} from '#test/helpers/import-district.ts';
import { type AcceptImport, acceptImport } from './accept-import.server.ts';
import { finishDraft } from './finish-draft.server.ts';
import { keepReport } from './keep-report.server.ts';
import type { DocumentKey } from './kept-report.server.ts';
import { removeReport } from './remove-report.server.ts';
import { viewReportCard } from './report-card.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { undoImport } from './undo-import.server.ts';
import { viewForm } from './view-form.server.ts';
import { viewImport, viewReading } from './view-import.server.ts';

let databases: TestDatabase;
let district: ImportDistrict;
let preparer: Scope;
let key: DocumentKey;

beforeAll(async () => {
  databases = await testDatabase();
});
afterAll(() => databases.close());

let districts = 0;
beforeEach(async () => {
  districts += 1;
  district = await insertImportDistrict(databases, { code: String(990_500 + districts) });
  preparer = district.preparers.jiahe;
  const report = reportOf(district, 'jiahe');
  const { officeCode, year } = report;
  key = { officeCode, year, document: await keepReport(preparer, report, now) };
});

const everything: Selection = { take: 'all', picks: {} };
const project = 'amounts.expenditure_project';

describe('what is read of 嘉禾’s report', () => {
  test('stands in the form’s sections, each value with its words, place and how sure the reader is', async () => {
    const { sections, lines } = await reading();
    expect(sections.map(({ id }) => id)).toEqual([
      ...['basics', 'goals', 'projects', 'outcomes', 'money', 'months', 'costs', 'scores', 'problems'],
      'followups',
    ]);
    const item = await itemOf('amounts.revenue_total');
    expect(item.choices).toMatchObject([{ kind: 'printed', confidence: 'high' }]);
    expect(item).toMatchObject({ state: 'new', section: 'money' });
    const [place] = item.words;
    const line = lines.find(({ number }) => number === place?.line);
    const marked = line?.cells.flat().find(({ starts }) => starts.includes(place?.key ?? ''));
    expect(item.choices[0]?.quote?.text).toContain(marked?.text);
  });

  test('offers the unit that makes it add up beside what is printed, and chooses neither', async () => {
    const { choices } = await itemOf(project);
    expect(choices.map(({ kind, fields }) => [kind, fields[project]])).toEqual([
      ['printed', '1.53249'],
      ['proposed', '15324.9'],
    ]);
    await accept(everything);
    expect((await form())[project]).toBeUndefined();
    await accept({ take: { items: [project] }, picks: { [project]: 1 } });
    expect((await form())[project]).toBe('15324.9');
  });

  test('names the missing budget', async () => {
    const money = (await reading()).sections.find(({ id }) => id === 'money');
    expect(money?.missing).toEqual([['amounts.budget_total']]);
  });

  test('tells the findings of what would be accepted: the printed amount is told, the proposed one is not', async () => {
    const checks = async (pick: number) => {
      const view = await viewReading(preparer, key, { take: 'all', picks: { [project]: pick } }, now);
      return view?.findings.flatMap(({ proposal }) => proposal?.field ?? []);
    };
    expect(await checks(0)).toContain('expenditure_project');
    expect(await checks(1)).not.toContain('expenditure_project');
  });
});

describe('accepting', () => {
  test('a section fills its fields and no others, in one entry of the trail that names file and hash', async () => {
    const before = await importRows(databases);
    await accept({ take: { section: 'basics' }, picks: {} });
    const values = await form();
    expect(Object.keys(values).sort()).toEqual(
      ['filed_on', 'functions', 'inner_departments', 'sub_units', 'sub_units_stated'].sort(),
    );
    const [entry] = await readScope(preparer, (db) => findAllAudit(db));
    expect(entry).toMatchObject({ action: 'draft.save', detail: { document: key.document } });
    expect((await importRows(databases)).audit).toBe((before.audit ?? 0) + 1);
    const basics = (await reading()).sections.find(({ id }) => id === 'basics');
    expect(basics?.items.every(({ state }) => state === 'same')).toBe(true);
  });

  test('single items, and the rest later, from the kept report', async () => {
    await accept({ take: { items: ['amounts.revenue_total', 'scores.total'] }, picks: {} });
    expect(Object.keys(await form()).sort()).toEqual(['amounts.revenue_total', 'scores.total.score']);
    await accept(everything);
    expect(Object.keys(await form()).length).toBeGreaterThan(40);
    expect(
      (await reading()).sections.flatMap(({ items }) => items).filter(({ state }) => state !== 'same'),
    ).toMatchObject([{ id: project }]);
  });

  test('two clicks at once write once', async () => {
    const input = await inputOf(everything);
    const before = await importRows(databases);
    const [one, other] = await Promise.all([1, 2].map(() => acceptImport(preparer, input, now)));
    expect([one?.fields, other?.fields].sort()).toContain(0);
    expect(one?.version).toBe(other?.version);
    const after = await importRows(databases);
    expect(['drafts', 'audit'].map((table) => (after[table] ?? 0) - (before[table] ?? 0))).toEqual([1, 1]);
  });

  test('nothing ticked, or only what is not chosen yet, writes nothing and says so', async () => {
    const before = await importRows(databases);
    for (const items of [[], [project]])
      await expect(accept({ take: { items }, picks: {} })).rejects.toMatchObject({ code: 'nothing_chosen' });
    await expect(accept({ take: { items: [project] }, picks: { [project]: 7 } })).rejects.toMatchObject({
      code: 'nothing_chosen',
    });
    expect(await importRows(databases)).toEqual(before);
  });

  test('what somebody else wrote meanwhile is told with both values, and nothing at all is written', async () => {
    const input = await inputOf(everything);
    await save({ 'amounts.revenue_total': '1' });
    const before = await importRows(databases);
    await expect(acceptImport(preparer, input, now)).rejects.toMatchObject({
      code: 'changed_meanwhile',
      conflicts: [
        {
          id: 'amounts.revenue_total',
          fields: [{ field: 'amounts.revenue_total', theirs: '1', mine: '18495.84' }],
        },
      ],
    });
    expect(await importRows(databases)).toEqual(before);
    await accept(everything);
    expect((await form())['amounts.revenue_total']).toBe('18495.84');
  });

  test('a field that others wrote and nobody takes is no conflict', async () => {
    const input = await inputOf({ take: { section: 'basics' }, picks: {} });
    await save({ 'amounts.revenue_total': '1' });
    await acceptImport(preparer, input, now);
    expect(await form()).toMatchObject({ 'amounts.revenue_total': '1', sub_units_stated: '5' });
  });

  test('is not open while the approver has it in hand; the page says so before', async () => {
    await accept(everything);
    const { version = 0 } = (await viewForm(preparer, key, now)) ?? {};
    await finishDraft(preparer, { ...key, seen: version }, now);
    expect((await viewImport(preparer, key, now)).barrier).toBe('finished');
    expect((await reading()).barrier).toBe('finished');
    await expect(accept({ take: { items: [project] }, picks: { [project]: 1 } })).rejects.toMatchObject({
      code: 'finished',
    });
    await expect(undoImport(preparer, key, now)).rejects.toMatchObject({ code: 'finished' });
  });

  test('another office’s document is not there, for accepting and for undoing', async () => {
    const other = district.preparers.baihedong;
    const input = await inputOf(everything);
    expect(await acceptImport(other, input, now)).toBeUndefined();
    expect(await undoImport(other, key, now)).toBeUndefined();
    expect(await acceptImport(district.reviewer, input, now)).toBeUndefined();
    expect(await form()).toEqual({});
  });
});

describe('undoing', () => {
  test('restores exactly what the import changed, over several acceptances', async () => {
    await save({ staffing: '87', sub_units_stated: '4', preparer_name: '某人' });
    await accept({ take: { section: 'basics' }, picks: {} });
    await accept(everything);
    expect((await reading()).undoable).toBeGreaterThan(40);
    await undoImport(preparer, key, now);
    expect(await form()).toEqual({ staffing: '87', sub_units_stated: '4', preparer_name: '某人' });
    expect((await reading()).undoable).toBe(0);
  });

  test('keeps what was changed since, and tells which', async () => {
    await accept({ take: { section: 'basics' }, picks: {} });
    await save({ sub_units_stated: '6' });
    const version = await undoImport(preparer, key, now);
    expect(await form()).toEqual({ sub_units_stated: '6' });
    const { steps } = await reading();
    expect(steps.find((step) => step.version === version)?.kept).toEqual(['sub_units_stated']);
  });

  test('goes back over a change between two acceptances no further than that change', async () => {
    await accept({ take: { items: ['sub_units_stated'] }, picks: {} });
    await save({ sub_units_stated: '6' });
    await accept({ take: { items: ['sub_units_stated'] }, picks: {} });
    await undoImport(preparer, key, now);
    expect(await form()).toEqual({ sub_units_stated: '6' });
  });

  test('a second time finds nothing, and what was undone can be accepted again', async () => {
    await expect(undoImport(preparer, key, now)).rejects.toMatchObject({ code: 'nothing_to_undo' });
    await accept({ take: { section: 'basics' }, picks: {} });
    const filled = await form();
    await undoImport(preparer, key, now);
    await expect(undoImport(preparer, key, now)).rejects.toMatchObject({ code: 'nothing_to_undo' });
    await accept({ take: { section: 'basics' }, picks: {} });
    expect(await form()).toEqual(filled);
  });
});

test('a report that something was accepted from stays, also once that is undone', async () => {
  const own = { code: 'document_used', params: { file: 'jiahe-2023.txt' } };
  expect((await reading()).removal).toBeUndefined();
  await accept({ take: { section: 'basics' }, picks: {} });
  expect((await reading()).removal).toBe('document_used');
  await expect(removeReport(preparer, key, now)).rejects.toMatchObject(own);
  await undoImport(preparer, key, now);
  await expect(removeReport(preparer, key, now)).rejects.toMatchObject(own);
  expect(await removeReport(district.preparers.baihedong, key, now)).toBe(false);
  expect(await removeReport(district.reviewer, key, now)).toBe(false);
});

test('the district sees nothing of what an office took from a report', async () => {
  await accept(everything);
  expect((await viewReportCard(district.reviewer, key))?.submission).toBeUndefined();
  expect((await viewImport(district.reviewer, key, now)).barrier).toBe('office_draft');
  expect((await viewImport(district.reviewer, key, now)).documents).toEqual([]);
});

test('every step of an import leaves its entry in the same transaction', async () => {
  const unaudited = await trackWrites(databases);
  const upload = reportOf(district, 'jiahe', { replaced: { '18495.84': '18495.85' } });
  key = { ...key, document: await keepReport(preparer, upload, now) };
  await accept(everything);
  await undoImport(preparer, key, now);
  const unused = reportOf(district, 'jiahe', { replaced: { '18495.84': '18495.86' } });
  await removeReport(preparer, { ...key, document: await keepReport(preparer, unused, now) }, now);
  expect(await unaudited()).toEqual([]);
});

async function reading() {
  const view = await viewReading(preparer, key, everything, now);
  if (!view) throw new Error('The document is not there.');
  return view;
}

async function itemOf(id: string) {
  const item = (await reading()).sections.flatMap(({ items }) => items).find((one) => one.id === id);
  if (!item) throw new Error(`${id} was not read.`);
  return item;
}

/** As a page that was opened just now would send it. */
async function inputOf(selection: Selection): Promise<AcceptImport> {
  const items = (await reading()).sections.flatMap((section) => section.items);
  return { ...key, selection, seen: Object.fromEntries(items.map(({ id, mark }) => [id, mark])) };
}

async function accept(selection: Selection) {
  return acceptImport(preparer, await inputOf(selection), now);
}

async function form(): Promise<Record<string, string>> {
  return { ...(await viewForm(preparer, key, now))?.values };
}

async function save(fields: Record<string, string>): Promise<void> {
  const values = await form();
  const changes = Object.entries(fields).map(([field, to]) => ({ field, from: values[field] ?? '', to }));
  await saveDraft(preparer, { ...key, changes }, now);
}
