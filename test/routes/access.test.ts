import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireRole } from '#app/lib/guards.server.ts';
import type { Account } from '#app/lib/session.server.ts';
import type { RunningServer } from '#app/server.ts';
import { updateAccount } from '#db/queries/accounts.server.ts';
import { insertDocument } from '#db/queries/documents.server.ts';
import { insertEvidenceFile, updateEvidenceSent } from '#db/queries/evidence-files.server.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import { type Scope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { evidenceContent } from '#test/helpers/filled-districts.ts';
import { openSession, startTestServer, testOrigin, Visitor } from '#test/helpers/front.ts';
import { pagesFromSources } from '#test/helpers/pages.ts';
import {
  fullContent,
  insertTwoDistricts,
  type TestDistrict,
  type TwoDistricts,
} from '#test/helpers/two-districts.ts';

const principals = [
  'anonymous',
  'expired',
  'disabled',
  'operator',
  'leader',
  'reviewer',
  'preparer',
  'approver',
  'sibling',
  'foreignReviewer',
  'foreignPreparer',
] as const;
type Principal = (typeof principals)[number];

const district: Principal[] = ['leader', 'reviewer'];
const ownOffice: Principal[] = ['preparer', 'approver'];
const noSession: Principal[] = ['anonymous', 'expired', 'disabled'];

/** Who may open what of the home district; every route must be named here. `open`: needs no account. */
const access: Record<string, 'open' | 'anyAccount' | Principal[]> = {
  root: 'open',
  'routes/$': 'open',
  'routes/_index': 'anyAccount',
  'routes/language': 'open',
  'routes/login': 'open',
  'routes/logout': 'open',
  'routes/password': 'anyAccount',
  'routes/districts.$code.$year._index': district,
  'routes/districts.$code.$year.import': ['reviewer'],
  'routes/districts.$code.$year.template[.]xlsx': ['reviewer'],
  'routes/districts.$code.$year.moves': district,
  'routes/districts.$code.$year.problems': district,
  'routes/districts.$code.$year.progress': district,
  'routes/districts.$code.$year.progress[.]csv': district,
  'routes/districts.$code.$year.progress[.]xlsx': district,
  'routes/districts.$code.$year.review.$office': district,
  'routes/districts.$code.$year.problems[.]csv': district,
  'routes/districts.$code.$year.problems[.]xlsx': district,
  'routes/districts.$code.$year.ranking': district,
  'routes/districts.$code.$year.settings._index': ['reviewer'],
  'routes/districts.$code.$year.settings.framework': ['reviewer'],
  'routes/districts.$code.$year.settings.offices': ['reviewer'],
  'routes/districts.$code.$year.settings.rehearsal': ['reviewer'],
  'routes/districts.$code.$year.trends': district,
  'routes/districts.$code.$year.ranking[.]csv': district,
  'routes/districts.$code.$year.ranking[.]xlsx': district,
  'routes/districts.$code.$year.compare': district,
  'routes/districts.$code.$year.compare[.]csv': district,
  'routes/districts.$code.$year.compare[.]xlsx': district,
  'routes/districts.$code.$year.relations': district,
  'routes/districts.$code.$year.indicators._index': district,
  'routes/districts.$code.$year.indicators[.]csv': district,
  'routes/districts.$code.$year.indicators[.]xlsx': district,
  'routes/districts.$code.$year.indicators.$id': district,
  'routes/districts.$code.$year.indicators.$id[.]csv': district,
  'routes/districts.$code.$year.indicators.$id[.]xlsx': district,
  'routes/districts.$code.$year.settings.audit': district,
  'routes/districts.$code.$year.settings.audit[.]csv': district,
  'routes/districts.$code.$year.settings.audit[.]xlsx': district,
  'routes/offices.$code.$year.history': [...district, ...ownOffice],
  'routes/offices.$code.$year._index': [...district, ...ownOffice],
  'routes/offices.$code.$year.benchmark': [...district, ...ownOffice],
  'routes/offices.$code.$year.edit': ownOffice,
  'routes/offices.$code.$year.evidence': [...district, ...ownOffice],
  'routes/offices.$code.$year.evidence_.$id': [...district, ...ownOffice],
  'routes/offices.$code.$year.submit': ownOffice,
  'routes/offices.$code.$year.edit[.]json': ownOffice,
  'routes/offices.$code.$year.import': ['reviewer', 'preparer'],
  'routes/offices.$code.$year.import_.$document': ['reviewer', 'preparer'],
  'routes/offices.$code.$year.import_.$document_.original': ['reviewer', ...ownOffice],
  'routes/offices.$code.$year.template[.]xlsx': ownOffice,
  'routes/offices.$code.$year.workbook': ownOffice,
};

/** A node of the fixture's framework. */
const indicator = 'a1';
/** A file that the home district's first office has sent; its report was returned, so that everybody has it before him. */
let evidenceFile = '';

