import { axisOf, linear } from './plot.ts';

/** One axis of a drawing: values in, pixels out. */
export interface Scale {
  from: number;
  to: number;
  ticks: number[];
  log: boolean;
  /** Pixel of a value; `from` lies at the start of the range given. */
  at: (value: number) => number;
}

/** Largest ÷ smallest from which a logarithmic axis shows more than a linear one. */
const wideSpread = 10;

/** Whether values spread so far that small ones would lie in one heap; only positive values can. */
export function isWide(values: readonly number[]): boolean {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.length > 0 && low > 0 && high / low >= wideSpread;
}

/** A linear axis over round numbers around all values, about five steps wide. */
export function linearScale(values: readonly number[], start: number, end: number): Scale {
  const axis = axisOf(endsOf(values), { count: 5 });
  return { ...axis, log: false, at: linear([axis.from, axis.to], [start, end]) };
}

/** A logarithmic axis of positive values, ticks at 1, 2 and 5 times powers of ten. */
export function logScale(values: readonly number[], start: number, end: number): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const every = powersOfTen(low, high).flatMap((power) => [1, 2, 5].map((times) => times * power));
  const from = every.filter((tick) => tick <= low).at(-1) ?? low;
  const to = every.find((tick) => tick >= high) ?? high;
  const ticks = every.filter((tick) => tick >= from && tick <= to);
  const span = Math.log(to / from);
  return {
    from,
    to,
    ticks,
    log: true,
    at: (value) => start + (Math.log(value / from) / span) * (end - start),
  };
}

/** All values equal, or none: an axis still needs some width. */
function endsOf(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low < high) return [low, high];
  const room = Math.abs(low) > 0 ? Math.abs(low) * 0.05 : 1;
  return [low - room, high + room];
}

function powersOfTen(low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  return Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
}
