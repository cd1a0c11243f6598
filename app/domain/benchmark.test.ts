import { describe, expect, test } from 'vitest';
import { benchmarkLines, countAgainstMedian, type PeerStanding } from './benchmark.ts';
import { lostLines } from './benchmark-losses.ts';
import { remarksOf } from './benchmark-remarks.ts';
import { benchmarkSearchOf, selectLines } from './benchmark-search.ts';
import type { Framework } from './framework.ts';

const framework: Framework = {
  name: '测试体系',
  nameEn: 'Test framework',
  year: 2023,
  version: 1,
  totalWeight: '100',
  nodes: [
    ['a', null, '60'],
    ['a.p', 'a', '35'],
    ['a.q', 'a', '25'],
    ['b', null, '40'],
  ].map(([code, parent, weight]) => ({
    code: code ?? '',
    parent: parent ?? null,
    level: parent ? 2 : 1,
    name: `指标${code}`,
    nameEn: `Node ${code}`,
    weight: weight ?? '',
    verified: true,
  })),
};

/** A value among `ranked` offices; `median` and what hangs on it is withheld where it is null. */
function standing(
  value: string | null,
  median: string | null,
  more: Partial<PeerStanding> = {},
): PeerStanding {
  const spread = median === null ? null : '1';
  return {
    value,
    rank: null,
    ranked: 9,
    percentile: null,
    mean: median,
    median,
    best: median,
    spread,
    ...more,
  };
}

function linesOf(standings: Record<string, PeerStanding>) {
  return benchmarkLines(framework, new Map(Object.entries(standings)));
}

describe('a line', () => {
  test('keeps the order of the columns and leaves out what nobody states', () => {
    const lines = linesOf({
      budget_total: standing('1', '2'),
      execution_rate: standing('90', '95'),
      'score:a.p': standing('30', '31'),
      total_score: standing('90', '91'),
      'rate:execution_rate': standing('90', '95'),
    });
    expect(lines.map(({ column }) => column.id)).toEqual([
      'total_score',
      'score:a.p',
      'execution_rate',
      'budget_total',
    ]);
  });

  test('has gaps only where both sides are known', () => {
    const [known, withheld, missing] = linesOf({
      total_score: standing('90.10', '91.3', { best: '99' }),
      'score:a': standing('50', null),
      'score:b': standing(null, '38'),
    });
    expect([known?.toMedian, known?.toBest]).toEqual(['-1.2', '-8.9']);
    expect([withheld?.toMedian, withheld?.toBest, withheld?.own]).toEqual([undefined, undefined, '50']);
    expect([missing?.own, missing?.toMedian, missing?.median]).toEqual([undefined, undefined, '38']);
  });

  test.each([
    ['alone at its rank', { rank: 2, ranked: 9, percentile: '87.5' }, false],
    ['one of two', { rank: 2, ranked: 9, percentile: '75' }, true],
    ['all the same', { rank: 1, ranked: 9, percentile: '0' }, true],
    ['a rounded share', { rank: 3, ranked: 8, percentile: '71.43' }, false],
    ['too few to tell', { rank: 1, ranked: 3 }, false],
  ])('%s: tied or not', (_name, more, tied) => {
    expect(linesOf({ total_score: standing('90', '91', more) })[0]?.tied).toBe(tied);
  });

  test('is counted below, above or level with the median, or not at all', () => {
    const lines = linesOf({
      total_score: standing('90', '91'),
      'score:a': standing('58', '58.00'),
      'score:b': standing('38', '30'),
      budget_total: standing('1', '2'),
      executed_total: standing(null, '2'),
    });
    expect(countAgainstMedian(lines)).toEqual({ below: 2, above: 1, level: 1 });
  });
});

