import { childrenOf, type Framework, totalCode, weightOf } from './framework.ts';
import { compare, type Maybe, subtract, sum, sumPresent } from './money.ts';
import type { NodeScore } from './office-year.ts';
import type { Decimal, ScoreClaim } from './submission.ts';

/** `counting`: reviewed where there is one, else self. The other two show one kind only. */
export const scoreModes = ['counting', 'self', 'reviewed'] as const;
export type ScoreMode = (typeof scoreModes)[number];

/** Scores by node code, `total` for the whole. */
export type ScoresByNode = Readonly<Record<string, NodeScore>>;

/** The score that counts at one node, in points; absent when there is none of the kind asked for. */
export function scoreThatCounts(score: NodeScore | undefined, mode: ScoreMode): Decimal | undefined {
  if (mode === 'self') return score?.self;
  if (mode === 'reviewed') return score?.reviewed;
  return score?.reviewed ?? score?.self;
}

/** Which kind `scoreThatCounts` gives at this node, for the page to say so. */
export function kindThatCounts(
  score: NodeScore | undefined,
  mode: ScoreMode,
): 'self' | 'reviewed' | undefined {
  if (scoreThatCounts(score, mode) === undefined) return undefined;
  return mode === 'self' || score?.reviewed === undefined ? 'self' : 'reviewed';
}

/** An office's claims as scores by node. */
export function selfScores(claims: readonly ScoreClaim[]): Record<string, NodeScore> {
  return Object.fromEntries(claims.map(({ node, score }) => [node, { self: score }]));
}

/** Points lost at a node: weight − score. Absent, not 0, where there is no score. */
export function lostPoints(score: Maybe, weight: Maybe): Decimal | undefined {
  return subtract(weight, score);
}

/**
 * Carries a reviewer's changes upwards: a node without a reviewed score of its own, but with reviewed scores below it,
 * gets its self score plus the changes below, at least 0; without a self score, the sum of its parts if every part has one.
 * A score the reviewer set stands. The stated total thus moves by exactly what the review changed.
 */
export function carryReviewUp(framework: Framework, scores: ScoresByNode): Record<string, NodeScore> {
  const carried: Record<string, NodeScore> = { ...scores };
  for (const code of bottomUp(framework)) {
    const reviewed = scores[code]?.reviewed ?? reviewedFromParts(framework, carried, code);
    if (reviewed !== undefined) carried[code] = { ...scores[code], reviewed };
  }
  return carried;
}

export interface PartsTotal {
  /** Sum of the parts that have a score, in points. */
  value: Decimal;
  /** Weight of those parts; below the node's weight some part is missing and the sum is no total. */
  coveredWeight: Decimal;
  complete: boolean;
}

/** Sum of the scores right below `code`, a part without one being summed from its own parts. Absent when none has any. */
export function totalOfParts(
  framework: Framework,
  scores: ScoresByNode,
  code: string = totalCode,
  mode: ScoreMode = 'counting',
): PartsTotal | undefined {
  const parts = childrenOf(framework, code).map((part) => {
    const value = scoreThatCounts(scores[part.code], mode);
    if (value !== undefined) return { value, coveredWeight: part.weight };
    return totalOfParts(framework, scores, part.code, mode);
  });
  const value = sumPresent(parts.map((part) => part?.value));
  const coveredWeight = sumPresent(parts.map((part) => part?.coveredWeight));
  if (value === undefined || coveredWeight === undefined) return undefined;
  return { value, coveredWeight, complete: compare(coveredWeight, weightOf(framework, code)) === 0 };
}

export const grades = ['excellent', 'good', 'fair', 'poor'] as const;
export type Grade = (typeof grades)[number];

function reviewedFromParts(framework: Framework, scores: ScoresByNode, code: string): Decimal | undefined {
  const parts = childrenOf(framework, code).map((part) => scores[part.code]);
  const reviewed = parts.filter((part) => part?.reviewed !== undefined);
  if (reviewed.length === 0) return undefined;
  const self = scores[code]?.self;
  if (self === undefined) return sum(parts.map((part) => scoreThatCounts(part, 'counting')));
  const moved = sum([self, ...reviewed.map((part) => subtract(part?.reviewed, part?.self))]);
  // a whole that is stated far below its parts does not fall below nothing
  return moved !== undefined && compare(moved, '0') < 0 ? '0' : moved;
}

/** Codes of all nodes with parts before wholes, the total last. */
function bottomUp(framework: Framework): string[] {
  const deepestFirst = [...framework.nodes].sort((a, b) => b.level - a.level);
  return [...deepestFirst.map((node) => node.code), totalCode];
}
