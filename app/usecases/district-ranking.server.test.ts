import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertPeerGroups } from '#db/queries/peer-groups.server.ts';
import { withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  type RawSubmission,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import { type RankingView, viewDistrictRanking } from './district-ranking.server.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const year = 2023;
const modes = ['counting', 'self', 'reviewed'] as const;
type Mode = (typeof modes)[number];
const sorts = ['total_score', 'execution_rate', 'budget_total', 'score:a', 'rate:spending_progress'];

test('every cell, rank, position, group and summary is what a plain recount of the raw rows gives', async () => {
  const cases = fc.tuple(rawDistrict({ offices: 7 }), fc.constantFrom(...modes), fc.constantFrom(...sorts));
  await fc.assert(
    fc.asyncProperty(cases, async ([raw, mode, sort]) => {
      const { leader, reviewer, officeIdOf } = await insertRawDistrict(db.database, raw);
      const groupOf = new Map(raw.offices.map(({ id }, index) => [id, (index % 3) + 1])); // 3 is no group
      await withScope(reviewer, (scoped) =>
        insertPeerGroups(
          scoped,
          [1, 2].map((position) => ({
            position,
            name: `第${position}组`,
            nameEn: `Group ${position}`,
            basis: '依据',
            basisEn: 'basis',
            officeIds: raw.offices.flatMap(({ id }) => (groupOf.get(id) === position ? officeIdOf(id) : [])),
          })),
        ),
      );
      const read = async (query: string) => {
        const params = new URLSearchParams(`columns=all&score=${mode}&sort=-${sort}&${query}`);
        const view = await viewDistrictRanking(leader, { year, params, unit: 'yuan' });
        if (!view) throw new Error('no ranking');
        return view;
      };
      const plain = recount(raw, { mode, sort, groupOf });
      const shown = await read('');
      const ids = new Map(raw.offices.map(({ id }) => [officeIdOf(id), id]));
      expect(shownRows(shown, ids)).toEqual(plain.rows);
      expect(shownSummary(shown.table.summary)).toEqual(summaryOf(plain.rows.filter((row) => row.rank)));
      expect(shown.table.ranked.map(({ rank }) => rank)).toEqual(
        plain.rows.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b),
      );

      const grouped = await read('by=group');
      for (const { group, count, summary } of grouped.table.sections ?? []) {
        const rows = plain.rows.filter((row) => row.rank && row.group === group?.position);
        expect(count).toBe(rows.length);
        const { mean, median } = summaryOf(rows);
        expect(shownSummary(summary)).toEqual({ mean, median });
      }

      const cut = await read('top=2&bottom=1');
      const ranks = plain.rows.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b);
      const left = ranks.filter((rank) => rank <= (ranks[Math.min(1, ranks.length - 1)] ?? 0));
      const last = ranks.filter((rank) => rank >= (ranks.at(-1) ?? 0) && !left.includes(rank));
      expect(cut.table.ranked.map(({ rank }) => rank)).toEqual([...left, ...last]);

      const ranged = await read('of=budget_total&min=0&max=2500000.55&of=total_score&min=5&max=');
      const within = plain.rows.filter(({ cells }) => {
        const [budget, total] = [cells.budget_total, cells.total_score];
        return (
          budget !== undefined && budget >= 0 && budget <= 2_500_000.55 && total !== undefined && total >= 5
        );
      });
      const names = ({ table }: RankingView) =>
        [...table.ranked, ...table.unranked].map(({ office }) => office.id);
      expect(
        names(ranged)
          .map((id) => ids.get(id))
          .toSorted(),
      ).toEqual(within.map(({ id }) => id).toSorted());
    }),
    { numRuns: 60 },
  );
}, 300_000);

interface PlainRow {
  id: string;
  rank?: number;
  movement?: number;
  group?: number;
  groupRank?: [number, number];
  above?: number;
  cells: Record<string, number>;
}

