import { isCompared, isProvisional, type OfficeName, type OfficeYear } from './office-year.ts';
import { sortThemes, surveyThemes, type ThemeSurvey } from './problem-counts.ts';
import { comparedProblems, type OfficeYears, type StatedProblem, themesByYear } from './problem-history.ts';
import { type MatrixRow, problemMatrix } from './problem-matrix.ts';
import type { ProblemSearch } from './problem-search.ts';
import {
  type FormerStatement,
  formerStatements,
  groupByOffice,
  groupByTheme,
  passes,
  type Statement,
  type StatementGroup,
  statementsOf,
} from './problem-statements.ts';
import { problemThemes } from './problem-themes.ts';
import { saysNothing } from './problems.ts';
import { byName } from './ranking-order.ts';

/** What the offices of a district say goes wrong, as far as the address asks for it. */
export interface DistrictProblems {
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

interface ProblemsInput {
  year: number;
  /** Oldest first; the last is the year asked for. */
  years: OfficeYears[];
  /** Of any submission of these years; those that are not compared are left out here. */
  stated: StatedProblem[];
  search: ProblemSearch;
}

/** Everything that the page of problems says of one year. */
export function districtProblems({ year, years, stated, search }: ProblemsInput): DistrictProblems {
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
): DistrictProblems['outside'] {
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