describe('what the address asks for', () => {
  test.each([
    ['', { groups: ['scores', 'rates', 'money'], sort: 'listed', behind: false }],
    [
      'group=money&group=scores&sort=ahead&behind=1',
      { groups: ['scores', 'money'], sort: 'ahead', behind: true },
    ],
    ['group=x&sort=gap&behind=yes', { groups: ['scores', 'rates', 'money'], sort: 'listed', behind: false }],
  ])('“%s”', (query, search) => {
    expect(benchmarkSearchOf(new URLSearchParams(query))).toEqual(search);
  });

  test('sorts by the gap inside a group, lines without one last', () => {
    const lines = linesOf({
      total_score: standing('90', '91'),
      'score:a': standing(null, '58'),
      'score:a.p': standing('30', '35'),
      'score:b': standing('39', '38'),
      budget_total: standing('1', '9'),
    });
    const ids = (query: string) =>
      selectLines(lines, benchmarkSearchOf(new URLSearchParams(query))).map(({ group, lines: chosen }) => [
        group,
        ...chosen.map(({ column }) => column.id),
      ]);
    expect(ids('group=scores&sort=behind')).toEqual([
      ['scores', 'score:a.p', 'total_score', 'score:b', 'score:a'],
    ]);
    expect(ids('group=scores&sort=ahead')).toEqual([
      ['scores', 'score:b', 'total_score', 'score:a.p', 'score:a'],
    ]);
    expect(ids('behind=1')).toEqual([
      ['scores', 'total_score', 'score:a.p'],
      ['rates'],
      ['money', 'budget_total'],
    ]);
  });
});

describe('lost points', () => {
  test('go down the tree, the largest loss beyond the median first, with reason and measure', () => {
    const lines = linesOf({
      'score:a': standing('55', '57'),
      'score:a.p': standing('35', '34'),
      'score:a.q': standing('20', '23'),
      'score:b': standing('35', '38.5'),
    });
    const losses = lostLines(framework, lines, [
      { node: 'a.q', score: '20', reason: '未完成', measure: '加快' },
    ]);
    expect(losses.map(({ node, lost, medianLost, beyond }) => [node.code, lost, medianLost, beyond])).toEqual(
      [
        ['b', '5', '1.5', '3.5'],
        ['a', '5', '3', '2'],
        ['a.q', '5', '2', '3'],
      ],
    );
    expect(losses[2]).toMatchObject({ reason: '未完成', measure: '加快' });
  });

  test('stand in the order of the loss itself where the median is withheld', () => {
    const lines = linesOf({ 'score:a': standing('59', null), 'score:b': standing('30', null) });
    const losses = lostLines(framework, lines, []);
    expect(losses.map(({ node, lost, beyond }) => [node.code, lost, beyond])).toEqual([
      ['b', '10', undefined],
      ['a', '1', undefined],
    ]);
  });
});

describe('what stands out', () => {
  const ids = (lines: ReturnType<typeof linesOf>) => {
    const { strengths, weaknesses } = remarksOf(lines);
    return [strengths, weaknesses].map((each) => each.map(({ column }) => column.id));
  };

  test('is measured in distances from the median, not in points', () => {
    const lines = linesOf({
      'score:a': standing('50', '58', { spread: '8' }),
      'score:b': standing('36', '38', { spread: '0.5' }),
      execution_rate: standing('99', '95', { spread: '2' }),
    });
    expect(ids(lines)).toEqual([['execution_rate'], ['score:b', 'score:a']]);
  });

  test('is never an amount, a share, the total or a part beside its whole', () => {
    const lines = linesOf({
      total_score: standing('80', '95'),
      'score:a': standing('50', '55'),
      'score:a.p': standing('30', '34'),
      'score:a.q': standing('20', '25'),
      budget_total: standing('1', '900'),
      'rate:expenditure_basic_share': standing('1', '30'),
    });
    expect(ids(lines)).toEqual([[], ['score:a.q', 'score:a.p']]);
  });

  test('is nothing where all are equal or too few', () => {
    const lines = linesOf({
      'score:a': standing('58', '58', { spread: '0' }),
      'score:b': standing('30', null),
    });
    expect(ids(lines)).toEqual([[], []]);
  });
});
