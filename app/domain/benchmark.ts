import { type Column, columnsOf } from './columns.ts';
import type { Framework } from './framework.ts';
import { compare, type Maybe, subtract, toBig } from './money.ts';
import type { Decimal } from './submission.ts';

/** What the database tells of one figure, worked out without showing a row. */
export interface PeerStanding {
  /** The office's own; null when it has none or is not compared. */
  value: Decimal | null;
  /** Highest first; equal values share a rank (1, 2, 2, 4). */
  rank: number | null;
  /** How many offices have a value, the office itself included. */
  ranked: number;
  /** Share of the other offices with a lower value. This and all below are null with fewer than five others. */
  percentile: Decimal | null;
  mean: Decimal | null;
  median: Decimal | null;
  best: Decimal | null;
  /** Mean distance of the offices from their median. */
  spread: Decimal | null;
}

/** One figure of the office beside its peers. Money in 元, rates in percent, scores in points. */
export interface BenchmarkLine {
  column: Column;
  own?: Decimal;
  rank?: number;
  /** Another office has the same value. */
  tied: boolean;
  ranked: number;
  /** Share of the other offices with a lower value, in percent. */
  percentile?: Decimal;
  /** This and what follows is absent where too few offices stand behind it. */
  mean?: Decimal;
  median?: Decimal;
  best?: Decimal;
  /** Mean distance of the offices from their median. */
  spread?: Decimal;
  /** Own value − median; below 0 the office is behind. */
  toMedian?: Decimal;
  toBest?: Decimal;
}

/** Every figure and indicator that somebody states, in the order of the ranking's columns. */
export function benchmarkLines(
  framework: Framework,
  standings: ReadonlyMap<string, PeerStanding>,
): BenchmarkLine[] {
  return columnsOf(framework)
    .filter(({ ranks }) => ranks)
    .flatMap((column) => {
      const standing = standings.get(column.id);
      return standing ? [lineOf(column, standing)] : [];
    });
}

/** Whether the office stands below the median; undefined where one of the two is not known. */
export function isBehind({ toMedian }: BenchmarkLine): boolean | undefined {
  return toMedian === undefined ? undefined : compare(toMedian, '0') < 0;
}

/** How many of the lines with a median lie below it, above it and at it. */
export interface MedianCounts {
  below: number;
  above: number;
  level: number;
}

export function countAgainstMedian(lines: BenchmarkLine[]): MedianCounts {
  const signs = lines.flatMap(({ toMedian }) => (toMedian === undefined ? [] : [compare(toMedian, '0')]));
  const count = (sign: number) => signs.filter((each) => each === sign).length;
  return { below: count(-1), above: count(1), level: count(0) };
}

function lineOf(column: Column, standing: PeerStanding): BenchmarkLine {
  const { value, rank, ranked, percentile, mean, median, best, spread } = standing;
  return {
    column,
    own: value ?? undefined,
    rank: rank ?? undefined,
    tied: isTied(standing),
    ranked,
    percentile: percentile ?? undefined,
    mean: mean ?? undefined,
    median: median ?? undefined,
    best: best ?? undefined,
    spread: spread ?? undefined,
    toMedian: subtract(value, median),
    toBest: subtract(value, best),
  };
}

/** Those above, those below and the office itself are not all. */
function isTied({ rank, ranked, percentile }: PeerStanding): boolean {
  const below = countBelow(percentile, ranked);
  return rank !== null && below !== undefined && rank - 1 + below + 1 < ranked;
}

function countBelow(percentile: Maybe, ranked: number): number | undefined {
  if (percentile === null || percentile === undefined) return undefined;
  return toBig(percentile)
    .times(ranked - 1)
    .div(100)
    .round(0)
    .toNumber();
}
