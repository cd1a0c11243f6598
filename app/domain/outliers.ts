import { midRanks, type Pair } from './correlation.ts';
import { toBig } from './money.ts';
import { median } from './statistics.ts';
import type { Decimal } from './submission.ts';

/** How an office stands out among others by two figures. */
export const outlierKinds = ['y_ahead', 'x_ahead', 'y_high', 'y_low', 'x_high', 'x_low'] as const;
/** `y_ahead`: its place by y is far ahead of its place by x. `y_low`: its y lies far below the others'. */
export type OutlierKind = (typeof outlierKinds)[number];

/** Below this many offices none can stand out. */
export const fewestForOutliers = 5;

/** Three times the median distance, scaled so that it equals three standard deviations where values are normal. */
const farFactor = '4.4478';

/**
 * For every pair how it stands out, in the order given. Two rules: its places by the two figures lie at least half the
 * number of offices apart; or a figure is further from the median than 3 × 1.4826 × the median distance from it.
 */
export function outlierKindsOf(pairs: readonly Pair[]): OutlierKind[][] {
  if (pairs.length < fewestForOutliers) return pairs.map(() => []);
  const [x, y] = [pairs.map((pair) => pair.x), pairs.map((pair) => pair.y)];
  const [rankX, rankY] = [midRanks(x), midRanks(y)];
  const [farX, farY] = [farFromMedian(x), farFromMedian(y)];
  return pairs.map((_, index) => {
    const ahead = (rankX[index] ?? 0) - (rankY[index] ?? 0);
    const apart = Math.abs(ahead) >= pairs.length / 2;
    const kinds: (OutlierKind | false)[] = [
      apart && (ahead > 0 ? 'y_ahead' : 'x_ahead'),
      farY[index] !== undefined && `y_${farY[index]}`,
      farX[index] !== undefined && `x_${farX[index]}`,
    ];
    return kinds.filter((kind) => kind !== false);
  });
}

/**
 * Whether each value lies further from the median than 3 × 1.4826 × the median distance from it. Where that distance is 0
 * more than half are equal, there is no spread to measure by, and none is far.
 */
export function farFromMedian(values: readonly Decimal[]): ('high' | 'low' | undefined)[] {
  const middle = toBig(median(values) ?? '0');
  const away = values.map((value) => toBig(value).minus(middle));
  const limit = toBig(median(away.map((each) => each.abs().toFixed())) ?? '0').times(farFactor);
  return away.map((each) => {
    if (limit.eq(0) || each.abs().lte(limit)) return undefined;
    return each.gt(0) ? 'high' : 'low';
  });
}
