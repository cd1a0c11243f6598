import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertFilledDistricts, scopesOf } from '#test/helpers/filled-districts.ts';
import { plainFigures } from '#test/helpers/plain-figures.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  randomYears,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import type { TwoDistricts } from '#test/helpers/two-districts.ts';
import { kyselyOf } from '../client.server.ts';
import { readScope, type Scope, type ScopedDb, scopeOf, withScope, withSignIn } from '../scope.server.ts';
import { findAllPeerFigures, findAllPeerRows, type PeerRow } from './peers.server.ts';
import { insertRevision, upsertReviewedScores } from './revisions.server.ts';
import { type Round, updateRound } from './rounds.server.ts';

const officeCount = 8;
let database: TestDatabase;
let districts: TwoDistricts;

beforeAll(async () => {
  database = await testDatabase();
  districts = await insertFilledDistricts(database, { offices: officeCount });
});
afterAll(() => database.close());

type Policy = Round['peerView'];
const policies = fc.tuple(
  ...randomYears.map(() => fc.constantFrom<Policy>('named', 'coded', 'coded', 'aggregate')),
);

test('an office sees of the others what its round’s policy allows, and nothing beside', async () => {
  await fc.assert(
    fc.asyncProperty(rawDistrict({ offices: 9 }), policies, fc.nat(8), async (raw, views, pick) => {
      const office = raw.offices[pick % raw.offices.length];
      if (!office) return;
      const { leader, reviewer, districtId, officeIdOf } = await insertRawDistrict(database.database, raw);
      await setPolicies(reviewer, views);
      const officeId = officeIdOf(office.id);
      const own = scopeOf(database.database, { id: null, role: 'office_approver', districtId, officeId });
      for (const [index, year] of randomYears.entries()) {
        const rows = await readScope(own, (db) => findAllPeerRows(db, { year, officeId }));
        expect(profiles(rows)).toEqual(expectedProfiles(raw, office.id, year, views[index]));
        expect(await readScope(leader, (db) => findAllPeerRows(db, { year, officeId }))).toEqual(rows);
      }
    }),
    { numRuns: 60 },
  );
}, 300_000);

test('codes stay the same for one office and year and differ for another office or year', async () => {
  const { home } = districts;
  await fillWithDifferentScores();
  await setPolicies(home.reviewer, ['coded', 'coded'], [2024, 2025]);
  // What the first two offices see is compared by the third to the last, which both of them see.
  const codes = async (viewer: number, year: number) => {
    const officeId = home.offices[viewer]?.id ?? '';
    const rows = await readScope(scopeAt(home.preparers, viewer), (db) =>
      findAllPeerRows(db, { year, officeId, figures: ['total_score'] }),
    );
    const shared = rows.filter(({ value }) => Number(value) >= 52);
    return shared.sort((a, b) => Number(a.value) - Number(b.value)).map(({ peer }) => peer);
  };
  const seen = [await codes(0, 2025), await codes(0, 2024), await codes(1, 2025), await codes(1, 2024)];
  expect(seen.map((each) => each.length)).toEqual([6, 6, 6, 6]);
  expect(new Set(seen.map(String)).size).toBe(4);
  expect(await codes(0, 2025)).toEqual(seen[0]);
});

test('under codes no amount and no change on last year is shown, because they lead to the office', async () => {
  const { home } = districts;
  const officeId = home.offices[0]?.id ?? '';
  const ask = () =>
    readScope(scopeAt(home.preparers, 0), (db) => findAllPeerRows(db, { year: 2025, officeId }));
  await setPolicies(home.reviewer, ['named'], [2025]);
  expect(figuresIn(await ask())).toEqual(expect.arrayContaining(['budget_total', 'rate:execution_rate']));
  await setPolicies(home.reviewer, ['coded'], [2025]);
  const coded = figuresIn(await ask());
  expect(coded).toEqual(expect.arrayContaining(['rate:execution_rate', 'total_score']));
  expect(coded.filter((figure) => !/^(score:|rate:|total_score$|execution_rate$)/.test(figure))).toEqual([]);
  expect(coded.filter((figure) => figure.endsWith('_change'))).toEqual([]);
});

test('a change of the policy holds at once', async () => {
  const { home } = districts;
  const officeId = home.offices[0]?.id ?? '';
  for (const [policy, names] of [
    ['named', officeCount - 1],
    ['coded', 0],
    ['aggregate', 0],
    ['named', officeCount - 1],
  ] as const) {
    await setPolicies(home.reviewer, [policy], [2025]);
    const rows = await readScope(scopeAt(home.preparers, 0), (db) =>
      findAllPeerRows(db, { year: 2025, officeId, figures: ['total_score'] }),
    );
    expect([policy, rows.filter(({ name }) => name !== null).length]).toEqual([policy, names]);
    expect(rows).toHaveLength(policy === 'aggregate' ? 0 : officeCount - 1);
  }
});

test('nobody learns anything for an office that is not the own, whatever the policy', async () => {
  const { home, foreign, operator } = districts;
  await setPolicies(home.reviewer, ['named', 'named'], [2024, 2025]);
  const officeId = home.offices[1]?.id ?? '';
  const outsiders = [scopeAt(home.preparers, 0), scopeAt(home.approvers, 2), operator, ...scopesOf(foreign)];
  for (const scope of outsiders)
    for (const run of askAll(officeId)) expect(await readScope(scope, run)).toEqual([]);
  for (const run of askAll(officeId))
    expect(
      await withSignIn(database.database, { sessionId: 'unknown' }, (db) => run(db as unknown as ScopedDb)),
    ).toEqual([]);
});

