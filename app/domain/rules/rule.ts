import type { Decimal, MoneyItem, RateItem } from '../submission.ts';

/** A figure in percent: one that the office states, or one amount ÷ another. */
export type RuleFigure =
  | { kind: 'rate'; rate: RateItem }
  | { kind: 'ratio'; part: MoneyItem; whole: MoneyItem };

/** Who says that points are given so. `verified: false` marks an editable assumption that no source has confirmed. */
export interface RuleOrigin {
  verified: boolean;
  source?: string;
  sourceEn?: string;
}

/** The figure ÷ `fullAt` (percent) × weight, never more than the weight: met is full marks, else in proportion. */
export interface ProportionRule {
  kind: 'proportion';
  figure: RuleFigure;
  fullAt: Decimal;
}

/** `share` percent of the weight from `from` percent on; the highest step reached counts, below the lowest there is nothing. */
export interface ThresholdRule {
  kind: 'threshold';
  figure: RuleFigure;
  steps: { from: Decimal; share: Decimal }[];
}

/** Full marks up to `limit` percent (down to it, where `beyond` is below), then `points` less for every `step` begun, never below 0. */
export interface DeductionRule {
  kind: 'deduction';
  figure: RuleFigure;
  limit: Decimal;
  beyond: 'above' | 'below';
  step: Decimal;
  points: Decimal;
}

/** Full marks where the actual amount is not above the limit, else nothing. */
export interface AtMostRule {
  kind: 'at_most';
  actual: MoneyItem;
  limit: MoneyItem;
}

/** Mean of the notified monthly general-budget rates × weight; without months, the spending progress that the office states. */
export interface MonthlyMeanRule {
  kind: 'monthly_mean';
}

/** A rule that stands for itself, and so may be one of several. */
export type SingleRule = ProportionRule | ThresholdRule | DeductionRule | AtMostRule | MonthlyMeanRule;

/** The option that gives most of those whose figures are stated, and it is named. */
export interface OneOfRule {
  kind: 'one_of';
  options: { name: string; nameEn: string; rule: SingleRule }[];
}

/**
 * Judged in words: the tier that is claimed bounds the score, and no figure settles it. `bounds`: percent of the weight from
 * which on the upper two tiers go, where they are not those of `gradeTiers`.
 */
export interface GradeRule {
  kind: 'grade';
  bounds?: { met: Decimal; partly: Decimal };
}

/** The reviewer judges; nothing is worked out. */
export interface ManualRule {
  kind: 'manual';
}

/** How points are given at one node of a framework. */
export type Rule = (SingleRule | OneOfRule | GradeRule | ManualRule) & RuleOrigin;

export const ruleKinds = [
  'proportion',
  'threshold',
  'deduction',
  'at_most',
  'monthly_mean',
  'one_of',
  'grade',
  'manual',
] as const satisfies readonly Rule['kind'][];

/** Tiers of a qualitative indicator, in percent of its weight (财预〔2020〕10号: 100–80, 80–60, 60–0). */
export const gradeTiers = [
  { tier: 'met', from: '80', to: '100' },
  { tier: 'partly', from: '60', to: '80' },
  { tier: 'unmet', from: '0', to: '60' },
] as const;
export type GradeTier = (typeof gradeTiers)[number]['tier'];

/** The tiers of a rule, in percent of the weight: each goes up to where the one above begins. */
export function tiersOf({ bounds }: GradeRule): { tier: GradeTier; from: Decimal; to: Decimal }[] {
  if (!bounds) return [...gradeTiers];
  return [
    { tier: 'met', from: bounds.met, to: '100' },
    { tier: 'partly', from: bounds.partly, to: bounds.met },
    { tier: 'unmet', from: '0', to: bounds.partly },
  ];
}
