import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import { isCompared, type OfficeYear } from './office-year.ts';
import { overviewInput } from './overview.fixture.ts';
import { districtOverview, type Overview } from './overview.ts';
import type { DistrictTotal } from './overview-money.ts';
import type { Standing } from './overview-standing.ts';
import type { MoneyItem } from './submission.ts';

// Every figure of the page, worked out a second time from whole cents and hundredths with plain loops.

const fen = fc.integer({ min: 0, max: 5_000_000_00 });
const centsOrNot = fc.option(fen, { nil: undefined });
/** Few different values, so that ties are common. */
const scoreOrNot = fc.option(fc.integer({ min: 9000, max: 9010 }), { nil: undefined });
const themes = ['awareness', 'capacity', 'indicators', 'assets', 'procurement', 'other', 'execution'];

const filing = fc.record({
  status: fc.constantFrom<OfficeYear['status']>('submitted', 'approved', 'returned', 'draft', 'not_filed'),
  late: fc.boolean(),
  budget: centsOrNot,
  executed: centsOrNot,
  revenue: centsOrNot,
  self: scoreOrNot,
  reviewed: scoreOrNot,
  assets: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
  themes: fc.uniqueArray(fc.constantFrom(...themes)),
});
type Filing = typeof filing extends fc.Arbitrary<infer T> ? T : never;
const district = fc
  .array(fc.record({ now: filing, before: filing, joined: fc.boolean() }), { maxLength: 12 })
  .map((offices) => ({
    now: offices.map(({ now }, i) => ({ id: `o${i}`, ...now })),
    before: offices.flatMap(({ before, joined }, i) => (joined ? [] : [{ id: `o${i}`, ...before }])),
  }));
type Plain = Filing & { id: string };

describe('districtOverview agrees with a plain recount on any district', () => {
  it('filing progress', () => {
    forAny(({ now }, { progress }) => {
      const of = (status: string) => now.filter((o) => o.status === status).length;
      expect(progress).toEqual({
        total: now.length,
        filed: of('submitted') + of('approved'),
        approved: of('approved'),
        submitted: of('submitted'),
        returned: of('returned'),
        draft: of('draft'),
        notFiled: of('not_filed'),
        late: now.filter((o) => stands(o) && o.late).length,
      });
    });
  });

  it('totals and their change over the offices that state the figure in both years', () => {
    forAny(({ now, before }, { totals }) => {
      for (const [item, key] of [
        ['budget_total', 'budget'],
        ['executed_total', 'executed'],
        ['revenue_total', 'revenue'],
      ] as const) {
        expect(totals.find((total) => total.item === item)).toEqual(plainTotal(item, key, now, before));
      }
    });
  });

  it('district execution rate: sum over sum, never a mean of rates', () => {
    forAny(({ now, before }, { districtRate }) => {
      const stated = now.filter(statesRate);
      if (stated.length === 0) {
        expect(districtRate).toBeUndefined();
        return;
      }
      const inBoth = stated.filter((o) => before.some((b) => b.id === o.id && statesRate(b)));
      const then = before.filter((b) => inBoth.some((o) => o.id === b.id));
      const points = inBoth.length > 0 ? rateOfSums(inBoth) - rateOfSums(then) : undefined;
      expect(hundredths(districtRate?.value)).toBe(rateOfSums(stated));
      expect(districtRate?.offices).toBe(stated.length);
      expect(districtRate?.change?.offices).toBe(inBoth.length || undefined);
      expect(hundredths(districtRate?.change?.points)).toBe(points);
    });
  });

  it('standings: ranks with ties, movement, mean, median, and nobody dropped', () => {
    forAny(({ now, before }, { rates, scores, reviewedTotals }) => {
      expectStanding(rates, now, before, rateOf);
      expectStanding(scores, now, before, (o) => o.reviewed ?? o.self);
      expect(reviewedTotals).toBe(now.filter((o) => stands(o) && o.reviewed !== undefined).length);
    });
  });

  it('lost points of a category over the offices that state it', () => {
    forAny(({ now }, { dimensions }) => {
      const stated = now.filter(stands).flatMap((o) => o.assets ?? []);
      const found = dimensions.find(({ node }) => node.code === 'management.assets');
      expect(dimensions.length).toBe(stated.length > 0 ? 1 : 0);
      expect(found?.offices).toBe(stated.length || undefined);
      expect(hundredths(found?.mean)).toBe(meanOf(stated));
      expect(hundredths(found?.lost)).toBe(stated.length > 0 ? 1000 - (meanOf(stated) ?? 0) : undefined);
    });
  });

  it('common problems: offices counted once a theme, five at most', () => {
    forAny(({ now, before }, { problems }) => {
      const count = (offices: Plain[], theme: string) =>
        offices.filter((o) => o.themes.includes(theme)).length;
      const counts = themes.map((theme) => count(now, theme)).filter((n) => n > 0);
      expect(problems.map((p) => p.offices)).toEqual(counts.sort((a, b) => b - a).slice(0, 5));
      for (const { theme, offices, lastYear } of problems) {
        expect([offices, lastYear]).toEqual([count(now, theme), count(before, theme)]);
      }
    });
  });
});

