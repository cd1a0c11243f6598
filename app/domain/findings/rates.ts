import { compare, decimalsOf, percent, round, subtract, within } from '../money.ts';
import { mean } from '../statistics.ts';
import type { Decimal, MoneyItem, RateItem, SubmissionContent } from '../submission.ts';
import { type Check, compared, type Outcome } from './check.ts';

/** A stated rate that must be `part ÷ whole`. */
interface Ratio {
  rate: RateItem;
  part: MoneyItem;
  whole: MoneyItem;
}

const executionRatio: Ratio = { rate: 'execution_rate', part: 'executed_total', whole: 'budget_total' };
const smeRatio: Ratio = { rate: 'sme_share', part: 'sme_actual', whole: 'sme_reserved' };
const shareRatios: readonly Ratio[] = [
  ...(['general', 'gov_fund', 'state_capital', 'other'] as const).flatMap((source): Ratio[] => [
    { rate: `revenue_${source}_share`, part: `revenue_${source}`, whole: 'revenue_total' },
    { rate: `expenditure_${source}_share`, part: `expenditure_${source}`, whole: 'executed_total' },
  ]),
  { rate: 'expenditure_basic_share', part: 'expenditure_basic', whole: 'executed_total' },
  { rate: 'expenditure_project_share', part: 'expenditure_project', whole: 'executed_total' },
];

export const executionRateIsStated: Check = {
  code: 'C3',
  name: 'execution rate',
  severity: 'error',
  figures: 'rate',
  sentence: {
    zh: '填报的预算执行率等于执行数除以全年预算数。',
    en: 'The stated execution rate is executed ÷ the budget of the whole year.',
  },
  run: (content) => [ratioOutcome(executionRatio, content)],
};

export const sharesAreStated: Check = {
  code: 'C6',
  name: 'share of total',
  severity: 'warning',
  figures: 'rate',
  sentence: { zh: '填报的占比与金额相符。', en: 'A stated share agrees with the amounts.' },
  run: (content) => shareRatios.map((ratio) => ratioOutcome(ratio, content)),
};

export const changesAreStated: Check = {
  code: 'C6',
  name: 'change on last year',
  severity: 'warning',
  figures: 'rate',
  sentence: {
    zh: '填报的增减幅度等于增减额除以上年数。',
    en: 'A stated change in percent is the change ÷ last year’s amount, which is this year’s less the change.',
  },
  run: ({ amounts, rates }) =>
    (
      [
        ['revenue_change', 'revenue_total'],
        ['expenditure_change', 'executed_total'],
      ] as const
    ).map(([change, total]) => {
      const lastYear = subtract(amounts[total], amounts[change]);
      const base = compare(lastYear, '0') === 1 ? lastYear : undefined;
      return rateOutcome([change, total], percent(amounts[change], base, 10), rates[change]);
    }),
};

export const smeShareIsStated: Check = {
  code: 'C10',
  name: 'SME share',
  severity: 'error',
  figures: 'rate',
  sentence: {
    zh: '填报的中小企业采购占比等于实际面向中小企业采购金额除以预留金额。',
    en: 'The stated share of small and medium firms is the actual ÷ the reserved amount.',
  },
  run: (content) => [ratioOutcome(smeRatio, content)],
};

export const spendingProgressIsStated: Check = {
  code: 'C10',
  name: 'spending progress',
  severity: 'error',
  figures: 'rate',
  sentence: {
    zh: '填报的部门预算资金支出率等于各通报月份一般公共预算支出执行率的平均值。',
    en: 'The stated spending progress is the mean of the notified monthly general-budget rates.',
  },
  run: ({ rates, monthlyExecution }) => [
    rateOutcome(
      ['spending_progress'],
      mean(
        monthlyExecution.map((month) => month.rate),
        10,
      ),
      rates.spending_progress,
    ),
  ],
};

/** Items of each ratio of amounts with the outcome it gives, for whoever looks for a value that would mend it. */
export const amountRatios = [executionRatio, smeRatio, ...shareRatios].map((ratio) => ({
  items: [ratio.part, ratio.whole],
  outcome: (content: Pick<SubmissionContent, 'amounts' | 'rates'>) => ratioOutcome(ratio, content),
}));

function ratioOutcome(
  { rate, part, whole }: Ratio,
  { amounts, rates }: Pick<SubmissionContent, 'amounts' | 'rates'>,
): Outcome {
  return rateOutcome([rate, part, whole], percent(amounts[part], amounts[whole], 10), rates[rate]);
}

/** Agreement to half a unit of the last decimal with which the rate was stated: 0.5 for "77", 0.005 for "77.41". */
export function ratesAgree(exact: Decimal, stated: Decimal): boolean {
  return within(exact, stated, `0.${'0'.repeat(decimalsOf(stated))}5`);
}

function rateOutcome(fields: string[], exact: Decimal | undefined, stated: Decimal | undefined): Outcome {
  const outcome = compared(fields, exact, stated, ratesAgree);
  return outcome.computed === undefined ? outcome : { ...outcome, computed: round(outcome.computed, 2) };
}
