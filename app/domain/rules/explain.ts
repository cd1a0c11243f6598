import { childrenOf, type Framework, nodeByCode, weightOf } from '../framework.ts';
import { sum } from '../money.ts';
import type { Decimal, SubmissionContent } from '../submission.ts';
import { applyRule, type RuleResult, type Step, shareOf } from './apply-rule.ts';
import type { RuleFigures, RuleInput } from './figure.ts';
import { type GradeRule, type GradeTier, type Rule, tiersOf } from './rule.ts';

/** Points that a tier of a qualitative indicator allows; `claimed` where the completion says so. */
export interface TierRange {
  tier: GradeTier;
  from: Decimal;
  to: Decimal;
  claimed: boolean;
}

/** How a node's score comes about, to be shown: its rule with the source, what went in, each step, and what is missing. */
export interface Explained {
  rule: Rule;
  weight: Decimal;
  status: RuleResult['status'];
  /** Computed score (测算分) in points with two decimals; absent unless `status` is computed. */
  score?: Decimal;
  /** Form fields that the rule reads, with their values in 元 and percent. */
  inputs: RuleInput[];
  steps: Step[];
  /** Form fields without which nothing can be worked out; empty unless `status` is missing. */
  missing: string[];
  /** For a qualitative rule only. */
  tiers: TierRange[];
}

/** Undefined for a node without a rule and for a code that the framework does not know. */
export function explainScore(
  code: string,
  framework: Framework,
  content: RuleFigures & Pick<SubmissionContent, 'scores'>,
): Explained | undefined {
  const { rule, weight } = nodeByCode(framework, code) ?? {};
  if (!rule || weight === undefined) return undefined;
  const result = applyRule(rule, weight, content);
  const { status, inputs, steps } = result;
  return {
    rule,
    weight,
    status,
    score: result.status === 'computed' ? result.score : undefined,
    inputs,
    steps,
    missing: result.status === 'missing' ? result.missing : [],
    tiers: rule.kind === 'grade' ? rangesOf(rule, weight, completionAt(code, content)) : [],
  };
}

/**
 * Computed score (测算分) of a node in points with two decimals, never above the weight. Absent without a rule that
 * figures settle, for a code the framework lacks, or while a figure is missing.
 */
export function computedScore(code: string, framework: Framework, figures: RuleFigures): Decimal | undefined {
  const { rule, weight } = nodeByCode(framework, code) ?? {};
  if (!rule || weight === undefined) return undefined;
  const result = applyRule(rule, weight, figures);
  return result.status === 'computed' ? result.score : undefined;
}

/** The most a node can have with full marks wherever no rule says otherwise; what no figure settles is not held against it. */
export function highestScore(code: string, framework: Framework, figures: RuleFigures): Decimal | undefined {
  const computed = computedScore(code, framework, figures);
  if (computed !== undefined) return computed;
  const children = childrenOf(framework, code);
  if (children.length === 0) return weightOf(framework, code);
  return sum(children.map((child) => highestScore(child.code, framework, figures)));
}

/** Nodes whose score figures can give, in the framework's order. */
export function computedNodes(framework: Framework): string[] {
  return codesWhere(framework, (rule) => rule.kind !== 'grade' && rule.kind !== 'manual');
}

/**
 * Nodes whose score figures settle. A limit kept does not: what is within the budget may lose points for other reasons,
 * so such a rule only bounds the score.
 */
export function settledNodes(framework: Framework): string[] {
  return codesWhere(framework, settles);
}

function settles(rule: { kind: Rule['kind'] } | Rule): boolean {
  if ('options' in rule) return rule.options.every((option) => settles(option.rule));
  return ['proportion', 'threshold', 'deduction', 'monthly_mean'].includes(rule.kind);
}

function codesWhere({ nodes }: Framework, holds: (rule: Rule) => boolean): string[] {
  return nodes.filter(({ rule }) => rule && holds(rule)).map(({ code }) => code);
}

/** The tier that an office's words claim, where they begin with one of the three that the rule knows. */
export function claimedTier(completion: string | undefined): GradeTier | undefined {
  const words = completion?.trim() ?? '';
  return (Object.keys(tierWords) as GradeTier[]).find((tier) => tierWords[tier].test(words));
}

const tierWords: Record<GradeTier, RegExp> = {
  met: /^(?:已|全部)?(?:达成|达到|完成)/,
  partly: /^部分(?:达成|达到|完成)/,
  unmet: /^(?:未|没有)(?:能)?(?:达成|达到|完成)/,
};

function rangesOf(rule: GradeRule, weight: Decimal, completion: string | undefined): TierRange[] {
  const claimed = claimedTier(completion);
  return tiersOf(rule).map(({ tier, from, to }) => ({
    tier,
    from: shareOf(weight, from),
    to: shareOf(weight, to),
    claimed: tier === claimed,
  }));
}

function completionAt(code: string, { scores }: Pick<SubmissionContent, 'scores'>): string | undefined {
  return scores.find(({ node }) => node === code)?.completion;
}
