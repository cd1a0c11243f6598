import { weightOf } from '../framework.ts';
import { compare, multiply, subtract, sumPresent, within } from '../money.ts';
import type { MoneyItem, SubmissionContent } from '../submission.ts';
import { type Check, type CheckContext, compared, type Outcome } from './check.ts';

export const carryoverFollows: Check = {
  code: 'C7',
  name: 'carryover',
  severity: 'info',
  figures: 'money',
  sentence: {
    zh: '全年预算数加年初结转减执行数与年末结转结余大致相符。',
    en: 'Budget and opening carry-over, less what was executed, come to the closing carry-over.',
  },
  run({ amounts }) {
    const left = subtract(amounts.budget_total, amounts.executed_total);
    const computed = left && sumPresent([left, amounts.carryover_opening]);
    const items: MoneyItem[] = ['carryover_closing', 'budget_total', 'carryover_opening', 'executed_total'];
    const fields = items.filter((item) => amounts[item] !== undefined);
    const tolerance = multiply('100', String(fields.length)) ?? '0';
    return [compared(fields, computed, amounts.carryover_closing, (a, b) => within(a, b, tolerance))];
  },
};

export const actualWithinBudget: Check = {
  code: 'C9',
  name: 'actual within budget',
  severity: 'warning',
  figures: 'money',
  sentence: {
    zh: '公用经费和“三公”经费实际支出不超过预算，除非已相应扣分。',
    en: 'Public funds and the three public expenses stay within budget, unless the office gave up points for it.',
  },
  run: (content, context) => [
    withinBudget('public_funds', 'management.operating_cost.cost_control', content, context),
    withinBudget('three_public', 'management.operating_cost.three_public', content, context),
  ],
};

function withinBudget(
  item: 'public_funds' | 'three_public',
  node: string,
  content: SubmissionContent,
  { framework }: CheckContext,
): Outcome {
  const [actual, budget] = [content.amounts[`${item}_actual`], content.amounts[`${item}_budget`]];
  const gaveUpPoints = content.scores.some(
    (claim) =>
      (claim.node === node || claim.node === 'management.operating_cost') &&
      compare(claim.score, weightOf(framework, claim.node)) === -1,
  );
  return compared(
    [`${item}_actual`, `${item}_budget`],
    budget,
    actual,
    (limit, spent) => gaveUpPoints || compare(spent, limit) <= 0,
  );
}
