import { percent } from './money.ts';
import { mean } from './statistics.ts';
import type { Decimal, MonthlyExecution, SubmissionContent } from './submission.ts';

/**
 * Execution rate (预算执行率): executed ÷ budget of the whole year, all funds, in percent with two decimals.
 * Absent when either is not stated or the budget is 0. Income is no stand-in for a budget, and 100 % no default.
 */
export function executionRate(amounts: SubmissionContent['amounts']): Decimal | undefined {
  return percent(amounts.executed_total, amounts.budget_total);
}

/**
 * Spending progress (部门预算资金支出率): mean of the notified monthly general-budget rates, else the rate the
 * office states, in percent. A different measure from the execution rate; never one in place of the other.
 */
export function spendingProgress(
  content: Pick<SubmissionContent, 'rates' | 'monthlyExecution'>,
): Decimal | undefined {
  return meanMonthlyRate(content.monthlyExecution) ?? content.rates.spending_progress;
}

/** Mean of the months that were notified, in percent with two decimals; absent when none was. */
export function meanMonthlyRate(months: readonly MonthlyExecution[]): Decimal | undefined {
  return mean(months.map((month) => month.rate));
}
