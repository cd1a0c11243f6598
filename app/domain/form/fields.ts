import { type Framework, nodeByCode, totalCode } from '../framework.ts';
import { moneyItems, rateItems } from '../submission.ts';

/** What an office typed, by field of the form; an empty text is an absent one. */
export type FormValues = Readonly<Record<string, string>>;

/** Fields outside of any list or grid. Lists of names take one a line. */
export const plainFields = [
  'functions',
  'inner_departments',
  'sub_units_stated',
  'sub_units',
  'staffing',
  'filed_on',
  'goal',
  'key_tasks',
  'change_reason',
  'preparer_name',
  'preparer_phone',
] as const;
export type PlainField = (typeof plainFields)[number];

export const scoreParts = ['score', 'target', 'completion', 'reason', 'measure', 'evidence'] as const;
export type ScorePart = (typeof scoreParts)[number];

/** Lists of the form and what each of their rows holds; the first part is what a row cannot be without. */
export const rowParts = {
  outcomes: ['name', 'class', 'target', 'completion'],
  projects: ['name', 'amount', 'score', 'grade', 'outputs'],
  problems: ['text', 'themes'],
  measures: ['text', 'problem'],
  followups: ['problem', 'state', 'note'],
} as const;
export type RowList = keyof typeof rowParts;

/** Most rows of one list that a form takes. */
export const mostRows = 200;

export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Where a field of the form stands; undefined for a text that names none. */
export type FieldPlace =
  | { kind: 'plain'; field: PlainField }
  | { kind: 'amount'; item: string }
  | { kind: 'rate'; item: string }
  | { kind: 'month'; month: number }
  | { kind: 'score'; node: string; part: ScorePart }
  | { kind: 'row'; list: RowList; row: number; part: string }
  | { kind: 'answer'; key: string };

/** Reads a field's name. `followups.3.note` is the note of row 3; `scores.a.b.target` the target of node `a.b`. */
export function fieldPlace(field: string): FieldPlace | undefined {
  if (isOneOf(plainFields, field)) return { kind: 'plain', field };
  const [head = '', ...rest] = field.split('.');
  const tail = rest.join('.');
  if (head === 'amounts' && isOneOf(moneyItems, tail)) return { kind: 'amount', item: tail };
  if (head === 'rates' && isOneOf(rateItems, tail)) return { kind: 'rate', item: tail };
  if (head === 'months') return monthPlace(tail);
  if (head === 'scores') return scorePlace(rest);
  if (head === 'answers') return tail === '' ? undefined : { kind: 'answer', key: tail };
  return head in rowParts && Object.hasOwn(rowParts, head) ? rowPlace(head as RowList, rest) : undefined;
}

/** Whether a form under this framework has the field. */
export function isFormField(field: string, nodes: ReadonlySet<string>): boolean {
  const place = fieldPlace(field);
  return place !== undefined && (place.kind !== 'score' || nodes.has(place.node));
}

/** Codes that scores are claimed at: every node of a framework and the total. */
export function scoredNodes(codes: readonly string[]): string[] {
  return [...codes, totalCode];
}

/** Numbers of the rows of a list that hold any text, in order. */
export function rowsOf(values: FormValues, list: RowList): number[] {
  const rows = new Set<number>();
  for (const [field, text] of Object.entries(values)) {
    if (!field.startsWith(`${list}.`) || isBlank(text)) continue;
    const place = fieldPlace(field);
    if (place?.kind === 'row') rows.add(place.row);
  }
  return [...rows].sort((a, b) => a - b);
}

/** Nothing but spaces, those included that a spreadsheet or a web page puts in. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || /^[\s\u200b-\u200d\u2060\ufeff]*$/.test(text);
}

/** The form fields that a finding speaks of; `money` or `rate` where an item is both (revenue_change). */
export function formFieldsOf(
  fields: readonly string[],
  figures: 'money' | 'rate' | 'score' | 'count' | undefined,
  framework: Framework,
): string[] {
  return fields.flatMap((field) => {
    if (fieldPlace(field)) return [field];
    const node = field.replace(/^scores\./, '');
    if (node !== field && (node === totalCode || nodeByCode(framework, node))) return [`${field}.score`];
    const isRate = isOneOf(rateItems, field);
    if (isRate && (figures === 'rate' || !isOneOf(moneyItems, field))) return [`rates.${field}`];
    return isOneOf(moneyItems, field) ? [`amounts.${field}`] : [];
  });
}

function monthPlace(tail: string): FieldPlace | undefined {
  const month = months.find((each) => String(each) === tail);
  return month && { kind: 'month', month };
}

function scorePlace(rest: string[]): FieldPlace | undefined {
  const part = rest.at(-1) ?? '';
  const node = rest.slice(0, -1).join('.');
  return node !== '' && isOneOf(scoreParts, part) ? { kind: 'score', node, part } : undefined;
}

function rowPlace(list: RowList, rest: string[]): FieldPlace | undefined {
  const [row = '', part = ''] = rest;
  const parts: readonly string[] = rowParts[list];
  if (rest.length !== 2 || !/^[1-9]\d{0,3}$/.test(row) || !parts.includes(part)) return undefined;
  return { kind: 'row', list, row: Number(row), part };
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}
