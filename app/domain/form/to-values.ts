import { findingKey } from '../findings/finding-key.ts';
import { toUnit } from '../money.ts';
import { classifyThemes } from '../problems.ts';
import type { Finding, Problem, SubmissionContent } from '../submission.ts';
import { noneWord } from './entry.ts';
import { noTheme } from './field-kind.ts';
import type { FormValues } from './fields.ts';

type Text = string | number | null | undefined;

/**
 * The form that a submission would be read from: amounts in 万元, lists one entry a line. `toContent` gives the same
 * content back, but for the weights as an office stated them, which the form does not ask for.
 */
export function toValues(
  content: SubmissionContent,
  {
    preparer,
    findings = [],
  }: {
    preparer?: { name?: string | null; phone?: string | null };
    /** Findings with the office's answers to them. */
    findings?: readonly Finding[];
  } = {},
): FormValues {
  const fields: Record<string, Text> = {
    ...plainValues(content),
    preparer_name: preparer?.name,
    preparer_phone: preparer?.phone,
    ...prefixed(
      'amounts',
      mapped(content.amounts, (amount) => toUnit(amount, 'wan')),
    ),
    ...prefixed('rates', content.rates),
    ...Object.fromEntries(content.monthlyExecution.map(({ month, rate }) => [`months.${month}`, rate])),
    ...scoreValues(content),
    ...rowValues(content),
    ...Object.fromEntries(findings.map((finding) => [`answers.${findingKey(finding)}`, finding.answer])),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, text]) =>
      text === undefined || text === null || text === '' ? [] : [[field, String(text)]],
    ),
  );
}

function plainValues(content: SubmissionContent): Record<string, Text> {
  return {
    functions: content.functions,
    inner_departments: lines(content.innerDepartments),
    sub_units_stated: content.subUnitsStated,
    sub_units: lines(content.subUnits),
    staffing: content.staffing,
    filed_on: content.filedOn,
    goal: content.goal,
    key_tasks: content.keyTasks,
    change_reason: content.changeReason,
  };
}

function scoreValues({ scores }: SubmissionContent): Record<string, Text> {
  return Object.assign(
    {},
    ...scores.map(({ node, statedMax: _, ...claim }) => prefixed(`scores.${node}`, claim)),
  );
}

function rowValues(content: SubmissionContent): Record<string, Text> {
  return {
    ...rows('outcomes', content.outcomeIndicators),
    ...rows(
      'projects',
      content.keyProjects.map((project) => ({ ...project, amount: toUnit(project.amount, 'wan') })),
    ),
    ...rows(
      'problems',
      content.problems.map((problem) => ({ text: problem.text, themes: themesText(problem) })),
    ),
    ...rows(
      'measures',
      content.measures.map(({ text, problem }) => ({
        text,
        problem: problem === undefined ? undefined : problem + 1,
      })),
    ),
    ...rows('followups', content.followUps ?? []),
  };
}

/** Left out where the words say it already, so that the themes follow the words when these are changed. */
function themesText({ text, themes }: Problem): string | undefined {
  if (themes.join() === classifyThemes(text).join()) return undefined;
  return themes.length === 0 ? noTheme : themes.join(', ');
}

function rows(list: string, entries: readonly object[]): Record<string, Text> {
  return Object.assign({}, ...entries.map((entry, index) => prefixed(`${list}.${index + 1}`, entry)));
}

function prefixed(prefix: string, fields: object): Record<string, Text> {
  return Object.fromEntries(
    Object.entries(fields as Record<string, Text>).map(([field, text]) => [`${prefix}.${field}`, text]),
  );
}

function mapped<T>(fields: Partial<Record<string, T>>, change: (value: T) => string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[field, change(value)]])),
  );
}

function lines(entries: string[] | undefined): string | undefined {
  return entries?.length === 0 ? noneWord : entries?.join('\n');
}
