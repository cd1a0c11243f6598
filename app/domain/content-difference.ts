import { type Framework, type FrameworkNode, nodeByCode } from './framework.ts';
import { compare } from './money.ts';
import type { Decimal, MoneyItem, RateItem, ScoreClaim, SubmissionContent } from './submission.ts';

const lists = ['monthlyExecution', 'outcomeIndicators', 'keyProjects', 'problems', 'measures'] as const;
const texts = [
  'functions',
  'innerDepartments',
  'subUnitsStated',
  'subUnits',
  'staffing',
  'filedOn',
  'goal',
  'keyTasks',
  'changeReason',
] as const;
export type ListField = (typeof lists)[number];
export type TextField = (typeof texts)[number];

/** One field that two contents of a submission state differently; an absent side does not state it. */
export type ContentDifference =
  | { kind: 'money'; field: MoneyItem; before?: Decimal; after?: Decimal }
  | { kind: 'rate'; field: RateItem; before?: Decimal; after?: Decimal }
  /** `node` is absent for the total, and for a node that the framework no longer knows. */
  | { kind: 'score'; field: string; node?: FrameworkNode; before?: Decimal; after?: Decimal }
  /** How many entries; the same number twice where only the entries differ. */
  | { kind: 'list'; field: ListField; before: number; after: number }
  | { kind: 'text'; field: TextField; before: boolean; after: boolean };

/** What would change if `after` replaced `before`: figures by value (9.5 is 9.50), everything else by its words. */
export function contentDifferences(
  before: SubmissionContent,
  after: SubmissionContent,
  framework: Framework,
): ContentDifference[] {
  return [
    ...figures(before.amounts, after.amounts).map((one) => ({ kind: 'money' as const, ...one })),
    ...figures(before.rates, after.rates).map((one) => ({ kind: 'rate' as const, ...one })),
    ...figures(scoresOf(before.scores), scoresOf(after.scores)).map((one) => ({
      kind: 'score' as const,
      ...one,
      node: nodeByCode(framework, one.field),
    })),
    ...lists
      .filter((field) => !sameWords(before[field], after[field]))
      .map((field) => ({
        kind: 'list' as const,
        field,
        before: before[field].length,
        after: after[field].length,
      })),
    ...texts
      .filter((field) => !sameWords(before[field], after[field]))
      .map((field) => ({
        kind: 'text' as const,
        field,
        before: before[field] !== undefined,
        after: after[field] !== undefined,
      })),
  ];
}

function figures<Field extends string>(
  before: Partial<Record<Field, Decimal>>,
  after: Partial<Record<Field, Decimal>>,
): { field: Field; before?: Decimal; after?: Decimal }[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as Field[];
  return fields
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((one) => compare(one.before, one.after) !== 0);
}

function scoresOf(claims: ScoreClaim[]): Record<string, Decimal> {
  return Object.fromEntries(claims.map(({ node, score }) => [node, score]));
}

/** By value, whatever the order of keys; what is absent and what is undefined are the same. */
function sameWords(before: unknown, after: unknown): boolean {
  return JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]) => [key, sorted(field)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
