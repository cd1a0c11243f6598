import { executionRate, spendingProgress } from './execution.ts';
import type { MissingReasons } from './findings/missing-reasons.ts';
import { childrenOf, type Framework, type FrameworkNode, totalCode } from './framework.ts';
import { excess } from './indicator-loss.ts';
import { compare, percent, subtract } from './money.ts';
import type { NodeScore } from './office-year.ts';
import { type Explained, explainScore } from './rules/explain.ts';
import { lostPoints, scoreThatCounts } from './scoring.ts';
import {
  type Decimal,
  type MoneyItem,
  moneyItems,
  type RateItem,
  rateItems,
  type SubmissionContent,
} from './submission.ts';

/** One node of the framework on the report card: what was claimed, what counts, what was lost and why. */
export interface ScoreLine {
  node: FrameworkNode;
  self?: Decimal;
  reviewed?: Decimal;
  /** Worked out from the office's own figures, where a certain rule exists. */
  computed?: Decimal;
  /** How the computed score comes about, or why there is none; only where the rule asks for figures. */
  explained?: Explained;
  /** By how much the self score is above the computed one. */
  overclaim?: Decimal;
  counts?: Decimal;
  lost?: Decimal;
  /** The weight as the office states it, where it differs from the framework's. */
  statedMax?: Decimal;
  reason?: string;
  measure?: string;
}

export interface MoneyLine {
  item: MoneyItem;
  amount?: Decimal; // 元
  lastYear?: Decimal;
  /** In percent of last year. */
  change?: Decimal;
}

export interface RateLine {
  item: RateItem;
  percent: Decimal;
  /** Worked out by the product, not stated by the office. */
  computed: boolean;
}

/** Score lines in the framework's order; a node without any score, or a reason for having none, is left out. */
export function scoreLines(
  framework: Framework,
  content: SubmissionContent,
  reviewed: Record<string, Decimal>,
  missing: MissingReasons = {},
): ScoreLine[] {
  const claims = new Map(content.scores.map((claim) => [claim.node, claim]));
  return inTreeOrder(framework).flatMap((node) => {
    const claim = claims.get(node.code);
    const score: NodeScore = { self: claim?.score, reviewed: reviewed[node.code] };
    const counts = scoreThatCounts(score, 'counting');
    const explained = explainScore(node.code, framework, content);
    const computed = explained?.score;
    const isKnown = counts !== undefined || computed !== undefined || `scores.${node.code}.score` in missing;
    if (!isKnown) return [];
    const differs = claim?.statedMax !== undefined && compare(claim.statedMax, node.weight) !== 0;
    return [
      {
        node,
        ...score,
        computed,
        explained: explained?.status === 'judged' ? undefined : explained,
        overclaim: excess(claim?.score, computed),
        counts,
        lost: lostPoints(counts, node.weight),
        statedMax: differs ? claim.statedMax : undefined,
        reason: claim?.reason,
        measure: claim?.measure,
      },
    ];
  });
}

/**
 * The nodes where points went, most first: the deepest scored nodes only, so that no point is counted twice.
 */
export function pointsLost(lines: ScoreLine[]): ScoreLine[] {
  const scoredParents = new Set(
    lines.filter((line) => line.counts !== undefined).map((line) => line.node.parent),
  );
  return lines
    .filter(
      (line) => line.lost !== undefined && compare(line.lost, '0') > 0 && !scoredParents.has(line.node.code),
    )
    .sort((a, b) => compare(b.lost ?? '0', a.lost ?? '0'));
}

/** Every item stated this year or last, or with a reason for being left out, in the order in which people read a budget. */
export function moneyLines(
  amounts: SubmissionContent['amounts'],
  lastYear: SubmissionContent['amounts'],
  missing: MissingReasons = {},
): MoneyLine[] {
  return moneyItems.flatMap((item) => {
    const [amount, before] = [amounts[item], lastYear[item]];
    if (amount === undefined && before === undefined && !(`amounts.${item}` in missing)) return [];
    return [{ item, amount, lastYear: before, change: percent(subtract(amount, before), before) }];
  });
}

/** The two rates that must never be mixed up, worked out by the product; then what the office states beside them. */
export function rateLines(content: SubmissionContent): RateLine[] {
  const rate = executionRate(content.amounts);
  const progress = spendingProgress(content);
  const computed: RateLine[] = [
    ...(rate === undefined ? [] : [{ item: 'execution_rate' as const, percent: rate, computed: true }]),
    ...(progress === undefined
      ? []
      : [
          {
            item: 'spending_progress' as const,
            percent: progress,
            computed: content.monthlyExecution.length > 0,
          },
        ]),
  ];
  const stated = rateItems.flatMap((item) => {
    const value = content.rates[item];
    const shown = computed.some((line) => line.item === item);
    return value === undefined || shown ? [] : [{ item, percent: value, computed: false }];
  });
  return [...computed, ...stated];
}

function inTreeOrder(framework: Framework, parent: string = totalCode): FrameworkNode[] {
  return childrenOf(framework, parent).flatMap((node) => [node, ...inTreeOrder(framework, node.code)]);
}
