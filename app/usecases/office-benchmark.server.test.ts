import Big from 'big.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BenchmarkLine } from '#app/domain/benchmark.ts';
import { benchmarkSearchOf } from '#app/domain/benchmark-search.ts';
import { type Round, updateRound } from '#db/queries/rounds.server.ts';
import { type Scope, scopeOf, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { comparedSubmissions, plainFigures, plainStanding } from '#test/helpers/plain-figures.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  randomYears,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import { type BenchmarkView, viewOfficeBenchmark } from './office-benchmark.server.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const year = 2023;
const policies = fc.constantFrom<Round['peerView']>('named', 'coded', 'aggregate');
const searches = fc.constantFrom(
  '',
  'sort=behind',
  'sort=ahead&group=scores',
  'behind=1',
  'group=rates&group=no',
);

test('every figure of the page is what a plain computation over the raw rows gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      rawDistrict({ offices: 9 }),
      policies,
      searches,
      fc.nat(8),
      async (raw, policy, query, pick) => {
        const office = raw.offices[pick % raw.offices.length];
        if (!office) return;
        const { leader, reviewer, districtId, officeIdOf } = await insertRawDistrict(database.database, raw);
        await withScope(reviewer, (db) => updateRound(db, { year, peerView: policy }));
        const own = scopeOf(database.database, {
          id: null,
          role: 'office_preparer',
          districtId,
          officeId: officeIdOf(office.id),
        });
        const view = await ask(own, office.code, query);
        expect(view).toBeDefined();
        if (!view) return;
        // The district sees what the office sees, but for a draft, which stays the office's own.
        expect(await ask(leader, office.code, query)).toEqual(view);
        expect(view.policy).toBe(policy);
        expectTrend(view, raw, office.id);
        const isCompared = comparedSubmissions(raw, year).some(({ officeId }) => officeId === office.id);
        const filed = raw.submissions.find((each) => each.officeId === office.id && each.year === year);
        expect(view.status).toBe(filed?.status ?? 'not_filed');
        expect(view.comparison !== undefined).toBe(isCompared);
        if (!isCompared) return;
        expectLines(view, raw, office.id, query);
        expectRemarks(view, raw, office.id);
        expectLosses(view, raw, office.id);
        expectPeers(view, raw, office.id);
      },
    ),
    { numRuns: 60 },
  );
}, 400_000);

test('an office outside the scope and a year without a round are not there', async () => {
  const [raw] = fc.sample(rawDistrict({ offices: 3 }), { numRuns: 1, seed: 7 });
  const { leader, districtId, officeIdOf } = await insertRawDistrict(database.database, raw as RawDistrict);
  const [first, second] = raw?.offices ?? [];
  const own = scopeOf(database.database, {
    id: null,
    role: 'office_preparer',
    districtId,
    officeId: officeIdOf(first?.id ?? ''),
  });
  expect(await ask(own, second?.code ?? '', '')).toBeUndefined();
  const search = benchmarkSearchOf(new URLSearchParams());
  expect(
    await viewOfficeBenchmark(leader, { officeCode: first?.code ?? '', year: 2030, search }),
  ).toBeUndefined();
});

function ask(scope: Scope, officeCode: string, query: string): Promise<BenchmarkView | undefined> {
  return viewOfficeBenchmark(scope, {
    officeCode,
    year,
    search: benchmarkSearchOf(new URLSearchParams(query)),
  });
}

