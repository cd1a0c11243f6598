import type { Framework } from '../framework.ts';
import { problemThemes } from '../problem-themes.ts';
import { classifyThemes } from '../problems.ts';
import {
  type Decimal,
  type FollowUp,
  followUpStates,
  type KeyProject,
  type Measure,
  type MoneyItem,
  moneyItems,
  type OutcomeIndicator,
  type Problem,
  type RateItem,
  rateItems,
  type ScoreClaim,
  type SubmissionContent,
} from '../submission.ts';
import { type EntryRefusal, readDate, readLines, readText, readWhole } from './entry.ts';
import { noTheme } from './field-kind.ts';
import { type FormValues, months, mostRows, type RowList, rowsOf, scoredNodes } from './fields.ts';
import { type FormReader, formReader } from './reader.ts';
import { stated } from './stated.ts';

/** A text of the form that is not in the submission, and why. */
export interface RefusedEntry {
  field: string;
  text: string;
  refusal: EntryRefusal;
}

/** What a form says: the submission, what could not be taken into it, and what stands beside it. */
export interface ReadForm {
  content: SubmissionContent;
  refused: RefusedEntry[];
  /** Reasons given to findings, by the finding's key. */
  answers: Record<string, string>;
  preparer: { name?: string; phone?: string };
}

/**
 * Reads the form as a submission: amounts in 元, rates in percent. Never throws: every text that is not blank is in the
 * result or among the refused. Fields that this framework's form does not have are passed over.
 */
export function toContent(values: FormValues, framework: Framework): ReadForm {
  const reader = formReader(values);
  const problems = readProblems(reader);
  const content: SubmissionContent = {
    ...readPlain(reader),
    amounts: readItems(moneyItems, (item) => reader.amount(`amounts.${item}`, signedItems.has(item))),
    rates: readItems(rateItems, (item) => reader.rate(`rates.${item}`, signedItems.has(item))),
    monthlyExecution: months.flatMap((month) => {
      const rate = reader.rate(`months.${month}`);
      return rate === undefined ? [] : [{ month, rate }];
    }),
    scores: scoredNodes(framework.nodes.map(({ code }) => code)).flatMap(
      (node) => readClaim(reader, node) ?? [],
    ),
    outcomeIndicators: readRows(reader, 'outcomes', readOutcome),
    keyProjects: readRows(reader, 'projects', readProject),
    problems: problems.map(({ problem }) => problem),
    measures: readRows(reader, 'measures', (at) =>
      readMeasure(
        reader,
        at,
        problems.map(({ row }) => row),
      ),
    ),
    ...readFollowUps(reader),
  };
  const answers = readAnswers(reader);
  const preparer = stated({ name: reader.text('preparer_name'), phone: reader.text('preparer_phone') });
  return { content, refused: reader.refused, answers, preparer };
}

/** Changes on last year go either way; nothing else in the form is below zero. */
const signedItems: ReadonlySet<string> = new Set(['revenue_change', 'expenditure_change']);

function readPlain(reader: FormReader) {
  const lines = (field: string) => reader.entry(field, (text) => readLines(text, mostRows));
  return stated({
    functions: reader.text('functions'),
    innerDepartments: lines('inner_departments'),
    subUnitsStated: reader.entry('sub_units_stated', readWhole),
    subUnits: lines('sub_units'),
    staffing: reader.entry('staffing', readWhole),
    filedOn: reader.entry('filed_on', readDate),
    goal: reader.text('goal'),
    keyTasks: reader.text('key_tasks'),
    changeReason: reader.text('change_reason'),
  });
}

