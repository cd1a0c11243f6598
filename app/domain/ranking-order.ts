import { type Column, columnValue } from './columns.ts';
import { compare } from './money.ts';
import type { OfficeName, OfficeYear } from './office-year.ts';
import type { RankingSearch } from './ranking-search.ts';
import type { Decimal } from './submission.ts';

type Order = (a: OfficeName, b: OfficeName) => number;

/**
 * The order of the sort keys, then by name. Keys may be columns that are not shown, so their values are taken from the
 * offices and not from the cells; offices without the value stand last whichever way it is sorted.
 */
export function orderBy(rows: OfficeYear[], search: RankingSearch, columns: Map<string, Column>): Order {
  const keys = search.sort.map(({ column: id, descending }): Order => {
    const column = columns.get(id);
    if (!column) return (a, b) => byName(a, b) * (descending ? -1 : 1);
    const values = new Map(rows.map((row) => [row.office.id, columnValue(row, column, search.mode)]));
    return (a, b) => missingLast(values.get(a.id), values.get(b.id), descending);
  });
  return (a, b) => {
    for (const key of keys) {
      const order = key(a, b);
      if (order !== 0) return order;
    }
    return byName(a, b);
  };
}

/** Pinyin order by the stored key, then by code so that the order is total. */
export function byName(a: OfficeName, b: OfficeName): number {
  const [x, y] = [`${a.sortKey} ${a.code}`, `${b.sortKey} ${b.code}`];
  return x < y ? -1 : Number(x > y);
}

function missingLast(a: Decimal | undefined, b: Decimal | undefined, descending: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return descending ? compare(b, a) : compare(a, b);
}
