import { childrenOf, type Framework, type FrameworkNode, totalCode } from './framework.ts';
import { lostPoints } from './scoring.ts';
import { meanOfSum } from './statistics.ts';
import type { Decimal } from './submission.ts';

/** Sum of the scores that count at one node over the compared offices that have one. */
export interface NodeSum {
  node: string;
  offices: number;
  sum: Decimal;
}

/** Mean score and mean lost points of one node, over the offices that state it. */
export interface DimensionLoss {
  node: FrameworkNode;
  offices: number;
  mean: Decimal;
  lost: Decimal;
}

export interface ThemeCount {
  theme: string;
  /** Offices that name the theme at least once. */
  offices: number;
  lastYear: number;
}

const mostCommon = 5;

/** Dimensions and the nodes right below them, in the framework's order. */
export function headNodes(framework: Framework): FrameworkNode[] {
  return childrenOf(framework, totalCode).flatMap((node) => [node, ...childrenOf(framework, node.code)]);
}

/** Mean lost points of the framework's head nodes; nodes that no office states are left out. */
export function dimensionLosses(framework: Framework, sums: readonly NodeSum[]): DimensionLoss[] {
  const byNode = new Map(sums.map((each) => [each.node, each]));
  return headNodes(framework).flatMap((node) => {
    const stated = byNode.get(node.code);
    const average = stated && meanOfSum(stated.sum, stated.offices);
    const lost = lostPoints(average, node.weight);
    if (!stated || average === undefined || lost === undefined) return [];
    return [{ node, offices: stated.offices, mean: average, lost }];
  });
}

/** The themes that most offices name this year, at most five. */
export function commonThemes(counts: readonly ThemeCount[]): ThemeCount[] {
  return counts
    .filter(({ offices }) => offices > 0)
    .sort((a, b) => b.offices - a.offices || (a.theme < b.theme ? -1 : 1))
    .slice(0, mostCommon);
}
