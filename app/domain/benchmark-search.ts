import { type BenchmarkLine, isBehind } from './benchmark.ts';
import { compare } from './money.ts';

/** Groups of figures, as the columns of the ranking are grouped. */
export const benchmarkGroups = ['scores', 'rates', 'money'] as const;
export type BenchmarkGroup = (typeof benchmarkGroups)[number];

/** `listed`: the order of the columns. `behind`, `ahead`: the largest gap to the median first, below or above it. */
export const benchmarkSorts = ['listed', 'behind', 'ahead'] as const;
export type BenchmarkSort = (typeof benchmarkSorts)[number];

/** What the table of figures shows, as it stands in the address. */
export interface BenchmarkSearch {
  groups: BenchmarkGroup[];
  sort: BenchmarkSort;
  /** Only figures in which the office is below the median. */
  behind: boolean;
}

/** Decodes `?group=…&sort=…&behind=1`; a missing or bad value becomes the default, no group means all. */
export function benchmarkSearchOf(params: URLSearchParams): BenchmarkSearch {
  const asked = benchmarkGroups.filter((group) => params.getAll('group').includes(group));
  return {
    groups: asked.length > 0 ? asked : [...benchmarkGroups],
    sort: benchmarkSorts.find((sort) => sort === params.get('sort')) ?? 'listed',
    behind: params.get('behind') === '1',
  };
}

export interface LinesOfGroup {
  group: BenchmarkGroup;
  lines: BenchmarkLine[];
}

/** The lines asked for, by group. Gaps are compared inside a group only: points, percent and 元 have no common measure. */
export function selectLines(
  lines: BenchmarkLine[],
  { groups, sort, behind }: BenchmarkSearch,
): LinesOfGroup[] {
  return groups.map((group) => {
    const chosen = lines.filter((line) => line.column.group === group && (!behind || isBehind(line)));
    return { group, lines: sort === 'listed' ? chosen : byGap(chosen, sort === 'behind' ? 1 : -1) };
  });
}

/** Lines without a gap come last, in their order. */
function byGap(lines: BenchmarkLine[], sign: 1 | -1): BenchmarkLine[] {
  const withGap = lines.filter(({ toMedian }) => toMedian !== undefined);
  const without = lines.filter(({ toMedian }) => toMedian === undefined);
  return [...withGap.sort((a, b) => sign * (compare(a.toMedian, b.toMedian) ?? 0)), ...without];
}
