import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeByCode } from '#app/domain/framework.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import type { Relation } from '#app/domain/relations.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  type RawSubmission,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import { type RelationsView, viewDistrictRelations } from './district-relations.server.ts';

const year = 2023;
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** Every relation again, by loops over the raw rows and plain numbers. */
test('every figure of the relations follows from the raw rows', async () => {
  let judged = 0;
  let outliers = 0;
  let computed = 0;
  let gaps = 0;
  await fc.assert(
    fc.asyncProperty(rawDistrict({ offices: 12 }), fc.boolean(), async (drawn, fill) => {
      const raw = withRules(fill ? dense(drawn) : drawn);
      const { leader } = await insertRawDistrict(db.database, raw);
      const params = new URLSearchParams({ x: 'score:a', y: 'problems' });
      const view = await viewDistrictRelations(leader, { year, params });
      if (!view) throw new Error('no relations');
      const { rate_score, size_rate, size_score } = view.relations;
      checkRelation(rate_score, raw, executionRate, total);
      checkRelation(size_rate, raw, budget, executionRate);
      checkRelation(size_score, raw, budget, total);
      if (view.free)
        checkRelation(
          view.free,
          raw,
          (each) => scoreOf(each, 'a'),
          ({ content }) => content.problems.length,
        );
      expect(view.free).toBeDefined();
      checkClaims(view, raw);
      checkComputed(view, raw);
      if (rate_score.correlation.kind === 'found') judged += 1;
      outliers += rate_score.points.filter(({ outlier }) => outlier.length > 0).length;
      computed += view.aboveComputed.length;
      gaps += view.claims.gaps.length;
    }),
    { numRuns: 80 },
  );
  for (const seen of [judged, outliers, computed, gaps]) expect(seen).toBeGreaterThan(5);
}, 120_000);

test('an axis that is unknown, missing or named twice draws nothing', async () => {
  const [raw] = fc.sample(rawDistrict(), { numRuns: 1, seed: 7 });
  const { leader } = await insertRawDistrict(db.database, raw as RawDistrict);
  for (const query of [
    '',
    'x=budget_total',
    'x=budget_total&y=budget_total',
    'x=rank&y=total_score',
    'x=%00&y=z',
  ]) {
    const view = await viewDistrictRelations(leader, { year, params: new URLSearchParams(query) });
    expect([query, view?.free]).toEqual([query, undefined]);
  }
  expect(await viewDistrictRelations(leader, { year: 2031, params: new URLSearchParams() })).toBeUndefined();
});

type Figure = (submission: RawSubmission) => number | undefined;

function checkRelation(relation: Relation, raw: RawDistrict, atX: Figure, atY: Figure) {
  const stated = filedOf(raw).flatMap(({ code, submission }) => {
    const [x, y] = [atX(submission), atY(submission)];
    return x === undefined || y === undefined ? [] : [{ code, x, y }];
  });
  const n = stated.length;
  const [xs, ys] = [stated.map(({ x }) => x), stated.map(({ y }) => y)];
  const expected = new Map(
    stated.map(({ code, x, y }) => {
      const [rankX, rankY] = [midRank(x, xs), midRank(y, ys)];
      const kinds: string[] = [];
      if (n >= 5 && Math.abs(rankX - rankY) * 2 >= n) kinds.push(rankX > rankY ? 'y_ahead' : 'x_ahead');
      if (n >= 5) kinds.push(...far(y, ys, 'y'), ...far(x, xs, 'x'));
      return [code, { x, y, rankX, rankY, kinds }];
    }),
  );
  const shown = new Map(
    relation.points.map(({ office, x, y, rankX, rankY, outlier }) => [
      office.code,
      { x: Number(x), y: Number(y), rankX, rankY, kinds: outlier },
    ]),
  );
  expect(shown).toEqual(expected);
  expect(relation.points.map(({ x }) => Number(x))).toEqual(xs.toSorted((a, b) => b - a));
  expect(relation.left.map(({ office, reason }) => [office.code, reason])).toEqual(
    leftOf(raw, new Set(expected.keys())),
  );
  if (n > 0) {
    expect(Number(relation.medianX)).toBeCloseTo(middle(xs), 8);
    expect(Number(relation.medianY)).toBeCloseTo(middle(ys), 8);
  }
  checkCorrelation(relation, xs, ys);
}

