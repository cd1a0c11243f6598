import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DetailRow } from '#app/domain/indicator-detail.ts';
import type { LossRow } from '#app/domain/indicator-loss.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  type RawSubmission,
  randomYears,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import { viewDistrictIndicator } from './district-indicator.server.ts';
import { viewDistrictIndicators } from './district-indicators.server.ts';

/** Everything is worked out anew in whole hundredths of a point from the raw rows, without the domain's functions. */
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const year = 2023;
const columns = { '2': ['a.p', 'a.q', 'b.r'], '3': ['a.p', 'a.q', 'b.r.1', 'b.r.2'] } as const;
const modes = ['counting', 'self', 'reviewed'] as const;
type Mode = (typeof modes)[number];
const state = fc.record({
  level: fc.constantFrom('2', '3'),
  mode: fc.constantFrom(...modes),
  dim: fc.constantFrom('', '', 'a', 'b'),
  losses: fc.boolean(),
});

test('the heatmap shows what the raw rows say', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(rawDistrict(), state, async (raw, { level, mode, dim, losses }) => {
      const { leader } = await insertRawDistrict(db.database, raw);
      const params = new URLSearchParams({ level, score: mode, dim, losses: losses ? '1' : '' });
      const view = await viewDistrictIndicators(leader, { year, params });
      const whole = dim || 'total';
      const codes = columns[level as '2' | '3'].filter((code) => code.startsWith(dim));
      const shown = codes.filter((code) => !losses || column(raw, year, code, mode).losing > 0);
      const table = view?.table;
      expect(table?.columns.map(({ node }) => node.code)).toEqual(shown);
      for (const each of table?.columns ?? []) {
        expect(statsOf(each)).toEqual(column(raw, year, each.node.code, mode));
      }
      expect(table && statsOf(table.whole)).toEqual(column(raw, year, whole, mode));
      expect(table?.without).toBe(codes.length - shown.length);
      const expected = officeRows(raw, codes, whole, mode);
      const seen = [...(table?.ranked ?? []), ...(table?.unranked ?? [])].map(figuresOf);
      expect(seen.sort(byCode)).toEqual(expected.sort(byCode));
      expect(table?.most && [table.most.column.node.code, hundredths(table.most.lost)]).toEqual(
        mostOf(raw, codes, mode),
      );
      const lost = (table?.ranked ?? []).map((row) => Number(row.lost));
      expect(lost).toEqual([...lost].sort((a, b) => b - a));
    }),
    { numRuns: 60 },
  );
});

test('rows can be sorted by either side, missing figures last', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      rawDistrict(),
      fc.constantFrom('a.p', '-a.p', 'rank', '-rank', 'total'),
      async (raw, sort) => {
        const { leader } = await insertRawDistrict(db.database, raw);
        const view = await viewDistrictIndicators(leader, {
          year,
          params: new URLSearchParams({ sort, order: 'lost' }),
        });
        const value = (row: LossRow) => {
          const key = sort.replace('-', '');
          const found = key === 'rank' ? row.rank : key === 'total' ? row.lost : row.cells[key];
          return found === undefined ? undefined : Number(found);
        };
        const values = view?.table.ranked.map(value) ?? [];
        const stated = values.filter((each) => each !== undefined);
        expect(values.slice(0, stated.length)).toEqual(
          stated.toSorted((a, b) => (sort.startsWith('-') ? b - a : a - b)),
        );
        const means = (view?.table.columns ?? []).map(({ mean }) =>
          mean ? Number(mean) : Number.NEGATIVE_INFINITY,
        );
        expect(means).toEqual([...means].sort((a, b) => b - a));
      },
    ),
    { numRuns: 60 },
  );
});

