import { type Column, columnValue } from './columns.ts';
import type { MoneyUnit } from './figure-text.ts';
import { toBig, toUnit } from './money.ts';
import type { OfficeName, OfficeYear } from './office-year.ts';
import type { RankedEntry } from './ranking.ts';
import type { RangeFilter } from './ranking-params.ts';
import { noGroup, type RankingSearch } from './ranking-search.ts';

interface FilterContext {
  search: RankingSearch;
  columns: Map<string, Column>;
  /** In which money ranges were typed. */
  unit: MoneyUnit;
}

/** Whether an office passes every filter: status, peer group, name and all ranges. */
export function passes(row: OfficeYear, { search, columns, unit }: FilterContext): boolean {
  if (search.statuses.length > 0 && !search.statuses.includes(row.status)) return false;
  if (search.groups.length > 0 && !search.groups.includes(String(row.peerGroup ?? noGroup))) return false;
  if (search.name && !isNamed(row.office, search.name)) return false;
  return search.ranges.every((range) => {
    const column = columns.get(range.column);
    return column !== undefined && isWithin(row, range, { column, search, unit });
  });
}

/** What “the first n and the last m” leaves of the ranked offices shown. */
export interface Cut {
  top?: number;
  bottom?: number;
  /** How many are left, more than asked for where several share the rank at the cut, and of how many. */
  left: number;
  of: number;
}

/** The offices that stay, by id: equal ranks at the cut stay or go together. All stay when nothing is to be cut. */
export function cutOf(
  ranked: RankedEntry[],
  { top, bottom }: Pick<RankingSearch, 'top' | 'bottom'>,
): { ids: Set<string>; cut?: Cut } {
  if (top === undefined && bottom === undefined) return { ids: new Set(ranked.map(({ id }) => id)) };
  const lastOfTop = top === undefined ? 0 : (ranked[Math.min(top, ranked.length) - 1]?.rank ?? 0);
  const firstOfBottom =
    bottom === undefined
      ? Number.POSITIVE_INFINITY
      : (ranked[Math.max(ranked.length - bottom, 0)]?.rank ?? Number.POSITIVE_INFINITY);
  const left = ranked.filter(({ rank }) => rank <= lastOfTop || rank >= firstOfBottom);
  return {
    ids: new Set(left.map(({ id }) => id)),
    cut: { top, bottom, left: left.length, of: ranked.length },
  };
}

function isNamed(office: OfficeName, part: string): boolean {
  const wanted = part.toLowerCase();
  return [office.name, office.nameEn, office.code].some((name) => name.toLowerCase().includes(wanted));
}

function isWithin(
  row: OfficeYear,
  { min, max }: RangeFilter,
  { column, search, unit }: { column: Column; search: RankingSearch; unit: MoneyUnit },
): boolean {
  const value = columnValue(row, column, search.mode);
  if (value === undefined) return false;
  const shown = toBig(column.kind === 'money' ? toUnit(value, unit) : value);
  return (min === undefined || shown.gte(min)) && (max === undefined || shown.lte(max));
}
