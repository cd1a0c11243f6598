import { type Column, columnsOf } from '#app/domain/columns.ts';
import { type OfficeNarrative, type SharedTheme, sharedThemes } from '#app/domain/comparison-narrative.ts';
import {
  type ComparisonSearch,
  comparedAtLeast,
  type DroppedOffices,
  decodeComparisonSearch,
} from '#app/domain/comparison-search.ts';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import {
  type ApartIndicator,
  type CategoryShares,
  categoryShares,
  type Duel,
  duelOf,
  furthestApart,
  type Lead,
  leadsOf,
} from '#app/domain/head-to-head.ts';
import { baseOf, type ComparisonLine, comparisonLines } from '#app/domain/office-comparison.ts';
import { isCompared } from '#app/domain/office-year.ts';
import type { PeerGroup } from '#app/domain/peer-group.ts';
import { decodeRankingSearch } from '#app/domain/ranking-search.ts';
import { type RankingRow, rankingTable } from '#app/domain/ranking-table.ts';
import type { District } from '#db/queries/districts.server.ts';
import { findAllNarratives } from '#db/queries/narratives.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { type DistrictYear, loadDistrictYear } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface ComparisonView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  unit: MoneyUnit;
  peerGroups: PeerGroup[];
  search: ComparisonSearch;
  dropped: DroppedOffices;
  /** Everyone, ranked by total score, then those without a rank: what the chooser offers. */
  offices: { ranked: RankingRow[]; unranked: RankingRow[] };
  /** Somebody had a rank last year, so that an office without one is new. */
  hasLastYear: boolean;
  /** Absent where fewer than two offices are chosen. */
  comparison?: Comparison;
}

export interface Comparison {
  /** In the order of the address. */
  chosen: RankingRow[];
  /** Id of the office that the others are measured against; absent where none can be compared. */
  base?: string;
  lines: ComparisonLine[];
  /** Lines of the chosen groups that are equal and therefore not shown. */
  hidden: number;
  /** With two offices that can be compared. */
  duel?: Duel;
  /** With more. */
  leads: Lead[];
  shares: CategoryShares[];
  apart: ApartIndicator[];
  /** One an office that can be compared, in the order of the address. */
  narratives: OfficeNarrative[];
  shared: SharedTheme[];
}

/**
 * Two to five offices of a year side by side, as the address asks; page and files show exactly this. Undefined when the
 * district held no round that year.
 */
export function compareOffices(
  scope: Scope,
  { year, params, unit }: { year: number; params: URLSearchParams; unit: MoneyUnit },
): Promise<ComparisonView | undefined> {
  return readScope(scope, async (db) => {
    const found = await loadDistrictYear(db, year);
    if (!found) return undefined;
    const known = found.rows.map(({ office }) => office.code);
    const { search, dropped } = decodeComparisonSearch(params, known);
    const columns = columnsOf(found.framework);
    const table = wholeRanking(found, columns, search);
    const view = {
      district: found.district,
      header: found.header,
      unit,
      peerGroups: found.peerGroups,
      search,
      dropped,
      offices: { ranked: table.ranked, unranked: table.unranked },
      hasLastYear: table.district.rankedLastYear > 0,
    };
    if (search.offices.length < comparedAtLeast) return view;
    const district = [...table.ranked, ...table.unranked];
    const chosen = search.offices.flatMap((code) => district.find((row) => row.office.code === code) ?? []);
    const officeIds = chosen.filter(isCompared).map(({ office }) => office.id);
    const narratives = await findAllNarratives(db, { year, officeIds });
    return { ...view, comparison: comparisonOf({ found, columns, search, district, chosen, narratives }) };
  });
}

interface ComparisonInput {
  found: DistrictYear;
  columns: Column[];
  search: ComparisonSearch;
  district: RankingRow[];
  chosen: RankingRow[];
  narratives: OfficeNarrative[];
}

function comparisonOf({ found, columns, search, district, chosen, narratives }: ComparisonInput): Comparison {
  const { framework } = found;
  const comparable = chosen.filter(isCompared);
  const base = baseOf(chosen, search.base);
  const lines = comparisonLines({
    columns: columns.filter(({ group }) => search.groups.includes(group)),
    chosen,
    base: base?.office.id,
    district,
  });
  const shown = lines.filter(({ differs }) => differs || !search.differ);
  const other = comparable.length === 2 ? comparable.find((row) => row !== base) : undefined;
  const inOrder = comparable.flatMap(({ office }) =>
    narratives.filter((each) => each.officeId === office.id),
  );
  return {
    chosen,
    base: base?.office.id,
    lines: shown,
    hidden: lines.length - shown.length,
    duel: base && other && duelOf(base, other, columns, framework),
    leads: comparable.length > 2 ? leadsOf(comparable, columns) : [],
    shares: categoryShares(framework, comparable, district),
    apart: furthestApart(framework, comparable),
    narratives: inOrder,
    shared: sharedThemes(inOrder),
  };
}

/** Every office with every column, ranked by total score. */
function wholeRanking(
  { rows, lastYear, peerGroups: groups }: DistrictYear,
  columns: Column[],
  { mode }: ComparisonSearch,
) {
  const search = { ...decodeRankingSearch(new URLSearchParams({ columns: 'all' }), columns), mode };
  return rankingTable({ rows, lastYear, groups, columns, search, unit: 'yuan' });
}
