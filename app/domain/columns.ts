import { executionRate } from './execution.ts';
import type { Framework } from './framework.ts';
import { gradeOf } from './grading.ts';
import { isCompared, type NodeScore, type OfficeYear } from './office-year.ts';
import { type ScoreMode, scoreThatCounts } from './scoring.ts';
import { type Decimal, type MoneyItem, moneyItems, type RateItem, rateItems } from './submission.ts';

/** Named groups of columns, in the order in which the table shows them. */
export const columnGroups = ['standing', 'scores', 'rates', 'money', 'quality'] as const;
export type ColumnGroup = (typeof columnGroups)[number];

export type ColumnKind =
  | 'rank'
  | 'group_rank'
  | 'position'
  | 'group'
  | 'movement'
  | 'status'
  | 'grade'
  | 'score'
  | 'rate'
  | 'money'
  | 'count'
  | 'date';

/** One column of the ranking table: what it is called, how it is read from a row, how it is shown. */
export interface Column {
  id: string;
  group: ColumnGroup;
  kind: ColumnKind;
  /** Set where the name comes from the framework; other names come from the message catalogue, by `id`. */
  name?: { zh: string; en: string };
  /** Full marks, for score columns. */
  weight?: Decimal;
  /** Holds numbers: it can be sorted, filtered and summarised. */
  measured: boolean;
  /** Sorting by it ranks by it, highest first. Counts of findings are sorted but never make a rank. */
  ranks: boolean;
}

/** Every column a district's ranking can show under one framework, in table order. */
export function columnsOf(framework: Framework): Column[] {
  return [
    fixed('rank', 'standing', 'rank'),
    fixed('movement', 'standing', 'movement'),
    fixed('position', 'standing', 'position'),
    fixed('group', 'standing', 'group'),
    fixed('group_rank', 'standing', 'group_rank'),
    fixed('status', 'standing', 'status'),
    fixed('filed_on', 'standing', 'date'),
    { ...ranking('total_score', 'scores', 'score'), weight: framework.totalWeight },
    fixed('grade', 'scores', 'grade'),
    ...framework.nodes.map(nodeColumn),
    ranking('execution_rate', 'rates', 'rate'),
    ...rateItems
      .filter((item) => item !== 'execution_rate')
      .map((item) => ranking(`rate:${item}`, 'rates', 'rate')),
    ...moneyItems.map((item) => ranking(item, 'money', 'money')),
    count('findings_error'),
    count('findings_warning'),
    count('problems'),
  ];
}

const defaults = new Set([
  'rank',
  'movement',
  'status',
  'total_score',
  'grade',
  'execution_rate',
  'rate:spending_progress',
  'budget_total',
  'executed_total',
  'findings_error',
]);

/**
 * What the table shows until the reader chooses: the leader's first questions and the framework's dimensions, no more; by
 * peer group also the rank within it.
 */
export function defaultColumnsOf(columns: Column[], { grouped }: { grouped: boolean }): string[] {
  const isDefault = ({ id }: Column) => defaults.has(id) || isDimension(id);
  return columns
    .filter((column) => isDefault(column) || (grouped && column.kind === 'group_rank'))
    .map(({ id }) => id);
}

/**
 * The value a column shows for an office, undefined where it was not stated. Money in 元, rates in percent, scores in
 * points. Offices that are not compared have no figures.
 */
export function columnValue(row: OfficeYear, column: Column, mode: ScoreMode): Decimal | undefined {
  if (column.id === 'filed_on') return row.filedOn;
  if (!isCompared(row)) return undefined;
  if (column.id === 'total_score') return scoreOf(row, 'total', mode);
  if (column.id === 'grade') return gradeOfRow(row, mode);
  if (column.id === 'execution_rate') return executionRate(row.amounts);
  if (column.id === 'findings_error') return String(row.findings.error);
  if (column.id === 'findings_warning') return String(row.findings.warning);
  if (column.id === 'problems') return String(row.problems);
  if (column.id.startsWith('score:')) return scoreOf(row, column.id.slice('score:'.length), mode);
  if (column.id.startsWith('rate:')) return row.rates[column.id.slice('rate:'.length) as RateItem];
  return row.amounts[column.id as MoneyItem];
}

/** Money items whose absence keeps a worked-out column empty: what the office would have to state. */
export function missingInputs(row: OfficeYear, column: Column): MoneyItem[] {
  if (column.id !== 'execution_rate') return [];
  return (['budget_total', 'executed_total'] as const).filter((item) => row.amounts[item] === undefined);
}

/** Whether a column is the score of a level 1 node. */
export function isDimension(id: string): boolean {
  return id.startsWith('score:') && !id.includes('.');
}

function scoreOf(row: OfficeYear, node: string, mode: ScoreMode): Decimal | undefined {
  const score: NodeScore | undefined = row.scores[node];
  return score && scoreThatCounts(score, mode);
}

function gradeOfRow(row: OfficeYear, mode: ScoreMode): string | undefined {
  const total = scoreOf(row, 'total', mode);
  return total === undefined ? undefined : gradeOf(total);
}

function nodeColumn(node: Framework['nodes'][number]): Column {
  const column = ranking(`score:${node.code}`, 'scores', 'score');
  return { ...column, name: { zh: node.name, en: node.nameEn }, weight: node.weight };
}

function fixed(id: string, group: ColumnGroup, kind: ColumnKind): Column {
  return { id, group, kind, measured: false, ranks: false };
}

function ranking(id: string, group: ColumnGroup, kind: ColumnKind): Column {
  return { id, group, kind, measured: true, ranks: true };
}

function count(id: string): Column {
  return { id, group: 'quality', kind: 'count', measured: true, ranks: false };
}
