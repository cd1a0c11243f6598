import { childrenOf, type Framework, weightOf } from './framework.ts';
import { compare } from './money.ts';
import { carryReviewUp, selfScores } from './scoring.ts';
import type { Decimal, ScoreClaim } from './submission.ts';

/** A reviewer's score at one node in points, null to take it back, and why it differs from the office's. */
export interface ScoreGiven {
  score: Decimal | null;
  reason: string;
}

/** A review as it stands. A node without a reason (an empty one is a reason) may follow from the scores below it. */
export interface Review {
  scores: Readonly<Record<string, Decimal>>;
  reasons: Readonly<Record<string, string>>;
}

/** The reason is null where the score follows from those below it. */
export interface ScoreChange {
  score: Decimal | null;
  reason: string | null;
}

export type ScoreRefusal = 'unknown_field' | 'score_out_of_range' | 'reason_missing';

/** What is wrong with a score given at a node: 0 ≤ score ≤ weight with two decimals, and a reason where it differs. */
export function scoreRefusal(
  framework: Framework,
  claims: readonly ScoreClaim[],
  [node, { score, reason }]: readonly [string, ScoreGiven],
): ScoreRefusal | undefined {
  const weight = weightOf(framework, node);
  if (weight === undefined) return 'unknown_field';
  if (score === null) return undefined;
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(score) || compare(score, weight) > 0) return 'score_out_of_range';
  const self = claims.find((claim) => claim.node === node)?.score;
  const confirms = self !== undefined && compare(score, self) === 0;
  return confirms || reason.trim() !== '' ? undefined : 'reason_missing';
}

/**
 * The review after the reviewer gave these scores: every node whose score or reason is another one now, parents worked out
 * anew by `carryReviewUp`.
 */
export function reviewChanges(
  framework: Framework,
  claims: readonly ScoreClaim[],
  review: Review,
  given: Readonly<Record<string, ScoreGiven>>,
): Record<string, ScoreChange> {
  const set = { ...setByReviewer(framework, review), ...given };
  const scores = { ...selfScores(claims) };
  for (const [node, { score }] of Object.entries(set))
    if (score !== null) scores[node] = { ...scores[node], reviewed: score };
  const carried = carryReviewUp(framework, scores);
  const nodes = new Set([...Object.keys(review.scores), ...Object.keys(carried)]);
  const changes = [...nodes].map((node): [string, ScoreChange] => {
    const score = carried[node]?.reviewed ?? null;
    const own = set[node];
    return [node, { score, reason: own && own.score !== null ? own.reason.trim() : null }];
  });
  return Object.fromEntries(changes.filter(([node, change]) => isChanged(review, node, change)));
}

/** What somebody set, as against what followed from it: with a reason of its own, or with no reviewed score below it. */
function setByReviewer(framework: Framework, { scores, reasons }: Review): Record<string, ScoreGiven> {
  const own = Object.entries(scores).filter(
    ([node]) =>
      reasons[node] !== undefined ||
      !childrenOf(framework, node).some(({ code }) => scores[code] !== undefined),
  );
  return Object.fromEntries(own.map(([node, score]) => [node, { score, reason: reasons[node] ?? '' }]));
}

function isChanged({ scores, reasons }: Review, node: string, { score, reason }: ScoreChange): boolean {
  const before = scores[node];
  const sameScore = before === undefined ? score === null : score !== null && compare(before, score) === 0;
  return !sameScore || (reasons[node] ?? '') !== (reason ?? '');
}
