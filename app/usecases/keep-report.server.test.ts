import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReport } from '#app/domain/report-text/index.ts';
import { emptyContent } from '#app/domain/submission.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import { readScope, type Scope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  type ImportDistrict,
  importRows,
  insertImportDistrict,
  importNow as now,
  reportOf,
} from '#test/helpers/import-district.ts';
import { pdfFile } from '#test/helpers/pdf-file.ts';
import { publishedText } from '#test/helpers/report-record.ts';
import { ImportRefusal } from './import-refusal.ts';
import { keepReport, type UploadedReport } from './keep-report.server.ts';
import { rememberReading, takeOriginal } from './kept-report.server.ts';
import { removeReport } from './remove-report.server.ts';
import { setTakesPart } from './round-office.server.ts';
import { viewForm } from './view-form.server.ts';
import { viewImport, viewReading } from './view-import.server.ts';

let databases: TestDatabase;
let home: ImportDistrict;
let foreign: ImportDistrict;
let good: UploadedReport;

beforeAll(async () => {
  databases = await testDatabase();
  home = await insertImportDistrict(databases);
  foreign = await insertImportDistrict(databases, { code: '990402' });
  good = reportOf(home, 'baihedong');
});
afterAll(() => databases.close());

const everything = { take: 'all', picks: {} } as const;
const keyOf = (document: string, { officeCode, year }: UploadedReport = good) => ({
  officeCode,
  year,
  document,
});

describe('a report that does not fit is refused, and nothing is kept', () => {
  const text = (words: string) => new TextEncoder().encode(words);
  const weather = '今天天气很好，适合出门散步。\n'.repeat(40);
  const file = 'baihedong-2023.txt';
  test.each<[string, string, Partial<UploadedReport>, Record<string, unknown>]>([
    ['of an unknown type', 'unknown_type', { fileName: 'report.exe' }, { file: 'report.exe', type: 'exe' }],
    ['of another type than its name', 'wrong_content', { fileName: 'r.docx' }, { file: 'r.docx' }],
    ['a PDF of pictures', 'no_text_layer', { fileName: 'r.pdf', bytes: pdfFile('') }, { file: 'r.pdf' }],
    ['empty', 'empty_file', { bytes: new Uint8Array() }, { file }],
    ['no text', 'unreadable', { bytes: text('a\0b') }, { file }],
    ['too large', 'too_large', { bytes: new Uint8Array(20 * 1024 * 1024 + 1) }, { file }],
    ['too long', 'too_long', { bytes: text('字'.repeat(200_001)) }, { characters: 200_001, limit: 200_000 }],
    ['no report', 'not_a_report', { bytes: text(weather) }, { file }],
    ['of another year', 'other_year', { year: 2022 }, { year: 2022, stated: 2023 }],
    ['for an unknown office', 'unknown_office', { officeCode: '990301099' }, { office: '990301099' }],
    ['for a year without a round', 'no_round', { year: 2020 }, { year: 2020 }],
  ])('%s', async (_, code, changes, params) => {
    await refuses(home.reviewer, { ...good, ...changes }, { code, params });
  });

  test('of another office', async () => {
    const elsewhere = { ...good, officeCode: home.offices.jiahe.code };
    await refuses(home.reviewer, elsewhere, { code: 'other_office', params: { office: '嘉禾街道' } });
  });

  test('with a figure beyond all measure', async () => {
    const replaced = { '10158.36': '9'.repeat(20) };
    const params = { value: `${'9'.repeat(20)}0000.00` };
    await refuses(home.reviewer, reportOf(home, 'baihedong', { replaced }), { code: 'beyond_range', params });
  });

  test('for an office out of reach, as for one that is not there', async () => {
    const report = reportOf(home, 'jiahe');
    for (const scope of [home.preparers.baihedong, foreign.reviewer, foreign.preparers.jiahe])
      await refuses(scope, report, { code: 'unknown_office', params: { office: report.officeCode } });
  });

  test('in a closed round, which is told before anything is uploaded', async () => {
    const closed = reportOf(home, 'baihedong', { year: 2021 });
    await refuses(home.preparers.baihedong, closed, { code: 'round_closed', params: { year: 2021 } });
    expect((await viewImport(home.preparers.baihedong, closed, now)).barrier).toBe('round_closed');
  });

  test('before the round opens', async () => {
    const early = new Date('2024-07-31T10:00:00Z');
    expect((await viewImport(home.preparers.baihedong, good, early)).barrier).toBe('round_not_open');
  });

  test('for an office that takes no part, by nobody, until it does again', async () => {
    const of = { year: 2023, officeCode: good.officeCode, reason: '撤并' };
    await setTakesPart(home.reviewer, { ...of, takesPart: false }, now);
    for (const scope of [home.reviewer, home.preparers.baihedong]) {
      await refuses(scope, good, { code: 'not_taking_part', params: { year: 2023 } });
      expect((await viewImport(scope, good, now)).barrier).toBe('not_taking_part');
    }
    await setTakesPart(home.reviewer, { ...of, takesPart: true }, now);
  });

  test('by a role that reads only', async () => {
    for (const scope of [home.leader, home.approver]) {
      const before = await importRows(databases);
      await expect(keepReport(scope, good, now)).rejects.toThrow('does not import');
      await expect(viewImport(scope, good, now)).rejects.toThrow('does not import');
      expect(await importRows(databases)).toEqual(before);
    }
  });
});

