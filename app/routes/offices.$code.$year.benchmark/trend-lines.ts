import { type Axis, ticksOf } from '#app/components/charts/series.ts';
import type { TrendPoint, TrendYear } from '#app/usecases/office-trend.server.ts';

export const trendSeries = ['median', 'mean', 'own'] as const;
export type TrendName = (typeof trendSeries)[number];
export type TrendMeasure = 'score' | 'rate';

export const plot = { width: 540, height: 230, left: 36, right: 84, top: 26, bottom: 40 };

export interface Place {
  x: number;
  y: number;
}

/** Places of one line, broken where a year has no value. */
export interface TrendLine {
  name: TrendName;
  runs: Place[][];
  /** Baseline of its name at the right end; absent for a line without a value. */
  labelY?: number;
}

export interface TrendDrawing {
  axis: Axis;
  ticks: { value: number; y: number }[];
  lines: TrendLine[];
  /** `below`: the figure goes under its dot, where the mean lies above it. */
  years: { year: number; x: number; own?: Place; below: boolean; changedX?: number }[];
}

/** Where everything of one measure's chart goes; numbers are for drawing only. */
export function trendDrawing(trend: TrendYear[], measure: TrendMeasure): TrendDrawing {
  const points = trend.map((each) => each[measure]);
  const axis = axisOf(points);
  const x = (index: number) => between(plot.left + 12, plot.width - plot.right - 20, index, trend.length);
  const y = (value: number) =>
    round(plot.height - plot.bottom - ((value - axis.from) / (axis.to - axis.from)) * innerHeight);
  const place = (index: number, name: TrendName): Place | undefined => {
    const value = points[index]?.[name];
    return value === undefined ? undefined : { x: x(index), y: y(Number(value)) };
  };
  const lines = trendSeries.map((name) => ({ name, runs: runsOf(points.map((_, i) => place(i, name))) }));
  return {
    axis,
    ticks: ticksOf(axis).map((value) => ({ value, y: y(value) })),
    lines: withLabels(lines),
    years: trend.map(({ year, frameworkChanged }, index) => ({
      year,
      x: x(index),
      own: place(index, 'own'),
      below: (place(index, 'own')?.y ?? 0) > (place(index, 'mean')?.y ?? Number.POSITIVE_INFINITY),
      changedX: frameworkChanged ? round((x(index - 1) + x(index)) / 2) : undefined,
    })),
  };
}

const innerHeight = plot.height - plot.top - plot.bottom;
const labelHeight = 15;

/** Whole fives around all values, at least ten apart; full marks are the upper end unless a value lies above. */
function axisOf(points: TrendPoint[]): Axis {
  const values = points.flatMap((point) =>
    trendSeries.flatMap((name) => (point[name] === undefined ? [] : [Number(point[name])])),
  );
  const lowest = Math.floor(Math.min(100, ...values) / 5) * 5;
  const highest = Math.ceil(Math.max(...values, 0) / 5) * 5;
  const to = highest <= 100 ? Math.min(100, Math.max(highest, lowest + 10)) : highest;
  const from = Math.min(lowest, to - 10);
  return { from, to, step: Math.max(5, Math.ceil((to - from) / 25) * 5) };
}

function runsOf(places: (Place | undefined)[]): Place[][] {
  const runs: Place[][] = [[]];
  for (const place of places) {
    if (place) runs.at(-1)?.push(place);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** Names at the ends of the lines, from the top down, pushed apart where they would overprint. */
function withLabels(lines: TrendLine[]): TrendLine[] {
  let free = plot.top;
  const labels = lines
    .flatMap(({ name, runs }) => {
      const last = runs.at(-1)?.at(-1);
      return last ? [{ name, y: last.y }] : [];
    })
    .sort((a, b) => a.y - b.y)
    .map(({ name, y }) => {
      const labelY = Math.max(y + 4, free);
      free = labelY + labelHeight;
      return { name, labelY };
    });
  return lines.map((line) => ({ ...line, labelY: labels.find(({ name }) => name === line.name)?.labelY }));
}

function between(from: number, to: number, index: number, count: number): number {
  return count === 1 ? (from + to) / 2 : round(from + ((to - from) * index) / (count - 1));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
