import { executionRate } from '../execution.ts';
import { compare, multiply, percent, subtract, toBig } from '../money.ts';
import { median } from '../statistics.ts';
import type { Decimal, MoneyItem, SubmissionContent } from '../submission.ts';
import { type Check, type CheckContext, compared, type Outcome } from './check.ts';

export const executionIsUsual: Check = {
  code: 'C17',
  name: 'execution between 50 and 120 %',
  severity: 'warning',
  figures: 'rate',
  sentence: {
    zh: '预算执行率在50%至120%之间，否则在存在问题中说明原因。',
    en: 'The execution rate lies between 50 % and 120 %, or the stated problems say why.',
  },
  run: ({ amounts, problems }) => {
    const rate = executionRate(amounts);
    const fields = ['executed_total', 'budget_total'];
    if (rate === undefined) return [{ status: 'not_checkable', fields }];
    const [low, high] = [compare(rate, '50') === -1, compare(rate, '120') === 1];
    const explained = problems.some(({ themes }) =>
      themes.includes(high ? 'budget_change' : 'slow_execution'),
    );
    return [{ status: (low || high) && !explained ? 'fails' : 'holds', fields, computed: rate }];
  },
};

export const largeChangeIsExplained: Check = {
  code: 'C17',
  name: 'large change explained',
  severity: 'warning',
  figures: 'rate',
  sentence: {
    zh: '总收入、总支出、预算数比上年增减超过30%的，说明原因。',
    en: 'Revenue, spending or budget that changed by more than 30 % on last year comes with a reason.',
  },
  run: (content, context) => {
    const explained = isExplained(content, context);
    return changeItems.map((item): Outcome => {
      const change = changeOf(item, content, context);
      if (change === undefined) return { status: 'not_checkable', fields: [item] };
      const large = toBig(change).abs().gt(largeChange);
      return { status: large && !explained ? 'fails' : 'holds', fields: [item], computed: change };
    });
  },
};

export const inLineWithOwnYears: Check = {
  code: 'C17',
  name: 'in line with own years',
  severity: 'warning',
  figures: 'money',
  sentence: {
    zh: '各项金额在本单位以往年度中位数的一半至两倍之间（至少有三个年度），否则说明原因。',
    en: 'Each amount lies between half and twice the median of the office’s own earlier years, of which there are at least three.',
  },
  run: ({ amounts }, { history = [] }) =>
    comparedItems.map((item): Outcome => {
      const usual = usualOf(item, history);
      const outcome = compared([item], usual, amounts[item], (a, b) => isNear(b, a));
      return outcome.status === 'fails'
        ? { ...outcome, ...slipProposal(item, amounts[item], usual) }
        : outcome;
    }),
};

const largeChange = 30;
const fewestYears = 3;

const changeItems = ['revenue_total', 'executed_total', 'budget_total'] as const;

/** Amounts that every office has every year; others come and go. */
export const comparedItems: readonly MoneyItem[] = [
  'budget_total',
  'revenue_total',
  'executed_total',
  'expenditure_basic',
  'expenditure_personnel',
  'expenditure_public',
  'expenditure_project',
  'public_funds_actual',
];

/** In percent of last year: by last year's submission, else by the change that the office states. */
function changeOf(
  item: (typeof changeItems)[number],
  { amounts, rates }: SubmissionContent,
  { lastYear }: CheckContext,
): Decimal | undefined {
  const before = lastYear?.amounts[item];
  if (before !== undefined) return percent(subtract(amounts[item], before), before);
  if (item === 'budget_total') return undefined;
  const change = item === 'revenue_total' ? 'revenue_change' : 'expenditure_change';
  return rates[change] ?? percent(amounts[change], subtract(amounts[item], amounts[change]));
}

/** A report that is read may give the reason anywhere beside the change. */
function isExplained({ changeReason }: SubmissionContent, { reportText }: CheckContext): boolean {
  return (changeReason ?? '').trim() !== '' || /原因|由于|主要是|系因/.test(reportText ?? '');
}

function usualOf(item: MoneyItem, history: NonNullable<CheckContext['history']>): Decimal | undefined {
  const stated = history
    .flatMap(({ amounts }) => amounts[item] ?? [])
    .filter((value) => compare(value, '0') === 1);
  return stated.length < fewestYears ? undefined : median(stated);
}

function isNear(value: Decimal, usual: Decimal): boolean {
  return compare(value, half(usual)) >= 0 && compare(value, multiply(usual, '2') ?? usual) <= 0;
}

function half(value: Decimal): Decimal {
  return multiply(value, '0.5') ?? value;
}

/** 10,000 times as large or small, where that is in line: 元 and 万元 were mixed up. */
function slipProposal(field: MoneyItem, stated: Decimal | undefined, usual: Decimal | undefined) {
  const value = ['10000', '0.0001']
    .map((factor) => multiply(stated, factor))
    .find((rescaled) => rescaled !== undefined && usual !== undefined && isNear(rescaled, usual));
  return value === undefined ? {} : { proposal: { field, value } };
}
