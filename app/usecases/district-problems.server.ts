import { isCompared, isProvisional, type OfficeName, type OfficeYear } from '#app/domain/office-year.ts';
import { sortThemes, surveyThemes, type ThemeSurvey } from '#app/domain/problem-counts.ts';
import { comparedProblems, type StatedProblem, themesByYear } from '#app/domain/problem-history.ts';
import { type MatrixRow, problemMatrix } from '#app/domain/problem-matrix.ts';
import { decodeProblemSearch, type ProblemSearch } from '#app/domain/problem-search.ts';
import {
  type FormerStatement,
  formerStatements,
  groupByOffice,
  groupByTheme,
  passes,
  type Statement,
  type StatementGroup,
  statementsOf,
} from '#app/domain/problem-statements.ts';
import { problemThemes } from '#app/domain/problem-themes.ts';
import { saysNothing } from '#app/domain/problems.ts';
import { byName } from '#app/domain/ranking-table.ts';
import type { District } from '#db/queries/districts.server.ts';
import { findAllProblems } from '#db/queries/problems.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { type DistrictSpan, loadDistrictSpan } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface ProblemsView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  search: ProblemSearch;
  /** Themes in the order asked for. */
  survey: ThemeSurvey;
  /** Offices in the order asked for; the page’s second view alone has them. */
  matrix: MatrixRow[];
  /** The statements asked for; the page’s third view alone has them. */
  groups: StatementGroup[];
  /** Statements that pass the filter, each once, of all of them. */
  shown: { statements: number; of: number; offices: number };
  /** Where one theme is open: who states it no more. */
  former: FormerStatement[];
  /** Compared offices with a problem that belongs to no theme, with none stated, and with “暂无”. */
  outside: { unclassified: number; silent: OfficeName[]; nothing: OfficeName[] };
  /** Offices that are not compared, with their status for the reason. */
  notCounted: { office: OfficeName; status: OfficeYear['status'] }[];
  /** Every compared office by name, to choose from. */
  offices: OfficeName[];
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
      span && { span, problems: await findAllProblems(db, { years: span.years.map((each) => each.year) }) }
    );
  });
  return found && problemsView(found.span, found.problems, decodeProblemSearch(params));
}

function problemsView(span: DistrictSpan, stated: StatedProblem[], search: ProblemSearch): ProblemsView {
  const { district, header, years } = span;
  const { year } = header;
  const rows = years.at(-1)?.rows ?? [];
  const problems = comparedProblems(years, stated);
  const byYear = themesByYear(years, problems);
  const taxonomy = problemThemes.map(({ slug }) => slug);
  const survey = surveyThemes(byYear, { year, problems, taxonomy });
  const themes = sortThemes(survey.themes, search.sort);
  const slugs = themes.map(({ theme }) => theme);
  const compared = rows.filter(isCompared);
  const offices = new Map(
    compared.map((row) => [row.office.id, { office: row.office, provisional: isProvisional(row) }]),
  );
  const input = { year, problems, byYear, offices };
  const statements = statementsOf(input);
  const passed = statements.filter((statement) => passes(statement, search));
  return {
    district,
    header,
    search,
    survey: { ...survey, themes },
    matrix:
      search.view === 'matrix' ? problemMatrix(byYear, { rows, themes: slugs, order: search.rows }) : [],
    groups: search.view === 'statements' ? groupsOf(passed, search, slugs) : [],
    shown: {
      statements: passed.length,
      of: statements.length,
      offices: new Set(passed.map(({ office }) => office.id)).size,
    },
    former: search.view === 'statements' && search.theme ? formerStatements(search.theme, input) : [],
    outside: outsideOf(compared, problems, statements),
    notCounted: rows
      .filter((row) => !isCompared(row))
      .map(({ office, status }) => ({ office, status }))
      .sort((a, b) => byName(a.office, b.office)),
    offices: compared.map(({ office }) => office).sort(byName),
  };
}

function groupsOf(statements: Statement[], { by, theme }: ProblemSearch, themes: string[]): StatementGroup[] {
  if (by === 'office') return groupByOffice(statements);
  return groupByTheme(statements, themes).filter(({ key }) => theme === undefined || key === theme);
}

function outsideOf(
  compared: OfficeYear[],
  problems: StatedProblem[],
  statements: Statement[],
): ProblemsView['outside'] {
  const year = compared[0]?.year;
  const now = problems.filter((problem) => problem.year === year);
  const said = new Set(statements.map(({ office }) => office.id));
  const nothing = new Set(now.filter(({ text }) => saysNothing(text)).map(({ officeId }) => officeId));
  const quiet = compared
    .map(({ office }) => office)
    .filter(({ id }) => !said.has(id))
    .sort(byName);
  return {
    unclassified: statements.filter(({ themes }) => themes.length === 0).length,
    silent: quiet.filter(({ id }) => !nothing.has(id)),
    nothing: quiet.filter(({ id }) => nothing.has(id)),
  };
}
