import { isCompared, type OfficeYear } from '#app/domain/office-year.ts';
import { districtOverview, type OfficeThemes, type Overview } from '#app/domain/overview.ts';
import type { District } from '#db/queries/districts.server.ts';
import { findAllProblems, type ProblemRow } from '#db/queries/problems.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
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
    const problems = await findAllProblems(db, { years: [year, year - 1] });
    const [themes, lastYearThemes] = [themesOf(problems, rows), themesOf(problems, lastYear)];
    return {
      district,
      header,
      overview: districtOverview({ framework, rows, lastYear, themes, lastYearThemes }),
    };
  });
}

/** Themes of the problems that the compared offices of these rows state. */
function themesOf(problems: ProblemRow[], rows: OfficeYear[]): OfficeThemes[] {
  const compared = new Set(rows.filter(isCompared).map(({ office, year }) => `${year} ${office.id}`));
  return problems.filter(({ officeId, year }) => compared.has(`${year} ${officeId}`));
}
