import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MoneyItem } from '#app/domain/submission.ts';
import { demoId } from '#db/demo/ids.server.ts';
import { insertLargeDistrict } from '#db/demo/large-district.server.ts';
import { loadDemo } from '#db/demo/load.server.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import { scopeOf, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  type RawSubmission,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import { countStatements } from '#test/helpers/statements.ts';
import { type OverviewView, viewDistrictOverview } from './district-overview.server.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const year = 2023;
const days = ['2024-01-01', '2024-03-20', '2024-05-06', '2024-06-01'];

test('every figure of the overview is what a plain recount of the raw rows gives', async () => {
  const runs = fc.asyncProperty(rawDistrict({ offices: 7 }), fc.constantFrom(...days), async (raw, since) => {
    const { leader } = await insertRawDistrict(db.database, raw);
    const view = await viewDistrictOverview(leader, { year, since });
    expect(plainOf(view)).toEqual(recount(raw, since));
  });
  await fc.assert(runs, { numRuns: 80 });
}, 120_000);

test('a district of more offices and years takes as many statements', async () => {
  const statementsOf = async (size: { offices: number; years: number }) => {
    const { scope, offices } = await insertLargeDistrict(db.database, size);
    const { result, statements } = await countStatements(() => viewDistrictOverview(scope, { year }));
    expect(result?.overview.rates.rows).toHaveLength(offices.length);
    return statements;
  };
  const few = await statementsOf({ offices: 2, years: 2 });
  expect(few).toBeLessThan(20);
  expect(await statementsOf({ offices: 40, years: 6 })).toBe(few);
}, 60_000);

/** The view with decimals as numbers and offices as codes, in the shape of the recount. */
function plainOf(view: OverviewView | undefined) {
  if (!view) return undefined;
  const { overview } = view;
  const number = (value: string | undefined) => (value === undefined ? undefined : Number(value));
  const total = ({ amount, offices, change }: (typeof overview.totals)[number]) => ({
    amount: Number(amount),
    offices,
    change: change && { percent: Number(change.percent), offices: change.offices },
  });
  const standing = ({ rows, unranked, mean, median, aboveMean }: typeof overview.rates) => ({
    rows: rows.map(({ office, value, rank, movement, provisional }) => ({
      office: office.code,
      value: Number(value),
      rank,
      movement,
      provisional,
    })),
    unranked: unranked.map(({ office, reason }) => ({ office: office.code, reason })),
    mean: number(mean),
    median: number(median),
    aboveMean,
  });
  const figure = ({ before, now }: { before?: string; now?: string }) => [number(before), number(now)];
  return {
    progress: overview.progress,
    findings: overview.findings,
    totals: Object.fromEntries(overview.totals.map((each) => [each.item, total(each)])),
    districtRate: overview.districtRate && {
      value: Number(overview.districtRate.value),
      offices: overview.districtRate.offices,
      change: overview.districtRate.change && {
        points: Number(overview.districtRate.change.points),
        offices: overview.districtRate.change.offices,
      },
    },
    compositions: Object.fromEntries(
      overview.compositions.map(({ id, parts }) => [
        id,
        Object.fromEntries(
          parts.map((part) => [
            part.item,
            { ...total(part), share: number(part.share), lastShare: number(part.lastShare) },
          ]),
        ),
      ]),
    ),
    rates: standing(overview.rates),
    scores: standing(overview.scores),
    reviewedTotals: overview.reviewedTotals,
    dimensions: overview.dimensions.map(({ node, offices, mean, lost }) => [
      node.code,
      offices,
      Number(mean),
      Number(lost),
    ]),
    problems: overview.problems.map(({ offices, lastYear, theme }) => [theme, offices, lastYear]),
    changes: {
      offices: overview.changes.offices,
      kinds: Object.fromEntries(
        Object.entries(overview.changes.kinds).map(([kind, { count, named }]) => [
          kind,
          [count, named.map(({ code }) => code)],
        ]),
      ),
      figures: overview.changes.figures.map(({ office, score, rate, provisional }) => ({
        office: office.code,
        provisional,
        score: figure(score),
        scoreRank: score.rank && [score.rank.before, score.rank.now],
        rate: figure(rate),
      })),
    },
  };
}

interface Plain {
  code: string;
  raw: RawSubmission | undefined;
}

const stands = ({ raw }: Plain) => raw?.status === 'submitted' || raw?.status === 'approved';
const isText = (value: string | undefined): value is string => value !== undefined;

/** In hundredths, whole. */
function cents(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(Number(value) * 100);
}

/** `part × scale ÷ whole` in hundredths, half away from zero, in whole numbers. */
function divided(part: number, whole: number, scale: bigint): number {
  const sign = part < 0 !== whole < 0 ? -1 : 1;
  const [p, w] = [BigInt(Math.abs(part)) * scale, BigInt(Math.abs(whole))];
  return (sign * Number((p * 2n + w) / (w * 2n))) / 100 || 0;
}

