/** A rectangle of a drawing, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WantedLabel {
  /** The dot that it names. */
  x: number;
  y: number;
  width: number;
}

export interface PlacedLabel extends Box {
  /** Too far from its dot to be understood without a line to it. */
  leader: boolean;
}

export const labelHeight = 16;
const near = 8;
const distances = [near, 20, 34, 52];
const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;

/**
 * A place for each label, right of its dot where that is free, else around it and further away; never over another label,
 * an obstacle or the edge. Undefined where there is no such place.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  obstacles: readonly Box[],
  bounds: Box,
): (PlacedLabel | undefined)[] {
  const taken = [...obstacles];
  return wanted.map((label) => {
    const place = candidates(label).find(
      (box) => isInside(box, bounds) && !taken.some((other) => overlaps(box, other)),
    );
    if (place) taken.push(place);
    return place;
  });
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The square around a dot, an obstacle to labels. */
export function boxOfDot(x: number, y: number, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** The lane of each dot in a row of dots with their names to the right, so that no name runs into the next dot. */
export function lanesOf(dots: readonly { x: number; width: number }[]): number[] {
  const ends: number[] = [];
  const lanes = dots.map(() => 0);
  const byX = dots.map((dot, index) => ({ ...dot, index })).sort((a, b) => a.x - b.x || a.index - b.index);
  for (const { x, width, index } of byX) {
    const free = ends.findIndex((end) => end < x);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = x + width;
    lanes[index] = lane;
  }
  return lanes;
}

function candidates({ x, y, width }: WantedLabel): PlacedLabel[] {
  return distances.flatMap((distance) =>
    directions.map(([right, down]) => ({
      x: x + right * distance - (right < 0 ? width : right === 0 ? width / 2 : 0),
      y: y + down * (distance + labelHeight / 2 - 2) - labelHeight / 2,
      width,
      height: labelHeight,
      leader: distance > near,
    })),
  );
}

function isInside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}
