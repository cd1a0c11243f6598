import type { Axis } from '#app/components/charts/series.ts';

/** Distances of ticks in points; the smallest that needs at most `mostTicks` of them is taken. */
const steps = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];
const mostTicks = 6;

/** From a tick at or below the lowest score to full marks, or to the highest score where that is above. */
export function stripAxis(scores: readonly number[], full: number): Axis {
  const lowest = Math.min(full, ...scores);
  const to = Math.max(full, ...scores);
  const step = steps.find((each) => (to - lowest) / each <= mostTicks) ?? 100;
  // 9.4 ÷ 0.1 is to be 94, and a score of −0.01 is to stay below 0 whatever the step.
  const from = tidy(Math.floor(Math.round((lowest / step) * 1e6) / 1e6) * step);
  return { from: from < to ? from : tidy(to - step), to, step };
}

/** Ticks of the axis, its ends included; one that would touch an end is left out. */
export function stripTicks({ from, to, step }: Axis): number[] {
  const inside = Array.from({ length: Math.ceil((to - from) / step) }, (_, index) =>
    tidy(from + index * step),
  );
  return [...inside.filter((tick) => to - tick > step * 0.6), to];
}

/** Steps are no binary fractions: 9.4 + 0.2 is to be 9.6. */
function tidy(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** One office on a strip; `x` in pixels. */
export interface StripPoint {
  id: string;
  x: number;
}

/**
 * The level of every point above the axis, from 0, so that no two of one level are closer than `gap`: equal values
 * stand on each other. Points are placed from the left, equal ones in their order.
 */
export function stackPoints(points: readonly StripPoint[], gap: number): Map<string, number> {
  const rightmost: number[] = [];
  const levels = new Map<string, number>();
  for (const { id, x } of points.toSorted((a, b) => a.x - b.x)) {
    const free = rightmost.findIndex((last) => x - last >= gap);
    const level = free < 0 ? rightmost.length : free;
    rightmost[level] = x;
    levels.set(id, level);
  }
  return levels;
}