const percentOf = (part: number, whole: number) => divided(part, whole, 10_000n);

function recount(raw: RawDistrict, since: string) {
  const offices = raw.offices.filter(({ active }) => active);
  const of = (wanted: number): Plain[] =>
    offices.map(({ id, code }) => ({
      code,
      raw: raw.submissions.find((each) => each.officeId === id && each.year === wanted),
    }));
  const [all, allBefore] = [of(year), of(year - 1)];
  const [now, before] = [all.filter(stands), allBefore.filter(stands)];
  const round = raw.rounds.find((each) => each.year === year);
  const amount = (office: Plain | undefined, item: MoneyItem) => cents(office?.raw?.content.amounts[item]);
  const beforeOf = (code: string) => before.find((office) => office.code === code);

  const totalOf = (item: MoneyItem) => {
    let [cent, count, both, bothNow, bothBefore, lastCent, lastCount] = [0, 0, 0, 0, 0, 0, 0];
    for (const office of before) {
      const value = amount(office, item);
      if (value === undefined) continue;
      lastCent += value;
      lastCount++;
    }
    for (const office of now) {
      const value = amount(office, item);
      if (value === undefined) continue;
      cent += value;
      count++;
      const last = amount(beforeOf(office.code), item);
      if (last === undefined) continue;
      both++;
      bothNow += value;
      bothBefore += last;
    }
    const change =
      bothBefore === 0 ? undefined : { percent: percentOf(bothNow - bothBefore, bothBefore), offices: both };
    return { cent, count, lastCent, lastCount, shown: { amount: cent / 100, offices: count, change } };
  };

  const composition = (whole: MoneyItem[], order: MoneyItem[]) => {
    const sums = whole.map(totalOf);
    const sum = sums.reduce((a, b) => a + b.cent, 0);
    const lastSum = sums.reduce((a, b) => a + b.lastCent, 0);
    const parts = order.flatMap((item) => {
      const { cent, count, lastCent, lastCount, shown } = totalOf(item);
      if (count === 0) return [];
      const share = sum === 0 ? undefined : percentOf(cent, sum);
      const lastShare = lastSum === 0 || lastCount === 0 ? undefined : percentOf(lastCent, lastSum);
      return [[item, { ...shown, share, lastShare }] as const];
    });
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  };

  const rateOf = (office: Plain | undefined) => {
    const [budget, executed] = [amount(office, 'budget_total'), amount(office, 'executed_total')];
    return budget && executed !== undefined ? percentOf(executed, budget) : undefined;
  };
  const scoreAt = (office: Plain | undefined, node: string) =>
    office?.raw?.reviewed[node] ?? office?.raw?.content.scores.find((each) => each.node === node)?.score;
  const totalScore = (office: Plain | undefined) => {
    const score = scoreAt(office, 'total');
    return score === undefined ? undefined : Number(score);
  };

  const rankAmong = (among: Plain[], value: number, figure: (office: Plain) => number | undefined) =>
    1 + among.filter((other) => (figure(other) ?? Number.NEGATIVE_INFINITY) > value).length;
  const standing = (figure: (office: Plain) => number | undefined) => {
    const rows = now
      .flatMap((office) => {
        const value = figure(office);
        if (value === undefined) return [];
        const then = beforeOf(office.code);
        const last = then && figure(then);
        const rank = rankAmong(now, value, figure);
        return [
          {
            office: office.code,
            value,
            rank,
            movement: last === undefined ? undefined : rankAmong(before, last, figure) - rank,
            provisional: office.raw?.status === 'submitted',
          },
        ];
      })
      .sort((a, b) => a.rank - b.rank || (a.office < b.office ? -1 : 1));
    const values = rows.map(({ value }) => Math.round(value * 100)).sort((a, b) => a - b);
    const mean =
      values.length === 0
        ? undefined
        : divided(
            values.reduce((a, b) => a + b, 0),
            values.length,
            1n,
          );
    const half = Math.floor(values.length / 2);
    const [low, high] = [values[values.length % 2 ? half : half - 1], values[half]];
    return {
      rows,
      unranked: all
        .filter(({ code }) => !rows.some(({ office }) => office === code))
        .map((office) => {
          const status = office.raw?.status;
          const away = status === 'returned' ? 'returned' : 'not_filed';
          return { office: office.code, reason: stands(office) ? 'figure_missing' : away };
        }),
      mean,
      median: low === undefined || high === undefined ? undefined : (low + high) / 200,
      aboveMean: values.filter((value) => value > Math.round((mean ?? 0) * 100)).length,
    };
  };

  const rated = now.filter((office) => rateOf(office) !== undefined);
  const ratedTwice = rated.filter(({ code }) => rateOf(beforeOf(code)) !== undefined);
  const overOf = (group: (Plain | undefined)[]) => {
    const sum = (item: MoneyItem) => group.reduce((all, office) => all + (amount(office, item) ?? 0), 0);
    const budget = sum('budget_total');
    return budget === 0 ? undefined : percentOf(sum('executed_total'), budget);
  };
  const [rateNow, rateThen] = [overOf(ratedTwice), overOf(ratedTwice.map(({ code }) => beforeOf(code)))];
  const value = overOf(rated);

  const themesOf = (group: Plain[]) => {
    const counts = new Map<string, number>();
    for (const { raw: submission } of group)
      for (const theme of new Set(submission?.content.problems.flatMap(({ themes }) => themes)))
        counts.set(theme, (counts.get(theme) ?? 0) + 1);
    return counts;
  };
  const lastThemes = themesOf(before);

  const start = Date.parse(`${since}T00:00:00+08:00`);
  const after = (at: string | null | undefined) => at != null && Date.parse(at) >= start;
  const filed = now.filter(({ raw: submission }) => after(submission?.submittedAt));
  const approved = now.filter(({ raw: submission }) => after(submission?.approvedAt));
  const latest = ({ raw: submission }: Plain) =>
    Math.max(
      ...[submission?.submittedAt, submission?.approvedAt].filter(after).map((at) => Date.parse(at ?? '')),
    );
  const byNewest = (a: Plain, b: Plain) => latest(b) - latest(a) || (a.code < b.code ? -1 : 1);
  const rescored = approved
    .filter((office) => !filed.includes(office))
    .filter(({ raw: submission }) => {
      const self = submission?.content.scores.find(({ node }) => node === 'total')?.score;
      const reviewed = submission?.reviewed.total;
      return reviewed !== undefined && Number(reviewed) !== Number(self);
    })
    .sort(byNewest);
  const codes = (group: Plain[]) => [group.length, [...group].sort(byNewest).map(({ code }) => code)];

  const count = (status: string) => all.filter((office) => office.raw?.status === status).length;
  const compositions = {
    revenue_source: composition(
      ['revenue_general', 'revenue_gov_fund', 'revenue_state_capital', 'revenue_other'],
      ['revenue_general', 'revenue_gov_fund', 'revenue_state_capital', 'revenue_other'],
    ),
    expenditure_source: composition(
      ['expenditure_general', 'expenditure_gov_fund', 'expenditure_state_capital', 'expenditure_other'],
      ['expenditure_general', 'expenditure_gov_fund', 'expenditure_state_capital', 'expenditure_other'],
    ),
    expenditure_nature: composition(
      ['expenditure_basic', 'expenditure_project'],
      ['expenditure_basic', 'expenditure_personnel', 'expenditure_public', 'expenditure_project'],
    ),
  };
  return {
    progress: {
      total: all.length,
      filed: now.length,
      approved: count('approved'),
      submitted: count('submitted'),
      returned: count('returned'),
      draft: count('draft'),
      notFiled: all.filter(({ raw: submission }) => !submission).length,
      // What the product's round calls late: received on a day in China after the deadline.
      late: now.filter(({ raw: submission }) => submission?.submittedAt?.includes('-04-15')).length,
    },
    findings: {
      error: now.filter(({ raw: submission }) => (submission?.findings.length ?? 0) > 0).length,
      warning: 0,
    },
    totals: Object.fromEntries(
      (['budget_total', 'executed_total', 'revenue_total'] as const)
        .map((item) => [item, totalOf(item)] as const)
        .filter(([, { count: n }]) => n > 0)
        .map(([item, { shown }]) => [item, shown]),
    ),
    districtRate:
      value === undefined
        ? undefined
        : {
            value,
            offices: rated.length,
            change:
              rateNow === undefined || rateThen === undefined
                ? undefined
                : { points: Math.round((rateNow - rateThen) * 100) / 100 || 0, offices: ratedTwice.length },
          },
    compositions: Object.fromEntries(Object.entries(compositions).filter(([, parts]) => parts)),
    rates: standing(rateOf),
    scores: standing(totalScore),
    reviewedTotals: now.filter(({ raw: submission }) => submission?.reviewed.total !== undefined).length,
    dimensions: (round?.framework.nodes ?? [])
      .filter(({ level }) => level < 3)
      .flatMap(({ code, weight }) => {
        const scores = now.map((office) => scoreAt(office, code)).filter(isText);
        if (scores.length === 0) return [];
        const mean = divided(
          scores.reduce((sum, score) => sum + (cents(score) ?? 0), 0),
          scores.length,
          1n,
        );
        return [[code, scores.length, mean, Math.round((Number(weight) - mean) * 100) / 100]];
      }),
    problems: [...themesOf(now)]
      .map(([theme, n]) => [theme, n, lastThemes.get(theme) ?? 0] as const)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 5)
      .map((each) => [...each]),
    changes: {
      offices: new Set([...filed, ...approved]).size,
      kinds: {
        submitted: codes(filed),
        resubmitted: [0, []],
        approved: codes(approved),
        returned: [0, []],
      },
      figures: rescored.map((office) => {
        const self = office.raw?.content.scores.find(({ node }) => node === 'total')?.score;
        const then = self === undefined ? undefined : Number(self);
        const others = now.filter((other) => other !== office);
        return {
          office: office.code,
          provisional: false,
          score: [then, totalScore(office)],
          scoreRank:
            then === undefined
              ? undefined
              : [rankAmong(others, then, totalScore), rankAmong(others, totalScore(office) ?? 0, totalScore)],
          rate: [rateOf(office), rateOf(office)],
        };
      }),
    },
  };
}