/** Who belongs to the place of such a route but may not do what it is for. */
const wrongRole: Record<string, Principal[]> = {
  'routes/offices.$code.$year.edit': district,
  'routes/offices.$code.$year.submit': district,
  'routes/offices.$code.$year.edit[.]json': district,
  'routes/districts.$code.$year.settings._index': ['leader'],
  'routes/districts.$code.$year.settings.framework': ['leader'],
  'routes/districts.$code.$year.settings.offices': ['leader'],
  'routes/districts.$code.$year.settings.rehearsal': ['leader'],
  'routes/districts.$code.$year.import': ['leader'],
  'routes/districts.$code.$year.template[.]xlsx': ['leader'],
  'routes/offices.$code.$year.import': ['leader', 'approver'],
  'routes/offices.$code.$year.import_.$document': ['leader', 'approver'],
  'routes/offices.$code.$year.template[.]xlsx': district,
  'routes/offices.$code.$year.workbook': district,
};

let test: TestDatabase;
let world: TwoDistricts;
/** Of the home district's first office, kept by its reviewer. */
let document: string;
let server: RunningServer;
let visitors: Record<Principal, Visitor>;
const routes = await guardedRoutes();

beforeAll(async () => {
  test = await testDatabase();
  world = await insertTwoDistricts(test.database);
  evidenceFile = await sendEvidence(world.home);
  document = await keepDocument(world.home);
  server = await startTestServer(test.database);
  visitors = await visitorsOf(world);
});
afterAll(async () => {
  await server.stop();
  await test.close();
});

it('the access table names every route of the product, and no other', async () => {
  const found = Object.keys((await pagesFromSources()).routes);
  expect(Object.keys(access).sort()).toEqual(found.sort());
});

describe.each(routes)('$id', ({ id, path }) => {
  const allowed = access[id];
  if (!Array.isArray(allowed)) return;

  it.each(allowed)('opens for %s', async (principal) => {
    for (const address of waysTo(id, own(path))) {
      const answer = await visitors[principal].fetch(address);
      expect([address, answer.status]).toEqual([address, 200]);
      expect(await answer.text()).not.toContain(world.foreign.canary);
    }
  });

  it.each(noSession)('sends %s to sign in', async (principal) => {
    for (const address of waysTo(id, own(path))) {
      const answer = await visitors[principal].fetch(address);
      const to = answer.headers.get('location') ?? answer.headers.get('x-remix-redirect');
      expect([address, to]).toEqual([address, `/login?next=${encodeURIComponent(own(path))}`]);
      expect(await answer.text()).not.toContain(world.home.canary);
    }
  });

  const refused = wrongRole[id] ?? [];
  it.each(refused)('tells %s that the role may not: 403, and 404 for an absent page', async (principal) => {
    for (const [own403, absent404] of pairs(waysTo(id, own(path)), waysTo(id, absent(path)))) {
      expect([own403, (await visitors[principal].fetch(own403)).status]).toEqual([own403, 403]);
      expect([own403, (await visitors[principal].post(own403)).status]).toEqual([own403, 403]);
      expect([absent404, (await visitors[principal].fetch(absent404)).status]).toEqual([absent404, 404]);
    }
  });

  const inPlace = [...allowed, ...refused, ...noSession];
  it.each(principals.filter((each) => !inPlace.includes(each)))(
    'is not there for %s: the same 404 as an absent page',
    async (principal) => {
      for (const [own404, absent404] of pairs(waysTo(id, own(path)), waysTo(id, absent(path)))) {
        const [seen, nothing] = await Promise.all(
          [own404, absent404].map((a) => visitors[principal].fetch(a)),
        );
        expect([own404, seen?.status, nothing?.status]).toEqual([own404, 404, 404]);
        const [one, other] = [await seen?.text(), await nothing?.text()];
        if (!isForeign(principal)) continue;
        expect(one).not.toContain(world.home.canary);
        expect(comparable(one)).toBe(comparable(other));
      }
    },
  );

  it.each(principals)('takes no form from %s without an action of its own', async (principal) => {
    for (const address of [...waysTo(id, own(path)), ...waysTo(id, absent(path))]) {
      const answer = await visitors[principal].post(address, { intent: 'probe' });
      expect([address, answer.status]).not.toEqual([address, 200]);
      expect(answer.status).toBeLessThan(500);
      if (!allowed.includes(principal)) expect(await answer.text()).not.toContain(world.foreign.canary);
      const headers = { origin: testOrigin, 'content-type': 'text/plain' };
      const other = await visitors[principal].fetch(address, { method: 'POST', body: 'no form', headers });
      expect([address, other.status]).not.toEqual([address, 200]);
      expect(other.status).toBeLessThan(500);
    }
  });

  it.each(['1999', '20255', 'abcd', '2025%2F..', '0x7e9'])('has no year %s', async (year) => {
    const address = own(path).replace('/2025', `/${year}`);
    const [principal] = allowed;
    if (principal) expect((await visitors[principal].fetch(address)).status).toBe(404);
  });
});

