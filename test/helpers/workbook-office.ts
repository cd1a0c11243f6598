import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { RunningServer } from '#app/server.ts';
import { saveDraft } from '#app/usecases/save-draft.server.ts';
import { readDraft } from '#app/usecases/view-form.server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { openSession, startTestServer, testOrigin, Visitor } from './front.ts';
import { insertTwoDistricts, type TwoDistricts } from './two-districts.ts';

let test: TestDatabase;
let world: TwoDistricts;
let server: RunningServer;
let place: { code: string; name: string; preparer: Scope; visitor: Visitor };
let used = 0;
const now = new Date('2026-02-03T04:05:06.000Z');

/** A server for the tests of one file that send workbooks; every test has an office of its own. */
export function workbookTests(): void {
  beforeAll(async () => {
    test = await testDatabase();
    world = await insertTwoDistricts(test.database, { offices: 30 });
    server = await startTestServer(test.database);
  });
  afterAll(async () => {
    await server.stop();
    await test.close();
  });
  beforeEach(nextOffice);
}

/** Goes on to an office that nobody has written to; returns it. */
export async function nextOffice() {
  place = await placeAt(used);
  used += 1;
  return place;
}

/** The office of the test. */
export function officeOfTest() {
  return place;
}

async function placeAt(index: number) {
  const { home } = world;
  const [office, preparer] = [home.offices[index], home.preparers[index]];
  if (!office || !preparer) throw new Error('There are more tests than offices.');
  const visitor = new Visitor(server, await openSession(test.database, preparer.accountId ?? ''));
  return { ...office, preparer, visitor };
}

export async function template(search = ''): Promise<Uint8Array> {
  const answer = await place.visitor.fetch(`/offices/${place.code}/2025/template.xlsx${search}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

export function save(fields: Record<string, string>, from: Record<string, string> = {}) {
  const changes = Object.entries(fields).map(([field, to]) => ({ field, from: from[field] ?? '', to }));
  return saveDraft(place.preparer, { officeCode: place.code, year: 2025, changes }, now);
}

export async function draft() {
  return (await readDraft(place.preparer, { officeCode: place.code, year: 2025 }))?.fields;
}

export function trail() {
  return readScope(place.preparer, async (db) =>
    (await findAllAudit(db)).filter(({ action }) => !action.startsWith('export')),
  );
}

export async function upload(file: Uint8Array, name = '表.xlsx') {
  const body = new FormData();
  body.set('intent', 'read');
  body.set('file', new File([new Uint8Array(file)], name));
  const answer = await place.visitor.fetch(address('/workbook'), {
    method: 'POST',
    body,
    headers: { origin: testOrigin },
  });
  return { status: answer.status, text: plain(await answer.text()) };
}

export function send(path: string, fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return place.visitor.fetch(address(path), { method: 'POST', body, headers: { origin: testOrigin } });
}

export async function post(fields: Record<string, string>) {
  const answer = await send('/workbook', fields);
  return { status: answer.status, text: plain(await answer.text()) };
}

/** Sends the preview's own form. */
export function accept(preview: string, more: Record<string, string> = {}) {
  const version = /name="version" value="(\d+)"/.exec(preview)?.[1] ?? '';
  return send('/workbook', { intent: 'accept', ...carried(preview), sha256: sha(preview), version, ...more });
}

export function carried(page: string): Record<string, string> {
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  return { fileName: field('fileName'), document: field('document') };
}

export function sha(page: string): string {
  return /name="sha256" value="([^"]*)"/.exec(page)?.[1] ?? '';
}

function address(path: string): string {
  return `/offices/${place.code}/2025${path}`;
}

/** Without what React puts between texts. */
function plain(html: string): string {
  return html.replaceAll('<!-- -->', '').replaceAll('&quot;', '"');
}
