import { type Column, columnValue } from './columns.ts';
import { type Correlation, correlationOf, midRanks } from './correlation.ts';
import type { Framework, FrameworkNode } from './framework.ts';
import { nodeByCode } from './framework.ts';
import { compare, subtract } from './money.ts';
import { isCompared, isProvisional, type OfficeName, type OfficeYear } from './office-year.ts';
import { farFromMedian, type OutlierKind, outlierKindsOf } from './outliers.ts';
import { reasonOfStatus, type UnrankedReason } from './ranking.ts';
import { byName } from './ranking-order.ts';
import { computedNodes, computedScore } from './rules/explain.ts';
import type { ScoreMode } from './scoring.ts';
import { mean, median } from './statistics.ts';
import type { Decimal, MonthlyExecution } from './submission.ts';

/** One office by two figures, each in its column's own unit. */
export interface RelationPoint {
  office: OfficeName;
  x: Decimal;
  y: Decimal;
  /** Place by each figure, highest first, ties with the mean of their places. */
  rankX: number;
  rankY: number;
  provisional: boolean;
  outlier: OutlierKind[];
}

/** Two figures of all offices that state both, and who is left out and why. */
export interface Relation {
  x: Column;
  y: Column;
  /** By x, highest first, then by name. */
  points: RelationPoint[];
  left: { office: OfficeName; reason: UnrankedReason }[];
  medianX?: Decimal;
  medianY?: Decimal;
  correlation: Correlation;
}

/** Claimed (self) against reviewed total of one office, in points; `gap` is claimed − reviewed. */
export interface ClaimGap {
  office: OfficeName;
  self: Decimal;
  reviewed: Decimal;
  gap: Decimal;
  provisional: boolean;
  far?: 'high' | 'low';
}

export interface Claims {
  /** Largest gap first. */
  gaps: ClaimGap[];
  /** `figure_missing`: self or reviewed total is absent. */
  left: { office: OfficeName; reason: UnrankedReason }[];
  mean?: Decimal;
  median?: Decimal;
  /** How many claim more, less and the same as was reviewed. */
  over: number;
  under: number;
  same: number;
}

/** An indicator for which an office claims another score than its own figures give by a certain rule. */
export interface ComputedGap {
  office: OfficeName;
  node: FrameworkNode;
  self: Decimal;
  computed: Decimal;
  /** Claimed − computed, in points; above 0. */
  gap: Decimal;
  provisional: boolean;
}

/** Every compared office by two columns. */
export function relationOf(rows: OfficeYear[], x: Column, y: Column, mode: ScoreMode = 'counting'): Relation {
  const stated = rows
    .flatMap((row) => {
      const [atX, atY] = [columnValue(row, x, mode), columnValue(row, y, mode)];
      return atX === undefined || atY === undefined ? [] : [{ row, x: atX, y: atY }];
    })
    .sort((a, b) => compare(b.x, a.x) || byName(a.row.office, b.row.office));
  const there = new Set(stated.map(({ row }) => row.office.id));
  const [xs, ys] = [stated.map((each) => each.x), stated.map((each) => each.y)];
  const [rankX, rankY] = [midRanks(xs), midRanks(ys)];
  const outliers = outlierKindsOf(stated);
  return {
    x,
    y,
    points: stated.map(({ row, x: atX, y: atY }, index) => ({
      office: row.office,
      x: atX,
      y: atY,
      rankX: rankX[index] ?? 0,
      rankY: rankY[index] ?? 0,
      provisional: isProvisional(row),
      outlier: outliers[index] ?? [],
    })),
    left: leftOut(rows, there),
    medianX: median(xs),
    medianY: median(ys),
    correlation: correlationOf(stated),
  };
}

/** Total scores claimed and reviewed; only offices with both. */
export function claimsOf(rows: OfficeYear[]): Claims {
  const found = rows.filter(isCompared).flatMap((row) => {
    const { self, reviewed } = row.scores.total ?? {};
    const gap = subtract(self, reviewed);
    if (self === undefined || reviewed === undefined || gap === undefined) return [];
    return [{ office: row.office, self, reviewed, gap, provisional: isProvisional(row) }];
  });
  const far = farFromMedian(found.map(({ gap }) => gap));
  const values = found.map(({ gap }) => gap);
  const count = (sign: number) => values.filter((gap) => compare(gap, '0') === sign).length;
  return {
    gaps: found
      .map((each, index) => ({ ...each, far: far[index] }))
      .sort((a, b) => compare(b.gap, a.gap) || byName(a.office, b.office)),
    left: leftOut(rows, new Set(found.map(({ office }) => office.id))),
    mean: mean(values),
    median: median(values),
    over: count(1),
    under: count(-1),
    same: count(0),
  };
}

/** Claims above what the office's own figures give, largest gap first; `months` by office id. */
export function claimsAboveComputed(
  rows: OfficeYear[],
  framework: Framework,
  months: ReadonlyMap<string, MonthlyExecution[]>,
): ComputedGap[] {
  const computedHere = computedNodes(framework);
  return rows
    .filter(isCompared)
    .flatMap((row) =>
      computedHere.flatMap((code) => {
        const node = nodeByCode(framework, code);
        const self = row.scores[code]?.self;
        const figures = { ...row, monthlyExecution: months.get(row.office.id) ?? [] };
        const computed = computedScore(code, framework, figures);
        const gap = subtract(self, computed);
        if (!node || self === undefined || computed === undefined || gap === undefined) return [];
        if (compare(gap, '0') <= 0) return [];
        return [{ office: row.office, node, self, computed, gap, provisional: isProvisional(row) }];
      }),
    )
    .sort((a, b) => compare(b.gap, a.gap) || byName(a.office, b.office));
}

function leftOut(rows: OfficeYear[], there: ReadonlySet<string>): Relation['left'] {
  return rows
    .filter(({ office }) => !there.has(office.id))
    .map(({ office, status }) => ({
      office,
      reason: reasonOfStatus(status === 'not_filed' ? undefined : status) ?? ('figure_missing' as const),
    }))
    .sort((a, b) => byName(a.office, b.office));
}
