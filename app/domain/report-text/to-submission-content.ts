import { type Framework, nodeByName, totalCode } from '../framework.ts';
import type { Quote, ScoreClaim, SubmissionContent } from '../submission.ts';
import type { Quoted, ReadScore, ReportReading } from './reading.ts';

/** What a submission would hold if a person accepted the reading as it is. */
export interface AcceptedReading {
  content: SubmissionContent;
  /** The words behind each field: `amounts.budget_total`, `scores.<node>`, `problems.0`. */
  quotes: Record<string, Quote>;
  /** Scores under names that the framework has no node for; they are not in `content`. */
  unknownScores: ReadScore[];
}

/** The reading in the words of a framework. Amounts are as printed: proposals stay findings, for a person to accept. */
export function toSubmissionContent(reading: ReportReading, framework: Framework): AcceptedReading {
  const claims = reading.scores.map((score) => ({ score, node: nodeOf(score, framework) }));
  const content: SubmissionContent = {
    functions: reading.functions?.value,
    innerDepartments: reading.innerDepartments?.value,
    subUnitsStated: reading.subUnitsStated?.value,
    subUnits: reading.subUnits?.value,
    staffing: reading.staffing?.value,
    filedOn: reading.filedOn?.value,
    goal: reading.goal?.value,
    keyTasks: reading.keyTasks?.value,
    changeReason: reading.changeReason?.value,
    amounts: valuesOf(reading.amounts),
    rates: valuesOf(reading.rates),
    monthlyExecution: reading.monthlyExecution?.value ?? [],
    scores: claims.flatMap(({ score, node }, index) =>
      // of two names for one node the first counts
      node === undefined || claims.findIndex((claim) => claim.node === node) < index
        ? []
        : [claimOf(score, node)],
    ),
    outcomeIndicators: reading.indicators.map(withoutQuote),
    keyProjects: reading.keyProjects.map(withoutQuote),
    problems: reading.problems.map(withoutQuote),
    measures: reading.measures.map(withoutQuote),
  };
  return {
    content: withoutAbsent(content),
    quotes: quotesOf(reading, (score) => nodeOf(score, framework)),
    unknownScores: claims.filter(({ node }) => node === undefined).map(({ score }) => score),
  };
}

/** Every quote of a reading under its field; `nameScore` names the field of a score, or leaves it out. */
export function quotesOf(
  reading: ReportReading,
  nameScore: (score: ReadScore) => string | undefined,
): Record<string, Quote> {
  const quotes: Record<string, Quote> = {};
  for (const [field, read] of Object.entries(reading)) {
    if (read && 'quote' in read) quotes[field] = read.quote;
  }
  for (const group of ['amounts', 'rates'] as const) {
    for (const [field, read] of Object.entries(reading[group])) quotes[`${group}.${field}`] = read.quote;
  }
  for (const score of reading.scores) {
    const name = nameScore(score);
    if (name !== undefined) quotes[`scores.${name}`] ??= score.quote;
  }
  for (const [field, list] of Object.entries(lists(reading))) {
    for (const [index, { quote }] of list.entries()) quotes[`${field}.${index}`] = quote;
  }
  return quotes;
}

function lists(reading: ReportReading): Record<string, readonly Quoted<object>[]> {
  return {
    indicators: reading.indicators,
    key_projects: reading.keyProjects,
    problems: reading.problems,
    measures: reading.measures,
  };
}

/** The score that counts for a node: of two names for one node the first. */
export function scoreAt(
  { scores }: ReportReading,
  node: string,
  framework: Framework,
): ReadScore | undefined {
  return scores.find((score) => nodeOf(score, framework) === node);
}

function nodeOf({ name }: ReadScore, framework: Framework): string | undefined {
  return name === totalCode ? totalCode : nodeByName(framework, name)?.code;
}

function claimOf({ score, max, reason, measure }: ReadScore, node: string): ScoreClaim {
  return withoutAbsent({ node, score, statedMax: max, reason, measure });
}

function withoutQuote<T>({ quote: _, ...rest }: Quoted<T>): Omit<Quoted<T>, 'quote'> {
  return rest;
}

function withoutAbsent<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function valuesOf<Key extends string>(
  fields: Partial<Record<Key, { value: string }>>,
): Partial<Record<Key, string>> {
  const entries = Object.entries<{ value: string } | undefined>(fields).flatMap(([key, read]) =>
    read ? [[key, read.value] as const] : [],
  );
  return Object.fromEntries(entries) as Partial<Record<Key, string>>;
}
