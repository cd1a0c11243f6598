import type { MoneyItem, RateItem } from '#app/domain/submission.ts';

/** One line of a grid of money: an amount and, where the report states one, the rate that belongs to it. */
export interface MoneyRow {
  item: MoneyItem;
  rate?: RateItem;
  /** Part of the line above. */
  isPart?: true;
}

export interface MoneyGroup {
  name: 'budget' | 'revenue' | 'bySource' | 'byNature' | 'carryover' | 'change';
  rows: readonly MoneyRow[];
}

/** The grid of revenue and expenditure in the order of an office's final accounts. */
export const moneyGroups: readonly MoneyGroup[] = [
  {
    name: 'budget',
    rows: [{ item: 'budget_initial' }, { item: 'budget_adjusted' }, { item: 'budget_total' }],
  },
  {
    name: 'revenue',
    rows: [
      { item: 'revenue_total' },
      { item: 'revenue_general', rate: 'revenue_general_share', isPart: true },
      { item: 'revenue_gov_fund', rate: 'revenue_gov_fund_share', isPart: true },
      { item: 'revenue_state_capital', rate: 'revenue_state_capital_share', isPart: true },
      { item: 'revenue_other', rate: 'revenue_other_share', isPart: true },
    ],
  },
  {
    name: 'bySource',
    rows: [
      { item: 'executed_total', rate: 'execution_rate' },
      { item: 'expenditure_general', rate: 'expenditure_general_share', isPart: true },
      { item: 'expenditure_gov_fund', rate: 'expenditure_gov_fund_share', isPart: true },
      { item: 'expenditure_state_capital', rate: 'expenditure_state_capital_share', isPart: true },
      { item: 'expenditure_other', rate: 'expenditure_other_share', isPart: true },
    ],
  },
  {
    name: 'byNature',
    rows: [
      { item: 'expenditure_basic', rate: 'expenditure_basic_share' },
      { item: 'expenditure_personnel', isPart: true },
      { item: 'expenditure_public', isPart: true },
      { item: 'expenditure_project', rate: 'expenditure_project_share' },
    ],
  },
  { name: 'carryover', rows: [{ item: 'carryover_opening' }, { item: 'carryover_closing' }] },
  {
    name: 'change',
    rows: [
      { item: 'revenue_change', rate: 'revenue_change' },
      { item: 'expenditure_change', rate: 'expenditure_change' },
    ],
  },
];

/** 公用, 三公 and what went to small and medium firms: what was allowed and what was spent. */
export const costRows: readonly MoneyRow[] = [
  { item: 'public_funds_budget' },
  { item: 'public_funds_actual' },
  { item: 'three_public_budget' },
  { item: 'three_public_actual' },
  { item: 'sme_reserved' },
  { item: 'sme_actual', rate: 'sme_share' },
];
