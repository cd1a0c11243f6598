import { childrenOf, type Framework, isSameTree, totalCode, weightOf } from './framework.ts';
import { compare, multiply, round, subtract, sum, toBig } from './money.ts';
import type { Decimal } from './submission.ts';

/** One office's points in one state of the comparison. */
export interface Points {
  total: Decimal;
  /** By code of the dimension; a dimension without a score is absent. */
  dimensions: Partial<Record<string, Decimal>>;
}

/** What can be said of a change of framework: none, a step of its own, or not to be told apart from the own change. */
export type FrameworkChange = 'none' | 'restated' | 'merged';

/** Two frameworks with the same dimensions can be restated into each other; otherwise the dimensions have no counterpart. */
export function frameworkChange(before: Framework, now: Framework): FrameworkChange {
  if (isSameTree(before, now) && compare(before.totalWeight, now.totalWeight) === 0) return 'none';
  return haveSameParts(before, now, totalCode) ? 'restated' : 'merged';
}

/** Points as stated: the total and every dimension. */
export function pointsOf(
  framework: Framework,
  scores: Readonly<Record<string, Decimal>>,
): Points | undefined {
  const { total } = scores;
  if (total === undefined) return undefined;
  const dimensions = childrenOf(framework, totalCode).map(({ code }) => [code, scores[code]] as const);
  return { total, dimensions: Object.fromEntries(dimensions.filter(([, score]) => score !== undefined)) };
}

/**
 * Scores under `before` restated with the weights of `now`: each keeps its share of full marks. It is done at the finest
 * level that both frameworks have in common and that is scored throughout; what a stated score differs from its parts is
 * restated with the node's own weight. Half-up to two decimals. Undefined without a total.
 */
export function restatedPoints(
  before: Framework,
  now: Framework,
  scores: Readonly<Record<string, Decimal>>,
): Points | undefined {
  const restate = (code: string): Decimal | undefined => {
    const own = scores[code];
    const parts = partsScored(before, now, scores, code);
    const rest = parts.length === 0 ? own : subtract(own, sum(parts.map((part) => scores[part])));
    return sum([...parts.map(restate), scaled(rest, weightOf(before, code), weightOf(now, code))]);
  };
  const total = restate(totalCode);
  if (total === undefined) return undefined;
  const dimensions = childrenOf(before, totalCode).flatMap(({ code }) => {
    const value = restate(code);
    return value === undefined ? [] : [[code, toPoints(value)]];
  });
  return { total: toPoints(total), dimensions: Object.fromEntries(dimensions) };
}

/** Twice, because thirds that add up to half a hundredth must be rounded up like the half itself. */
function toPoints(value: Decimal): Decimal {
  return round(round(value, 12), 2);
}

function partsScored(
  before: Framework,
  now: Framework,
  scores: Readonly<Record<string, Decimal>>,
  code: string,
): string[] {
  const parts = childrenOf(before, code).map((part) => part.code);
  const usable = haveSameParts(before, now, code) && parts.every((part) => scores[part] !== undefined);
  // A part that weighed nothing has no share of full marks to keep.
  return usable && parts.every((part) => isPositive(weightOf(before, part))) ? parts : [];
}

function haveSameParts(a: Framework, b: Framework, code: string): boolean {
  const codes = (framework: Framework) =>
    childrenOf(framework, code)
      .map((part) => part.code)
      .sort()
      .join();
  return codes(a) === codes(b);
}

function scaled(
  score: Decimal | undefined,
  from: Decimal | undefined,
  to: Decimal | undefined,
): Decimal | undefined {
  if (score === undefined || to === undefined) return undefined;
  if (!isPositive(from) || from === undefined) return score;
  const product = multiply(score, to);
  return product === undefined ? undefined : toBig(product).div(from).round(20).toFixed();
}

function isPositive(weight: Decimal | undefined): boolean {
  return weight !== undefined && compare(weight, '0') > 0;
}
