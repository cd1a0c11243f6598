import { type MoneyUnit, moneyUnits } from '#app/domain/figure-text.ts';

/** Decoders of what lives in the address. They are total: a missing or bad value becomes the default, never an error. */

export const defaultUnit: MoneyUnit = 'wan';

/** The unit in which the page shows money, from `?unit=`. */
export function unitOf(search: URLSearchParams): MoneyUnit {
  return oneOf(moneyUnits, search.get('unit')) ?? defaultUnit;
}

/** What an address says about the unit, nothing for the default, to build another query on. */
export function unitBase(search: URLSearchParams): URLSearchParams {
  const unit = unitOf(search);
  return new URLSearchParams(unit === defaultUnit ? {} : { unit });
}

/** `value` if it is one of `allowed`. */
export function oneOf<const T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((known) => known === value);
}

/** A four-digit year of this century, undefined for anything else. */
export function yearOf(text: string | undefined): number | undefined {
  return text && /^20\d\d$/.test(text) ? Number(text) : undefined;
}

/** A day as YYYY-MM-DD that the calendar has, undefined for anything else. */
export function dayOf(text: string | null): string | undefined {
  if (!text || !/^20\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
}

/** The address with some search params set (undefined removes one) and all others kept. */
export function withParams(
  location: { pathname: string; search: string },
  changes: Record<string, string | undefined>,
): string {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) search.delete(name);
    else search.set(name, value);
  }
  const query = search.toString();
  return query ? `${location.pathname}?${query}` : location.pathname;
}

/** The same page of another year: `/districts/440103/2023/ranking` → `/districts/440103/2022/ranking`. */
export function withYear(location: { pathname: string; search: string }, year: number): string {
  const pathname = location.pathname.replace(/^(\/(?:districts|offices)\/\d+\/)20\d\d(?=\/|$)/, `$1${year}`);
  return pathname + location.search;
}
