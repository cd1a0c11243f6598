import type { BenchmarkLine } from './benchmark.ts';
import { childrenOf, type Framework, type FrameworkNode, totalCode } from './framework.ts';
import { compare, subtract } from './money.ts';
import { lostPoints } from './scoring.ts';
import type { Decimal, ScoreClaim } from './submission.ts';

/** Points lost at one node of the framework, beside what half of the offices lose at least. In points. */
export interface LostLine {
  node: FrameworkNode;
  lost: Decimal;
  /** The median loss: full marks − median score. Absent where too few offices stand behind it. */
  medianLost?: Decimal;
  /** Lost beyond the median; below 0 the office loses less than it. */
  beyond?: Decimal;
  reason?: string;
  measure?: string;
}

/**
 * Where the office lost points: dimensions, under each its categories and indicators, the largest loss beyond the median
 * first at every level.
 */
export function lostLines(
  framework: Framework,
  lines: BenchmarkLine[],
  claims: readonly ScoreClaim[],
): LostLine[] {
  const scores = new Map(lines.map((line) => [line.column.id, line]));
  const claimed = new Map(claims.map((claim) => [claim.node, claim]));
  const below = (parent: string): LostLine[] =>
    childrenOf(framework, parent)
      .map((node) => ({ node, line: lossAt(node, scores.get(`score:${node.code}`), claimed.get(node.code)) }))
      .sort((a, b) => byLoss(a.line, b.line))
      .flatMap(({ node, line }) => [...(line ? [line] : []), ...below(node.code)]);
  return below(totalCode);
}

/** Undefined where the office lost nothing or has no score. */
function lossAt(
  node: FrameworkNode,
  score: BenchmarkLine | undefined,
  claim: ScoreClaim | undefined,
): LostLine | undefined {
  const lost = lostPoints(score?.own, node.weight);
  if (lost === undefined || compare(lost, '0') <= 0) return undefined;
  const medianLost = lostPoints(score?.median, node.weight);
  const { reason, measure } = claim ?? {};
  return { node, lost, medianLost, beyond: subtract(lost, medianLost), reason, measure };
}

function byLoss(a: LostLine | undefined, b: LostLine | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return compare(b.beyond ?? b.lost, a.beyond ?? a.lost);
}
