/** Where a value lies in a drawing, in its own pixels. */
export type PixelOf = (value: number) => number;

export interface LinePoint {
  x: number;
  /** Absent where there is no figure. */
  y?: number;
  /** Not to be read as one series with the point before. */
  broken?: boolean;
}

export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  broken: boolean;
}

export interface ValueAxis {
  from: number;
  to: number;
  ticks: number[];
}

/** The lines between neighbours that both have a figure and lie `step` apart: a gap stays a gap. */
export function segmentsOf(points: readonly LinePoint[], step = 1): Segment[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (!before || before.y === undefined || point.y === undefined || point.x - before.x !== step) return [];
    return [{ x1: before.x, y1: before.y, x2: point.x, y2: point.y, broken: point.broken === true }];
  });
}

export function linear([from, to]: [number, number], [start, end]: [number, number]): PixelOf {
  return (value) =>
    from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);
}

/** About `count` round ticks around all values; `zero` starts at nought, so that heights may be compared. */
export function axisOf(values: readonly number[], { count = 4, zero = false } = {}): ValueAxis {
  const low = zero ? 0 : Math.min(...values);
  const high = Math.max(...values);
  const step = roundStep((high - low || Math.abs(high) || 1) / count);
  const from = Math.floor(low / step) * step;
  const to = Math.max(from + step, Math.ceil(high / step) * step);
  const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) =>
    Number((from + index * step).toPrecision(12)),
  );
  return { from, to, ticks };
}

/** Heights for labels that want to stand at `wanted`, pushed apart until none overlaps; in the order given. */
export function spread(wanted: readonly number[], distance: number, bottom: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { y, index } of order) {
    last = Math.max(y, last + distance);
    placed[index] = last;
  }
  const over = last - bottom;
  return over > 0 ? spreadUp(placed, distance, bottom) : placed;
}

function spreadUp(placed: readonly number[], distance: number, bottom: number): number[] {
  const order = placed.map((y, index) => ({ y, index })).sort((a, b) => b.y - a.y);
  const moved: number[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const { y, index } of order) {
    next = Math.min(y, bottom, next - distance);
    moved[index] = next;
  }
  return moved;
}

/** 1, 2 or 5 times a power of ten, at least `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((each) => each * power >= step * 0.999) ?? 10;
  return factor * power;
}