function checkCorrelation({ correlation }: Relation, xs: number[], ys: number[]) {
  const n = xs.length;
  expect(correlation.n).toBe(n);
  if (n < 5) return expect(correlation.kind).toBe('too_few');
  const [a, b] = [xs.map((x) => midRank(x, xs)), ys.map((y) => midRank(y, ys))];
  const mean = (n + 1) / 2;
  let [both, ofX, ofY] = [0, 0, 0];
  for (let index = 0; index < n; index += 1) {
    const [dx, dy] = [(a[index] ?? 0) - mean, (b[index] ?? 0) - mean];
    both += dx * dy;
    ofX += dx * dx;
    ofY += dy * dy;
  }
  if (ofX * ofY === 0) return expect(correlation.kind).toBe('constant');
  if (correlation.kind !== 'found') throw new Error(`found nothing of ${n}`);
  const rho = both / Math.sqrt(ofX * ofY);
  expect(Math.abs(correlation.rho - rho)).toBeLessThanOrEqual(0.005 + 1e-9);
  const size = Math.abs(correlation.rho);
  const word = size >= 0.7 ? 'strong' : size >= 0.4 ? 'moderate' : size >= 0.2 ? 'weak' : 'none';
  return expect(correlation.strength).toBe(word);
}

function checkClaims({ claims }: RelationsView, raw: RawDistrict) {
  const expected = filedOf(raw).flatMap(({ code, submission }) => {
    const self = submission.content.scores.find(({ node }) => node === 'total')?.score;
    const reviewed = submission.reviewed.total;
    if (self === undefined || reviewed === undefined) return [];
    return [{ code, gap: hundredths(Number(self) - Number(reviewed)) }];
  });
  const gaps = expected.map(({ gap }) => gap);
  expect(new Map(claims.gaps.map(({ office, gap }) => [office.code, Number(gap)]))).toEqual(
    new Map(expected.map(({ code, gap }) => [code, gap])),
  );
  expect(claims.gaps.map(({ gap }) => Number(gap))).toEqual(gaps.toSorted((a, b) => b - a));
  for (const { gap, far: marked } of claims.gaps) {
    expect(marked).toBe(far(Number(gap), gaps, '')[0]?.slice(1));
  }
  expect([claims.over, claims.under, claims.same]).toEqual([
    gaps.filter((gap) => gap > 0).length,
    gaps.filter((gap) => gap < 0).length,
    gaps.filter((gap) => gap === 0).length,
  ]);
  if (gaps.length > 0) {
    const sum = gaps.reduce((a, b) => a + b, 0);
    expect(Math.abs(Number(claims.mean) - sum / gaps.length)).toBeLessThanOrEqual(0.005 + 1e-9);
    expect(Number(claims.median)).toBeCloseTo(middle(gaps), 8);
  }
  expect(claims.left.map(({ office, reason }) => [office.code, reason])).toEqual(
    leftOf(raw, new Set(expected.map(({ code }) => code))),
  );
}

function checkComputed({ aboveComputed }: RelationsView, raw: RawDistrict) {
  const nodes = raw.rounds.find((round) => round.year === year)?.framework.nodes ?? [];
  const weightOf = (code: string) => Number(nodes.find((node) => node.code === code)?.weight);
  const expected = filedOf(raw).flatMap(({ code, submission: { content } }) => {
    const { monthlyExecution: months, rates, amounts } = content;
    const mean = hundredths(months.reduce((sum, { rate }) => sum + Number(rate), 0) / months.length);
    const [reserved, actual] = [optional(amounts.sme_reserved), optional(amounts.sme_actual)];
    const shares: [string, number | undefined][] = [
      [spending, months.length > 0 ? mean : optional(rates.spending_progress)],
      [policy, reserved && reserved > 0 && actual !== undefined ? (actual / reserved) * 100 : undefined],
    ];
    return shares.flatMap(([node, share]) => {
      const self = optional(content.scores.find((each) => each.node === node)?.score);
      if (self === undefined || share === undefined) return [];
      const gap = hundredths(self - hundredths((Math.min(Math.max(share, 0), 100) / 100) * weightOf(node)));
      return gap > 0 ? [`${code} ${node} ${gap}`] : [];
    });
  });
  const shown = aboveComputed.map(({ office, node, gap }) => `${office.code} ${node.code} ${Number(gap)}`);
  expect(shown.toSorted()).toEqual(expected.toSorted());
  const gaps = aboveComputed.map(({ gap }) => Number(gap));
  expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
}

