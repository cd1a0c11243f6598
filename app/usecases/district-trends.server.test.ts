import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertBoundaryChanges } from '#db/queries/boundary-changes.server.ts';
import { type Scope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  type RawSubmission,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import { type TrendsView, viewDistrictTrends } from './district-trends.server.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const years = [2021, 2022, 2023];

test('every figure of the page is what plain loops over the raw rows find', async () => {
  await fc.assert(
    fc.asyncProperty(rawDistrict(), fc.boolean(), async (raw, byRate) => {
      const { leader, reviewer, officeIdOf } = await insertRawDistrict(db.database, raw);
      const [first] = raw.offices;
      const broken = first?.active ? first.id : undefined;
      await withScope(reviewer, (scoped) =>
        insertBoundaryChanges(scoped, [
          {
            officeId: officeIdOf(first?.id ?? ''),
            year: 2022,
            kind: 'merged',
            note: '并入',
            noteEn: 'merged',
          },
          {
            officeId: officeIdOf(first?.id ?? ''),
            year: 2023,
            kind: 'renamed',
            note: '更名',
            noteEn: 'renamed',
          },
        ]),
      );
      const measure = byRate ? 'execution_rate' : 'total_score';
      const view = await trendsOf(leader, `by=${measure}&measure=${measure}&sort=down`);
      expect(view.years).toEqual(years);
      expectDistrict(raw, view);
      for (const office of raw.offices.filter(({ active }) => active)) {
        const line = view.lines.find((each) => each.office.id === officeIdOf(office.id));
        const ranks = years.map((year) => rankOf(raw, office.id, year, measure));
        expect(line?.points.map(({ rank }) => rank)).toEqual(ranks);
        expect(line?.points.map(({ value }) => hundredths(value))).toEqual(
          years.map((year) => figureOf(raw, office.id, year, measure)),
        );
        const changed = years.map((year, index) => index > 0 && !sameWeights(raw, year, year - 1));
        expect(line?.points.map((point) => point.broken)).toEqual([
          false,
          office.id === broken || (!byRate && changed[1] === true),
          !byRate && changed[2] === true,
        ]);
        const [before, now] = ranks.slice(1);
        expect(line?.movement).toBe(before === undefined || now === undefined ? undefined : before - now);
        expectMonths(raw, view, { rawId: office.id, officeId: officeIdOf(office.id) });
      }
      expectPanels(view);
      expectChosen(view);
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 120_000);

test('a year without a round is not there, and what the address holds is read in full or not at all', async () => {
  const office = { id: '0e4cb4f0-0000-4000-8000-000000000001', code: '990100001', name: '甲', active: true };
  const raw: RawDistrict = { offices: [office], rounds: [], submissions: [] };
  const { leader } = await insertRawDistrict(db.database, {
    ...raw,
    rounds: (fc.sample(rawDistrict(), 1)[0] as RawDistrict).rounds.filter(({ year }) => year !== 2022),
  });
  expect(await viewDistrictTrends(leader, { year: 2022, params: new URLSearchParams() })).toBeUndefined();
  const view = await trendsOf(leader, 'offices=990100001,12,990100001,888888888&by=luck&measure=&sort=x');
  expect(view.years).toEqual([2021, 2023]);
  expect(view.search).toEqual({
    offices: ['990100001'],
    by: 'total_score',
    measure: 'total_score',
    sort: 'rank',
  });
  expect(view.chosen.map(({ code }) => code)).toEqual(['990100001']);
});

function expectDistrict(raw: RawDistrict, view: TrendsView): void {
  for (const [index, point] of view.points.entries()) {
    const rows = comparedIn(raw, years[index] ?? 0);
    const with_ = (item: 'budget_total' | 'executed_total') =>
      rows.flatMap(({ content }) =>
        content.amounts[item] === undefined ? [] : [fen(content.amounts[item])],
      );
    for (const [shown, amounts] of [
      [point.budget, with_('budget_total')],
      [point.executed, with_('executed_total')],
    ] as const) {
      expect(shown?.offices ?? 0).toBe(amounts.length);
      expect(shown && fen(shown.amount)).toBe(amounts.length === 0 ? undefined : total(amounts));
    }
    const rated = rows.filter(({ content: { amounts } }) => rate(amounts) !== undefined);
    expect(point.rate?.offices ?? 0).toBe(
      total(rated.map(({ content }) => fen(content.amounts.budget_total))) === 0 ? 0 : rated.length,
    );
    const scores = rows.flatMap((row) => score(row) ?? []).sort((a, b) => a - b);
    expect(point.score.offices).toBe(scores.length);
    expect(hundredths(point.score.mean)).toBe(
      scores.length === 0 ? undefined : divide(total(scores), scores.length),
    );
    const middle =
      (scores[Math.floor((scores.length - 1) / 2)] ?? 0) + (scores[Math.ceil((scores.length - 1) / 2)] ?? 0);
    expect(point.score.median === undefined ? undefined : Number(point.score.median) * 200).toEqual(
      scores.length === 0 ? undefined : expect.closeTo(middle, 6),
    );
    const year = years[index] ?? 0;
    expect(point.frameworkChanged).toBe(index > 0 && !sameWeights(raw, year, year - 1));
    const sets = [year - 1, year].map((each) =>
      comparedIn(raw, each)
        .filter(({ content }) => content.amounts.executed_total !== undefined)
        .map(({ officeId }) => officeId),
    );
    const gone = (sets[0] ?? []).filter((id) => !sets[1]?.includes(id)).length;
    const fresh = (sets[1] ?? []).filter((id) => !sets[0]?.includes(id)).length;
    expect(point.setChanged).toEqual(index > 0 && gone + fresh > 0 ? { gone, fresh } : undefined);
    expect(point.provisional).toBe(rows.some(({ status }) => status === 'submitted'));
  }
  expect(view.newFrameworks).toEqual(
    years.filter((year) => year > 2021 && !sameWeights(raw, year, year - 1)),
  );
}

function expectMonths(raw: RawDistrict, view: TrendsView, ids: { rawId: string; officeId: string }): void {
  const progress = view.months.find(({ office }) => office.id === ids.officeId);
  const months = [2023, 2022].map(
    (year) =>
      comparedIn(raw, year).find(({ officeId }) => officeId === ids.rawId)?.content.monthlyExecution ?? [],
  );
  const [now = [], before = []] = months;
  const gaps = now.map(({ month, rate: own }) => [month, Number(own) - 100]);
  expect(progress?.months.map(({ month, gap }) => [month, Number(gap)])).toEqual(gaps);
  expect(progress?.lastYear.map(({ month, rate: own }) => [month, own])).toEqual(
    before.map(({ month, rate: own }) => [month, own]),
  );
  const find = (month: number | undefined) => now.find((each) => each.month === month)?.rate;
  expect([progress?.latest?.rate, progress?.june?.rate, progress?.september?.rate]).toEqual([
    now.at(-1)?.rate,
    find(6),
    find(9),
  ]);
  expect(progress?.latestLastYear?.rate).toBe(before.find(({ month }) => month === now.at(-1)?.month)?.rate);
  let [run, longest, behind] = [0, 0, 0];
  for (let month = 1; month <= 12; month++) {
    const own = find(month);
    run = own !== undefined && Number(own) < 100 ? run + 1 : 0;
    behind += run > 0 ? 1 : 0;
    longest = Math.max(longest, run);
  }
  expect([progress?.behind, progress?.longestRun]).toEqual([behind, longest]);
}

/** By fall: the most negative movement first, offices without one last; the median of the shown values. */
function expectPanels({ panels }: TrendsView): void {
  const movements = panels.lines.map(({ movement }) => movement);
  const known = movements.filter((each) => each !== undefined);
  expect(movements.slice(0, known.length)).toEqual([...known].sort((a, b) => a - b));
  for (const [index, middle] of panels.median.entries()) {
    const values = panels.lines
      .flatMap(({ points }) => points[index]?.value ?? [])
      .map(Number)
      .sort((a, b) => a - b);
    const [low, high] = [
      values[Math.floor((values.length - 1) / 2)],
      values[Math.ceil((values.length - 1) / 2)],
    ];
    expect(middle === undefined ? undefined : Number(middle)).toEqual(
      low === undefined || high === undefined ? undefined : expect.closeTo((low + high) / 2, 8),
    );
  }
}

function expectChosen({ chosen, lines }: TrendsView): void {
  const line = (id: string) => lines.find(({ office }) => office.id === id);
  const moves = lines.map(({ movement = 0 }) => movement);
  const ranks = lines.flatMap(({ points }) => points.at(-1)?.rank ?? []);
  expect(new Set(chosen.map(({ id }) => id)).size).toBe(chosen.length);
  const has = (test_: (each: TrendsView['lines'][number]) => boolean) =>
    chosen.some(({ id }) => {
      const found = line(id);
      return found !== undefined && test_(found);
    });
  const [up, down] = [Math.max(0, ...moves), Math.min(0, ...moves)];
  if (up > 0) expect(has(({ movement }) => movement === up)).toBe(true);
  if (down < 0) expect(has(({ movement }) => movement === down)).toBe(true);
  if (ranks.length > 0) {
    expect(has(({ points }) => points.at(-1)?.rank === 1)).toBe(true);
    expect(has(({ points }) => points.at(-1)?.rank === Math.max(...ranks))).toBe(true);
  } else {
    expect(chosen).toEqual([]);
  }
}

function comparedIn(raw: RawDistrict, year: number): RawSubmission[] {
  const active = raw.offices.filter((office) => office.active).map(({ id }) => id);
  return raw.submissions.filter(
    (each) =>
      each.year === year && active.includes(each.officeId) && ['submitted', 'approved'].includes(each.status),
  );
}

function rankOf(raw: RawDistrict, officeId: string, year: number, measure: string): number | undefined {
  const own = figureOf(raw, officeId, year, measure);
  if (own === undefined) return undefined;
  const values = comparedIn(raw, year).map((row) => figureOf(raw, row.officeId, year, measure));
  return 1 + values.filter((value) => value !== undefined && value > own).length;
}

function figureOf(raw: RawDistrict, officeId: string, year: number, measure: string): number | undefined {
  const row = comparedIn(raw, year).find((each) => each.officeId === officeId);
  if (!row) return undefined;
  return measure === 'total_score' ? score(row) : rate(row.content.amounts);
}

function score({ content, reviewed }: RawSubmission): number | undefined {
  return hundredths(reviewed.total ?? content.scores.find(({ node }) => node === 'total')?.score);
}

function rate({ executed_total, budget_total }: RawSubmission['content']['amounts']): number | undefined {
  if (executed_total === undefined || budget_total === undefined || Number(budget_total) === 0)
    return undefined;
  return divide(fen(executed_total) * 10_000, fen(budget_total));
}

function sameWeights(raw: RawDistrict, a: number, b: number): boolean {
  const weights = (year: number) =>
    raw.rounds.find((round) => round.year === year)?.framework.nodes.map(({ weight }) => weight);
  return JSON.stringify(weights(a)) === JSON.stringify(weights(b));
}

/** Half away from zero; the amounts are small enough for whole numbers. */
function divide(top: number, bottom: number): number {
  const [t, b] = [BigInt(top), BigInt(bottom)];
  const negative = t < 0n !== b < 0n;
  const [up, down] = [t < 0n ? -t : t, b < 0n ? -b : b];
  const size = Number((2n * up + down) / (2n * down));
  return negative && size !== 0 ? -size : size;
}

function fen(amount: string | undefined): number {
  return Math.round(Number(amount ?? 0) * 100);
}

function hundredths(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(Number(value) * 100);
}

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

async function trendsOf(leader: Scope, search: string): Promise<TrendsView> {
  const view = await viewDistrictTrends(leader, { year: 2023, params: new URLSearchParams(search) });
  if (!view) throw new Error('no trends');
  return view;
}
