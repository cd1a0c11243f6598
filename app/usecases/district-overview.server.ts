import { isCompared, type OfficeYear } from '#app/domain/office-year.ts';
import { districtOverview, type OfficeThemes, type Overview } from '#app/domain/overview.ts';
import type { District } from '#db/queries/districts.server.ts';
import { findAllProblems } from '#db/queries/submissions.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { loadDistrictYear } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface OverviewView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  overview: Overview;
}

/** The district's first page for a year. Undefined when the district held no round that year. */
export function viewDistrictOverview(
  scope: Scope,
  { year }: { year: number },
): Promise<OverviewView | undefined> {
  return readScope(scope, async (db) => {
    const found = await loadDistrictYear(db, year);
    if (!found) return undefined;
    const { district, header, framework, rows, lastYear } = found;
    const themes = await themesOf(db, rows);
    const lastYearThemes = await themesOf(db, lastYear);
    return {
      district,
      header,
      overview: districtOverview({ framework, rows, lastYear, themes, lastYearThemes }),
    };
  });
}

/** Themes of the problems that compared offices state. */
async function themesOf(db: ScopedDb, rows: OfficeYear[]): Promise<OfficeThemes[]> {
  const year = rows[0]?.year;
  if (year === undefined) return [];
  const compared = new Set(rows.filter(isCompared).map((row) => row.office.id));
  const problems = await findAllProblems(db, { year });
  return problems.filter(({ officeId }) => compared.has(officeId));
}
