import { isCompared, type OfficeYear } from './office-year.ts';

/** One problem as an office states it. */
export interface StatedProblem {
  officeId: string;
  year: number;
  position: number;
  text: string;
  /** Slugs of `problem-themes.ts`, most telling first; none where it is of no known class or says “暂无”. */
  themes: string[];
  /** What the office will do about it, where it says so. */
  measures: string[];
  /** Measures of the same submission that name no problem. */
  unlinkedMeasures: number;
}

/** Years of a district with every office’s standing. */
export interface OfficeYears {
  year: number;
  rows: OfficeYear[];
}

/** Themes stated, by year and office. An office without an entry is not compared that year: nothing is known of it. */
export type ThemesByYear = ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<string>>>;

/**
 * Where an office stands with a theme this year. `first`: stated, but last year is not there to compare with. `dropped`:
 * stated last year and not this year; that is not to say it was solved.
 */
export const themeStates = ['fresh', 'repeated', 'first', 'dropped'] as const;
export type ThemeState = (typeof themeStates)[number];

/** From this many years in a row on, a repeated theme is a lasting one. */
export const lastingYears = 3;

/** The problems of compared submissions alone; drafts and returned ones are left out. */
export function comparedProblems<P extends StatedProblem>(years: OfficeYears[], problems: P[]): P[] {
  const compared = new Set(
    years.flatMap(({ rows }) => rows.filter(isCompared).map(({ office, year }) => `${year} ${office.id}`)),
  );
  return problems.filter(({ officeId, year }) => compared.has(`${year} ${officeId}`));
}

export function themesByYear(years: OfficeYears[], problems: StatedProblem[]): ThemesByYear {
  const byYear = new Map(
    years.map(({ year, rows }) => [
      year,
      new Map(rows.filter(isCompared).map(({ office }) => [office.id, new Set<string>()])),
    ]),
  );
  for (const { year, officeId, themes } of problems) {
    for (const theme of themes) byYear.get(year)?.get(officeId)?.add(theme);
  }
  return byYear;
}

/** Absent where the office states the theme neither this year nor last, or is not compared this year. */
export function themeState(
  byYear: ThemesByYear,
  { year, officeId, theme }: { year: number; officeId: string; theme: string },
): ThemeState | undefined {
  const now = byYear.get(year)?.get(officeId);
  const before = byYear.get(year - 1)?.get(officeId);
  if (!now) return undefined;
  if (!now.has(theme)) return before?.has(theme) ? 'dropped' : undefined;
  if (!before) return 'first';
  return before.has(theme) ? 'repeated' : 'fresh';
}

/** Years in a row, up to this one, in which the office states the theme; a year it is not compared in ends the row. */
export function yearsInARow(
  byYear: ThemesByYear,
  { year, officeId, theme }: { year: number; officeId: string; theme: string },
): number {
  let years = 0;
  while (
    byYear
      .get(year - years)
      ?.get(officeId)
      ?.has(theme)
  )
    years += 1;
  return years;
}
