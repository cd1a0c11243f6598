import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import { compare, type Maybe } from '#app/domain/money.ts';

/**
 * Differences with their signs. The minus is the one of the keyboard, because a spreadsheet takes figures copied from a
 * page with any other for text.
 */

/** A change in percent, such as “+19.23%”; undefined where it is not known. */
export function signedPercent(change: Maybe, locale: string): string | undefined {
  const text = formatPercent(change, locale);
  return text && signed(text, change);
}

/** A difference in points or percentage points: “+1.20”, “-0.35”, “0.00”. */
export function signedPoints(points: Maybe, locale: string): string {
  return signed(formatScore(points, locale) ?? '', points);
}

/** A difference of two counts: “+2”, “-3”, “0”. */
export function signedCount(change: number): string {
  return signed(String(change), String(change));
}

/** The difference of two figures that are already shown, with its sign. */
export function signed(text: string, value: Maybe): string {
  return (compare(value, '0') ?? 0) > 0 ? `+${text}` : text;
}
