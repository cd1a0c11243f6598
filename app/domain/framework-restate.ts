import { childrenOf, type Framework, leavesOf, nodeByCode, totalCode, weightOf } from './framework.ts';
import { compare, round, subtract, sum, toBig } from './money.ts';
import type { Decimal } from './submission.ts';

/** Points by node code, `total` for the whole. */
export type PointsByNode = Readonly<Record<string, Decimal | undefined>>;

/** What one leaf of the new framework gives an office, and on what ground; no points where nothing is known. */
export interface RestatedLeaf {
  code: string;
  points?: Decimal;
  by?: 'rule' | 'share';
}

export interface Restated {
  leaves: RestatedLeaf[];
  /** Weight of the leaves with points. */
  covered: Decimal;
  /** Points of all covered leaves, scaled to the whole, half-up to two decimals; absent where nothing is covered. */
  total?: Decimal;
}

/**
 * One office's scores under `before` as `after` would give them: at each leaf by `computed` where that gives a score, else
 * by the share of full marks at the same node, or at the old leaf that was divided into it. What a stated score has beyond
 * its parts moves with the node's weight. Undefined without a total.
 */
export function restatedScores(
  { before, after }: Frameworks,
  scores: PointsByNode,
  computed: (code: string) => Decimal | undefined,
): Restated | undefined {
  const stated = statedPoints(before, scores);
  if (!stated) return undefined;
  const leaves = leavesOf(after).map(({ code, weight }): RestatedLeaf => {
    const byRule = computed(code);
    if (byRule !== undefined) return { code, points: byRule, by: 'rule' };
    const source = stated.sources.get(originOf(code, { before, after }) ?? '');
    if (!source) return { code };
    return { code, points: scaled(source.score, { from: source.weight, to: weight }), by: 'share' };
  });
  const rests = [...stated.rest].map(([code, rest]) => movedRest(code, rest, { before, after }));
  const known = leaves.filter(({ points }) => points !== undefined);
  const covered = sum(known.map(({ code }) => weightOf(after, code)));
  const points = sum([...known.map((leaf) => leaf.points), ...rests]);
  if (covered === undefined || points === undefined) return { leaves, covered: '0' };
  return { leaves, covered, total: toPoints(scaled(points, { from: covered, to: after.totalWeight })) };
}

interface Frameworks {
  before: Framework;
  after: Framework;
}

interface Stated {
  /** By old node: the finest stated score that covers it, with the weight of the node it was stated at. */
  sources: Map<string, { score: Decimal; weight: Decimal }>;
  /** By old node that was divided: what its stated score has beyond the sum of its parts. */
  rest: Map<string, Decimal>;
}

/** A node is divided where all its parts are scored and weigh something; else all below share its own score by weight. */
function statedPoints(framework: Framework, scores: PointsByNode): Stated | undefined {
  const { [totalCode]: total } = scores;
  if (total === undefined || compare(framework.totalWeight, '0') <= 0) return undefined;
  const stated: Stated = { sources: new Map(), rest: new Map() };
  const walk = (code: string, source: { score: Decimal; weight: Decimal }) => {
    stated.sources.set(code, source);
    const parts = childrenOf(framework, code);
    if (parts.length === 0) return;
    const scored = parts.flatMap(({ code: part, weight }) => {
      const score = scores[part];
      return score !== undefined && compare(weight, '0') > 0 ? [{ part, score, weight }] : [];
    });
    if (scored.length < parts.length) {
      for (const each of descendants(framework, code)) stated.sources.set(each, source);
      return;
    }
    stated.rest.set(code, subtract(source.score, sum(scored.map(({ score }) => score))) ?? '0');
    for (const { part, ...own } of scored) walk(part, own);
  };
  walk(totalCode, { score: total, weight: framework.totalWeight });
  return stated;
}

/** The old node that a new leaf's points come from: itself, or the old leaf above it that was divided; else none. */
function originOf(leaf: string, { before, after }: Frameworks): string | undefined {
  if (nodeByCode(before, leaf)) return leaf;
  for (let at = nodeByCode(after, leaf)?.parent ?? null; at !== null; ) {
    const above = at;
    if (nodeByCode(before, above)) return childrenOf(before, above).length === 0 ? above : undefined;
    at = nodeByCode(after, above)?.parent ?? null;
  }
  return undefined;
}

/** Nothing where the node is gone, or is a leaf now and is restated as a whole. */
function movedRest(code: string, rest: Decimal, { before, after }: Frameworks): Decimal {
  const [from, to] = [weightOf(before, code), weightOf(after, code)];
  if (from === undefined || to === undefined || childrenOf(after, code).length === 0) return '0';
  return scaled(rest, { from, to });
}

function descendants(framework: Framework, code: string): string[] {
  return childrenOf(framework, code).flatMap((part) => [part.code, ...descendants(framework, part.code)]);
}

function scaled(points: Decimal, { from, to }: { from: Decimal; to: Decimal }): Decimal {
  if (compare(from, to) === 0) return points;
  return toBig(points).times(toBig(to)).div(toBig(from)).toFixed();
}

/** Twice, because thirds that add up to half a hundredth must be rounded up like the half itself. */
function toPoints(value: Decimal): Decimal {
  return round(round(value, 12), 2);
}
