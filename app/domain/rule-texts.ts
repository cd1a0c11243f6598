import type { Rule, RuleFigure } from './rules/rule.ts';

/** A rule as the reviewer types it, one text a field. A rule with options is kept as it is: only its source is typed. */
export const ruleFields = [
  'kind',
  'figure',
  'part',
  'whole',
  'fullAt',
  'steps',
  'limit',
  'beyond',
  'step',
  'points',
  'actual',
  'limitItem',
  'source',
  'sourceEn',
  'unverified',
] as const;
export type RuleField = (typeof ruleFields)[number];
export type RuleTexts = Partial<Record<RuleField, string>>;

/** What is typed for each kind of rule, beside its source. */
export const fieldsOfKind: Record<Rule['kind'], readonly RuleField[]> = {
  proportion: ['figure', 'part', 'whole', 'fullAt'],
  threshold: ['figure', 'part', 'whole', 'steps'],
  deduction: ['figure', 'part', 'whole', 'limit', 'beyond', 'step', 'points'],
  at_most: ['actual', 'limitItem'],
  monthly_mean: [],
  one_of: [],
  grade: [],
  manual: [],
};

/** The form's texts of a rule. */
export function ruleTexts(rule: Rule | undefined): RuleTexts {
  if (!rule) return {};
  const { verified, source, sourceEn } = rule;
  return {
    kind: rule.kind,
    ...(source && { source }),
    ...(sourceEn && { sourceEn }),
    ...(!verified && { unverified: 'yes' }),
    ...pointTexts(rule),
  };
}

function pointTexts(rule: Rule): RuleTexts {
  switch (rule.kind) {
    case 'proportion':
      return { ...figureTexts(rule.figure), fullAt: rule.fullAt };
    case 'threshold': {
      const steps = rule.steps.map(({ from, share }) => `${from} ${share}`).join('\n');
      return { ...figureTexts(rule.figure), steps };
    }
    case 'deduction': {
      const { limit, beyond, step, points: lost } = rule;
      return { ...figureTexts(rule.figure), limit, beyond, step, points: lost };
    }
    case 'at_most':
      return { actual: rule.actual, limitItem: rule.limit };
    default:
      return {};
  }
}

function figureTexts(figure: RuleFigure): RuleTexts {
  if (figure.kind === 'rate') return { figure: figure.rate };
  return { figure: 'ratio', part: figure.part, whole: figure.whole };
}
