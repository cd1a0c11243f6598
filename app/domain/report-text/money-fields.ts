import type { MoneyItem, RateItem } from '../submission.ts';
import type { LabelFacts, MoneyTopic } from './money-words.ts';

/** A figure's place in the budget, once its words and what went before them are put together. */
export interface MoneySubject {
  item: MoneyTopic | 'total';
  side?: 'revenue' | 'expenditure' | 'both';
  stage: NonNullable<LabelFacts['stage']>;
  /** 公用经费 held against its own budget, as the running cost indicator asks, and not as a part of basic spending. */
  publicFunds?: boolean;
}

type Fields = Partial<Record<MoneySubject['item'], MoneyItem>>;

const revenue: Fields = {
  total: 'revenue_total',
  general: 'revenue_general',
  gov_fund: 'revenue_gov_fund',
  state_capital: 'revenue_state_capital',
  other: 'revenue_other',
};
const expenditure: Fields = {
  total: 'executed_total',
  general: 'expenditure_general',
  gov_fund: 'expenditure_gov_fund',
  state_capital: 'expenditure_state_capital',
  other: 'expenditure_other',
  basic: 'expenditure_basic',
  personnel: 'expenditure_personnel',
  public: 'expenditure_public',
  project: 'expenditure_project',
};
const budget = { initial: 'budget_initial', adjusted: 'budget_adjusted', budget: 'budget_total' } as const;

/** The fields that a figure on this subject states; none for one that the submission does not hold, such as a revenue budget. */
export function amountFields(subject: MoneySubject): MoneyItem[] {
  const { item, side, stage } = subject;
  const actual = stage === 'final';
  if (item === 'three_public') return [actual ? 'three_public_actual' : 'three_public_budget'];
  if (item === 'public' && subject.publicFunds)
    return [actual ? 'public_funds_actual' : 'public_funds_budget'];
  if (!actual) return item === 'total' && side !== 'revenue' ? [budget[stage]] : [];
  const fields = [
    side === 'expenditure' || side === 'both' || (side === undefined && item === 'total')
      ? expenditure[item]
      : undefined,
    side === 'revenue' || side === 'both' ? revenue[item] : undefined,
  ];
  return fields.filter((field) => field !== undefined);
}

/** Changes are kept for the totals only. */
export function changeFields({
  item,
  side,
  stage,
}: MoneySubject): ('revenue_change' | 'expenditure_change')[] {
  if (item !== 'total' || stage !== 'final') return [];
  if (side === 'both') return ['revenue_change', 'expenditure_change'];
  return [side === 'revenue' ? 'revenue_change' : 'expenditure_change'];
}

/** The share of a part in the total of its own side. */
export function shareField({ item, side, stage }: MoneySubject): RateItem | undefined {
  if (stage !== 'final' || item === 'total') return undefined;
  if (item === 'basic' || item === 'project') return `expenditure_${item}_share`;
  const bySource = item === 'general' || item === 'gov_fund' || item === 'state_capital' || item === 'other';
  return bySource && (side === 'revenue' || side === 'expenditure') ? `${side}_${item}_share` : undefined;
}
