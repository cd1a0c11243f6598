import { type Framework, nodesBelow, totalCode } from '../framework.ts';
import { compare, within } from '../money.ts';
import {
  claimedTier,
  computedNodes,
  computedScore,
  explainScore,
  highestScore,
  settledNodes,
} from '../rules/explain.ts';
import type { Decimal, SubmissionContent } from '../submission.ts';
import { type Check, compared, type Outcome } from './check.ts';

/** Scores are printed with two decimals: a gap below half a hundredth is rounding. */
const agree = (a: Decimal, b: Decimal) => within(a, b, '0.005');
const isNotAbove = (limit: Decimal, score: Decimal) => compare(score, limit) <= 0 || agree(limit, score);

export const computedScoreIsClaimed: Check = {
  code: 'C10',
  name: 'computed score = self score',
  severity: 'error',
  figures: 'score',
  sentence: {
    zh: '有确定计分规则的指标，自评分等于按填报数据测算的得分；只有上限的，不高于该上限。',
    en: 'Where a certain rule gives the score, the self score equals what the rule gives from the stated figures, and a limit is not passed.',
  },
  // A rule may be contested with a reason; arithmetic may not.
  effects: { submitting: 'warns' },
  run: (content, { framework }) => [...atRules(content, framework), ...aboveRules(content, framework)],
};

export const scoreWithinTier: Check = {
  code: 'C10',
  name: 'score within tier',
  severity: 'warning',
  figures: 'score',
  appliesTo: 'filing',
  sentence: {
    zh: '定性指标的自评分在完成情况所属档次的分值区间内（达成 100—80%，部分达成 80—60%，未达成 60—0%，指标体系另有规定的从其规定）。',
    en: 'A qualitative score lies in the range of the tier that its completion claims (met 100–80 %, partly 80–60 %, not met 60–0 %, unless the framework says otherwise).',
  },
  run: (content, { framework }) =>
    content.scores.flatMap(({ node, score, completion }): Outcome[] => {
      const tiers = explainScore(node, framework, content)?.tiers ?? [];
      if (tiers.length === 0) return [];
      const tier = tiers.find((each) => each.tier === claimedTier(completion));
      const fields = [`scores.${node}`, `scores.${node}.completion`];
      return [compared(fields, tier?.to, score, isNotAbove)];
    }),
};

/** The nodes that have a rule themselves. */
function atRules(content: SubmissionContent, framework: Framework): Outcome[] {
  const settled = settledNodes(framework);
  return computedNodes(framework).map((node) => {
    const claimed = content.scores.find((claim) => claim.node === node)?.score;
    const agrees = settled.includes(node) ? agree : isNotAbove;
    return compared([`scores.${node}`], computedScore(node, framework, content), claimed, agrees);
  });
}

/** A whole claimed without its parts is at most what the rules of the parts leave it. */
function aboveRules(content: SubmissionContent, framework: Framework): Outcome[] {
  const claimed = new Set(content.scores.map(({ node }) => node));
  const computed = new Set(computedNodes(framework));
  return content.scores.flatMap(({ node, score }): Outcome[] => {
    if (node === totalCode || computed.has(node)) return [];
    const below = nodesBelow(framework, node);
    const bounded = below.some(
      ({ code }) => computed.has(code) && computedScore(code, framework, content) !== undefined,
    );
    if (!bounded || below.some(({ code }) => claimed.has(code))) return [];
    return [compared([`scores.${node}`], highestScore(node, framework, content), score, isNotAbove)];
  });
}
