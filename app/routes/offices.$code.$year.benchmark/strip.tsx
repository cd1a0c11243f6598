import { colours } from '#app/components/charts/colours.ts';
import type { BenchmarkLine } from '#app/domain/benchmark.ts';

export interface StripDot {
  peer: number;
  /** For drawing only. */
  value: number;
  label: string;
}

const size = { width: 190, height: 20, edge: 7 };
const middle = size.height / 2;

/** Where the office stands among the others on one line, darker where several share a place; the figures stand in the tables. */
export function Strip({ line, dots }: { line: BenchmarkLine; dots: StripDot[] }) {
  const [own, median, best] = [line.own, line.median, line.best].map((value) =>
    value === undefined ? undefined : Number(value),
  );
  const stated = [own, median, best, ...dots.map(({ value }) => value)].filter(
    (value) => value !== undefined,
  );
  if (stated.length < 2 || (own === undefined && dots.length === 0)) return null;
  const x = scaleOf(stated);
  return (
    <svg
      className="strip"
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
    >
      <line x1={size.edge} x2={size.width - size.edge} y1={middle} y2={middle} stroke={colours.line} />
      {dots.map(({ peer, value, label }) => (
        <circle
          key={peer}
          data-office={peer}
          cx={x(value)}
          cy={middle}
          r={3}
          fill={colours.muted}
          fillOpacity={0.4}
        >
          <title>{label}</title>
        </circle>
      ))}
      {median === undefined ? null : (
        <line
          x1={x(median)}
          x2={x(median)}
          y1={2}
          y2={size.height - 2}
          stroke={colours.ink}
          strokeWidth={1.5}
        />
      )}
      {best === undefined || dots.length > 0 ? null : (
        <circle cx={x(best)} cy={middle} r={3.5} fill={colours.white} stroke={colours.muted} />
      )}
      {own === undefined ? null : <circle cx={x(own)} cy={middle} r={4.5} fill={colours.accent} />}
    </svg>
  );
}

/** From the lowest to the highest of what is drawn; equal values stand in the middle. */
function scaleOf(values: number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = size.width - 2 * size.edge;
  return (value) => {
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return Math.round((size.edge + share * room) * 10) / 10;
  };
}
