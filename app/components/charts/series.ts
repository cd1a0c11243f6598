/** One office as a chart draws it. `value` is for drawing only; `text` is the exact figure. */
export interface Mark {
  id: string;
  rank: number;
  name: string;
  href: string;
  value: number;
  text: string;
  /** What a screen reader says of the row. */
  label: string;
  provisional: boolean;
  /** Drawn in the accent colour; all others are grey. */
  inQuestion: boolean;
}

/** A labelled line across the chart: mean, median, target. */
export interface Reference {
  id: string;
  value: number;
  text: string;
}

export interface Axis {
  from: number;
  to: number;
  step: number;
}

/** Everything a chart of sorted offices draws; bars only on an axis that starts at zero. */
export interface Series {
  marks: Mark[];
  references: Reference[];
  axis: Axis;
  shape: 'bar' | 'dot';
}

/** From zero to at least 100 %: lengths of bars may be compared. */
export function rateAxis(values: readonly number[]): Axis {
  const step = 20;
  return { from: 0, to: Math.max(100, Math.ceil(Math.max(0, ...values) / step) * step), step };
}

/** From a multiple of five below every score to full marks: for positions, not for lengths. */
export function scoreAxis(values: readonly number[], full: number): Axis {
  const lowest = Math.min(full, ...values);
  const from = Math.max(0, Math.ceil(lowest / 5) * 5 - 5);
  const to = Math.max(full, Math.ceil(Math.max(0, ...values)));
  return { from, to, step: steps.find(([range]) => to - from <= range)?.[1] ?? 20 };
}

/** Widest range of scores and the step between its ticks. */
const steps = [
  [5, 1],
  [10, 2],
  [40, 5],
] as const;

export function ticksOf({ from, to, step }: Axis): number[] {
  const first = Math.ceil(from / step) * step;
  const inside = Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
  return [...new Set([from, ...inside, to])];
}

/** Share of the axis that lies left of a value, in percent, for bars that are drawn in HTML. */
export function shareOf({ from, to }: Axis, value: number): number {
  const share = ((value - from) / (to - from)) * 100;
  return Math.round(Math.min(100, Math.max(0, share)) * 10) / 10;
}

export const rowHeight = 25;
const referenceHeight = 16;
const axisHeight = 30;

/** Known before the chart is drawn, so that its space can be kept. */
export function chartHeight(marks: number, references: readonly Reference[]): number {
  return marks * rowHeight + headHeight(references) + axisHeight;
}

/** Each reference line has a line of its own for its words, so that close values never overprint. */
export function headHeight(references: readonly Reference[]): number {
  return references.length * referenceHeight + 8;
}

/** Baseline of the words of one reference line above the plot's upper edge, in pixels. */
export function referenceOffset(index: number): number {
  return index * referenceHeight + 8;
}

/** Rough width in pixels: a Chinese character is as wide as the type is high, others take a little over half. */
export function textWidth(text: string, size: number): number {
  const units = [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56), 0);
  return Math.ceil(units * size);
}

/** Cuts a name that would push the chart aside. */
export function shorten(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let cut = text;
  while (cut && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