/** Figures of the table, in its order, that somebody states. */
function expectLines(view: BenchmarkView, raw: RawDistrict, officeId: string, query: string): void {
  const figures = plainFigures(raw, year);
  const groups = view.comparison?.groups ?? [];
  const asked = query.includes('group=scores') ? ['scores'] : query.includes('group=rates') ? ['rates'] : all;
  expect(groups.map(({ group }) => group)).toEqual(asked);
  for (const { group, lines } of groups) {
    const expected = [...figures]
      .filter(([figure]) => figure !== 'rate:execution_rate' && groupOf(figure) === group)
      .map(([figure, values]) => ({ figure, ...plainStanding(values, officeId) }))
      .filter(
        ({ value, median }) => query !== 'behind=1' || (value !== null && median !== null && value < median),
      );
    expect(lines.map(plainLine).sort(byFigure)).toEqual(
      expected.map((standing) => ({ ...standing, ...gapsOf(standing) })).sort(byFigure),
    );
    const gaps = lines.flatMap(({ toMedian }) => (toMedian === undefined ? [] : [Number(toMedian)]));
    if (query.startsWith('sort=behind')) expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    if (query.startsWith('sort=ahead')) expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    for (const line of lines) expect(line.tied).toBe(isTied(figures.get(line.column.id), officeId, line));
  }
  const gaps = [...figures]
    .filter(([figure]) => figure !== 'rate:execution_rate')
    .map(([, values]) => gapsOf(plainStanding(values, officeId)).toMedian)
    .filter((gap) => gap !== null);
  expect(view.comparison?.counts).toEqual({
    below: gaps.filter((gap) => gap < 0).length,
    above: gaps.filter((gap) => gap > 0).length,
    level: gaps.filter((gap) => gap === 0).length,
  });
  const total = view.comparison?.total;
  expect(total && plainLine(total).rank).toEqual(
    figures.has('total_score')
      ? plainStanding(figures.get('total_score') ?? new Map(), officeId).rank
      : undefined,
  );
}

const all = ['scores', 'rates', 'money'];

function groupOf(figure: string): string {
  if (figure.startsWith('score:') || figure === 'total_score') return 'scores';
  return figure.startsWith('rate:') || figure === 'execution_rate' ? 'rates' : 'money';
}

function plainLine({ column, ...line }: BenchmarkLine) {
  const number = (value: string | undefined) => (value === undefined ? null : Number(value));
  return {
    figure: column.id,
    value: number(line.own),
    rank: line.rank ?? null,
    ranked: line.ranked,
    percentile: number(line.percentile),
    mean: number(line.mean),
    median: number(line.median),
    best: number(line.best),
    spread: number(line.spread),
    toMedian: number(line.toMedian),
    toBest: number(line.toBest),
  };
}

function gapsOf({
  value,
  median,
  best,
}: Pick<ReturnType<typeof plainStanding>, 'value' | 'median' | 'best'>) {
  const gap = (other: number | null) =>
    value === null || other === null ? null : new Big(value).minus(other).toNumber() + 0;
  return { toMedian: gap(median), toBest: gap(best) };
}

function isTied(values: Map<string, Big> | undefined, officeId: string, { median }: BenchmarkLine): boolean {
  const own = values?.get(officeId);
  if (!own || median === undefined) return false; // not told apart where too few stand behind it
  return [...(values ?? [])].some(([other, value]) => other !== officeId && value.eq(own));
}

/** The three furthest from the median in mean distances, no part beside its whole. */
function expectRemarks(view: BenchmarkView, raw: RawDistrict, officeId: string): void {
  const { strengths = [], weaknesses = [] } = view.comparison ?? {};
  const distances = new Map<string, number>();
  for (const [figure, values] of plainFigures(raw, year)) {
    if (!/^(score:.*|execution_rate|rate:spending_progress|rate:sme_share)$/.test(figure)) continue;
    const { spread, ...standing } = plainStanding(values, officeId);
    const { toMedian } = gapsOf(standing);
    if (toMedian && spread) distances.set(figure, toMedian / spread);
  }
  for (const [sign, chosen] of [
    [1, strengths],
    [-1, weaknesses],
  ] as const) {
    const ids = chosen.map(({ column }) => column.id);
    const candidates = [...distances].filter(([, distance]) => Math.sign(distance) === sign);
    for (const id of ids) expect(Math.sign(distances.get(id) ?? 0)).toBe(sign);
    expect(ids.length).toBeLessThanOrEqual(3);
    expect(ids.some((id) => ids.some((other) => other.startsWith(`${id}.`)))).toBe(false);
    // Whatever is not named is nearer to the median than all that is, or is kin of something named.
    const weakest = Math.min(...ids.map((id) => Math.abs(distances.get(id) ?? 0)));
    for (const [id, distance] of candidates) {
      const isKin = ids.some(
        (other) => other === id || other.startsWith(`${id}.`) || id.startsWith(`${other}.`),
      );
      if (!isKin) expect([id, ids.length === 3 && Math.abs(distance) <= weakest + 1e-5]).toEqual([id, true]);
    }
  }
}

