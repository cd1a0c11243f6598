import Big from 'big.js';
import { type MoneyUnit, rounded, unitPlaces } from './figure-text.ts';
import type { Decimal } from './submission.ts';

/** A figure that may not have been stated. Absent in gives absent out, in every function here. */
export type Maybe = Decimal | null | undefined;

/** Exact number behind a decimal text. Throws RangeError naming the value when it is not a decimal number. */
export function toBig(value: Decimal): Big {
  try {
    return new Big(value);
  } catch {
    throw new RangeError(`not a decimal number: "${value}"`);
  }
}

/** Exact sum, same unit in and out. Absent if any part is absent or there is none: a missing part is never 0. */
export function sum(parts: readonly Maybe[]): Decimal | undefined {
  return parts.length === 0 ? undefined : derive(parts, (values) => values.reduce((a, b) => a.plus(b)));
}

/** Exact sum of the parts that are stated; absent if none is. Say how many parts were left out where this is shown. */
export function sumPresent(parts: readonly Maybe[]): Decimal | undefined {
  return sum(present(parts));
}

/** `a − b`, exact. */
export function subtract(a: Maybe, b: Maybe): Decimal | undefined {
  return derive([a, b], ([x, y]) => x.minus(y));
}

/** `a × b`, exact. */
export function multiply(a: Maybe, b: Maybe): Decimal | undefined {
  return derive([a, b], ([x, y]) => x.times(y));
}

/** −1, 0 or 1 as `a` is below, equal to or above `b`, by value: "1.0" equals "1". */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1;
export function compare(a: Maybe, b: Maybe): -1 | 0 | 1 | undefined;
export function compare(a: Maybe, b: Maybe): -1 | 0 | 1 | undefined {
  return isAbsent(a) || isAbsent(b) ? undefined : toBig(a).cmp(toBig(b));
}

/** `part ÷ whole` in percent, half-up to `decimals`. Absent when the whole is 0: 0 of 0 is not applicable, not 100 %. */
export function percent(part: Maybe, whole: Maybe, decimals = 2): Decimal | undefined {
  if (isAbsent(part) || isAbsent(whole)) return undefined;
  const [p, w] = [scaled(part), scaled(whole)];
  if (w.units === 0n) return undefined;
  // In whole numbers: a page divides for hundreds of offices, and a general division costs many times as much.
  const dividend = p.units * 10n ** BigInt(w.decimals + decimals + 2);
  return plainText(dividedHalfUp(dividend, w.units * 10n ** BigInt(p.decimals)), decimals);
}

interface Scaled {
  units: bigint;
  decimals: number;
}

/** A decimal as a whole number of its last decimal. */
function scaled(value: Decimal): Scaled {
  const plain = plainDecimal.test(value) ? value : toBig(value).toFixed();
  const [whole = '', fraction = ''] = plain.split('.');
  return { units: BigInt(whole + fraction), decimals: fraction.length };
}

const plainDecimal = /^-?\d+(?:\.\d+)?$/;

function dividedHalfUp(dividend: bigint, divisor: bigint): bigint {
  const [a, b] = [magnitude(dividend), magnitude(divisor)];
  const quotient = (a * 2n + b) / (b * 2n);
  return dividend < 0n === divisor < 0n ? quotient : -quotient;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** `units` of the last of `decimals`, without zeros at the end. */
function plainText(units: bigint, decimals: number): Decimal {
  const digits = magnitude(units)
    .toString()
    .padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${fraction && `.${fraction}`}`;
}

/** Half-up (away from zero) to `decimals`, as text with exactly that many decimals. */
export function round(value: Decimal, decimals: number): Decimal;
export function round(value: Maybe, decimals: number): Decimal | undefined;
export function round(value: Maybe, decimals: number): Decimal | undefined {
  return isAbsent(value) ? undefined : rounded(value, decimals);
}

/** How many decimals a figure was stated with: "77" → 0, "96.10" → 2. It sets the tolerance of a comparison. */
export function decimalsOf(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0;
}

/** Whether two figures are at most `tolerance` apart, both ends included. */
export function within(a: Decimal, b: Decimal, tolerance: Decimal): boolean {
  return toBig(a).minus(toBig(b)).abs().lte(toBig(tolerance));
}

/** 元 → the unit, exact. */
export function toUnit(amountYuan: Decimal, unit: MoneyUnit): Decimal;
export function toUnit(amountYuan: Maybe, unit: MoneyUnit): Decimal | undefined;
export function toUnit(amountYuan: Maybe, unit: MoneyUnit): Decimal | undefined {
  return derive([amountYuan], ([yuan]) => yuan.div(10 ** unitPlaces[unit]));
}

type BigsOf<T extends readonly Maybe[]> = { [K in keyof T]: Big };

/** The one place where absence is handled: works `rule` out only when every input is stated. */
function derive<T extends readonly Maybe[]>(inputs: readonly [...T], rule: (values: BigsOf<T>) => Big) {
  if (inputs.some(isAbsent)) return undefined;
  return unsigned(rule(present(inputs).map(toBig) as BigsOf<T>)).toFixed();
}

/** The figures that are stated, in their order. */
export function present(values: readonly Maybe[]): Decimal[] {
  return values.filter((value) => !isAbsent(value));
}

function isAbsent(value: Maybe): value is null | undefined {
  return value === undefined || value === null;
}

/** big.js keeps a minus on zero, which would read "-0.00". */
function unsigned(value: Big): Big {
  return value.eq(0) ? value.abs() : value;
}
