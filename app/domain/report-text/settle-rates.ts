import { amountRatios } from '../findings/rates.ts';
import { compare, round } from '../money.ts';
import type { Decimal, MoneyItem, RateItem } from '../submission.ts';
import type { Read, ReadRate, ReportReading } from './reading.ts';

export interface RateFound {
  field: RateItem;
  read: Read<Decimal>;
  /** Counts only where the amounts bear it out. */
  weak?: boolean;
}

/** The first statement of each rate, for holding the amounts against. */
export function firstRates(found: readonly RateFound[]): ReportReading['rates'] {
  const rates: ReportReading['rates'] = {};
  for (const { field, read, weak } of found) if (!weak) rates[field] ??= read;
  return rates;
}

/**
 * One value a rate. Of several stated for it the one that the amounts bear out, else the first; the others stand beside it,
 * and it is a guess where nothing decides.
 */
export function settleRates(
  found: readonly RateFound[],
  amounts: ReportReading['amounts'],
): ReportReading['rates'] {
  const rates: ReportReading['rates'] = {};
  for (const field of new Set(found.map((one) => one.field))) {
    const stated = found.filter(
      (one) => one.field === field && (!one.weak || isBorneOut(field, one.read.value, amounts)),
    );
    const [first, ...others] = distinct(stated.map(({ read }) => read));
    if (first) rates[field] = others.length === 0 ? first : chosen(field, [first, ...others], amounts);
  }
  return rates;
}

/** 96.1 and 96.12 are one value, printed to fewer places. */
function distinct(reads: readonly Read<Decimal>[]): Read<Decimal>[] {
  const values: Read<Decimal>[] = [];
  for (const read of reads) {
    const same = values.findIndex((one) => isSame(one.value, read.value));
    if (same < 0) values.push(read);
    else if (placesOf(read.value) > placesOf(values[same]?.value ?? '')) values[same] = read;
  }
  return values;
}

function isSame(one: Decimal, other: Decimal): boolean {
  const places = Math.min(placesOf(one), placesOf(other));
  return compare(round(one, places), round(other, places)) === 0;
}

function placesOf(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0;
}

function chosen(
  field: RateItem,
  reads: readonly [Read<Decimal>, ...Read<Decimal>[]],
  amounts: ReportReading['amounts'],
): ReadRate {
  const borneOut = reads.filter(({ value }) => isBorneOut(field, value, amounts));
  const [first] = reads;
  const best = borneOut.length === 1 ? (borneOut[0] ?? first) : first;
  return {
    ...best,
    confidence: borneOut.length === 1 ? 'medium' : 'low',
    competing: reads.filter((one) => one !== best),
  };
}

function isBorneOut(field: RateItem, value: Decimal, amounts: ReportReading['amounts']): boolean {
  const values: Partial<Record<MoneyItem, Decimal>> = Object.fromEntries(
    Object.entries(amounts).map(([item, amount]) => [item, amount.value]),
  );
  const stated = { ...values, budget_total: values.budget_total ?? values.budget_adjusted };
  return amountRatios.some(
    ({ outcome }) => outcome({ amounts: stated, rates: { [field]: value } }).status === 'holds',
  );
}
