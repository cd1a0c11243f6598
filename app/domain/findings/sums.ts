import { compare, multiply, present, sumPresent, within } from '../money.ts';
import type { MoneyItem } from '../submission.ts';
import { type Amounts, type Check, compared, type Outcome } from './check.ts';

/** Parts that make up a whole. */
interface AmountSum {
  whole: MoneyItem;
  parts: readonly MoneyItem[];
}

/** An office lists only the parts it has: with two or more listed, an unlisted one counts as none. */
const listedFrom = 2;

const bySource: readonly AmountSum[] = [
  {
    whole: 'revenue_total',
    parts: ['revenue_general', 'revenue_gov_fund', 'revenue_state_capital', 'revenue_other'],
  },
  {
    whole: 'executed_total',
    parts: ['expenditure_general', 'expenditure_gov_fund', 'expenditure_state_capital', 'expenditure_other'],
  },
];
const byNature: AmountSum = {
  whole: 'executed_total',
  parts: ['expenditure_basic', 'expenditure_project'],
};
const basic: AmountSum = {
  whole: 'expenditure_basic',
  parts: ['expenditure_personnel', 'expenditure_public'],
};

export const sourcesMakeTotal: Check = {
  code: 'C4',
  name: 'by source = total',
  severity: 'error',
  figures: 'money',
  sentence: {
    zh: '按资金来源列示的各项收入（支出）合计等于总收入（总支出）。',
    en: 'Revenue by source adds up to total revenue, and spending by source to total spending.',
  },
  run: ({ amounts }) => bySource.map((one) => sumOutcome(one, amounts)),
};

export const naturesMakeTotal: Check = {
  code: 'C5',
  name: 'by nature = total',
  severity: 'error',
  figures: 'money',
  sentence: {
    zh: '基本支出与项目支出合计等于总支出。',
    en: 'Basic and project spending add up to total spending.',
  },
  run: ({ amounts }) => [sumOutcome(byNature, amounts)],
};

export const personnelAndPublicMakeBasic: Check = {
  code: 'C5',
  name: 'personnel + public = basic',
  severity: 'error',
  figures: 'money',
  sentence: {
    zh: '人员经费与日常公用经费合计等于基本支出。',
    en: 'Personnel and day-to-day public funds add up to basic spending.',
  },
  run: ({ amounts }) => [sumOutcome(basic, amounts)],
};

/** Items of each sum with the outcome it gives, for whoever looks for a value that would mend it. */
export const amountSums = [...bySource, byNature, basic].map((one) => ({
  items: [one.whole, ...one.parts],
  outcome: (amounts: Amounts) => sumOutcome(one, amounts),
}));

/**
 * Tolerance 0.01 万元 = 100 元 a part. Where a part is missing the sum may still settle the matter: equal to the whole it
 * holds, above the whole it fails; below, the missing part may be the difference.
 */
function sumOutcome({ whole, parts }: AmountSum, amounts: Amounts): Outcome {
  const stated = present(parts.map((item) => amounts[item]));
  const added = sumPresent(stated);
  const tolerance = multiply('100', String(stated.length)) ?? '0';
  const fields = [whole, ...parts.filter((item) => amounts[item] !== undefined)];
  const outcome = compared(fields, added, amounts[whole], (a, b) => within(a, b, tolerance));
  const mayBeTheMissing = stated.length < listedFrom && compare(added, amounts[whole]) === -1;
  return outcome.status === 'fails' && mayBeTheMissing ? { status: 'not_checkable', fields } : outcome;
}