const spending = 'effectiveness.spending_progress';
const policy = 'management.procurement.sme_policy';

/** The same district with two of its categories under the names, and with the rules, of those that figures settle. */
function withRules(raw: RawDistrict): RawDistrict {
  const text = JSON.stringify(raw).replaceAll('"a.p"', `"${spending}"`).replaceAll('"a.q"', `"${policy}"`);
  const renamed: RawDistrict = JSON.parse(text);
  for (const { framework } of renamed.rounds)
    for (const node of framework.nodes) {
      const rule = nodeByCode(guangdong2023, node.code)?.rule;
      if (rule) node.rule = rule;
    }
  return renamed;
}

/** The same district with most of the missing figures stated, so that enough offices state both of two. */
function dense(raw: RawDistrict): RawDistrict {
  const submissions = raw.submissions.map((submission, index): RawSubmission => {
    if (index % 6 === 0) return submission;
    const { content } = submission;
    const total = { node: 'total', score: ['80', '85.5', '90', '90', '97.25'][(index * 3) % 5] ?? '0' };
    const hasTotal = content.scores.some(({ node }) => node === 'total');
    return {
      ...submission,
      status: 'approved',
      submittedAt: submission.submittedAt ?? `${submission.year + 1}-03-15T02:30:00.000Z`,
      approvedAt: `${submission.year + 1}-05-06T02:30:00.000Z`,
      content: {
        ...content,
        amounts: {
          ...content.amounts,
          budget_total: ['1000000.00', '2500000.55', '9999999.99', '400000.00'][index % 4],
          executed_total: content.amounts.executed_total ?? '990000.10',
        },
        scores: hasTotal ? content.scores : [...content.scores, total],
      },
    };
  });
  return { ...raw, submissions };
}

function filedOf(raw: RawDistrict) {
  return raw.offices.flatMap(({ id, code, active }) => {
    const submission = raw.submissions.find((each) => each.officeId === id && each.year === year);
    const filed = submission?.status === 'submitted' || submission?.status === 'approved';
    return active && submission && filed ? [{ code, submission }] : [];
  });
}

function leftOf(raw: RawDistrict, there: ReadonlySet<string>) {
  return raw.offices
    .filter(({ active, code }) => active && !there.has(code))
    .map(({ id, code }) => {
      const status = raw.submissions.find((each) => each.officeId === id && each.year === year)?.status;
      if (status === undefined || status === 'draft') return [code, 'not_filed'];
      return [code, status === 'returned' ? 'returned' : 'figure_missing'];
    })
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
}

function budget({ content }: RawSubmission): number | undefined {
  return optional(content.amounts.budget_total);
}

function executionRate({ content }: RawSubmission): number | undefined {
  const { budget_total: whole, executed_total: part } = content.amounts;
  if (whole === undefined || part === undefined || Number(whole) === 0) return undefined;
  return hundredths((Number(part) / Number(whole)) * 100);
}

function total(submission: RawSubmission): number | undefined {
  return scoreOf(submission, 'total');
}

function scoreOf({ content, reviewed }: RawSubmission, node: string): number | undefined {
  return optional(reviewed[node] ?? content.scores.find((each) => each.node === node)?.score);
}

function optional(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** Half away from zero. */
function hundredths(value: number): number {
  const rounded = Math.round(Math.abs(value) * 100 + 1e-7) / 100;
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

function midRank(value: number, values: number[]): number {
  let [above, equal] = [0, 0];
  for (const other of values) {
    if (other > value) above += 1;
    if (other === value) equal += 1;
  }
  return above + (equal + 1) / 2;
}

function far(value: number, values: number[], axis: string): string[] {
  const centre = middle(values);
  const limit = 3 * 1.4826 * middle(values.map((each) => Math.abs(each - centre)));
  if (limit === 0 || Math.abs(value - centre) <= limit + 1e-9) return [];
  return [`${axis}_${value > centre ? 'high' : 'low'}`];
}

function middle(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  );
}
