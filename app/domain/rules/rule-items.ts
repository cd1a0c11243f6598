import type { MoneyItem, RateItem } from '../submission.ts';
import type { Rule, RuleFigure, SingleRule } from './rule.ts';

export interface RuleItems {
  amounts: MoneyItem[];
  rates: RateItem[];
  /** Whether the notified months are read. */
  months: boolean;
}

/** What a rule reads of a submission, so that a page of many offices reads nothing else. */
export function ruleItems(rule: Rule | SingleRule | undefined): RuleItems {
  switch (rule?.kind) {
    case 'proportion':
    case 'threshold':
    case 'deduction':
      return figureItems(rule.figure);
    case 'at_most':
      return { amounts: [rule.actual, rule.limit], rates: [], months: false };
    case 'monthly_mean':
      return { amounts: [], rates: ['spending_progress'], months: true };
    case 'one_of':
      return joined(rule.options.map((option) => ruleItems(option.rule)));
    default:
      return { amounts: [], rates: [], months: false };
  }
}

function figureItems(figure: RuleFigure): RuleItems {
  if (figure.kind === 'rate') return { amounts: [], rates: [figure.rate], months: false };
  return { amounts: [figure.part, figure.whole], rates: [], months: false };
}

function joined(all: RuleItems[]): RuleItems {
  return {
    amounts: [...new Set(all.flatMap(({ amounts }) => amounts))],
    rates: [...new Set(all.flatMap(({ rates }) => rates))],
    months: all.some(({ months }) => months),
  };
}
