import {
  lastingYears,
  type StatedProblem,
  type ThemeState,
  type ThemesByYear,
  themeState,
  yearsInARow,
} from './problem-history.ts';
import type { ThemeOrder } from './problem-search.ts';

/** One theme over the compared offices of a year; an office counts once, however often it states the theme. */
export interface ThemeCounts {
  theme: string;
  /** Offices that state it this year: fresh, repeated and first together. */
  offices: number;
  /** Offices that stated it last year, whether they filed this year or not. */
  lastYear: number;
  /** Offices by state; see `ThemeState`. */
  states: Record<ThemeState, number>;
  /** Like for like, over the offices compared in both years; absent where there is none. */
  change?: number;
  /** Offices that state it for the third year in a row or longer. */
  lasting: number;
  /** Most years in a row of any office, 0 where none states it. */
  longest: number;
  /** Of the dropped: offices that had named a measure for it last year. */
  droppedWithMeasure: number;
  /** Stated problems of this theme this year. */
  statements: number;
  /** Measures linked to them. */
  measures: number;
  /** Stated problems without a measure linked to them. */
  unmeasured: number;
  /** Offices that state it, by year as in `filed`. */
  byYear: number[];
}

export interface ThemeSurvey {
  /** Offices compared, oldest year first; the last is the year asked for. */
  filed: { year: number; offices: number }[];
  /** Offices compared both this year and last. */
  inBoth: number;
  /** Offices that state any theme of last year again, and those that state one for the third year or longer. */
  repeating: number;
  lasting: number;
  /** Themes that an office states this year or last. */
  themes: ThemeCounts[];
  /** Themes of the taxonomy that no office states in either year, in its order. */
  unstated: string[];
}

/** Counts every theme over the offices; `problems` are of compared submissions only. */
export function surveyThemes(
  byYear: ThemesByYear,
  { year, problems, taxonomy }: { year: number; problems: StatedProblem[]; taxonomy: readonly string[] },
): ThemeSurvey {
  const years = [...byYear.keys()].sort((a, b) => a - b);
  const named = problems.flatMap(({ themes }) => themes).filter((theme) => !taxonomy.includes(theme));
  const known = [...taxonomy, ...[...new Set(named)].sort()];
  const inBoth = comparedIn(byYear, year).filter((id) => byYear.get(year - 1)?.has(id)).length;
  const counts = known.map((theme) => themeCounts(byYear, { year, years, theme, problems, inBoth }));
  const rows = comparedIn(byYear, year).map((officeId) =>
    Math.max(0, ...known.map((theme) => yearsInARow(byYear, { year, officeId, theme }))),
  );
  const isStated = ({ offices, lastYear }: ThemeCounts) => offices + lastYear > 0;
  return {
    filed: years.map((each) => ({ year: each, offices: comparedIn(byYear, each).length })),
    inBoth,
    repeating: rows.filter((row) => row >= 2).length,
    lasting: rows.filter((row) => row >= lastingYears).length,
    themes: counts.filter(isStated),
    unstated: counts
      .filter((each) => !isStated(each) && taxonomy.includes(each.theme))
      .map(({ theme }) => theme),
  };
}

/** In the order asked for; equal ones by offices, then by how many repeat it, then in the taxonomy’s order. */
export function sortThemes(themes: ThemeCounts[], order: ThemeOrder): ThemeCounts[] {
  if (order === 'catalogue') return themes;
  const weight = ({ offices, change, states }: ThemeCounts) =>
    ({ offices, change: change ?? 0, repeated: states.repeated })[order];
  return [...themes].sort(
    (a, b) => weight(b) - weight(a) || b.offices - a.offices || b.states.repeated - a.states.repeated,
  );
}

interface ThemeQuestion {
  year: number;
  years: number[];
  theme: string;
  problems: StatedProblem[];
  inBoth: number;
}

function themeCounts(byYear: ThemesByYear, asked: ThemeQuestion): ThemeCounts {
  const { year, years, theme, problems, inBoth } = asked;
  const compared = comparedIn(byYear, year);
  const statesOf = compared.map((officeId) => themeState(byYear, { year, officeId, theme }));
  const count = (state: ThemeState) => statesOf.filter((each) => each === state).length;
  const states = {
    fresh: count('fresh'),
    repeated: count('repeated'),
    first: count('first'),
    dropped: count('dropped'),
  };
  const rows = compared.map((officeId) => yearsInARow(byYear, { year, officeId, theme }));
  const stated = problems.filter((problem) => problem.themes.includes(theme));
  const now = stated.filter((problem) => problem.year === year);
  const withMeasure = new Set(
    stated
      .filter((problem) => problem.year === year - 1 && problem.measures.length > 0)
      .map(({ officeId }) => officeId),
  );
  return {
    theme,
    offices: states.fresh + states.repeated + states.first,
    lastYear: statedIn(byYear, year - 1, theme),
    states,
    change: inBoth > 0 ? states.fresh - states.dropped : undefined,
    lasting: rows.filter((row) => row >= lastingYears).length,
    longest: Math.max(0, ...rows),
    droppedWithMeasure: compared.filter((id, index) => statesOf[index] === 'dropped' && withMeasure.has(id))
      .length,
    statements: now.length,
    measures: now.reduce((sum, { measures }) => sum + measures.length, 0),
    unmeasured: now.filter(({ measures }) => measures.length === 0).length,
    byYear: years.map((each) => statedIn(byYear, each, theme)),
  };
}

function comparedIn(byYear: ThemesByYear, year: number): string[] {
  return [...(byYear.get(year)?.keys() ?? [])];
}

function statedIn(byYear: ThemesByYear, year: number, theme: string): number {
  return [...(byYear.get(year)?.values() ?? [])].filter((themes) => themes.has(theme)).length;
}
