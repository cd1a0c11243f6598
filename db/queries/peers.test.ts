import Big from 'big.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { kyselyOf } from '../client.server.ts';
import { readScope, withScope } from '../scope.server.ts';
import { findPeerStanding, type PeerMetric, type PeerStanding } from './peers.server.ts';
import { insertRevision, upsertReviewedScores } from './revisions.server.ts';

const officeCount = 9;
let database: TestDatabase;
let districts: TwoDistricts;

beforeAll(async () => {
  database = await testDatabase();
  districts = await insertTwoDistricts(database.database, { offices: officeCount });
});
afterAll(() => database.close());

interface Filing {
  status: 'draft' | 'submitted' | 'returned' | 'approved';
  budget: number | undefined; // 元, whole
  executed: number | undefined;
  self: number | undefined; // points × 100
  reviewed: number | undefined;
  progress: number | undefined; // percent × 100
}

/** Few different values, so that ties are common. */
const optional = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: undefined, freq: 5 });
const filing = fc.record<Filing>({
  status: fc.constantFrom('submitted', 'submitted', 'approved', 'approved', 'draft', 'returned'),
  budget: optional(7),
  executed: optional(7),
  self: optional(5),
  reviewed: optional(5),
  progress: optional(5),
});
const filings = fc.array(fc.option(filing, { nil: undefined, freq: 8 }), {
  minLength: officeCount,
  maxLength: officeCount,
});

test('the standing equals a plain computation, for every office, asked by itself and by its district', async () => {
  await fc.assert(
    fc.asyncProperty(filings, async (all) => {
      await store(all);
      const { home, foreign } = districts;
      const byReviewer = await readScope(home.leader, (db) =>
        collect(home.offices, ({ id }) => findPeerStanding(db, { year: 2025, officeId: id })),
      );
      for (const [index, { id }] of home.offices.entries()) {
        const expected = plainStanding(all, index);
        expect(numbers(byReviewer[index])).toEqual(expected);
        const own = await readScope(scopeAt(home.preparers, index), (db) =>
          findPeerStanding(db, { year: 2025, officeId: id }),
        );
        expect(numbers(own)).toEqual(expected);
      }
      const foreignRows = await readScope(scopeAt(foreign.preparers, 0), (db) =>
        findPeerStanding(db, { year: 2025, officeId: foreign.offices[0]?.id ?? '' }),
      );
      expect(foreignRows.every(({ ranked, mean }) => ranked === 0 && mean === null)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('an office learns nothing for another office, an operator nothing at all', async () => {
  const { home, foreign, operator } = districts;
  const officeId = home.offices[1]?.id ?? '';
  for (const scope of [scopeAt(home.preparers, 0), scopeAt(foreign.approvers, 0), operator])
    expect(await readScope(scope, (db) => findPeerStanding(db, { year: 2025, officeId }))).toEqual([]);
  const fromAbroad = await readScope(foreign.reviewer, (db) =>
    findPeerStanding(db, { year: 2025, officeId }),
  );
  expect(fromAbroad.every(({ value, ranked }) => value === null && ranked === 0)).toBe(true);
});

/** Replaces every submission of the home district. */
async function store(all: (Filing | undefined)[]): Promise<void> {
  const owner = kyselyOf(database.owner);
  for (const table of [
    'indicator_scores',
    'money_figures',
    'stated_rates',
    'revisions',
    'submissions',
  ] as const)
    await owner.deleteFrom(table).execute();
  await withScope(districts.home.reviewer, async (db) => {
    for (const [index, each] of all.entries()) {
      if (!each) continue;
      const officeId = districts.home.offices[index]?.id ?? '';
      await insertRevision(db, {
        officeId,
        year: 2025,
        origin: 'invented',
        findings: [],
        ...contentOf(each),
      });
      if (each.reviewed !== undefined)
        await upsertReviewedScores(db, {
          officeId,
          year: 2025,
          revision: 1,
          scores: { total: hundredth(each.reviewed) },
        });
    }
  });
}

function contentOf({ status, budget, executed, self, progress }: Filing) {
  return {
    status,
    content: {
      amounts: {
        ...(budget === undefined ? {} : { budget_total: String(budget) }),
        ...(executed === undefined ? {} : { executed_total: String(executed) }),
      },
      rates: progress === undefined ? {} : { spending_progress: hundredth(progress) },
      monthlyExecution: [],
      scores: self === undefined ? [] : [{ node: 'total', score: hundredth(self) }],
      outcomeIndicators: [],
      keyProjects: [],
      problems: [],
      measures: [],
    },
  };
}

function plainStanding(all: (Filing | undefined)[], index: number) {
  const counted = all.map((each) =>
    each && ['submitted', 'approved'].includes(each.status) ? each : undefined,
  );
  const metrics: [PeerMetric, (filing: Filing) => Big | undefined][] = [
    [
      'execution_rate',
      ({ budget, executed }) =>
        budget && executed !== undefined
          ? new Big(executed).div(budget).times(100).round(2, Big.roundHalfUp)
          : undefined,
    ],
    ['total_score', ({ self, reviewed }) => bigOf(reviewed ?? self)],
    ['spending_progress', ({ progress }) => bigOf(progress)],
  ];
  return metrics.map(([metric, read]) => {
    const values = counted.map((each) => each && read(each));
    return {
      metric,
      ...standing(
        values.filter((value) => value !== undefined),
        values[index],
      ),
    };
  });
}

function standing(values: Big[], own: Big | undefined) {
  const ranked = values.length;
  const sorted = values.toSorted((a, b) => a.cmp(b));
  const sum = values.reduce((total, value) => total.plus(value), new Big(0));
  const enough = ranked >= 5;
  const middle = [sorted[Math.floor((ranked - 1) / 2)], sorted[Math.floor(ranked / 2)]];
  return {
    value: own?.toString() ?? null,
    rank: own ? 1 + values.filter((value) => value.gt(own)).length : null,
    ranked,
    mean: enough ? sum.div(ranked).round(4, Big.roundHalfUp).toString() : null,
    median: enough
      ? (middle[0] ?? new Big(0))
          .plus(middle[1] ?? 0)
          .div(2)
          .round(4, Big.roundHalfUp)
          .toString()
      : null,
    best: enough ? (sorted.at(-1)?.toString() ?? null) : null,
    percentile:
      enough && own
        ? new Big(values.filter((value) => value.lt(own)).length)
            .times(100)
            .div(ranked - 1)
            .round(2, Big.roundHalfUp)
            .toString()
        : null,
  };
}

function numbers(rows: PeerStanding[] | undefined) {
  const plain = (text: string | null) => (text === null ? null : new Big(text).toString());
  return rows?.map((row) => ({
    ...row,
    value: plain(row.value),
    mean: plain(row.mean),
    median: plain(row.median),
    best: plain(row.best),
    percentile: plain(row.percentile),
  }));
}

function bigOf(hundredths: number | undefined): Big | undefined {
  return hundredths === undefined ? undefined : new Big(hundredths).div(100);
}

function hundredth(value: number): string {
  return new Big(value).div(100).toFixed(2);
}

function scopeAt<T>(scopes: T[], index: number): T {
  const scope = scopes[index];
  if (!scope) throw new Error(`No scope ${index} in the fixture.`);
  return scope;
}

async function collect<T, R>(items: T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await run(item));
  return results;
}
