import type { OfficeName } from './office-year.ts';
import {
  type StatedProblem,
  type ThemeState,
  type ThemesByYear,
  themeState,
  yearsInARow,
} from './problem-history.ts';
import { noTheme, type ProblemSearch } from './problem-search.ts';
import { isSameWording, similarity, type Wording, wordingOf } from './problem-text.ts';
import { saysNothing } from './problems.ts';
import { byName } from './ranking-order.ts';

/** One stated problem with what stands around it: its themes over the years, its measures, who says the same. */
export interface Statement {
  office: OfficeName;
  /** The submission is not approved yet. */
  provisional: boolean;
  position: number;
  text: string;
  themes: StatementTheme[];
  measures: string[];
  /** Measures of the same office that name no problem; one of them may be meant for this one. */
  unlinkedMeasures: number;
  /** What the same office said of a theme of this statement last year, the most similar of it. */
  lastYear?: { text: string; sameWording: boolean };
  /** Other offices that state it in nearly the same words this year. */
  alike: OfficeName[];
}

export interface StatementTheme {
  theme: string;
  state: ThemeState;
  /** Years in a row up to this one. */
  years: number;
}

/** An office that stated a theme last year and does not this year, with its words and measures of last year. */
export interface FormerStatement {
  office: OfficeName;
  problems: { text: string; measures: string[] }[];
}

/** What is under one theme or one office; a statement of two themes is under both. */
export interface StatementGroup {
  /** Slug of the theme, `noTheme`, or id of the office. */
  key: string;
  statements: Statement[];
}

interface StatementInput {
  year: number;
  /** Of compared submissions of this year and last. */
  problems: StatedProblem[];
  byYear: ThemesByYear;
  /** The offices, and whether their submission is provisional. */
  offices: ReadonlyMap<string, { office: OfficeName; provisional: boolean }>;
}

/** Every problem stated this year, by office and in its order; “暂无” is none. */
export function statementsOf({ year, problems, byYear, offices }: StatementInput): Statement[] {
  const worded = problems
    .filter(({ text }) => !saysNothing(text))
    .map((problem) => ({ problem, wording: wordingOf(problem.text) }));
  const now = worded.filter(({ problem }) => problem.year === year);
  const before = worded.filter(({ problem }) => problem.year === year - 1);
  const alike = alikeOffices(now);
  return now
    .flatMap((each): Statement[] => {
      const { officeId, position, text, themes, measures, unlinkedMeasures } = each.problem;
      const found = offices.get(officeId);
      if (!found) return [];
      const others = alike.get(each) ?? new Set();
      return [
        {
          ...found,
          position,
          text,
          measures,
          unlinkedMeasures,
          themes: themes.map((theme) => {
            const place = { year, officeId, theme };
            return { theme, state: themeState(byYear, place) ?? 'first', years: yearsInARow(byYear, place) };
          }),
          lastYear: closest(
            each,
            before.filter(({ problem }) => problem.officeId === officeId),
          ),
          alike: [...others].flatMap((id) => offices.get(id)?.office ?? []).sort(byName),
        },
      ];
    })
    .sort((a, b) => byName(a.office, b.office) || a.position - b.position);
}

/** Whether a statement passes what the page is asked to show. */
export function passes(statement: Statement, search: ProblemSearch): boolean {
  const { office, themes, measures, text } = statement;
  const asked = themes.filter(({ theme }) => search.theme === undefined || theme === search.theme);
  const isOfTheme =
    search.theme === noTheme ? themes.length === 0 : asked.length > 0 || search.theme === undefined;
  return (
    isOfTheme &&
    (search.office === undefined || office.code === search.office) &&
    (!search.repeated || asked.some(({ state }) => state === 'repeated')) &&
    (!search.unmeasured || measures.length === 0) &&
    text.includes(search.words)
  );
}

/** Under each theme in the order of `themes`, longest in a row first, then what belongs to no theme. */
export function groupByTheme(statements: Statement[], themes: string[]): StatementGroup[] {
  const yearsOf = (statement: Statement, theme: string) =>
    statement.themes.find((each) => each.theme === theme)?.years ?? 0;
  const groups = themes.map((key) => ({
    key,
    statements: statements
      .filter((statement) => statement.themes.some(({ theme }) => theme === key))
      .sort((a, b) => yearsOf(b, key) - yearsOf(a, key)),
  }));
  const rest = { key: noTheme, statements: statements.filter((statement) => statement.themes.length === 0) };
  return [...groups, rest].filter((group) => group.statements.length > 0);
}

/** Under each office, by name. */
export function groupByOffice(statements: Statement[]): StatementGroup[] {
  const offices = [...new Set(statements.map(({ office }) => office.id))];
  return offices.map((key) => ({
    key,
    statements: statements.filter(({ office }) => office.id === key),
  }));
}

/** Who stated the theme last year, filed again and does not name it any more: those to ask how they did it. */
export function formerStatements(
  theme: string,
  { year, problems, byYear, offices }: StatementInput,
): FormerStatement[] {
  return [...offices]
    .filter(([officeId]) => themeState(byYear, { year, officeId, theme }) === 'dropped')
    .map(([officeId, { office }]) => ({
      office,
      problems: problems
        .filter((each) => each.officeId === officeId && each.year === year - 1 && each.themes.includes(theme))
        .map(({ text, measures }) => ({ text, measures })),
    }))
    .sort((a, b) => byName(a.office, b.office));
}

interface Worded {
  problem: StatedProblem;
  wording: Wording;
}

/** Of last year’s statements that share a theme or say the same: the most similar, the earliest of equals. */
function closest({ problem, wording }: Worded, before: Worded[]): Statement['lastYear'] {
  const near = before
    .map((each) => ({ ...each, sameWording: isSameWording(wording, each.wording) }))
    .filter(
      (each) => each.sameWording || each.problem.themes.some((theme) => problem.themes.includes(theme)),
    );
  const [first, ...rest] = near;
  if (!first) return undefined;
  const likeness = (each: Worded) => similarity(wording, each.wording);
  const best = rest.reduce((a, b) => (likeness(b) > likeness(a) ? b : a), first);
  return { text: best.problem.text, sameWording: best.sameWording };
}

/** For every statement the other offices with one in nearly the same words. */
function alikeOffices(worded: Worded[]): Map<Worded, Set<string>> {
  const alike = new Map(worded.map((each) => [each, new Set<string>()]));
  for (const [index, a] of worded.entries()) {
    for (const b of worded.slice(index + 1)) {
      if (a.problem.officeId === b.problem.officeId || !isSameWording(a.wording, b.wording)) continue;
      alike.get(a)?.add(b.problem.officeId);
      alike.get(b)?.add(a.problem.officeId);
    }
  }
  return alike;
}
