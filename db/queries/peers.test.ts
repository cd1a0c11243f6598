import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { comparedSubmissions, plainFigures, plainStanding } from '#test/helpers/plain-figures.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  randomYears,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import { readScope, type Scope, scopeOf } from '../scope.server.ts';
import { findAllPeerFigures, type PeerFigure } from './peers.server.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('the figures are a plain computation’s, for an office and for its district', async () => {
  await fc.assert(
    fc.asyncProperty(rawDistrict({ offices: 9 }), fc.nat(8), async (raw, pick) => {
      const office = raw.offices[pick % raw.offices.length];
      if (!office) return;
      const { leader, districtId, officeIdOf } = await insertRawDistrict(database.database, raw);
      const officeId = officeIdOf(office.id);
      const ask = (scope: Scope) =>
        readScope(scope, (db) => findAllPeerFigures(db, { years: randomYears, officeId }));
      const found = await ask(ownScope(districtId, officeId));
      expect(numbers(found)).toEqual(expectedFigures(raw, office.id));
      expect(await ask(leader)).toEqual(found);
    }),
    { numRuns: 60 },
  );
}, 300_000);

test('five other offices make an aggregate, four do not, whether the office itself has the figure or not', async () => {
  const [raw] = fc.sample(rawDistrict({ offices: 9 }), { numRuns: 1, seed: 1 });
  for (const [others, withOwn, shown] of [
    [4, true, false],
    [4, false, false],
    [5, true, true],
    [5, false, true],
  ] as const) {
    const district = equalDistrict(raw as RawDistrict, others + 1, withOwn);
    const { districtId, officeIdOf } = await insertRawDistrict(database.database, district);
    const officeId = officeIdOf(district.offices[0]?.id ?? '');
    const [figure] = await readScope(ownScope(districtId, officeId), (db) =>
      findAllPeerFigures(db, { years: [2023], officeId, figures: ['total_score'] }),
    );
    expect([others, withOwn, figure?.ranked]).toEqual([others, withOwn, others + (withOwn ? 1 : 0)]);
    const aggregates = [figure?.mean, figure?.median, figure?.best, figure?.spread, figure?.changedAt];
    expect(aggregates.map((each) => each !== null)).toEqual(Array(5).fill(shown));
    expect(figure?.percentile).toBe(shown && withOwn ? '0' : null);
  }
});

/** `count` offices that all state a total score of 50, the first one perhaps not. */
function equalDistrict(raw: RawDistrict, count: number, withOwn: boolean): RawDistrict {
  const offices = Array.from({ length: count }, (_, index) => ({
    id: `office ${index}`,
    code: `99020000${index}`,
    name: `等分${index}街道`,
    active: true,
  }));
  const submissions = offices.slice(withOwn ? 0 : 1).map(({ id }) => ({
    officeId: id,
    year: 2023,
    status: 'submitted' as const,
    submittedAt: '2024-03-01T02:00:00.000Z',
    approvedAt: null,
    reviewed: {},
    findings: [],
    content: {
      amounts: {},
      rates: {},
      monthlyExecution: [],
      scores: [{ node: 'total', score: '50' }],
      outcomeIndicators: [],
      keyProjects: [],
      problems: [],
      measures: [],
    },
  }));
  return { offices, rounds: raw.rounds, submissions };
}

function ownScope(districtId: string, officeId: string): Scope {
  return scopeOf(database.database, { id: null, role: 'office_preparer', districtId, officeId });
}

function expectedFigures(raw: RawDistrict, officeId: string) {
  return randomYears
    .flatMap((year) => {
      const compared = comparedSubmissions(raw, year);
      return [...plainFigures(raw, year)].map(([figure, values]) => {
        const behind = compared.filter((each) => values.has(each.officeId));
        const enough = behind.filter((each) => each.officeId !== officeId).length >= 5;
        const days = behind.flatMap((each) => [each.submittedAt ?? '', each.approvedAt ?? '']).sort();
        return {
          year,
          figure,
          ...plainStanding(values, officeId),
          provisional: enough ? behind.some(({ status }) => status === 'submitted') : null,
          changedAt: enough ? (days.at(-1) ?? null) : null,
        };
      });
    })
    .sort(byFigure);
}

function numbers(rows: PeerFigure[]) {
  const plain = (text: string | null) => (text === null ? null : Number(text));
  return rows
    .map((row) => ({
      ...row,
      value: plain(row.value),
      percentile: plain(row.percentile),
      mean: plain(row.mean),
      median: plain(row.median),
      best: plain(row.best),
      spread: plain(row.spread),
    }))
    .sort(byFigure);
}

function byFigure(a: { year: number; figure: string }, b: { year: number; figure: string }): number {
  return a.year - b.year || (a.figure < b.figure ? -1 : Number(a.figure > b.figure));
}
