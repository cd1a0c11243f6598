import { type Column, columnsOf } from '#app/domain/columns.ts';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import type { PeerGroup } from '#app/domain/peer-group.ts';
import { decodeRankingSearch, type RankingSearch, unknownColumns } from '#app/domain/ranking-search.ts';
import { type RankingTable, rankingTable } from '#app/domain/ranking-table.ts';
import type { District } from '#db/queries/districts.server.ts';
import { findAllSavedViews, type SavedView } from '#db/queries/saved-views.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { loadDistrictYear } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface RankingView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  unit: MoneyUnit;
  search: RankingSearch;
  /** Columns that the address names and this year does not have. */
  unknownColumns: string[];
  /** Every column there is, for the column chooser; the table holds the shown ones. */
  columns: Column[];
  peerGroups: PeerGroup[];
  savedViews: SavedView[];
  /** May rename and remove what others share. */
  reviews: boolean;
  table: RankingTable;
}

/**
 * The ranking table of a year as its address asks for it; page and file both show exactly this. `params` may hold
 * anything. Undefined when the district held no round that year.
 */
export function viewDistrictRanking(
  scope: Scope,
  { year, params, unit }: { year: number; params: URLSearchParams; unit: MoneyUnit },
): Promise<RankingView | undefined> {
  return readScope(scope, async (db) => {
    const found = await loadDistrictYear(db, year);
    if (!found) return undefined;
    const { district, header, framework, rows, lastYear, peerGroups } = found;
    const columns = columnsOf(framework);
    const search = decodeRankingSearch(params, columns);
    return {
      district,
      header,
      unit,
      search,
      unknownColumns: unknownColumns(params, columns),
      columns,
      peerGroups,
      savedViews: await findAllSavedViews(db),
      reviews: scope.role === 'district_reviewer',
      table: rankingTable({ rows, lastYear, groups: peerGroups, columns, search, unit }),
    };
  });
}
