import { spendingProgress } from '../execution.ts';
import { compare, type Maybe } from '../money.ts';
import type { Decimal, MoneyItem, RateItem, SubmissionContent } from '../submission.ts';
import type { RuleFigure } from './rule.ts';

/** What rules read of a submission. */
export type RuleFigures = Pick<SubmissionContent, 'amounts' | 'rates' | 'monthlyExecution'>;

/** A field of the form that a rule reads, `amounts.x`, `rates.x` or `months.n`, and its value: 元 or percent. */
export interface RuleInput {
  field: string;
  value?: Decimal;
}

/** A figure as a fraction, so that nothing is rounded before the end: 94.7 % is 94.7 of 100. */
export interface Fraction {
  part: Decimal;
  whole: Decimal;
}

/** `not_applicable`: the whole is 0, and 0 of 0 is neither everything nor nothing. */
export type FigureReading = { inputs: RuleInput[] } & (
  | { status: 'stated'; fraction: Fraction }
  | { status: 'missing'; missing: string[] }
  | { status: 'not_applicable' }
);

export function amountInput(item: MoneyItem, { amounts }: RuleFigures): RuleInput {
  return { field: `amounts.${item}`, value: amounts[item] };
}

/** What a rule's figure is in this submission. */
export function readFigure(figure: RuleFigure, figures: RuleFigures): FigureReading {
  if (figure.kind === 'rate') return rateReading(figure.rate, figures.rates[figure.rate]);
  const inputs = [amountInput(figure.part, figures), amountInput(figure.whole, figures)];
  const [part, whole] = inputs.map(({ value }) => value);
  if (part === undefined || whole === undefined) return missingOf(inputs);
  if (compare(whole, '0') !== 1) return { inputs, status: 'not_applicable' };
  return { inputs, status: 'stated', fraction: { part, whole } };
}

/** The mean of the months that were notified, in percent with two decimals; without any the rate that the office states. */
export function readMonthlyMean(figures: RuleFigures): FigureReading {
  const months = figures.monthlyExecution.map(({ month, rate }) => ({
    field: `months.${month}`,
    value: rate,
  }));
  const progress = spendingProgress(figures);
  if (months.length === 0) return rateReading('spending_progress', progress, ['months.12']);
  return { inputs: months, status: 'stated', fraction: { part: progress ?? '0', whole: '100' } };
}

/** Fields among the inputs that were not stated. */
export function missingOf(inputs: RuleInput[]): FigureReading & { status: 'missing' } {
  const missing = inputs.filter(({ value }) => value === undefined).map(({ field }) => field);
  return { inputs, status: 'missing', missing };
}

function rateReading(rate: RateItem, value: Maybe, orElse: string[] = []): FigureReading {
  const field = `rates.${rate}`;
  const inputs = [{ field, value: value ?? undefined }];
  if (value === undefined || value === null)
    return { inputs, status: 'missing', missing: [field, ...orElse] };
  return { inputs, status: 'stated', fraction: { part: value, whole: '100' } };
}
