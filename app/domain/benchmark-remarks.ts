import { type BenchmarkLine, isBehind } from './benchmark.ts';
import { compare, toBig } from './money.ts';

export interface Remarks {
  /** Furthest above the median for how far the offices lie apart, at most three. */
  strengths: BenchmarkLine[];
  weaknesses: BenchmarkLine[];
}

const most = 3;

/**
 * What stands out. Only figures of which more is better are judged: scores, execution rate, spending progress and the
 * share for small firms; an amount says how large an office is. Of a node and its parts one is named, and the total not.
 */
export function remarksOf(lines: BenchmarkLine[]): Remarks {
  const judged = lines.filter(isJudged);
  const outstanding = judged
    .map((line) => ({ line, distance: distanceOf(line) }))
    .filter(({ distance }) => distance !== undefined)
    .sort((a, b) => compare(b.distance, a.distance) || depthOf(b.line) - depthOf(a.line))
    .map(({ line }) => line);
  return {
    strengths: withoutKin(outstanding.filter((line) => isBehind(line) === false)),
    weaknesses: withoutKin(outstanding.filter(isBehind)),
  };
}

const judgedRates = ['execution_rate', 'rate:spending_progress', 'rate:sme_share'];

function isJudged({ column }: BenchmarkLine): boolean {
  return column.id.startsWith('score:') || judgedRates.includes(column.id);
}

/** |own − median| in mean distances from the median; undefined at the median itself. */
function distanceOf({ toMedian, spread }: BenchmarkLine): string | undefined {
  if (toMedian === undefined || spread === undefined) return undefined;
  if (compare(toMedian, '0') === 0 || compare(spread, '0') === 0) return undefined;
  return toBig(toMedian).abs().div(spread).toFixed(6);
}

function withoutKin(lines: BenchmarkLine[]): BenchmarkLine[] {
  const chosen: BenchmarkLine[] = [];
  for (const line of lines) {
    if (chosen.length < most && !chosen.some((other) => isKin(line, other))) chosen.push(line);
  }
  return chosen;
}

/** Codes of parts begin with the code of the whole. */
function isKin({ column: a }: BenchmarkLine, { column: b }: BenchmarkLine): boolean {
  return a.id.startsWith(`${b.id}.`) || b.id.startsWith(`${a.id}.`);
}

function depthOf({ column }: BenchmarkLine): number {
  return column.id.split('.').length;
}
