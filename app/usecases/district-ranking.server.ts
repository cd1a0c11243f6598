import { type Column, columnsOf } from '#app/domain/columns.ts';
import type { MoneyUnit } from '#app/domain/money.ts';
import { decodeRankingSearch, type RankingSearch } from '#app/domain/ranking-search.ts';
import { type RankingTable, rankingTable } from '#app/domain/ranking-table.ts';
import type { District } from '#db/queries/districts.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { loadDistrictYear } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface RankingView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  unit: MoneyUnit;
  search: RankingSearch;
  /** Every column there is, for the column chooser; the table holds the shown ones. */
  columns: Column[];
  table: RankingTable;
}

/**
 * The ranking table of a year as its address asks for it; page and file both show exactly this. `params` may hold
 * anything. Undefined when the district held no round that year.
 */
export async function viewDistrictRanking(
  scope: Scope,
  { year, params, unit }: { year: number; params: URLSearchParams; unit: MoneyUnit },
): Promise<RankingView | undefined> {
  const found = await readScope(scope, (db) => loadDistrictYear(db, year));
  if (!found) return undefined;
  const { district, header, framework, rows, lastYear } = found;
  const columns = columnsOf(framework);
  const search = decodeRankingSearch(params, columns);
  return {
    district,
    header,
    unit,
    search,
    columns,
    table: rankingTable({ rows, lastYear, columns, search, unit }),
  };
}
