/**
 * The vocabulary of one submission: what an office states for one year, before anything is worked out from it.
 * A field that was not stated is absent; it is never 0 and never a mean.
 */

/** A decimal number as text (“101583600.00”), so that money never passes through a float. */
export type Decimal = string;

/** Money of one submission. Every amount is in 元. Order is the order in which people read a budget. */
export const moneyItems = [
  'budget_initial', // 年初预算
  'budget_adjusted', // 调整预算
  'budget_total', // 全年预算数: the denominator of the execution rate
  'revenue_total',
  'revenue_general', // 一般公共预算
  'revenue_gov_fund', // 政府性基金
  'revenue_state_capital', // 国有资本经营
  'revenue_other',
  'executed_total', // 执行数 = 决算支出合计
  'expenditure_general',
  'expenditure_gov_fund',
  'expenditure_state_capital',
  'expenditure_other',
  'expenditure_basic', // 基本支出 = 人员 + 日常公用
  'expenditure_personnel',
  'expenditure_public',
  'expenditure_project',
  'carryover_opening',
  'carryover_closing',
  'revenue_change', // on last year, signed
  'expenditure_change',
  'public_funds_budget', // 公用经费
  'public_funds_actual',
  'three_public_budget', // “三公”经费
  'three_public_actual',
  'sme_reserved', // 预留中小企业采购份额
  'sme_actual',
] as const;
export type MoneyItem = (typeof moneyItems)[number];

/** Rates as stated by the office, in percent. What the product works out itself is never stored here. */
export const rateItems = [
  'execution_rate', // 预算执行率: executed ÷ budget of the whole year, all funds
  'spending_progress', // 部门预算资金支出率: mean of the monthly general-budget rates
  'revenue_change',
  'expenditure_change',
  'revenue_general_share',
  'revenue_gov_fund_share',
  'revenue_state_capital_share',
  'revenue_other_share',
  'expenditure_general_share',
  'expenditure_gov_fund_share',
  'expenditure_state_capital_share',
  'expenditure_other_share',
  'expenditure_basic_share',
  'expenditure_project_share',
  'sme_share', // actual ÷ reserved
] as const;
export type RateItem = (typeof rateItems)[number];

export const submissionStatuses = ['draft', 'submitted', 'returned', 'approved'] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];

/**
 * Where a submission's figures come from: filed by the office, read from a published report or from the bureau's own table of
 * offices, or invented for the demo.
 */
export const submissionOrigins = ['filed', 'public_report', 'district_table', 'invented'] as const;
export type SubmissionOrigin = (typeof submissionOrigins)[number];

/** Read in by the bureau and never sent by the office. */
export function isReadIn(origin: SubmissionOrigin): boolean {
  return origin === 'public_report' || origin === 'district_table';
}

/** A claimed score at one node of the framework; `node` is the node's code, `total` for the whole. */
export interface ScoreClaim {
  node: string;
  score: Decimal;
  /** The weight as the office states it, which may differ from the framework's. */
  statedMax?: Decimal;
  /** The year's target and what came of it, in the office's words. */
  target?: string;
  completion?: string;
  /** Why points were lost, and what the office will do about it. */
  reason?: string;
  measure?: string;
  /** Documents that bear the score out, in the office's words. */
  evidence?: string;
}

/** An office's own target in the report: 数量指标, 质量指标, 社会效益指标 … with its yearly target and completion. */
export interface OutcomeIndicator {
  class: string;
  name: string;
  target?: string;
  completion?: string;
}

export interface KeyProject {
  name: string;
  amount?: Decimal;
  score?: Decimal;
  grade?: string;
  outputs?: string;
}

export interface Problem {
  text: string;
  /** Slugs of `problems.ts`, most telling first; none for “暂无”. */
  themes: string[];
}

export interface Measure {
  text: string;
  /** Index into `problems`, where the office's own numbering or words link the two. */
  problem?: number;
}

export const followUpStates = ['solved', 'improving', 'open'] as const;

/** What became of a problem that the office stated last year. */
export interface FollowUp {
  /** The problem in last year's words. */
  problem: string;
  state: (typeof followUpStates)[number];
  note?: string;
}

/** General-budget execution of one month, as notified by the finance bureau. */
export interface MonthlyExecution {
  month: number; // 1–12
  /** Cumulative executed ÷ budget expected by this month, in percent. */
  rate: Decimal;
}

/** Everything one revision of a submission holds. */
export interface SubmissionContent {
  functions?: string;
  innerDepartments?: string[];
  subUnitsStated?: number;
  subUnits?: string[];
  staffing?: number;
  /** ISO date on which the office says it filed. */
  filedOn?: string;
  goal?: string;
  keyTasks?: string;
  /** Why revenue and expenditure changed on last year, in the office's words. */
  changeReason?: string;
  amounts: Partial<Record<MoneyItem, Decimal>>;
  rates: Partial<Record<RateItem, Decimal>>;
  monthlyExecution: MonthlyExecution[];
  scores: ScoreClaim[];
  outcomeIndicators: OutcomeIndicator[];
  keyProjects: KeyProject[];
  problems: Problem[];
  measures: Measure[];
  /** Of last year's problems; absent where nothing was said of them. */
  followUps?: FollowUp[];
}

/** Nothing has been stated. */
export const emptyContent: SubmissionContent = {
  amounts: {},
  rates: {},
  monthlyExecution: [],
  scores: [],
  outcomeIndicators: [],
  keyProjects: [],
  problems: [],
  measures: [],
};

/** The words of the report that a field was read from; offsets count UTF-16 units of the document's text as stored. */
export interface Quote {
  text: string;
  start: number;
  end: number;
}

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** What a check says about a submission. Amounts in 元, rates in percent, scores in points. */
export interface Finding {
  /** The check's name as in `findings.ts`. */
  check: string;
  severity: Severity;
  /** Fields concerned: money or rate items, `scores.<node>`, `sub_units`, `text`. */
  fields: string[];
  computed?: Decimal;
  stated?: Decimal;
  /** A value that would make the check hold, offered and never applied silently. */
  proposal?: { field: string; value: Decimal };
  /** The words of the document that gave rise to it, where there are such words. */
  evidence?: string;
  /** Why the office sends its figures all the same, in its words. */
  answer?: string;
}

/** Whether there is anything in it: a report without a figure, a score or a problem says nothing. */
export function saysSomething(content: SubmissionContent): boolean {
  const { amounts, rates, scores, problems } = content;
  return Object.keys(amounts).length + Object.keys(rates).length + scores.length + problems.length > 0;
}