it('an office’s staff cannot open another office of the same district', async () => {
  const [, second] = world.home.offices;
  for (const principal of [...ownOffice]) {
    const answer = await visitors[principal].fetch(`/offices/${second?.code}/2025`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain(second?.name);
  }
});

it('a role that may see but not do it is told so', () => {
  const account = { role: 'district_leader' } as Account;
  expect(() => requireRole(account, 'district_leader', 'district_reviewer')).not.toThrow();
  expect(refusalOf(() => requireRole(account, 'district_reviewer'))).toMatchObject({ status: 403 });
});

function refusalOf(run: () => void): unknown {
  try {
    run();
  } catch (refusal) {
    return refusal;
  }
}

/** The document, and the loader alone. */
function waysTo(id: string, address: string): string[] {
  return [address, `${address}?_data=${encodeURIComponent(id)}`];
}

function own(path: string): string {
  const code = path.startsWith('/offices/') ? world.home.offices[0]?.code : world.home.code;
  return path
    .replace(':code', code ?? '')
    .replace(':year', '2025')
    .replace(':office', world.home.offices[0]?.code ?? '')
    .replace(':document', document)
    .replace(':id', path.includes('/evidence/') ? evidenceFile : indicator);
}

async function sendEvidence({ reviewer, preparers: [preparer] }: TestDistrict): Promise<string> {
  if (!preparer?.officeId) throw new Error('The fixture has no office.');
  const key = { officeId: preparer.officeId, year: 2025 };
  await withScope(reviewer, (db) =>
    insertRevision(db, {
      ...{ ...key, status: 'returned', origin: 'invented', findings: [] },
      content: fullContent(world.home.canary),
    }),
  );
  return withScope(preparer, async (db) => {
    const id = await insertEvidenceFile(db, {
      ...{ ...key, node: 'a1', fileName: `${world.home.canary}.pdf`, mediaType: 'application/pdf' },
      ...{ ...evidenceContent(world.home.canary), at: '2026-03-02T00:00:00Z' },
    });
    await updateEvidenceSent(db, { ...key, revision: 1 });
    return id;
  });
}

function absent(path: string): string {
  return path
    .replace(':code', path.startsWith('/offices/') ? '990909001' : '990909')
    .replace(':year', '2025')
    .replace(':office', '990909001')
    .replace(':document', document)
    .replace(':id', path.includes('/evidence/') ? evidenceFile : indicator);
}

async function keepDocument({ reviewer, offices, canary }: TestDistrict): Promise<string> {
  const content = new TextEncoder().encode(`${canary}原件`);
  const { id } = await withScope(reviewer, (db) =>
    insertDocument(db, {
      ...{ officeId: offices[0]?.id ?? '', year: 2025, fileName: `${canary}.txt`, mediaType: 'text/plain' },
      ...{ sha256: '0'.repeat(64), text: `${canary}全文`, content, at: '2026-02-01T00:00:00.000Z' },
    }),
  );
  return id;
}

function isForeign(principal: Principal): boolean {
  return principal.startsWith('foreign') || principal === 'operator';
}

/** An answer without what differs by nature: its nonce and its own address. */
function comparable(html: string | undefined): string | undefined {
  return html?.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/990\d{3,6}(001)?/g, 'CODE');
}

function pairs(a: string[], b: string[]): [string, string][] {
  return a.map((each, index) => [each, b[index] ?? '']);
}

async function guardedRoutes(): Promise<{ id: string; path: string }[]> {
  const found = Object.values((await pagesFromSources()).routes);
  return found
    .filter(({ id }) => Array.isArray(access[id]))
    .map(({ id, path }) => ({ id, path: `/${path}` }));
}

async function visitorsOf({ home, foreign, operator }: TwoDistricts): Promise<Record<Principal, Visitor>> {
  const open = async (scope: Scope | undefined, options?: { expiresAt: Date }) =>
    new Visitor(server, await openSession(test.database, scope?.accountId ?? '', options));
  const disabled = home.preparers[2];
  const visitors: Record<Principal, Visitor> = {
    anonymous: new Visitor(server),
    expired: await open(home.reviewer, { expiresAt: new Date(Date.now() - 1000) }),
    disabled: await open(disabled),
    operator: await open(operator),
    leader: await open(home.leader),
    reviewer: await open(home.reviewer),
    preparer: await open(home.preparers[0]),
    approver: await open(home.approvers[0]),
    sibling: await open(home.preparers[1]),
    foreignReviewer: await open(foreign.reviewer),
    foreignPreparer: await open(foreign.preparers[0]),
  };
  await withScope(operator, (db) => updateAccount(db, { id: disabled?.accountId ?? '', active: false }));
  return visitors;
}
