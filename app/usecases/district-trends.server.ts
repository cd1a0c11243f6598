import type { BoundaryChange } from '#app/domain/boundary-change.ts';
import { byRun, type MonthlyProgress, monthlyProgress } from '#app/domain/monthly-progress.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import { byName } from '#app/domain/ranking-order.ts';
import type { Decimal } from '#app/domain/submission.ts';
import {
  chosenOffices,
  type DistrictPoint,
  districtPoints,
  medianPoints,
  type OfficeLine,
  officeLines,
  sortPanels,
} from '#app/domain/trends.ts';
import { decodeTrendSearch, type TrendSearch } from '#app/domain/trends-search.ts';
import { findAllBoundaryChanges } from '#db/queries/boundary-changes.server.ts';
import type { District } from '#db/queries/districts.server.ts';
import { findAllMonthlyExecution, type OfficeMonths } from '#db/queries/monthly-execution.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { loadDistrictSpan } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface TrendsView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  /** As understood; `offices` is empty where the page chose. */
  search: TrendSearch;
  /** Years with a round, oldest first. */
  years: number[];
  /** Years whose framework differs from the round before. */
  newFrameworks: number[];
  points: DistrictPoint[];
  /** All offices by the rule of the ranks, in the order of names. */
  lines: OfficeLine[];
  /** All offices by the measure of the small panels, in the order asked for, and the median of each year. */
  panels: { lines: OfficeLine[]; median: (Decimal | undefined)[] };
  chosen: OfficeName[];
  /** Every office against the calendar this year, the longest behind first. */
  months: MonthlyProgress[];
  boundaries: BoundaryChange[];
}

const mostYears = 10;

/**
 * Up to ten years up to `year`: the district, every office's ranks and figures, and this year's months. `params` may hold
 * anything. Undefined when the district held no round that year.
 */
export async function viewDistrictTrends(
  scope: Scope,
  { year, params }: { year: number; params: URLSearchParams },
): Promise<TrendsView | undefined> {
  const found = await readScope(scope, async (db) => {
    const only = { amounts: ['budget_total', 'executed_total'] as const, rates: [], nodes: ['total'] };
    const span = await loadDistrictSpan(db, { year, count: mostYears, only });
    if (!span) return undefined;
    const boundaries = await findAllBoundaryChanges(db, { from: year - mostYears + 1, to: year });
    return { span, boundaries, months: await findAllMonthlyExecution(db, [year - 1, year]) };
  });
  if (!found) return undefined;
  const { span, boundaries, months } = found;
  const search = decodeTrendSearch(params);
  const points = districtPoints(span.years);
  const lines = officeLines(span.years, search.by, boundaries);
  const panels = search.measure === search.by ? lines : officeLines(span.years, search.measure, boundaries);
  const offices = lines.map(({ office }) => office);
  const codes = search.offices.filter((code) => offices.some((office) => office.code === code));
  return {
    district: span.district,
    header: span.header,
    search: { ...search, offices: codes },
    years: span.years.map((each) => each.year),
    newFrameworks: points.filter(({ frameworkChanged }) => frameworkChanged).map((point) => point.year),
    points,
    lines,
    panels: { lines: sortPanels(panels, search.sort), median: medianPoints(panels) },
    chosen: chosenOffices(lines, codes),
    months: progressOf(offices, months, year),
    boundaries: boundaries.filter(({ officeId }) => offices.some(({ id }) => id === officeId)),
  };
}

function progressOf(offices: OfficeName[], months: OfficeMonths[], year: number): MonthlyProgress[] {
  const of = new Map(months.map((each) => [`${each.officeId} ${each.year}`, each.months]));
  return offices
    .map((office) =>
      monthlyProgress({
        office,
        months: of.get(`${office.id} ${year}`) ?? [],
        lastYear: of.get(`${office.id} ${year - 1}`) ?? [],
      }),
    )
    .sort((a, b) => byRun(a, b) || byName(a.office, b.office));
}
