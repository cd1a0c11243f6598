import { colours, fontFamily } from '#app/components/charts/colours.ts';
import { readableMark } from '#app/components/charts/readable-mark.ts';
import { shorten } from '#app/components/charts/series.ts';

export interface WaterfallRow {
  id: string;
  name: string;
  /** Where the row starts and ends; the same for the first and last row, which are states and not steps. */
  from: number;
  to: number;
  kind: 'state' | 'step';
  /** The step's size, or the state. */
  text: string;
  /** Better than before, worse, or neither. */
  tone: 'up' | 'down' | 'none';
  /** What a screen reader says of the row. */
  label: string;
}

interface WaterfallProps {
  rows: WaterfallRow[];
  /** Lower values are better and stand to the right: ranks. */
  reversed: boolean;
}

const width = 1040;
const names = 236;
const values = 112;
const row = 30;
const head = 8;
const foot = 26;
const size = 13;

/** From one year's figure to the next, one row a step; better is always to the right. Drawn on the server. */
export function Waterfall({ rows, reversed }: WaterfallProps) {
  const scale = scaleOf(rows, reversed);
  const bottom = head + rows.length * row;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it carries the name
    <svg
      viewBox={`0 0 ${width} ${bottom + foot}`}
      width={width}
      height={bottom + foot}
      fontFamily={fontFamily}
      className="waterfall"
    >
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={scale.x(tick)} x2={scale.x(tick)} y1={head} y2={bottom} stroke={colours.line} />
          <text x={scale.x(tick)} y={bottom + 17} fontSize={12} fill={colours.muted} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      {rows.map((each, index) => (
        <Row key={each.id} each={each} y={head + index * row} x={scale.x} last={index === rows.length - 1} />
      ))}
    </svg>
  );
}

interface RowProps {
  each: WaterfallRow;
  y: number;
  x: (value: number) => number;
  last: boolean;
}

function Row({ each, y, x, last }: RowProps) {
  const middle = y + row / 2;
  const weight = each.kind === 'state' ? 600 : 400;
  const [left, right] = [Math.min(x(each.from), x(each.to)), Math.max(x(each.from), x(each.to))];
  return (
    <g {...readableMark(each.label)}>
      <rect x={0} y={y} width={width} height={row} fill="transparent" />
      <text
        x={0}
        y={middle}
        dominantBaseline="central"
        fontSize={size}
        fontWeight={weight}
        fill={colours.ink}
      >
        {shorten(each.name, size, names - 12)}
      </text>
      {each.kind === 'state' ? (
        <circle cx={x(each.to)} cy={middle} r={6} fill={colours.ink} />
      ) : (
        <rect
          x={left - (left === right ? 1 : 0)}
          y={middle - 7}
          width={Math.max(2, right - left)}
          height={14}
          fill={each.tone === 'up' ? colours.accent : each.tone === 'down' ? colours.muted : colours.rest}
        />
      )}
      {last ? null : (
        <line
          x1={x(each.to)}
          x2={x(each.to)}
          y1={middle + 7}
          y2={middle + row - 7}
          stroke={colours.lineStrong}
          strokeDasharray="2 2"
        />
      )}
      <text
        x={width}
        y={middle}
        dominantBaseline="central"
        fontSize={size}
        fontWeight={weight}
        textAnchor="end"
        fill={each.tone === 'none' && each.kind === 'step' ? colours.muted : colours.ink}
      >
        {each.text}
      </text>
    </g>
  );
}

/** A linear scale over everything that is drawn, with a little room at both ends. */
function scaleOf(rows: readonly WaterfallRow[], reversed: boolean) {
  const all = rows.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const step = stepOf(high - low, reversed);
  const from = reversed ? Math.max(1, Math.floor(low - 1)) : Math.floor(low / step) * step;
  const to = reversed ? Math.ceil(high + 1) : Math.max(from + step, Math.ceil(high / step) * step);
  const room = width - names - values - 24;
  const x = (value: number) => {
    const share = (value - from) / (to - from);
    return names + 12 + (reversed ? 1 - share : share) * room;
  };
  const first = Math.ceil(from / step) * step;
  const ticks = Array.from({ length: Math.floor((to - first) / step + 0.0001) + 1 }, (_, index) =>
    Number((first + index * step).toFixed(2)),
  );
  return {
    x,
    ticks:
      reversed && !ticks.includes(from) ? [from, ...ticks.filter((tick) => tick - from > step / 2)] : ticks,
  };
}

/** About five ticks; ranks are whole. */
function stepOf(range: number, whole: boolean): number {
  const steps = whole ? [1, 2, 5, 10, 20, 50, 100] : [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];
  return steps.find((step) => range / step <= 6) ?? Math.ceil(range / 6);
}