test('a submission sent again after a return shows its figures then and now, and what they do to its rank', async () => {
  const content = (executed: string, score: string) => ({
    amounts: { budget_total: '1000.00', executed_total: executed } as const,
    rates: {},
    monthlyExecution: [],
    scores: [{ node: 'total', score }],
    outcomeIndicators: [],
    keyProjects: [],
    problems: [],
    measures: [],
  });
  const [raw] = fc.sample(rawDistrict({ offices: 1 }), 1);
  if (!raw) throw new Error('no district');
  const officeIds = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
  const submission = (
    officeId: string,
    status: 'returned' | 'approved',
    executed: string,
    score: string,
  ) => ({
    officeId,
    year,
    status,
    submittedAt: '2024-02-01T02:00:00.000Z',
    approvedAt: status === 'approved' ? '2024-02-02T02:00:00.000Z' : null,
    content: content(executed, score),
    reviewed: {},
    findings: [],
  });
  const { leader, reviewer, officeIdOf } = await insertRawDistrict(db.database, {
    ...raw,
    offices: officeIds.map((id, index) => ({
      id,
      code: `99010000${index}`,
      name: `街道${index}`,
      active: true,
    })),
    submissions: [
      submission(officeIds[0] ?? '', 'approved', '900.00', '90'),
      submission(officeIds[1] ?? '', 'returned', '800.00', '95'),
    ],
  });
  const officeId = officeIdOf(officeIds[1] ?? '');
  const overview = async (since: string) => (await viewDistrictOverview(leader, { year, since }))?.overview;
  const sentBack = { officeId, action: 'submission.return', subject: `990100001/${year}` };
  await withScope(reviewer, (scoped) =>
    insertAudit(scoped, { ...sentBack, at: '2024-03-01T02:00:00.000Z', detail: { revision: 1 } }),
  );
  const returned = (await overview('2024-03-01'))?.changes;
  expect(returned?.kinds.returned.count).toBe(1);
  expect([returned?.offices, returned?.figures]).toEqual([1, []]);
  expect((await overview('2024-03-02'))?.changes.offices).toBe(0);

  await withScope(reviewer, (scoped) =>
    insertRevision(scoped, {
      officeId,
      year,
      status: 'submitted',
      origin: 'filed',
      content: content('950.00', '85'),
      findings: [],
      version: 1,
      submittedAt: '2024-03-10T02:00:00.000Z',
    }),
  );
  const changes = (await overview('2024-03-10'))?.changes;
  expect(changes?.kinds.resubmitted.named.map(({ code }) => code)).toEqual(['990100001']);
  expect(changes?.kinds.submitted.count).toBe(0);
  expect(changes?.figures).toMatchObject([
    {
      kinds: ['resubmitted'],
      day: '2024-03-10',
      provisional: true,
      figuresChanged: 2,
      score: { before: '95.00', now: '85.00', rank: { before: 1, now: 2 } },
      rate: { before: '80', now: '95', rank: { before: 2, now: 1 } },
      budget: { before: '1000.00', now: '1000.00' },
      executed: { before: '800.00', now: '950.00' },
    },
  ]);
  expect((await overview('2024-03-11'))?.changes.offices).toBe(0);
});

test('without a day it looks back to the last visit, at a first visit to the opening of the round', async () => {
  await loadDemo(db.database);
  const account = {
    id: demoId('account district_leader'),
    role: 'district_leader' as const,
    districtId: demoId('district'),
    officeId: null,
  };
  const view = await viewDistrictOverview(scopeOf(db.database, account), { year });
  expect(view?.overview.changes.since).toEqual({ basis: 'opening', from: '2024-08-01' });
  expect(view?.opensOn).toBe('2024-08-01');
  expect(view?.overview.changes.kinds).toMatchObject({ approved: { count: 12 }, returned: { count: 2 } });
});
