import type Big from 'big.js';
import { type Maybe, present, round, toBig } from './money.ts';
import type { Decimal } from './submission.ts';

/** Smallest number of offices behind an aggregate that may be shown to an office. */
export const smallestAggregate = 5;

/** Whether an aggregate over `count` offices may be shown: with fewer than 5 a single office could be worked out. */
export function mayAggregate(count: number): boolean {
  return count >= smallestAggregate;
}

/** Mean of the stated values, half-up to `decimals`. Missing values are left out; absent when none is stated. */
export function mean(values: readonly Maybe[], decimals = 2): Decimal | undefined {
  const stated = present(values).map(toBig);
  if (stated.length === 0) return undefined;
  return round(
    stated
      .reduce((a, b) => a.plus(b))
      .div(stated.length)
      .toFixed(),
    decimals,
  );
}

/** Middle value, or the exact mean of the two middle values. */
export function median(values: readonly Maybe[]): Decimal | undefined {
  return quartile(values, 2);
}

export interface Quartiles {
  q1: Decimal;
  median: Decimal;
  q3: Decimal;
}

/** Quartiles with linear interpolation between neighbours, as QUARTILE.INC in a spreadsheet. Exact. */
export function quartiles(values: readonly Maybe[]): Quartiles | undefined {
  const [q1, middle, q3] = [quartile(values, 1), quartile(values, 2), quartile(values, 3)];
  if (q1 === undefined || middle === undefined || q3 === undefined) return undefined;
  return { q1, median: middle, q3 };
}

export interface Summary extends Quartiles {
  /** How many values are stated, and how many are missing. */
  count: number;
  missing: number;
  min: Decimal;
  max: Decimal;
  mean: Decimal;
}

/** All of it at once, in the values' own unit; absent when nothing is stated. */
export function summarise(values: readonly Maybe[]): Summary | undefined {
  const middle = quartiles(values);
  const [min, max, average] = [quartile(values, 0), quartile(values, 4), mean(values)];
  if (middle === undefined || min === undefined || max === undefined || average === undefined)
    return undefined;
  const count = present(values).length;
  return { count, missing: values.length - count, min, max, mean: average, ...middle };
}

/** `quarter` 0 is the minimum and 4 the maximum. */
function quartile(values: readonly Maybe[], quarter: 0 | 1 | 2 | 3 | 4): Decimal | undefined {
  const sorted = ascending(values);
  const position = (sorted.length - 1) * quarter;
  const below = sorted[Math.floor(position / 4)];
  const above = sorted[Math.ceil(position / 4)];
  if (below === undefined || above === undefined) return undefined;
  return above
    .minus(below)
    .times((position % 4) / 4)
    .plus(below)
    .toFixed();
}

function ascending(values: readonly Maybe[]): Big[] {
  return present(values)
    .map(toBig)
    .sort((a, b) => a.cmp(b));
}
