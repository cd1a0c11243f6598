import { compare } from './money.ts';
import type { Decimal } from './submission.ts';

/** Two figures of one office. */
export interface Pair {
  x: Decimal;
  y: Decimal;
}

/** Below this many offices a correlation is chance. */
export const fewestForCorrelation = 5;

export type Strength = 'strong' | 'moderate' | 'weak' | 'none';

/** How two figures go together over `n` offices. */
export type Correlation =
  | { kind: 'too_few'; n: number }
  /** One figure is the same for all. */
  | { kind: 'constant'; n: number }
  /** `rho` has two decimals. */
  | { kind: 'found'; n: number; rho: number; strength: Strength; way: 'same' | 'opposite' };

/** Spearman's rank correlation in words: from 0.7 strong, from 0.4 moderate, from 0.2 weak, below none. */
export function correlationOf(pairs: readonly Pair[]): Correlation {
  const n = pairs.length;
  if (n < fewestForCorrelation) return { kind: 'too_few', n };
  const rho = spearman(pairs);
  if (rho === undefined) return { kind: 'constant', n };
  // Judged as shown, so that 0.20 never stands beside “below 0.2”.
  const shown = Math.round(rho * 100) / 100;
  return { kind: 'found', n, rho: shown, strength: strengthOf(shown), way: shown < 0 ? 'opposite' : 'same' };
}

/** Spearman's ρ with mid-ranks for ties, from −1 to 1; undefined where one figure is the same for all. */
export function spearman(pairs: readonly Pair[]): number | undefined {
  const [x, y] = [midRanks(pairs.map((pair) => pair.x)), midRanks(pairs.map((pair) => pair.y))];
  const middle = (pairs.length + 1) / 2;
  const product = (a: number[], b: number[]) =>
    a.reduce((sum, rank, index) => sum + (rank - middle) * ((b[index] ?? middle) - middle), 0);
  const spread = product(x, x) * product(y, y);
  return spread === 0 ? undefined : product(x, y) / Math.sqrt(spread);
}

/** Rank of every value, highest first; equal values share the mean of their places (1, 2.5, 2.5, 4). */
export function midRanks(values: readonly Decimal[]): number[] {
  return values.map((value) => {
    const above = values.filter((other) => compare(other, value) > 0).length;
    const equal = values.filter((other) => compare(other, value) === 0).length;
    return above + (equal + 1) / 2;
  });
}

function strengthOf(rho: number): Strength {
  const size = Math.abs(rho);
  if (size >= 0.7) return 'strong';
  if (size >= 0.4) return 'moderate';
  return size >= 0.2 ? 'weak' : 'none';
}
