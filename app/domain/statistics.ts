import type Big from 'big.js';
import { type Maybe, present, round, sum, toBig } from './money.ts';
import type { Decimal } from './submission.ts';

/** Mean of the stated values, half-up to `decimals`. Missing values are left out; absent when none is stated. */
export function mean(values: readonly Maybe[], decimals = 2): Decimal | undefined {
  const stated = present(values);
  return meanOfSum(sum(stated), stated.length, decimals);
}

/** Mean of `count` values of which only the sum is at hand, half-up to `decimals`; absent without any. */
export function meanOfSum(total: Maybe, count: number, decimals = 2): Decimal | undefined {
  return count === 0 || !total ? undefined : round(toBig(total).div(count).toFixed(), decimals);
}

/** Middle value, or the exact mean of the two middle values. Missing values are left out. */
export function median(values: readonly Maybe[]): Decimal | undefined {
  const sorted = ascending(values);
  const below = sorted[Math.floor((sorted.length - 1) / 2)];
  const above = sorted[Math.ceil((sorted.length - 1) / 2)];
  return below && above && below.plus(above).div(2).toFixed();
}

/** Lower and upper quartile, between two values in proportion. Missing values are left out; absent when none is stated. */
export function quartiles(values: readonly Maybe[]): { low: Decimal; high: Decimal } | undefined {
  const sorted = ascending(values);
  const [low, high] = [0.25, 0.75].map((share) => {
    const place = (sorted.length - 1) * share;
    const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return below && above && below.plus(above.minus(below).times(place % 1)).toFixed();
  });
  return low === undefined || high === undefined ? undefined : { low, high };
}

function ascending(values: readonly Maybe[]): Big[] {
  return present(values)
    .map(toBig)
    .sort((a, b) => a.cmp(b));
}
