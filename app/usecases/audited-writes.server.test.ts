import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditEntry, findAllAudit, verifyAudit } from '#db/queries/audit.server.ts';
import { findAllFrameworkVersions } from '#db/queries/framework-versions.server.ts';
import { findRound } from '#db/queries/rounds.server.ts';
import { findAllSavedViews } from '#db/queries/saved-views.server.ts';
import { findAllSubmissionHeads } from '#db/queries/submissions.server.ts';
import { readScope } from '#db/scope.server.ts';
import { trackWrites } from '#test/helpers/audited-writes.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { pdfBytes } from '#test/helpers/evidence-file.ts';
import {
  type FilingDistrict,
  insertFilingDistrict,
  filingNow as now,
  soundValues,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { approveReport } from './approve-report.server.ts';
import { attachEvidence } from './attach-evidence.server.ts';
import { changeRound, seenOf, setRoundStatus } from './change-round.server.ts';
import { commentOnReport, uncommentReport } from './comment-report.server.ts';
import { finishDraft, takeBackDraft } from './finish-draft.server.ts';
import { openRound } from './open-round.server.ts';
import { recordExport } from './record-export.server.ts';
import { removeEvidence } from './remove-evidence.server.ts';
import { returnReport } from './return-report.server.ts';
import { extendDeadline, setTakesPart } from './round-office.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { removeView, renameView, saveView } from './saved-views.server.ts';
import { scoreReport } from './score-report.server.ts';
import { submitReport } from './submit-report.server.ts';
import { viewEvidence } from './view-evidence.server.ts';
import { readDraft } from './view-form.server.ts';
import { withdrawReport } from './withdraw-report.server.ts';

let database: TestDatabase;
let district: FilingDistrict;
let unaudited: () => Promise<string[]>;

beforeAll(async () => {
  database = await testDatabase();
  district = await insertFilingDistrict(database, { offices: 2 });
  unaudited = await trackWrites(database);
});
afterAll(() => database.close());

const trail = (): Promise<AuditEntry[]> =>
  readScope(district.at('leader'), (db) => findAllAudit(db, { limit: 1_000 }));
const actions = async () => (await trail()).map(({ action }) => action).toReversed();

test('every step of a filing leaves its entry in the same transaction', async () => {
  const [office] = district.offices;
  const key = { officeCode: office?.code ?? '', year };
  const at = (person: Parameters<FilingDistrict['at']>[0]) => district.at(person);
  const changes = Object.entries({ ...soundValues, 'scores.b.measure': '按期公开' }).map(([field, to]) => ({
    field,
    from: '',
    to,
  }));
  const head = () =>
    readScope(at('reviewer'), (db) => findAllSubmissionHeads(db, { officeIds: [office?.id ?? ''], year }));
  const seen = async () => (await head())[0]?.version ?? 0;
  const copy = async () => (await readDraft(at('preparer'), key))?.version ?? 0;
  await saveDraft(at('preparer'), { ...key, changes }, now);
  const files = ['a', 'b'].map((name) => ({ fileName: `${name}.pdf`, bytes: pdfBytes(name) }));
  await attachEvidence(at('preparer'), { ...key, node: 'b', files }, now);
  const evidence = await viewEvidence(at('preparer'), key, now);
  const [file] = evidence?.lines.flatMap((line) => line.files) ?? [];
  await removeEvidence(at('preparer'), { ...key, id: file?.id ?? '' }, now);
  await finishDraft(at('preparer'), { ...key, seen: await copy() }, now);
  await takeBackDraft(at('preparer'), { ...key, seen: await copy() }, now);
  await submitReport(at('approver'), { ...key, seen: await copy() }, now);
  const field = 'goal';
  const revision = (await head())[0]?.revision ?? 0;
  const id = await commentOnReport(at('reviewer'), { ...key, revision, field, text: '请写具体' }, now);
  await uncommentReport(at('reviewer'), { ...key, id }, now);
  await scoreReport(
    at('reviewer'),
    { ...key, seen: await seen(), scores: { b: { score: '38', reason: '公开晚' } } },
    now,
  );
  await returnReport(at('reviewer'), { ...key, seen: await seen(), reason: '数据有误' }, now);
  await saveDraft(at('preparer'), { ...key, changes: [{ field, from: '完成年度重点工作', to: '改' }] }, now);
  await submitReport(at('approver'), { ...key, seen: await copy() }, now);
  await withdrawReport(at('approver'), { ...key, seen: await seen(), reason: '再核对' }, now);
  await saveDraft(at('approver'), { ...key, changes: [{ field, from: '改', to: '再改' }] }, now);
  await submitReport(at('approver'), { ...key, seen: await copy() }, now);
  await approveReport(at('reviewer'), { ...key, seen: await seen() }, now);
  expect(await actions()).toEqual([
    ...['draft.save', 'draft.attach', 'draft.attach', 'draft.detach', 'draft.finish', 'draft.take_back'],
    ...['submission.submit', 'submission.comment'],
    ...['submission.comment', 'submission.score', 'submission.return', 'draft.save', 'submission.submit'],
    ...['submission.withdraw', 'draft.save', 'submission.submit', 'submission.approve'],
  ]);
  expect(await unaudited()).toEqual([]);
});

test('so does every step of a round, and what leaves the product', async () => {
  const reviewer = district.at('reviewer');
  const before = (await trail()).length;
  const officeCode = district.offices[1]?.code ?? '';
  const [version] = await readScope(reviewer, findAllFrameworkVersions);
  const texts = {
    frameworkId: version?.id ?? '',
    opensOn: '2027-01-05',
    deadline: '2027-03-31',
    peerView: 'aggregate',
  };
  await openRound(reviewer, { year: 2026, texts, offices: district.offices.map(({ code }) => code) }, now);
  const round = await readScope(reviewer, (db) => findRound(db, 2026));
  if (!round) throw new Error('The round was not opened.');
  await changeRound(
    reviewer,
    { year: 2026, texts: { ...texts, deadline: '2027-04-15' }, seen: seenOf(round) },
    now,
  );
  const input = { officeCode, year: 2026, reason: '机构调整' };
  await extendDeadline(reviewer, { ...input, deadline: '2027-04-30' }, now);
  await setTakesPart(reviewer, { ...input, takesPart: false }, now);
  await setTakesPart(reviewer, { ...input, takesPart: true }, now);
  await setRoundStatus(reviewer, { year: 2026, status: 'closed', reason: '结束' }, now);
  await setRoundStatus(reviewer, { year: 2026, status: 'open', reason: '补报' }, now);
  await recordExport(district.at('leader'), { what: 'ranking.csv', address: '/ranking.csv', offices: 2 });
  const view = { year, params: new URLSearchParams(), base: new URLSearchParams() };
  expect(await saveView(reviewer, { ...view, name: '共用', shared: true })).toBeUndefined();
  const [saved] = await readScope(reviewer, findAllSavedViews);
  await renameView(reviewer, { id: saved?.id ?? '', name: '改名' });
  await removeView(reviewer, saved?.id ?? '');
  expect((await actions()).slice(before)).toEqual([
    ...['round.open', 'round.change', 'round.extend', 'round.leave_out', 'round.take_in', 'round.close'],
    ...['round.reopen', 'export.ranking.csv', 'view.save', 'view.rename', 'view.remove'],
  ]);
  expect(await unaudited()).toEqual([]);
  expect(await readScope(reviewer, verifyAudit)).toMatchObject({ entries: before + 11, brokenAt: undefined });
});

test('a view of one’s own is noticed as what it is: a write without an entry', async () => {
  const view = { year, params: new URLSearchParams(), base: new URLSearchParams() };
  await saveView(district.at('leader'), { ...view, name: '自用', shared: false });
  expect(await unaudited()).toEqual(['saved_views']);
});

/** Work in progress that nobody is bound by; publishing it is told, with everything that changed. */
const exempt = ['edit-framework.server.ts'];
const write = /\b(insert|upsert|update|delete|spend|bump)[A-Z]\w*/;

test('queries that write are named as such', () => {
  const silent = sourcesIn('db/queries').flatMap(({ name, text }) =>
    text
      .split(/^export /m)
      .map((part) => part.split(/^}$/m)[0] ?? '')
      .filter(
        (part) => /^(async )?function/.test(part) && /\.(insertInto|updateTable|deleteFrom)\(/.test(part),
      )
      .map((part) => `${name} ${/function (\w+)/.exec(part)?.[1]}`)
      .filter((found) => !write.test(found)),
  );
  expect(silent).toEqual([]);
});

test('a use case that writes adds an entry, or is only part of those that do', () => {
  const files = sourcesIn('app/usecases');
  const importersOf = (name: string) => files.filter(({ text }) => text.includes(`'./${name}'`));
  const tells = (file: Source, seen: string[] = []): boolean => {
    if (/\binsertAudit\(/.test(file.text)) return true;
    const importers = importersOf(file.name).filter(({ name }) => !seen.includes(name));
    return importers.length > 0 && importers.every((each) => tells(each, [...seen, file.name]));
  };
  const silent = files
    .filter(({ text }) => importsOf(text, /'#db\/queries\/[\w.-]+'/).some((name) => write.test(name)))
    .filter((file) => !tells(file))
    .map(({ name }) => name);
  expect(silent.filter((name) => !exempt.includes(name))).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});

interface Source {
  name: string;
  text: string;
}

function sourcesIn(folder: string): Source[] {
  const path = join(import.meta.dirname, '../..', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.server.ts'))
    .map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') }));
}

function importsOf(text: string, from: RegExp): string[] {
  const statements = text.match(/^import [^;]+;/gm) ?? [];
  return statements.filter((each) => from.test(each)).flatMap((each) => each.match(/\w+/g) ?? []);
}
