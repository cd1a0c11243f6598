import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainFileName } from '#app/files/uploaded-file.ts';
import { kyselyOf } from '#db/client.server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase, testEngine } from '#test/helpers/database.ts';
import { docxBytes, jpgBytes, pdfBytes, pngBytes, xlsxBytes, zipBomb } from '#test/helpers/evidence-file.ts';
import {
  type FilingDistrict,
  insertFilingDistrict,
  filingNow as now,
  type Person,
  soundValues,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { approveReport } from './approve-report.server.ts';
import { attachEvidence } from './attach-evidence.server.ts';
import { finishDraft } from './finish-draft.server.ts';
import { openEvidence } from './open-evidence.server.ts';
import { removeEvidence } from './remove-evidence.server.ts';
import { returnReport } from './return-report.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { submitReport } from './submit-report.server.ts';
import { viewEvidence } from './view-evidence.server.ts';
import { viewFiling } from './view-filing.server.ts';
import { readDraft } from './view-form.server.ts';
import { viewReview } from './view-review.server.ts';
import { withdrawReport } from './withdraw-report.server.ts';

let databases: TestDatabase;
let district: FilingDistrict;
let foreign: FilingDistrict;
let office = -1;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases, { offices: 30 });
  foreign = await insertFilingDistrict(databases, { code: '990601' });
});
afterAll(() => databases.close());

/** Every test has an office of its own. */
beforeEach(() => {
  office += 1;
});

const mebibyte = 1024 * 1024;
const at = (person: Person) => district.at(person, office);
const key = () => ({ officeCode: district.offices[office]?.code ?? '', year });

function attach(person: Person, files: Record<string, Uint8Array>, node = 'a.p.1') {
  const listed = Object.entries(files).map(([fileName, bytes]) => ({ fileName, bytes }));
  return attachEvidence(at(person), { ...key(), node, files: listed }, now);
}

async function files(scope: Scope = at('preparer')) {
  const view = await viewEvidence(scope, key(), now);
  return view?.lines.flatMap(({ code, files }) => files.map((file) => ({ ...file, code }))) ?? [];
}
const names = async (scope?: Scope) => (await files(scope)).map(({ fileName }) => fileName);
const version = async () => (await readDraft(at('preparer'), key()))?.version ?? 0;
const submissionVersion = async () =>
  (await viewFiling(at('approver'), key(), now))?.seen.submission ?? Number.NaN;

async function fill() {
  const changes = Object.entries(soundValues).map(([field, to]) => ({ field, from: '', to }));
  await saveDraft(at('preparer'), { ...key(), changes }, now);
}

async function submit(seen?: number) {
  return submitReport(at('approver'), { ...key(), seen: seen ?? (await version()) }, now);
}

async function giveBack() {
  await returnReport(at('reviewer'), { ...key(), seen: await submissionVersion(), reason: '请补充' }, now);
}

const idOf = async (name: string) =>
  (await files()).find(({ fileName }) => fileName === name)?.id ?? 'no such file';

async function open(scope: Scope, id: string) {
  return openEvidence(scope, { ...key(), id, address: '/x' });
}

