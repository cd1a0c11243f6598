import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns.ts';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import type { OfficeYear } from './office-year.ts';
import { decodeRankingSearch } from './ranking-search.ts';
import { rankingTable } from './ranking-table.ts';

const columns = columnsOf(guangdong2023);

describe('the ranking table', () => {
  it('ranks 1, 2, 2, 4 and says who is tied', () => {
    const { ranked } = tableOf([
      office('a', '90'),
      office('b', '80'),
      office('c', '95.5'),
      office('d', '90.00'),
    ]);
    expect(ranked.map((row) => [row.office.code, row.rank, row.tied])).toEqual([
      ['c', 1, false],
      ['a', 2, true],
      ['d', 2, true],
      ['b', 4, false],
    ]);
  });

  it('lists every office that it cannot rank, with the reason and without figures', () => {
    const rows = [
      office('a', '90'),
      office('b', undefined),
      office('c', '99', { status: 'returned' }),
      office('d', '99', { status: 'draft' }),
      office('e', undefined, { status: 'not_filed' }),
    ];
    const { ranked, unranked, district } = tableOf(rows);
    expect(ranked.map((row) => row.office.code)).toEqual(['a']);
    expect(unranked.map((row) => [row.office.code, row.reason])).toEqual([
      ['b', 'figure_missing'],
      ['c', 'returned'],
      ['d', 'not_filed'],
      ['e', 'not_filed'],
    ]);
    expect(unranked[1]?.cells).toEqual({});
    expect(district).toMatchObject({ ranked: 1, unranked: 4 });
  });

  it('says which figure the execution rate lacks, also where the rank does not need it', () => {
    const rows = [office('a', '90', { amounts: { executed_total: '5' } }), office('b', '80')];
    expect(tableOf(rows).ranked.map((row) => row.missing)).toEqual([
      ['budget_total'],
      ['budget_total', 'executed_total'],
    ]);
  });

  it('never changes a rank by filtering', () => {
    const rows = [office('a', '90'), office('b', '80'), office('c', '70', { status: 'approved' })];
    const { ranked, offices, district } = tableOf(rows, 'status=approved');
    expect(ranked.map((row) => row.rank)).toEqual([3]);
    expect(offices).toEqual({ total: 3, shown: 1 });
    expect(district.first).toEqual({ offices: [rows[0]?.office], value: '90' });
    expect(district.last).toEqual({ offices: [rows[2]?.office], value: '70' });
  });

  it('ranks highest first whichever way the rows are sorted, by the first key that can rank', () => {
    const rows = [
      office('a', '90', { amounts: { budget_total: '1' } }),
      office('b', '80', { amounts: { budget_total: '2' } }),
    ];
    const { ranked, rankedBy } = tableOf(rows, 'sort=findings_error,budget_total');
    expect(rankedBy).toBe('budget_total');
    expect(ranked.map((row) => [row.office.code, row.rank])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('moves against the rank of last year under the same rule', () => {
    const table = tableOf([office('a', '90'), office('b', '80'), office('c', '70')], '', [
      office('a', '70'),
      office('b', '80'),
    ]);
    expect(table.ranked.map((row) => row.movement)).toEqual([1, -1, undefined]);
    expect(table.district.rankedLastYear).toBe(2);
  });

  it('lets the reviewed score count, or one kind alone', () => {
    const rows = [office('a', '99', { reviewed: '60' }), office('b', '80')];
    expect(tableOf(rows).ranked.map((row) => [row.office.code, row.scoreKind])).toEqual([
      ['b', 'self'],
      ['a', 'reviewed'],
    ]);
    expect(tableOf(rows).district.scores).toEqual({ self: 1, reviewed: 1 });
    expect(tableOf(rows, 'score=self').ranked.map((row) => row.office.code)).toEqual(['a', 'b']);
    expect(tableOf(rows, 'score=reviewed').unranked.map((row) => row.office.code)).toEqual(['b']);
  });

  it('filters money in the unit in which it is shown', () => {
    const rows = [
      office('a', '90', { amounts: { budget_total: '20000' } }),
      office('b', '80', { amounts: { budget_total: '9999' } }),
    ];
    expect(tableOf(rows, 'of=budget_total&min=1&max=2').ranked.map((row) => row.office.code)).toEqual(['a']);
  });

  it('adds up money but not scores, and says over how many offices', () => {
    const rows = [
      office('a', '90', { amounts: { budget_total: '1.10' } }),
      office('b', '80', { amounts: { budget_total: '2.20' } }),
      office('c', '70'),
    ];
    const [total, mean, median, count] = tableOf(rows).summary;
    expect(total?.cells.budget_total).toBe('3.3');
    expect(total?.cells.total_score).toBeUndefined();
    expect(mean?.cells).toMatchObject({ total_score: '80.00', budget_total: '1.65' });
    expect(median?.cells).toMatchObject({ total_score: '80', budget_total: '1.65' });
    expect(count?.cells).toMatchObject({ total_score: '3', budget_total: '2' });
  });

  it('puts pinned columns first', () => {
    expect(
      tableOf([], 'columns=rank,grade,budget_total&pin=budget_total').columns.map(({ id }) => id),
    ).toEqual(['budget_total', 'rank', 'grade']);
  });

  it('keeps everybody who shares the rank at a cut, and those who are not ranked', () => {
    const rows = [
      office('a', '95'),
      office('b', '90'),
      office('c', '90'),
      office('d', '80'),
      office('e', '70'),
      office('f', '70'),
      office('g', undefined),
    ];
    const cut = (query: string) => {
      const { ranked, unranked, cut: left } = tableOf(rows, query);
      return [ranked.map(({ office: { code } }) => code).join(''), unranked.length, left?.left, left?.of];
    };
    expect(cut('top=2')).toEqual(['abc', 1, 3, 6]);
    expect(cut('bottom=1')).toEqual(['ef', 1, 2, 6]);
    expect(cut('top=1&bottom=1&sort=total_score')).toEqual(['efa', 1, 3, 6]);
    expect(cut('top=99')).toEqual(['abcdef', 1, 6, 6]);
    expect(cut('top=4&bottom=4')).toEqual(['abcdef', 1, 6, 6]);
    expect(cut('')).toEqual(['abcdef', 1, undefined, undefined]);
    expect(tableOf(rows, 'top=1').summary[0]?.cells).toEqual({ findings_error: '0' });
  });

  it('stands offices under their peer groups, ranked in them and in the district, those without a group last', () => {
    const rows = [
      office('a', '95'),
      office('b', '90', { group: 2 }),
      office('c', '90', { group: 2 }),
      office('d', '92', { group: 1 }),
      office('e', '80', { group: 2 }),
      office('f', undefined, { group: 1 }),
    ];
    const { ranked, sections, unranked } = tableOf(rows, 'by=group');
    expect(ranked.map((row) => [row.office.code, row.rank, row.groupRank?.rank, row.groupRank?.of])).toEqual([
      ['d', 2, 1, 1],
      ['b', 3, 1, 3],
      ['c', 3, 1, 3],
      ['e', 5, 3, 3],
      ['a', 1, undefined, undefined],
    ]);
    expect(sections?.map(({ group, count }) => [group?.position, count])).toEqual([
      [1, 1],
      [2, 3],
      [undefined, 1],
    ]);
    expect(sections?.[1]?.summary.map(({ kind, cells }) => [kind, cells.total_score])).toEqual([
      ['mean', '86.67'],
      ['median', '90'],
    ]);
    expect(unranked.map((row) => row.office.code)).toEqual(['f']);
  });

  it('shows the groups asked for, ranks unchanged', () => {
    const rows = [office('a', '95'), office('b', '90', { group: 2 }), office('c', '80', { group: 1 })];
    const shown = (query: string) => tableOf(rows, query).ranked.map((row) => [row.office.code, row.rank]);
    expect(shown('group=2,none')).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(shown('group=1')).toEqual([['c', 3]]);
  });

  it('holds all ranges at once', () => {
    const rows = [
      office('a', '95', { amounts: { budget_total: '30000', executed_total: '10000' } }),
      office('b', '90', { amounts: { budget_total: '30000', executed_total: '20000' } }),
      office('c', '80', { amounts: { budget_total: '30000', executed_total: '20000' } }),
      office('d', '85', { amounts: { executed_total: '20000' } }),
    ];
    const query = 'of=budget_total&min=3&max=3&of=executed_total&min=2&max=&of=total_score&min=&max=89.99';
    expect(tableOf(rows, query).ranked.map((row) => row.office.code)).toEqual(['c']);
  });

  it('shades by where a figure lies in its column, and not at all where all are equal', () => {
    const rows = [office('a', '95'), office('b', '80'), office('c', '90'), office('d', undefined)];
    const shades = (query: string) =>
      [...tableOf(rows, query).ranked, ...tableOf(rows, query).unranked].map((row) => row.shades);
    expect(shades('shade=total_score')).toEqual([
      { total_score: 1 },
      { total_score: 2 / 3 },
      { total_score: 0 },
      {},
    ]);
    expect(shades('shade=findings_error')).toEqual([{}, {}, {}, {}]);
    expect(shades('')).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('says what is missing for the execution rate although its column is not shown', () => {
    const { unranked } = tableOf([office('a', '95')], 'sort=-execution_rate&columns=rank');
    expect(unranked[0]?.missing).toEqual(['budget_total', 'executed_total']);
  });

  it('agrees with a plain recount', () => {
    fc.assert(
      fc.property(
        district,
        district,
        fc.constantFrom('counting', 'self', 'reviewed'),
        (rows, lastYear, mode) => {
          const table = tableOf(rows, `score=${mode}`, lastYear);
          const now = plainRanks(rows, mode);
          const before = plainRanks(lastYear, mode);
          for (const row of [...table.ranked, ...table.unranked]) {
            const { code } = row.office;
            expect(row.rank).toBe(now.get(code));
            const moved = now.has(code) && before.has(code);
            expect(row.movement).toBe(moved ? Number(before.get(code)) - Number(now.get(code)) : undefined);
          }
          expect(table.ranked.length + table.unranked.length).toBe(rows.length);
          expect(table.ranked.map((row) => row.rank)).toEqual([...now.values()].sort((a, b) => a - b));
        },
      ),
    );
  });
});

const groups = [1, 2].map((position) => ({
  position,
  name: `第${position}组`,
  nameEn: `Group ${position}`,
  basis: '',
  basisEn: '',
}));

interface Filed {
  group?: number;
  status?: OfficeYear['status'];
  reviewed?: string;
  amounts?: OfficeYear['amounts'];
}

function office(code: string, total: string | undefined, filed: Filed = {}): OfficeYear {
  return {
    office: { id: `id-${code}`, code, name: `${code}街道`, nameEn: code, sortKey: code, invented: false },
    year: 2023,
    status: filed.status ?? 'submitted',
    late: false,
    amounts: filed.amounts ?? {},
    rates: {},
    scores: total === undefined ? {} : { total: { self: total, reviewed: filed.reviewed } },
    findings: { error: 0, warning: 0, info: 0 },
    problems: 0,
    peerGroup: filed.group,
  };
}

function tableOf(rows: OfficeYear[], query = '', lastYear: OfficeYear[] = []) {
  const search = decodeRankingSearch(new URLSearchParams(query), columns);
  return rankingTable({ rows, lastYear, groups, columns, search, unit: 'wan' });
}

/** An office's rank is one more than the number of offices with a higher score: no sorting, whole hundredths. */
function plainRanks(rows: OfficeYear[], mode: string): Map<string, number> {
  const scores = rows.flatMap((row) => {
    const { self, reviewed } = row.scores.total ?? {};
    const counts = { counting: reviewed ?? self, self, reviewed }[mode];
    const compared = row.status === 'submitted' || row.status === 'approved';
    return compared && counts !== undefined
      ? [{ code: row.office.code, hundredths: Math.round(Number(counts) * 100) }]
      : [];
  });
  return new Map(
    scores.map(({ code, hundredths }) => [
      code,
      1 + scores.filter((other) => other.hundredths > hundredths).length,
    ]),
  );
}

const score = fc.integer({ min: 9000, max: 9010 }).map((hundredths) => (hundredths / 100).toFixed(2));
const filed = fc.record({
  total: fc.option(score, { nil: undefined }),
  reviewed: fc.option(score, { nil: undefined }),
  status: fc.constantFrom('submitted', 'approved', 'returned', 'draft', 'not_filed') as fc.Arbitrary<
    OfficeYear['status']
  >,
});
const district = fc
  .array(filed, { maxLength: 12 })
  .map((all) => all.map(({ total, ...rest }, index) => office(`o${index}`, total, rest)));