function readItems<Item extends MoneyItem | RateItem>(
  items: readonly Item[],
  read: (item: Item) => Decimal | undefined,
): Partial<Record<Item, Decimal>> {
  const entries = items.map((item) => [item, read(item)] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Record<Item, Decimal>>;
}

function readClaim(reader: FormReader, node: string): ScoreClaim | undefined {
  const at = `scores.${node}`;
  const rest = stated({
    target: reader.text(`${at}.target`),
    completion: reader.text(`${at}.completion`),
    reason: reader.text(`${at}.reason`),
    measure: reader.text(`${at}.measure`),
    evidence: reader.text(`${at}.evidence`),
  });
  const score = reader.score(`${at}.score`);
  if (score !== undefined) return { node, score, ...rest };
  reader.refuseRest(Object.keys(rest).map((part) => `${at}.${part}`));
  return undefined;
}

/** Reads each row; of a row that cannot be kept, every text is among the refused. */
function readRows<T>(
  reader: FormReader,
  list: RowList,
  read: (at: string, reader: FormReader) => T | undefined,
): T[] {
  return rowsOf(reader.values, list).flatMap((row) => {
    const value = read(`${list}.${row}`, reader);
    if (value === undefined) reader.refuseRow(`${list}.${row}`);
    return value === undefined ? [] : [value];
  });
}

function readOutcome(at: string, reader: FormReader): OutcomeIndicator | undefined {
  const name = reader.text(`${at}.name`);
  const kind = reader.text(`${at}.class`) ?? '';
  const rest = stated({ target: reader.text(`${at}.target`), completion: reader.text(`${at}.completion`) });
  return name === undefined ? undefined : { class: kind, name, ...rest };
}

function readProject(at: string, reader: FormReader): KeyProject | undefined {
  const name = reader.text(`${at}.name`);
  const rest = stated({
    amount: reader.amount(`${at}.amount`),
    score: reader.score(`${at}.score`),
    grade: reader.text(`${at}.grade`),
    outputs: reader.text(`${at}.outputs`),
  });
  return name === undefined ? undefined : { name, ...rest };
}

function readProblems(reader: FormReader): { row: number; problem: Problem }[] {
  return readRows(reader, 'problems', (at) => {
    const text = reader.text(`${at}.text`);
    const themes = reader.entry(`${at}.themes`, readThemes);
    if (text === undefined) return undefined;
    return { row: Number(at.split('.')[1]), problem: { text, themes: themes ?? classifyThemes(text) } };
  });
}

function readThemes(text: string): { value: string[] } | { refusal: EntryRefusal } {
  const words = text.split(/[,，;；\n]/).flatMap((word) => (word.trim() === '' ? [] : word.trim()));
  if (words.length === 1 && words[0] === noTheme) return { value: [] };
  const slugs = words.map((word) => problemThemes.find(({ slug, zh }) => slug === word || zh === word)?.slug);
  const known = slugs.filter((slug) => slug !== undefined);
  return known.length < words.length ? { refusal: 'unknown_choice' } : { value: [...new Set(known)] };
}

/** `problemRows`: the form's rows behind the problems, in their order. */
function readMeasure(reader: FormReader, at: string, problemRows: number[]): Measure | undefined {
  const text = reader.text(`${at}.text`);
  const problem = reader.entry(`${at}.problem`, (entry) => {
    const row = readWhole(entry);
    const index = 'value' in row ? problemRows.indexOf(row.value) : -1;
    return index < 0 ? { refusal: 'unknown_choice' } : { value: index };
  });
  return text === undefined ? undefined : { text, ...stated({ problem }) };
}

function readFollowUps(reader: FormReader): Pick<SubmissionContent, 'followUps'> {
  const followUps = readRows(reader, 'followups', (at): FollowUp | undefined => {
    const problem = reader.text(`${at}.problem`);
    const note = reader.text(`${at}.note`);
    const state = reader.entry(`${at}.state`, (text) => {
      const known = followUpStates.find((one) => one === text.trim());
      return known ? { value: known } : { refusal: 'unknown_choice' as const };
    });
    return problem === undefined || state === undefined ? undefined : { problem, state, ...stated({ note }) };
  });
  return followUps.length === 0 ? {} : { followUps };
}

function readAnswers(reader: FormReader): Record<string, string> {
  const fields = Object.keys(reader.values).filter((field) => field.startsWith('answers.'));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = reader.entry(field, readText);
      return text === undefined ? [] : [[field.slice('answers.'.length), text]];
    }),
  );
}