function expectLosses(view: BenchmarkView, raw: RawDistrict, officeId: string): void {
  const framework = raw.rounds.find((round) => round.year === year)?.framework;
  const claims = raw.submissions.find((each) => each.officeId === officeId && each.year === year)?.content
    .scores;
  const expected = (framework?.nodes ?? []).flatMap((node) => {
    const values = plainFigures(raw, year).get(`score:${node.code}`);
    const own = values?.get(officeId);
    if (!values || !own || own.gte(node.weight)) return [];
    const { median } = plainStanding(values, officeId);
    const lost = new Big(node.weight).minus(own).toNumber();
    const medianLost = median === null ? undefined : new Big(node.weight).minus(median).toNumber();
    const claim = claims?.find((each) => each.node === node.code);
    return [
      {
        code: node.code,
        lost,
        medianLost,
        beyond: medianLost === undefined ? undefined : new Big(lost).minus(medianLost).toNumber() + 0,
        reason: claim?.reason,
        measure: claim?.measure,
      },
    ];
  });
  const number = (value: string | undefined) => (value === undefined ? undefined : Number(value));
  const shown = (view.comparison?.losses ?? []).map(
    ({ node, lost, medianLost, beyond, reason, measure }) => ({
      code: node.code,
      lost: Number(lost),
      medianLost: number(medianLost),
      beyond: number(beyond),
      reason,
      measure,
    }),
  );
  expect(shown.toSorted(byCode)).toEqual(expected.toSorted(byCode));
  // Brothers stand in the order of what they lose beyond the median.
  for (const [index, line] of shown.entries()) {
    const parent = line.code.split('.').slice(0, -1).join('.');
    const next = shown.slice(index + 1).find(({ code }) => code.split('.').slice(0, -1).join('.') === parent);
    if (next) expect(line.beyond ?? line.lost).toBeGreaterThanOrEqual(next.beyond ?? next.lost);
  }
}

/** Nobody's values but those of the figures shown and the policy. */
function expectPeers(view: BenchmarkView, raw: RawDistrict, officeId: string): void {
  const { peers = [], groups = [] } = view.comparison ?? {};
  const shown = groups.flatMap(({ lines }) => lines.map(({ column }) => column.id));
  const figures = plainFigures(raw, year);
  for (const figure of shown) {
    const others = [...(figures.get(figure) ?? [])].filter(([other]) => other !== officeId);
    const isOpen =
      view.policy === 'named' ||
      (view.policy === 'coded' &&
        others.length >= 5 &&
        groupOf(figure) !== 'money' &&
        !figure.endsWith('_change'));
    const expected = isOpen
      ? others.map(([other, value]) => [
          view.policy === 'named' ? raw.offices.find(({ id }) => id === other)?.name : undefined,
          value.toNumber(),
        ])
      : [];
    const seen = peers.flatMap(({ name, values }) =>
      values[figure] === undefined ? [] : [[name?.name, Number(values[figure])]],
    );
    expect(seen.map(String).sort()).toEqual(expected.map(String).sort());
  }
  expect(
    peers.flatMap(({ values }) => Object.keys(values)).filter((figure) => !shown.includes(figure)),
  ).toEqual([]);
}

function expectTrend(view: BenchmarkView, raw: RawDistrict, officeId: string): void {
  const number = (value: string | undefined) => (value === undefined ? null : Number(value));
  const shown = view.trend.map(({ year: of, frameworkChanged, score, rate }) => ({
    year: of,
    frameworkChanged,
    points: [score, rate].map(({ own, rank, ranked, mean, median }) => ({
      value: number(own),
      rank: rank ?? null,
      ranked,
      mean: number(mean),
      median: number(median),
    })),
  }));
  const expected = randomYears.map((of, index) => ({
    year: of,
    frameworkChanged: index > 0 && weightsOf(raw, of) !== weightsOf(raw, randomYears[index - 1] ?? 0),
    points: ['total_score', 'execution_rate'].map((figure) => {
      const values = plainFigures(raw, of).get(figure);
      if (!values) return { value: null, rank: null, ranked: 0, mean: null, median: null };
      const { value, rank, ranked, mean, median } = plainStanding(values, officeId);
      return { value, rank, ranked, mean, median };
    }),
  }));
  expect(shown).toEqual(expected);
}

function weightsOf({ rounds }: RawDistrict, of: number): string | undefined {
  return rounds
    .find((round) => round.year === of)
    ?.framework.nodes.map(({ weight }) => weight)
    .join();
}

function byFigure(a: { figure: string }, b: { figure: string }): number {
  return a.figure < b.figure ? -1 : 1;
}

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : 1;
}
