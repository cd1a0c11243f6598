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