describe('districtOverview at the edges', () => {
  it('has nothing to say about a district without offices, and does not fail', () => {
    const overview = overviewOf([], []);
    expect(overview.progress.total).toBe(0);
    expect(overview.totals).toEqual([]);
    expect(overview.districtRate).toBeUndefined();
    expect(overview.rates).toEqual({ rows: [], unranked: [], aboveMean: 0 });
    expect(overview.dimensions).toEqual([]);
  });

  it('gives all offices rank 1 when all are equal, and none is above the mean', () => {
    const all = ['o0', 'o1', 'o2'].map((id) => plain({ id, budget: 100_00, executed: 95_00 }));
    const { rates } = overviewOf(all, all);
    expect(rates.rows.map((row) => [row.rank, row.movement])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect([rates.mean, rates.median, rates.aboveMean]).toEqual(['95.00', '95', 0]);
  });

  it('compares one office with itself only', () => {
    const { rates } = overviewOf([plain({ id: 'o0', budget: 200_00, executed: 50_00 })], []);
    expect(rates.rows).toMatchObject([{ value: '25', rank: 1, movement: undefined }]);
    expect(rates.aboveMean).toBe(0);
  });
});

function forAny(check: (given: { now: Plain[]; before: Plain[] }, overview: Overview) => void) {
  fc.assert(
    fc.property(district, ({ now, before }) => check({ now, before }, overviewOf(now, before))),
    { numRuns: 200 },
  );
}

function overviewOf(now: Plain[], before: Plain[]): Overview {
  const named = (offices: Plain[]) => offices.map(({ id, themes }) => ({ officeId: id, themes }));
  return districtOverview(
    overviewInput({
      framework: guangdong2023,
      rows: now.map((o) => officeYear(o, 2023)),
      lastYear: before.map((o) => officeYear(o, 2022)),
      themes: named(now),
      lastYearThemes: named(before),
    }),
  );
}

function officeYear(o: Plain, year: number): OfficeYear {
  return {
    office: { id: o.id, code: o.id, name: o.id, nameEn: o.id, sortKey: o.id, invented: true },
    year,
    status: o.status,
    late: o.late,
    amounts: {
      budget_total: decimal(o.budget),
      executed_total: decimal(o.executed),
      revenue_total: decimal(o.revenue),
    },
    rates: {},
    scores: {
      total: { self: decimal(o.self), reviewed: decimal(o.reviewed) },
      ...(o.assets === undefined ? {} : { 'management.assets': { self: decimal(o.assets) } }),
    },
    findings: { error: 0, warning: 0, info: 0 },
    problems: o.themes.length,
  };
}

function plain(some: Partial<Plain> & { id: string }): Plain {
  return { status: 'approved', late: false, themes: [], ...some } as Plain;
}

function expectStanding(
  standing: Standing,
  now: Plain[],
  before: Plain[],
  figureOf: (o: Plain) => number | undefined,
) {
  const valued = (offices: Plain[]) => offices.filter(stands).filter((o) => figureOf(o) !== undefined);
  const rankIn = (offices: Plain[], id: string) => {
    const own = valued(offices).find((o) => o.id === id);
    if (!own) return undefined;
    return 1 + valued(offices).filter((o) => (figureOf(o) ?? 0) > (figureOf(own) ?? 0)).length;
  };
  const values = valued(now)
    .map((o) => figureOf(o) ?? 0)
    .sort((a, b) => a - b);
  const average = meanOf(values);
  expect(hundredths(standing.mean)).toBe(average);
  expect(thousandths(standing.median)).toBe(plainMedian(values));
  expect(standing.aboveMean).toBe(values.filter((value) => value > (average ?? 0)).length);
  expect([...standing.rows, ...standing.unranked].map((row) => row.office.code).sort()).toEqual(
    now.map((o) => o.id).sort(),
  );
  for (const row of standing.rows) {
    const [rank, last] = [rankIn(now, row.office.code), rankIn(before, row.office.code)];
    expect(row.rank).toBe(rank);
    expect(row.movement).toBe(last === undefined || rank === undefined ? undefined : last - rank);
    expect(row.provisional).toBe(now.find((o) => o.id === row.office.code)?.status === 'submitted');
  }
  const order = standing.rows.map((row) => row.rank);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  for (const { office, reason } of standing.unranked) {
    const status = now.find((o) => o.id === office.code)?.status;
    const expected = status === 'returned' ? 'returned' : status === 'draft' ? 'not_filed' : status;
    expect(reason).toBe(status === 'submitted' || status === 'approved' ? 'figure_missing' : expected);
  }
}

function plainTotal(
  item: MoneyItem,
  key: 'budget' | 'executed' | 'revenue',
  now: Plain[],
  before: Plain[],
): DistrictTotal | undefined {
  let [offices, cents, both, centsNow, centsBefore] = [0, 0, 0, 0, 0];
  for (const o of now.filter(stands)) {
    const amount = o[key];
    if (amount === undefined) continue;
    offices++;
    cents += amount;
    const last = before.find((b) => b.id === o.id && stands(b))?.[key];
    if (last === undefined) continue;
    both++;
    centsNow += amount;
    centsBefore += last;
  }
  if (offices === 0) return undefined;
  const change =
    centsBefore === 0
      ? undefined
      : {
          percent: expect.toSatisfy(
            (p: string) => hundredths(p) === ratio(centsNow - centsBefore, centsBefore),
          ),
          offices: both,
        };
  return {
    item,
    amount: expect.toSatisfy((a: string) => hundredths(a) === cents),
    offices,
    change,
  } as DistrictTotal;
}

const stands = (o: Plain) => isCompared({ status: o.status } as OfficeYear);
const statesRate = (o: Plain) => stands(o) && rateOf(o) !== undefined;

function rateOf({ budget, executed }: Plain): number | undefined {
  return budget === undefined || executed === undefined || budget === 0 ? undefined : ratio(executed, budget);
}

function rateOfSums(offices: Plain[]): number {
  const sum = (of: (o: Plain) => number | undefined) => offices.reduce((all, o) => all + (of(o) ?? 0), 0);
  return ratio(
    sum((o) => o.executed),
    sum((o) => o.budget),
  );
}

/** Percent in hundredths, half away from zero, in whole numbers. */
function ratio(part: number, whole: number): number {
  return divide(BigInt(part) * 10_000n, BigInt(whole));
}

function divide(part: bigint, whole: bigint): number {
  const size = ((part < 0n ? -part : part) * 2n + whole) / (whole * 2n);
  return Number(part < 0n ? -size : size);
}

function meanOf(values: number[]): number | undefined {
  if (values.length === 0) return undefined;
  return divide(BigInt(values.reduce((a, b) => a + b, 0)), BigInt(values.length));
}

/** In thousandths, as the middle of two hundredths may need a third decimal. */
function plainMedian(ascending: number[]): number | undefined {
  const half = Math.floor(ascending.length / 2);
  const [low, high] = [ascending[ascending.length % 2 ? half : half - 1], ascending[half]];
  return low === undefined || high === undefined ? undefined : (low + high) * 5;
}

function decimal(hundredth: number | undefined): string | undefined {
  return hundredth === undefined ? undefined : (hundredth / 100).toFixed(2);
}

function hundredths(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(Number(value) * 100) || 0;
}

function thousandths(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(Number(value) * 1000);
}