test('an indicator’s page shows what the raw rows say, over the years', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      rawDistrict(),
      fc.constantFrom('a', 'a.p', 'b.r', 'b.r.2'),
      fc.constantFrom(...modes),
      async (raw, code, mode) => {
        const { leader } = await insertRawDistrict(db.database, raw);
        const view = await viewDistrictIndicator(leader, {
          year,
          code,
          params: new URLSearchParams({ score: mode }),
        });
        const detail = view?.detail;
        expect(detail && statsOf(detail.loss)).toEqual(column(raw, year, code, mode));
        expect(view?.years).toEqual(randomYears.toReversed());
        expect(detail?.history.map((each) => ({ ...statsOf(each), year: each.year }))).toEqual(
          randomYears.map((each) => ({ ...column(raw, each, code, mode), year: each })),
        );
        expect(detail?.history.map((each) => [Number(each.weight), each.otherWeight])).toEqual(
          randomYears.map((each) => [
            weightOf(raw, each, code) / 100,
            weightOf(raw, each, code) !== weightOf(raw, year, code),
          ]),
        );
        const losing = detail?.losing ?? [];
        const rest = [...(detail?.doubtful ?? []), ...(detail?.clean ?? [])];
        expect(losing.every((row) => Number(row.lost) > 0)).toBe(true);
        expect(rest.every((row) => Number(row.lost) <= 0)).toBe(true);
        expect([...losing, ...rest].map(detailOf).sort(byCode)).toEqual(
          detailRows(raw, code, mode).sort(byCode),
        );
        const childCodes = ['a.p', 'a.q', 'b.r', 'b.r.1', 'b.r.2'].filter(
          (each) => each.slice(0, each.lastIndexOf('.')) === code,
        );
        expect(detail?.children.map(({ node, loss }) => [node.code, statsOf(loss)])).toEqual(
          childCodes.map((each) => [each, column(raw, year, each, mode)]),
        );
        const unranked = raw.offices.filter(
          ({ id, active }) => active && scoreAt(raw, year, id, code, mode) === undefined,
        );
        expect(detail?.unranked.map(({ office }) => office.code)).toEqual(
          unranked.map((office) => office.code),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('a year without a round and a node the framework does not know are not there', async () => {
  const [raw] = fc.sample(rawDistrict(), { numRuns: 1, seed: 7 });
  if (!raw) throw new Error('no district');
  const { leader } = await insertRawDistrict(db.database, raw);
  const params = new URLSearchParams();
  expect(await viewDistrictIndicators(leader, { year: 2031, params })).toBeUndefined();
  expect(await viewDistrictIndicator(leader, { year: 2031, code: 'a', params })).toBeUndefined();
  for (const code of ['', 'total', 'a.x', 'A', "a' or '1"]) {
    expect(await viewDistrictIndicator(leader, { year, code, params })).toBeUndefined();
  }
});

function submissionOf(raw: RawDistrict, of: number, officeId: string): RawSubmission | undefined {
  const found = raw.submissions.find((each) => each.officeId === officeId && each.year === of);
  return found && ['submitted', 'approved'].includes(found.status) ? found : undefined;
}

/** In hundredths of a point. */
function scoreAt(
  raw: RawDistrict,
  of: number,
  officeId: string,
  code: string,
  mode: Mode,
): number | undefined {
  const found = submissionOf(raw, of, officeId);
  const self = found?.content.scores.find(({ node }) => node === code)?.score;
  const reviewed = found?.reviewed[code];
  const counts = mode === 'self' ? self : mode === 'reviewed' ? reviewed : (reviewed ?? self);
  return counts === undefined ? undefined : hundredths(counts);
}

function weightOf(raw: RawDistrict, of: number, code: string): number {
  const framework = raw.rounds.find((round) => round.year === of)?.framework;
  const node = framework?.nodes.find((each) => each.code === code);
  return code === 'total' ? 10_000 : hundredths(node?.weight ?? '');
}

interface Stats {
  stated: number;
  losing: number;
  mean?: number;
  median?: number;
  share?: number;
}

function column(raw: RawDistrict, of: number, code: string, mode: Mode): Stats {
  const weight = weightOf(raw, of, code);
  const scores: number[] = [];
  for (const { id, active } of raw.offices) {
    const score = active ? scoreAt(raw, of, id, code, mode) : undefined;
    if (score !== undefined) scores.push(score);
  }
  if (scores.length === 0) return { stated: 0, losing: 0 };
  scores.sort((a, b) => a - b);
  const middle =
    ((scores[Math.floor((scores.length - 1) / 2)] ?? 0) + (scores[Math.floor(scores.length / 2)] ?? 0)) / 2;
  const mean =
    weight -
    halfUp(
      scores.reduce((a, b) => a + b, 0),
      scores.length,
    );
  return {
    stated: scores.length,
    losing: scores.filter((score) => score < weight).length,
    mean,
    median: weight - middle,
    share: halfUp(mean * 10_000, weight),
  };
}

function statsOf({
  stated,
  losing,
  mean,
  median,
  share,
}: Omit<Stats, 'mean' | 'median' | 'share'> & { mean?: string; median?: string; share?: string }): Stats {
  if (mean === undefined || median === undefined || share === undefined) return { stated, losing };
  return {
    stated,
    losing,
    mean: hundredths(mean),
    median: Math.round(Number(median) * 1000) / 10,
    share: hundredths(share),
  };
}

interface Figures {
  code: string;
  rank?: number;
  reason?: string;
  lost?: number;
  parts?: number;
  cells: Record<string, number>;
}

function officeRows(raw: RawDistrict, codes: readonly string[], whole: string, mode: Mode): Figures[] {
  const offices = raw.offices.filter(({ active }) => active);
  return offices.map(({ id, code }) => {
    const score = scoreAt(raw, year, id, whole, mode);
    let better = 0;
    for (const other of offices) {
      const theirs = scoreAt(raw, year, other.id, whole, mode);
      if (score !== undefined && theirs !== undefined && theirs > score) better += 1;
    }
    const cells: Record<string, number> = {};
    for (const each of codes) {
      const there = scoreAt(raw, year, id, each, mode);
      if (there !== undefined) cells[each] = weightOf(raw, year, each) - there;
    }
    const lost = score === undefined ? undefined : weightOf(raw, year, whole) - score;
    const all = Object.values(cells).reduce((a, b) => a + b, 0);
    const differs = lost !== undefined && Object.keys(cells).length === codes.length && all !== lost;
    const status = raw.submissions.find((each) => each.officeId === id && each.year === year)?.status;
    const reason =
      status === 'returned'
        ? 'returned'
        : status === undefined || status === 'draft'
          ? 'not_filed'
          : 'figure_missing';
    return {
      code,
      rank: score === undefined ? undefined : better + 1,
      reason: score === undefined ? reason : undefined,
      lost,
      parts: differs ? all : undefined,
      cells,
    };
  });
}

function figuresOf({ office, rank, reason, lost, parts, cells }: LossRow): Figures {
  return {
    code: office.code,
    rank,
    reason,
    lost: lost === undefined ? undefined : hundredths(lost),
    parts: parts === undefined ? undefined : hundredths(parts),
    cells: Object.fromEntries(Object.entries(cells).map(([code, points]) => [code, hundredths(points)])),
  };
}

function mostOf(raw: RawDistrict, codes: readonly string[], mode: Mode): [string, number] | undefined {
  let most: string | undefined;
  let highest = 0;
  for (const code of codes) {
    const { mean } = column(raw, year, code, mode);
    if (mean !== undefined && mean > highest) [most, highest] = [code, mean];
  }
  if (most === undefined) return undefined;
  const there: number[] = [];
  for (const { id, active } of raw.offices) {
    const score = active ? scoreAt(raw, year, id, most, mode) : undefined;
    if (score !== undefined) there.push(weightOf(raw, year, most) - score);
  }
  return [most, Math.max(...there)];
}

function detailRows(raw: RawDistrict, code: string, mode: Mode) {
  return raw.offices.flatMap(({ id, code: office, active }) => {
    const score = active ? scoreAt(raw, year, id, code, mode) : undefined;
    const found = submissionOf(raw, year, id);
    if (score === undefined) return [];
    const claim = found?.content.scores.find(({ node }) => node === code);
    const reviewed = found?.reviewed[code];
    const reviewCounts = mode === 'reviewed' || (mode === 'counting' && reviewed !== undefined);
    return [
      {
        code: office,
        score,
        lost: weightOf(raw, year, code) - score,
        self: claim && hundredths(claim.score),
        reviewed: reviewed && hundredths(reviewed),
        kind: reviewCounts ? 'reviewed' : 'self',
        reason: claim?.reason,
        measure: claim?.measure,
        provisional: found?.status === 'submitted',
      },
    ];
  });
}

function detailOf({ office, score, lost, self, reviewed, kind, reason, measure, provisional }: DetailRow) {
  return {
    code: office.code,
    score: hundredths(score),
    lost: hundredths(lost),
    self: self && hundredths(self),
    reviewed: reviewed && hundredths(reviewed),
    kind,
    reason,
    measure,
    provisional,
  };
}

function hundredths(points: string): number {
  return Math.round(Number(points) * 100);
}

/** Quotient to whole hundredths, halves away from zero. */
function halfUp(part: number, whole: number): number {
  const size = Math.floor((Math.abs(part) * 2 + whole) / (2 * whole));
  return part < 0 ? 0 - size : size;
}

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : 1;
}
