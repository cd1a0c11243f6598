import { type Framework, nodeByCode } from '#app/domain/framework.ts';
import { subtract } from '#app/domain/money.ts';
import { computedScore, settledNodes } from '#app/domain/rules/explain.ts';
import { carryReviewUp, selfScores } from '#app/domain/scoring.ts';
import type { Decimal, ScoreClaim, SubmissionContent } from '#app/domain/submission.ts';
import { randomOf } from './random.ts';
import { lossWords } from './words.ts';

/** What the reviewer set: a score at every claimed node, and why wherever it is below the claim. */
export interface Review {
  scores: Record<string, Decimal>;
  reasons: Record<string, string>;
}

/**
 * The review of an approved submission. Scores that a certain rule gives are set to what it gives; with `cut` one or two
 * indicators lose points besides; all else is confirmed as claimed.
 */
export function reviewOf(
  key: string,
  content: SubmissionContent,
  framework: Framework,
  cut: boolean,
): Review {
  const changed = { ...ruleChanges(content, framework), ...(cut && cutsOf(key, content.scores, framework)) };
  const self = selfScores(content.scores);
  const reviewed = Object.entries(changed).map(([code, score]) => [code, { ...self[code], reviewed: score }]);
  const carried = carryReviewUp(framework, { ...self, ...Object.fromEntries(reviewed) });
  return {
    scores: Object.fromEntries(
      content.scores.map(({ node, score }) => [node, carried[node]?.reviewed ?? score]),
    ),
    reasons: Object.fromEntries(Object.keys(changed).map((code) => [code, reviewReason(code)])),
  };
}

function ruleChanges(content: SubmissionContent, framework: Framework): Record<string, Decimal> {
  const changes = settledNodes(framework).map((code) => {
    const claimed = content.scores.find((claim) => claim.node === code)?.score;
    const computed = computedScore(code, framework, content);
    const differs = claimed !== undefined && computed !== undefined && Number(claimed) !== Number(computed);
    return differs ? [[code, computed]] : [];
  });
  return Object.fromEntries(changes.flat());
}

function cutsOf(key: string, claims: ScoreClaim[], framework: Framework): Record<string, Decimal> {
  const random = randomOf(`${key}:review`);
  const open = claims.filter(({ node }) => isCuttable(node, claims, framework));
  return Object.fromEntries(
    random.sample(open, random.int(1, 2)).map(({ node, score }) => {
      const by = random.pick(['0.50', '0.50', '1.00']);
      return [node, subtract(score, by) ?? score];
    }),
  );
}

/** The lowest node claimed, heavy enough to lose a point, and not one that a rule settles. */
function isCuttable(code: string, claims: ScoreClaim[], framework: Framework): boolean {
  const weight = Number(nodeByCode(framework, code)?.weight ?? 0);
  const lowest = !claims.some((claim) => claim.node.startsWith(`${code}.`));
  return lowest && code.includes('.') && weight >= 2 && !settledNodes(framework).includes(code);
}

/** A category as a whole is cut in general words. */
function reviewReason(code: string): string {
  return lossWords[code]?.review ?? '佐证材料不足，酌情扣分。';
}