test('an office under full names gets nothing of another district', async () => {
  const { home, foreign } = districts;
  await setPolicies(home.reviewer, ['named'], [2025]);
  const officeId = home.offices[0]?.id ?? '';
  const [figures, rows] = await readScope(scopeAt(home.preparers, 0), async (db) => [
    await findAllPeerFigures(db, { years: [2025], officeId }),
    await findAllPeerRows(db, { year: 2025, officeId }),
  ]);
  expect(figures.every(({ ranked }) => ranked <= officeCount)).toBe(true);
  expect(JSON.stringify(rows)).toContain(home.offices[1]?.canary);
  expect(JSON.stringify(rows)).not.toContain(foreign.canary);
});

test('the inner functions and the secrets are closed to every role of the application', async () => {
  const { home, foreign, operator } = districts;
  const closed = [
    'select * from peer_secrets',
    'insert into peer_secrets (district_id) select id from districts',
    'update peer_secrets set secret = gen_random_uuid()',
    'delete from peer_secrets',
    "select * from peer_values('{2025}', null)",
    'select * from peer_caller(gen_random_uuid())',
  ];
  for (const scope of [operator, ...scopesOf(home).slice(0, 3), ...scopesOf(foreign).slice(0, 1)])
    for (const statement of closed)
      await expect(withScope(scope, (db) => sql.raw(statement).execute(db))).rejects.toMatchObject({
        name: 'ConstraintError',
        kind: 'forbidden',
      });
});

test('every district has a secret of its own', async () => {
  const { rows } = await sql<{ districts: number; secrets: number }>`
    select count(*)::int as districts, count(distinct s.secret)::int as secrets
    from districts d left join peer_secrets s on s.district_id = d.id`.execute(kyselyOf(database.owner));
  expect(rows[0]?.districts).toBeGreaterThan(1);
  expect(rows[0]?.secrets).toBe(rows[0]?.districts);
});

function askAll(officeId: string): ((db: ScopedDb) => Promise<unknown[]>)[] {
  return [
    (db) => findAllPeerFigures(db, { years: [2024, 2025], officeId }),
    (db) => findAllPeerRows(db, { year: 2025, officeId }),
    (db) => findAllPeerRows(db, { year: 2025, officeId, figures: ['total_score'] }),
  ];
}

/** Scores 50, 51, 52 … in the order of the offices, in both years. */
async function fillWithDifferentScores(): Promise<void> {
  const { home } = districts;
  await withScope(home.reviewer, async (db) => {
    for (const [index, { id: officeId }] of home.offices.entries()) {
      const scores = { total: { score: String(50 + index), reason: null } };
      const content = {
        amounts: {},
        rates: {},
        monthlyExecution: [],
        scores: [{ node: 'total', score: '1' }],
        outcomeIndicators: [],
        keyProjects: [],
        problems: [],
        measures: [],
      };
      await insertRevision(db, {
        officeId,
        year: 2024,
        status: 'approved',
        origin: 'invented',
        content,
        findings: [],
      });
      for (const year of [2024, 2025])
        await upsertReviewedScores(db, { officeId, year, revision: 1, scores });
    }
  });
}

async function setPolicies(reviewer: Scope, views: Policy[], years = randomYears): Promise<void> {
  await withScope(reviewer, async (db) => {
    for (const [index, peerView] of views.entries())
      await updateRound(db, { year: years[index] ?? 0, peerView });
  });
}

/** What is shown of each other office, as text, in an order that says nothing of who it is. */
function profiles(rows: PeerRow[]): string[] {
  const byPeer = new Map<number, Record<string, number | string>>();
  for (const { peer, name, figure, value } of rows)
    byPeer.set(peer, { ...byPeer.get(peer), ...(name !== null && { name }), [figure]: Number(value) });
  return [...byPeer.values()].map(sortedText).sort();
}

function expectedProfiles(raw: RawDistrict, own: string, year: number, policy: Policy | undefined): string[] {
  if (policy === 'aggregate') return [];
  const byOffice = new Map<string, Record<string, number | string>>();
  for (const [figure, values] of plainFigures(raw, year)) {
    const others = [...values].filter(([officeId]) => officeId !== own);
    const isAmount = !/^(score:|rate:|total_score|execution_rate)/.test(figure);
    if (policy === 'coded' && (others.length < 5 || isAmount || figure.endsWith('_change'))) continue;
    for (const [officeId, value] of others) {
      const name = raw.offices.find(({ id }) => id === officeId)?.name ?? '';
      byOffice.set(officeId, {
        ...byOffice.get(officeId),
        ...(policy === 'named' && { name }),
        [figure]: value.toNumber(),
      });
    }
  }
  return [...byOffice.values()].map(sortedText).sort();
}

function sortedText(profile: Record<string, number | string>): string {
  return JSON.stringify(Object.entries(profile).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function figuresIn(rows: PeerRow[]): string[] {
  return [...new Set(rows.map(({ figure }) => figure))];
}

function scopeAt<T>(scopes: T[], index: number): T {
  const scope = scopes[index];
  if (!scope) throw new Error(`No scope ${index} in the fixture.`);
  return scope;
}
