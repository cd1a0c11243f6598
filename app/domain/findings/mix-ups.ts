import { meanMonthlyRate } from '../execution.ts';
import { compare, percent, present, round, subtract, sum, sumPresent, within } from '../money.ts';
import type { Decimal, MoneyItem, RateItem, SubmissionContent } from '../submission.ts';
import { type Amounts, type Check, type CheckStatus, compared, type Outcome } from './check.ts';
import { ratesAgree } from './rates.ts';

export const rateIsByWholeYear: Check = {
  code: 'C3',
  name: 'rate by the whole-year budget',
  severity: 'error',
  figures: 'rate',
  sentence: {
    zh: '预算执行率以全年预算数为分母；只列年初或调整预算且算出的执行率超过120%的，应补列全年预算数。',
    en: 'The execution rate is by the budget of the whole year; one above 120 % that only fits the initial or adjusted budget asks for it.',
  },
  run: ({ amounts, rates }) => {
    const base = (['budget_adjusted', 'budget_initial'] as const).find((item) =>
      agrees(rates.execution_rate, percent(amounts.executed_total, amounts[item], 10)),
    );
    const fields = ['execution_rate', 'budget_total', ...(base ? [base] : [])];
    if (amounts.budget_total !== undefined || base === undefined)
      return [{ status: 'not_checkable', fields }];
    const above = compare(rates.execution_rate, '120') === 1;
    return [{ status: above ? 'fails' : 'holds', fields, stated: rates.execution_rate }];
  },
};

export const twoRatesAreApart: Check = {
  code: 'C14',
  name: 'two rates kept apart',
  severity: 'error',
  figures: 'rate',
  sentence: {
    zh: '部门预算资金支出率（各月一般公共预算支出执行率的平均值）与预算执行率（全年执行数÷全年预算数）分别填列，不互相代替。',
    en: 'Spending progress (mean of the monthly general-budget rates) and the execution rate (year, all funds) do not stand in for each other.',
  },
  run: ({ amounts, rates, monthlyExecution }) => {
    const execution = percent(amounts.executed_total, amounts.budget_total, 10);
    const progress = meanMonthlyRate(monthlyExecution);
    return [
      swapped('spending_progress', rates, progress, execution),
      swapped('execution_rate', rates, execution, progress ?? rates.spending_progress),
    ];
  },
};

export const balancingTotalIsNoSpending: Check = {
  code: 'C15',
  name: 'balancing total is no spending',
  severity: 'error',
  figures: 'money',
  sentence: {
    zh: '总支出是本年支出合计，不含年末结转结余、上解等平衡项。',
    en: 'Total spending is that of the year, without carry-over and other items that only balance the accounts.',
  },
  run: ({ amounts }) => {
    const fields = ['executed_total', 'carryover_closing'];
    const parts = partsOfSpending(amounts);
    const balance = present([amounts.carryover_closing]).find((value) => compare(value, '0') === 1);
    if (parts === undefined || balance === undefined || amounts.executed_total === undefined)
      return [{ status: 'not_checkable', fields }];
    const withoutBalance = subtract(amounts.executed_total, balance);
    const balanced = withoutBalance !== undefined && within(withoutBalance, parts, '300');
    const figures = { computed: parts, stated: amounts.executed_total };
    if (!balanced) return [{ status: 'holds', fields, ...figures }];
    return [{ status: 'fails', fields, ...figures, proposal: { field: 'executed_total', value: parts } }];
  },
};

export const revenueRateIsNoExecution: Check = {
  code: 'C15',
  name: 'revenue rate is no execution rate',
  severity: 'error',
  figures: 'rate',
  sentence: {
    zh: '预算执行率用支出计算，不用收入完成数计算。',
    en: 'The execution rate is worked out from spending, not from revenue.',
  },
  run: ({ amounts, rates }) => {
    const byRevenue = percent(amounts.revenue_total, amounts.budget_total, 10);
    const bySpending = percent(amounts.executed_total, amounts.budget_total, 10);
    const fields = ['execution_rate', 'revenue_total', 'executed_total', 'budget_total'];
    const outcome = compared(
      fields,
      byRevenue && bySpending,
      rates.execution_rate,
      (right, stated) => agrees(stated, right) || !agrees(stated, byRevenue),
    );
    return [{ ...outcome, computed: round(outcome.computed, 2) }];
  },
};

export const nothingOfNothing: Check = {
  code: 'C18',
  name: '0 of 0 is not applicable',
  severity: 'info',
  figures: 'rate',
  sentence: {
    zh: '分母为0的比率填“不适用”；上年为0的，不计算增减幅度。',
    en: 'A share of 0 is not applicable, and a change from 0 is not comparable: no rate is stated for either.',
  },
  run: ({ amounts, rates }) => [
    ...wholes.map(([rate, whole]) => ofNothing([rate, whole], rates[rate], amounts[whole])),
    ...changes.map(([rate, total]) =>
      ofNothing([rate, total], rates[rate], subtract(amounts[total], amounts[rate])),
    ),
  ],
};

const wholes: readonly [RateItem, MoneyItem][] = [
  ['execution_rate', 'budget_total'],
  ['sme_share', 'sme_reserved'],
];
const changes = [
  ['revenue_change', 'revenue_total'],
  ['expenditure_change', 'executed_total'],
] as const;

function agrees(stated: Decimal | undefined, exact: Decimal | undefined): boolean {
  return stated !== undefined && exact !== undefined && ratesAgree(exact, stated);
}

/** A stated rate is taken for the other where it agrees with that one's figures and not with its own. */
function swapped(
  rate: 'spending_progress' | 'execution_rate',
  rates: SubmissionContent['rates'],
  own: Decimal | undefined,
  others: Decimal | undefined,
): Outcome {
  const outcome = compared(
    [rate],
    others,
    rates[rate],
    (_, stated) => own === undefined || agrees(stated, own) || !agrees(stated, others),
  );
  if (outcome.status === 'not_checkable' || own === undefined)
    return { status: 'not_checkable', fields: [rate] };
  return { ...outcome, computed: round(own, 2) };
}

/** By nature where both are stated, else by source where there are two or more. */
function partsOfSpending(amounts: Amounts): Decimal | undefined {
  const sources = [
    amounts.expenditure_general,
    amounts.expenditure_gov_fund,
    amounts.expenditure_state_capital,
    amounts.expenditure_other,
  ];
  return (
    sum([amounts.expenditure_basic, amounts.expenditure_project]) ??
    (present(sources).length > 1 ? sumPresent(sources) : undefined)
  );
}

function ofNothing(fields: string[], rate: Decimal | undefined, base: Decimal | undefined): Outcome {
  if (rate === undefined || base === undefined) return { status: 'not_checkable', fields };
  const status: CheckStatus = compare(base, '0') === 0 ? 'fails' : 'holds';
  return { status, fields, stated: rate };
}