/** What the table must hold, worked out with numbers and loops from the raw rows alone. */
function recount(
  raw: RawDistrict,
  { mode, sort, groupOf }: { mode: Mode; sort: string; groupOf: Map<string, number> },
): { rows: PlainRow[] } {
  const active = raw.offices.filter((office) => office.active);
  const cellsIn = (wanted: number) =>
    new Map(active.map(({ id }) => [id, plainCells(submissionOf(raw, id, wanted), mode)]));
  const now = cellsIn(year);
  const before = cellsIn(year - 1);
  const valuesOf = (cells: Map<string, Record<string, number>>) =>
    active.flatMap(({ id }) => {
      const value = cells.get(id)?.[sort];
      return value === undefined ? [] : [{ id, value }];
    });
  const rankIn = (cells: Map<string, Record<string, number>>, id: string, among = valuesOf(cells)) => {
    const own = cells.get(id)?.[sort];
    return own === undefined ? undefined : 1 + among.filter(({ value }) => value > own).length;
  };
  const ranked = valuesOf(now);
  const rows = active.map(({ id }): PlainRow => {
    const own = now.get(id)?.[sort];
    const group = groupOf.get(id) === 3 ? undefined : groupOf.get(id);
    const peers = ranked.filter((other) => groupOf.get(other.id) === group);
    const [rank, last] = [rankIn(now, id), rankIn(before, id)];
    const lower = ranked.filter(({ value }) => own !== undefined && value < own).length;
    return {
      id,
      rank,
      movement: rank === undefined || last === undefined ? undefined : last - rank,
      group,
      groupRank: rank === undefined || !group ? undefined : [rankIn(now, id, peers) ?? 0, peers.length],
      above:
        rank === undefined || ranked.length < 2
          ? undefined
          : Math.round((lower / (ranked.length - 1)) * 1000) / 10,
      cells: now.get(id) ?? {},
    };
  });
  return { rows: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function submissionOf(raw: RawDistrict, officeId: string, wanted: number): RawSubmission | undefined {
  return raw.submissions.find(
    ({ officeId: id, year: of, status }) =>
      id === officeId && of === wanted && (status === 'submitted' || status === 'approved'),
  );
}

function plainCells(submission: RawSubmission | undefined, mode: Mode): Record<string, number> {
  if (!submission) return {};
  const { content, reviewed, findings } = submission;
  const cells: Record<string, number> = {
    findings_error: findings.length,
    findings_warning: 0,
    problems: content.problems.length,
  };
  for (const [item, amount] of Object.entries(content.amounts)) cells[item] = Number(amount);
  for (const [item, rate] of Object.entries(content.rates))
    if (item !== 'execution_rate') cells[`rate:${item}`] = Number(rate);
  const { budget_total: budget, executed_total: executed } = cells;
  if (budget && executed !== undefined) {
    const hundredths = (executed / budget) * 10_000;
    cells.execution_rate = (Math.sign(hundredths) * Math.round(Math.abs(hundredths))) / 100 + 0; // no -0
  }
  for (const { node, score } of content.scores) {
    const counts = { counting: reviewed[node] ?? score, self: score, reviewed: reviewed[node] }[mode];
    if (counts !== undefined) cells[node === 'total' ? 'total_score' : `score:${node}`] = Number(counts);
  }
  return cells;
}

/** Totals exact, means to two decimals half away from zero, medians exact; by column, of those that state it. */
function summaryOf(rows: PlainRow[]): Record<string, Record<string, number>> {
  const summary: Record<string, Record<string, number>> = { total: {}, mean: {}, median: {}, count: {} };
  const columns = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  for (const id of columns) {
    const cents = rows.flatMap(({ cells }) => (cells[id] === undefined ? [] : Math.round(cells[id] * 100)));
    const sum = cents.reduce((a, b) => a + b, 0);
    const sorted = cents.toSorted((a, b) => a - b);
    const middle = [
      sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
      sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0,
    ];
    const adds = !id.startsWith('score:') && !id.includes('rate') && id !== 'total_score';
    const put = (kind: string, value: number) => Object.assign(summary[kind] ?? {}, { [id]: value + 0 });
    if (adds) put('total', sum / 100);
    put('mean', (Math.sign(sum) * Math.round(Math.abs(sum) / cents.length)) / 100);
    put('median', ((middle[0] ?? 0) + (middle[1] ?? 0)) / 200);
    put('count', cents.length);
  }
  return summary;
}

function shownRows({ table }: RankingView, ids: Map<string, string>): PlainRow[] {
  return [...table.ranked, ...table.unranked]
    .map(
      ({ office, rank, movement, group, groupRank, position, cells }): PlainRow => ({
        id: ids.get(office.id) ?? '',
        rank,
        movement,
        group,
        groupRank: groupRank && [groupRank.rank, groupRank.of],
        above: position && Number(position.above),
        cells: figures(cells),
      }),
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function shownSummary(rows: RankingView['table']['summary']): Record<string, Record<string, number>> {
  return Object.fromEntries(rows.map(({ kind, cells }) => [kind, figures(cells)]));
}

/** Grade and date are words of other tests. */
function figures(cells: Record<string, string>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(cells)
      .filter(([id]) => id !== 'grade' && id !== 'filed_on')
      .map(([id, value]) => [id, Number(value)]),
  );
}