describe('a report that fits', () => {
  let document: string;

  beforeAll(async () => {
    document = await keepReport(home.preparers.baihedong, good, now);
  });

  test('is kept with its bytes and hash, in the trail, and the form is not touched', async () => {
    const original = await takeOriginal(home.preparers.baihedong, keyOf(document), now);
    expect(Buffer.from(original?.content ?? []).equals(Buffer.from(good.bytes))).toBe(true);
    expect(original).toMatchObject({ fileName: 'baihedong-2023.txt', bytes: good.bytes.length });
    const [taken, kept] = await readScope(home.preparers.baihedong, (db) => findAllAudit(db));
    expect(taken).toMatchObject({ action: 'document.download', detail: { sha256: original?.sha256 } });
    expect(kept).toMatchObject({ action: 'document.keep', detail: { sha256: original?.sha256 } });
    expect((await viewForm(home.preparers.baihedong, good, now))?.values).toEqual({});
  });

  test('is kept once, however often it is sent, under its first name', async () => {
    const before = await importRows(databases);
    const again = await Promise.all(
      ['a.txt', 'b.txt'].map((fileName) => keepReport(home.preparers.baihedong, { ...good, fileName }, now)),
    );
    expect(again).toEqual([document, document]);
    expect(await importRows(databases)).toEqual(before);
    const { documents } = await viewImport(home.preparers.baihedong, good, now);
    expect(documents.map(({ fileName }) => fileName)).toEqual(['baihedong-2023.txt']);
  });

  test('says what was read when it was uploaded, without being read again', async () => {
    const again = () => expect.fail('read again');
    const said = await readScope(home.approver, (db) => rememberReading(db, document, again));
    expect(said).toEqual(JSON.parse(JSON.stringify(readReport(publishedText('baihedong-2023')))));
  });

  test('is there for its office alone; to all others as one that never was', async () => {
    expect(await takeOriginal(home.approver, keyOf(document), now)).toBeDefined();
    const others = [home.reviewer, home.preparers.jiahe, foreign.reviewer, foreign.preparers.baihedong];
    for (const scope of others) {
      expect(await takeOriginal(scope, keyOf(document), now)).toBeUndefined();
      expect(await viewReading(scope, keyOf(document), everything, now)).toBeUndefined();
      expect((await viewImport(scope, good, now)).documents).toEqual([]);
    }
    for (const id of [randomUUID(), 'x', `${document}'`, document.toUpperCase()])
      expect(await takeOriginal(home.preparers.baihedong, keyOf(id), now)).toBeUndefined();
    const ofOtherYear = { ...keyOf(document), year: 2022 };
    expect(await viewReading(home.preparers.baihedong, ofOtherYear, everything, now)).toBeUndefined();
  });

  test('of the district is there for reviewer and office, beside the office’s own', async () => {
    const published = await keepReport(home.reviewer, good, now);
    expect(published).not.toBe(document);
    for (const scope of [home.reviewer, home.preparers.baihedong])
      expect(await takeOriginal(scope, keyOf(published), now)).toBeDefined();
    await expect(takeOriginal(home.preparers.jiahe, keyOf(published), now)).resolves.toBeUndefined();
  });

  test('is taken out again by whoever uploaded it, while nothing rests on it', async () => {
    const own = await keepReport(
      home.preparers.baihedong,
      reportOf(home, 'baihedong', { replaced: { '10158.36': '10158.37' } }),
      now,
    );
    const published = await keepReport(home.reviewer, good, now);
    const remove = (scope: Scope, id: string) => removeReport(scope, keyOf(id), now);
    for (const scope of [foreign.reviewer, foreign.preparers.baihedong, home.preparers.jiahe])
      expect(await remove(scope, own).catch(() => 'refused')).toBe(false);
    await expect(remove(home.preparers.baihedong, published)).rejects.toMatchObject({
      code: 'kept_by_other',
    });

    const before = await importRows(databases);
    expect(await remove(home.preparers.baihedong, own)).toBe(true);
    expect(await remove(home.preparers.baihedong, own)).toBe(false);
    expect(await takeOriginal(home.preparers.baihedong, keyOf(own), now)).toBeUndefined();
    const after = await importRows(databases);
    for (const table of ['documents', 'document_files'] as const)
      expect(after[table]).toBe((before[table] ?? 0) - 1);
    const [entry] = await readScope(home.reviewer, (db) => findAllAudit(db, { action: 'document.remove' }));
    expect(entry).toMatchObject({
      subject: `${good.officeCode}/2023`,
      detail: { document: own, file: good.fileName, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await remove(home.reviewer, published)).toBe(true);
    expect(await keepReport(home.reviewer, good, now)).toBe(published);
  });

  test('stays once a report was sent after it', async () => {
    const last = reportOf(home, 'jiahe', { year: 2022 });
    const own = await keepReport(home.preparers.jiahe, last, now);
    await withScope(home.reviewer, (db) =>
      insertRevision(db, {
        officeId: home.offices.jiahe.id,
        year: 2022,
        status: 'returned',
        origin: 'filed',
        content: emptyContent,
        findings: [],
        submittedAt: new Date(now.getTime() + 1000).toISOString(),
      }),
    );
    const key = keyOf(own, last);
    expect((await viewReading(home.preparers.jiahe, key, everything, now))?.removal).toBe('document_sent');
    await expect(removeReport(home.preparers.jiahe, key, now)).rejects.toMatchObject({
      code: 'document_sent',
    });
    await expect(removeReport(home.reviewer, key, now)).rejects.toMatchObject({ code: 'kept_by_other' });
  });

  test('no one can change the file behind it, or take out what the other side keeps', async () => {
    const [reviewer, preparer] = [home.reviewer, home.preparers.baihedong];
    const run = (scope: Scope, statement: string) =>
      withScope(scope, (db) =>
        sql
          .raw(statement)
          .execute(db)
          .then(({ numAffectedRows }) => Number(numAffectedRows)),
      );
    const files = await importRows(databases);
    for (const scope of [reviewer, preparer, home.approver]) {
      const attempt = run(scope, "update document_files set kept_by = 'district'");
      await expect(attempt).rejects.toMatchObject({ name: 'ConstraintError', kind: 'forbidden' });
    }
    expect(await run(reviewer, "delete from document_files where kept_by = 'office'")).toBe(0);
    expect(await run(preparer, "delete from document_files where kept_by = 'district'")).toBe(0);
    expect(await run(home.approver, 'delete from document_files')).toBe(0);
    // what has a file goes after it
    await expect(run(preparer, 'delete from documents')).rejects.toMatchObject({ name: 'ConstraintError' });
    expect(await importRows(databases)).toEqual(files);
  });
});

async function refuses(scope: Scope, report: UploadedReport, expected: { code: string; params: object }) {
  const before = await importRows(databases);
  const refusal = await keepReport(scope, report, now).catch((error) => error);
  expect(refusal).toBeInstanceOf(ImportRefusal);
  expect(refusal).toMatchObject(expected);
  expect(await importRows(databases)).toEqual(before);
}
