import { type DistrictProblems, districtProblems } from '#app/domain/problem-overview.ts';
import { decodeProblemSearch, type ProblemSearch } from '#app/domain/problem-search.ts';
import type { District } from '#db/queries/districts.server.ts';
import { findAllProblems } from '#db/queries/problems.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { loadDistrictSpan } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface ProblemsView extends DistrictProblems {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  search: ProblemSearch;
}

/** Years read to tell how long a theme has lasted. */
const yearsBack = 5;

/**
 * What the offices of a district say goes wrong, as the address asks for it; page and files show exactly this. `params` may
 * hold anything. Undefined when the district held no round that year.
 */
export async function viewDistrictProblems(
  scope: Scope,
  { year, params }: { year: number; params: URLSearchParams },
): Promise<ProblemsView | undefined> {
  const found = await readScope(scope, async (db) => {
    const span = await loadDistrictSpan(db, {
      year,
      count: yearsBack,
      only: { amounts: [], rates: [], nodes: [] },
    });
    return (
      span && { span, stated: await findAllProblems(db, { years: span.years.map((each) => each.year) }) }
    );
  });
  if (!found) return undefined;
  const { district, header, years } = found.span;
  const search = decodeProblemSearch(params);
  return { district, header, search, ...districtProblems({ year, years, stated: found.stated, search }) };
}
