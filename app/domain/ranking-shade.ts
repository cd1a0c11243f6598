import { toBig } from './money.ts';
import type { Decimal } from './submission.ts';

/**
 * Where each stated value lies between the lowest (0) and the highest (1) of its column; none where all are equal, as
 * there is nothing to tell apart. Only for drawing, hence numbers.
 */
export function shadesOf(values: readonly (Decimal | undefined)[]): (number | undefined)[] {
  const numbers = values.map((value) => (value === undefined ? undefined : toBig(value).toNumber()));
  const stated = numbers.filter((number) => number !== undefined);
  const [lowest, highest] = [Math.min(...stated), Math.max(...stated)];
  return numbers.map((number) =>
    number === undefined || lowest === highest ? undefined : (number - lowest) / (highest - lowest),
  );
}