describe('attaching', () => {
  test('begins the form, stores each file by its content, and tells of each in the trail', async () => {
    const sent = {
      '报告.pdf': pdfBytes('a'),
      '说明.docx': docxBytes('b'),
      '台账.xlsx': xlsxBytes('c'),
      '照片.JPG': jpgBytes('d'),
      '截图.png': pngBytes('e'),
    };
    const { attached, refused } = await attach('preparer', sent);
    expect([attached, refused]).toEqual([Object.keys(sent), []]);
    const stored = await files();
    expect(stored.map(({ fileName, mediaType }) => [fileName, mediaType.split(/[/.]/).at(-1)])).toEqual(
      expect.arrayContaining([
        ['报告.pdf', 'pdf'],
        ['说明.docx', 'document'],
        ['台账.xlsx', 'sheet'],
        ['照片.JPG', 'jpeg'],
        ['截图.png', 'png'],
      ]),
    );
    for (const { id, fileName, by, code } of stored) {
      expect([by, code]).toEqual(['preparer of 990501', 'a.p.1']);
      const file = await open(at('approver'), id);
      expect(Buffer.from(file?.content ?? [])).toEqual(sent[fileName as keyof typeof sent]);
    }
    const trail = await readScope(at('preparer'), (db) => findAllAudit(db, { action: 'draft.attach' }));
    expect(trail).toHaveLength(5);
    expect(trail.at(-1)).toMatchObject({
      subject: `${key().officeCode}/${year}`,
      detail: {
        changes: [{ field: 'scores.a.p.1.evidence', from: '', to: '报告.pdf' }],
        sha256: stored.find(({ fileName }) => fileName === '报告.pdf')?.sha256,
      },
    });
  });

  test('changes no field, moves the version on, and takes a finished form back from the approver’s hands', async () => {
    await fill();
    await finishDraft(at('preparer'), { ...key(), seen: await version() }, now);
    await expect(attach('preparer', { 'a.pdf': pdfBytes('a') })).rejects.toMatchObject({
      code: 'is_finished',
    });
    const seen = await version();
    await attach('approver', { 'a.pdf': pdfBytes('a') });
    expect(await readDraft(at('preparer'), key())).toMatchObject({
      version: seen + 1,
      state: 'draft',
      fields: soundValues,
    });
    await expect(submit(seen)).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  test('keeps the sound files of an upload and says of every other why not; nothing of it is left', async () => {
    const { attached, refused } = await attach('preparer', {
      'a.pdf': pdfBytes('a'),
      'b.exe': Buffer.from('MZ'),
      'c.pdf': Buffer.alloc(0),
      'd.pdf': pdfBytes('d', 10 * mebibyte + 1),
      'e.pdf': docxBytes('e'),
      'f.docx': zipBomb(),
      'same.pdf': pdfBytes('a'),
      [plainFileName('../../\u202Eg\u0000.pdf')]: pdfBytes('g'),
      'h😀.png': pngBytes('h'),
    });
    expect(attached).toEqual(['a.pdf', 'g.pdf', 'h😀.png']);
    expect(Object.fromEntries(refused.map(({ fileName, why }) => [fileName, why]))).toEqual({
      'b.exe': 'unknown_type',
      'c.pdf': 'empty_file',
      'd.pdf': 'too_large',
      'e.pdf': 'wrong_content',
      'f.docx': 'unsafe_archive',
      'same.pdf': 'attached_already',
    });
    expect((await names()).toSorted()).toEqual(['a.pdf', 'g.pdf', 'h😀.png']);
  });

  test('an upload of nothing sound writes nothing at all, not even the beginning of a form', async () => {
    const { refused } = await attach('preparer', { 'b.exe': Buffer.from('MZ') });
    expect(refused).toHaveLength(1);
    expect(await readDraft(at('preparer'), key())).toMatchObject({ version: 0, state: 'none' });
    const trail = await readScope(at('preparer'), (db) => findAllAudit(db));
    expect(trail.filter(({ subject }) => subject.startsWith(key().officeCode))).toEqual([]);
  });

  test('the same content at the same indicator is kept once, at another it is another file', async () => {
    await attach('preparer', { 'a.pdf': pdfBytes('a') });
    expect(await attach('approver', { 'b.pdf': pdfBytes('a') })).toEqual({
      attached: [],
      refused: [{ fileName: 'b.pdf', why: 'attached_already' }],
    });
    expect((await attach('preparer', { 'a.pdf': pdfBytes('a') }, 'b')).attached).toEqual(['a.pdf']);
  });

  test('an indicator that the framework does not have takes none', async () => {
    await expect(attach('preparer', { 'a.pdf': pdfBytes('a') }, 'z')).rejects.toMatchObject({
      code: 'unknown_field',
    });
  });

  test('nobody of the district attaches or removes anything', async () => {
    await attach('preparer', { 'a.pdf': pdfBytes('a') });
    const id = await idOf('a.pdf');
    for (const person of ['reviewer', 'leader'] as const) {
      await expect(attach(person, { 'b.pdf': pdfBytes('b') })).rejects.toMatchObject({
        name: 'FilingRefusal',
      });
      await expect(removeEvidence(at(person), { ...key(), id }, now)).rejects.toMatchObject({
        name: 'FilingRefusal',
      });
    }
    expect(await names()).toEqual(['a.pdf']);
  });
});

describe('what was sent', () => {
  test('stays with its revision, whatever the office changes after a return', async () => {
    await fill();
    await attach('preparer', { 'a.pdf': pdfBytes('a'), 'b.pdf': pdfBytes('b') });
    await submit();
    await expect(attach('approver', { 'c.pdf': pdfBytes('c') })).rejects.toMatchObject({
      code: 'is_submitted',
    });
    const [a, b] = [await idOf('a.pdf'), await idOf('b.pdf')];
    await expect(removeEvidence(at('approver'), { ...key(), id: a }, now)).rejects.toMatchObject({
      code: 'is_submitted',
    });
    expect((await names(at('reviewer'))).toSorted()).toEqual(['a.pdf', 'b.pdf']);

    await giveBack();
    expect((await names()).toSorted()).toEqual(['a.pdf', 'b.pdf']);
    expect(await removeEvidence(at('preparer'), { ...key(), id: a }, now)).toBe('a.pdf');
    expect(await removeEvidence(at('preparer'), { ...key(), id: a }, now)).toBeUndefined();
    await attach('preparer', { 'c.pdf': pdfBytes('c') });
    expect((await names()).toSorted()).toEqual(['b.pdf', 'c.pdf']);
    expect((await names(at('reviewer'))).toSorted()).toEqual(['a.pdf', 'b.pdf']);

    await submit();
    const review = await viewReview(at('reviewer'), { ...key(), search: { order: 'waiting' } }, now);
    const marked = review?.submission?.evidence.map(({ fileName, change }) => [fileName, change]);
    expect(marked?.toSorted()).toEqual([
      ['a.pdf', 'gone'],
      ['b.pdf', undefined],
      ['c.pdf', 'new'],
    ]);
    await approveReport(at('reviewer'), { ...key(), seen: await submissionVersion() }, now);
    expect((await names(at('leader'))).toSorted()).toEqual(['b.pdf', 'c.pdf']);
    for (const id of [a, b]) expect(await open(at('reviewer'), id)).toBeDefined();
    await expect(removeEvidence(at('approver'), { ...key(), id: b }, now)).rejects.toMatchObject({
      code: 'is_approved',
    });
  });

  test('is out of the district’s sight while the office has withdrawn it; the office can take it out', async () => {
    await fill();
    await attach('preparer', { 'a.pdf': pdfBytes('a') });
    const id = await idOf('a.pdf');
    await submit();
    expect(await open(at('leader'), id)).toBeDefined();
    const seen = await submissionVersion();
    await withdrawReport(at('approver'), { ...key(), seen, reason: '一处笔误' }, now);
    expect(await open(at('leader'), id)).toBeUndefined();
    expect(await names(at('reviewer'))).toEqual([]);
    await removeEvidence(at('preparer'), { ...key(), id }, now);
    await submit();
    expect(await names(at('reviewer'))).toEqual([]);
  });
});

describe('who reads', () => {
  test('what an office has not sent is seen by its own people alone, in the trail too', async () => {
    await fill();
    await attach('preparer', { '未报送的名称.pdf': pdfBytes('a') });
    const id = await idOf('未报送的名称.pdf');
    expect(await open(at('preparer'), id)).toBeDefined();
    for (const person of ['leader', 'reviewer'] as const) {
      expect(await names(at(person))).toEqual([]);
      expect(await open(at(person), id)).toBeUndefined();
      const trail = await readScope(at(person), (db) => findAllAudit(db));
      expect(JSON.stringify(trail)).not.toContain('未报送的名称');
    }
    await submit();
    expect(await names(at('leader'))).toEqual(['未报送的名称.pdf']);
    const [entry] = await readScope(at('leader'), (db) => findAllAudit(db, { action: 'draft.attach' }));
    expect(JSON.stringify(entry)).toContain('未报送的名称');
  });

  test('another office and another district find nothing, also with the right id', async () => {
    await fill();
    await attach('preparer', { 'a.pdf': pdfBytes('a') });
    const id = await idOf('a.pdf');
    await submit();
    const outsiders = [
      district.at('preparer', office + 1),
      foreign.at('preparer'),
      foreign.at('reviewer'),
      foreign.at('leader'),
    ];
    for (const scope of outsiders) {
      expect(await open(scope, id)).toBeUndefined();
      expect(await viewEvidence(scope, key(), now)).toBeUndefined();
    }
    // neither under the address of one's own office
    const own = { officeCode: district.offices[office + 1]?.code ?? '', year, id, address: '/x' };
    expect(await openEvidence(district.at('preparer', office + 1), own)).toBeUndefined();
  });

  test('who took a file along is in the trail', async () => {
    await fill();
    await attach('preparer', { 'a.pdf': pdfBytes('a') });
    await submit();
    await openEvidence(at('leader'), { ...key(), id: await idOf('a.pdf'), address: '/the/address' });
    const [entry] = await readScope(at('reviewer'), (db) => findAllAudit(db, { limit: 1 }));
    expect(entry).toMatchObject({
      action: 'export.evidence.pdf',
      subject: '/the/address',
      accountId: district.accountIds.leader,
      detail: { file: 'a.pdf' },
    });
  });
});

describe('at once', () => {
  test('uploads that fit one by one never exceed the limit together', { timeout: 120_000 }, async () => {
    const filled = Object.fromEntries(
      [1, 2, 3].map((index) => [`${index}.pdf`, pdfBytes(`${index}`, 10 * mebibyte)]),
    );
    await attach('preparer', filled);
    const uploads = [4, 5, 6, 7, 8].map((index) =>
      attach(index % 2 ? 'preparer' : 'approver', {
        [`${index}.pdf`]: pdfBytes(`${index}`, 9 * mebibyte),
      }),
    );
    const results = await Promise.all(uploads);
    expect(results.filter(({ attached }) => attached.length === 1)).toHaveLength(2);
    const refused = results.flatMap((result) => result.refused.map(({ why }) => why));
    expect(refused).toEqual(['no_room', 'no_room', 'no_room']);
    const stored = await files();
    expect(stored.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(48 * mebibyte);
  });

  test('the first uploads of an empty year both arrive', async () => {
    const results = await Promise.all(
      (['preparer', 'approver'] as const).map((person) =>
        attach(person, { [`${person}.pdf`]: pdfBytes(person) }),
      ),
    );
    expect(results.flatMap(({ attached }) => attached).toSorted()).toEqual(['approver.pdf', 'preparer.pdf']);
    expect((await names()).toSorted()).toEqual(['approver.pdf', 'preparer.pdf']);
  });

  /** The embedded engine lets one transaction in at a time: there is nothing to race for. */
  const races = testEngine === 'postgres' ? 60 : 6;
  test('a file that comes while the report is sent is either in it and seen, or refused', {
    timeout: 120_000,
  }, async () => {
    await fill();
    for (let race = 0; race < races; race += 1) {
      const seen = await version();
      const name = `${race}.pdf`;
      const [sending, attaching] = await Promise.allSettled([
        submit(seen),
        attach('preparer', { [name]: pdfBytes(name) }),
      ]);
      const won = sending?.status === 'fulfilled';
      expect(attaching?.status).toBe(won ? 'rejected' : 'fulfilled');
      const loser = won ? attaching : sending;
      expect(loser).toMatchObject({ reason: { code: won ? 'is_submitted' : 'changed_meanwhile' } });
      expect((await names()).includes(name)).toBe(!won);
      if (!won) await submit();
      await giveBack();
    }
    const { rows } = await sql<{ loose: number }>`select count(*)::int as loose from evidence_files
      where first_revision is null and office_id = ${district.offices[office]?.id}`.execute(
      kyselyOf(databases.owner),
    );
    expect(rows).toEqual([{ loose: 0 }]);
  });
});
