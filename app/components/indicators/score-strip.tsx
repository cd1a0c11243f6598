import { Link } from '@remix-run/react';
import { colours } from '#app/components/charts/colours.ts';
import { type Axis, textWidth } from '#app/components/charts/series.ts';
import { stackPoints, stripTicks } from './strip-layout.ts';

/** One office as the strip draws it; `value` is for drawing only. */
export interface StripMark {
  id: string;
  value: number;
  href: string;
  /** What a screen reader says, and the pointer shows. */
  label: string;
  /** Written beside the dot, which then is in the accent colour. */
  name?: string;
  provisional: boolean;
}

export interface StripReference {
  id: 'mean' | 'median';
  value: number;
  text: string;
}

interface StripProps {
  marks: StripMark[];
  references: StripReference[];
  axis: Axis;
}

const width = 620;
const side = 16;
const line = 17;
const radius = 5;
/** Dots of one value stand on each other up to this height, closer where they are many. */
const mostHeight = 190;

/** Every office's score as a dot on one axis, equal scores on each other, with mean, median and the names that count. */
export function ScoreStrip({ marks, references, axis }: StripProps) {
  const x = (value: number) =>
    round(side + ((value - axis.from) / (axis.to - axis.from)) * (width - 2 * side));
  const levels = stackPoints(
    marks.map((mark) => ({ id: mark.id, x: x(mark.value) })),
    2 * radius + 1,
  );
  const highest = Math.max(0, ...levels.values());
  const pitch = Math.min(2 * radius + 1, mostHeight / (highest + 1));
  const named = marks.filter((mark) => mark.name).sort((a, b) => a.value - b.value);
  const top = (references.length + named.length) * line + 6;
  const floor = round(top + (highest + 1) * pitch + 6);
  const y = (mark: StripMark) => round(floor - 4 - radius - (levels.get(mark.id) ?? 0) * pitch);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it is named, and a title would show as a tip everywhere
    <svg width={width} height={floor + 26} viewBox={`0 0 ${width} ${floor + 26}`} fontSize="12">
      {stripTicks(axis).map((tick) => (
        <g key={tick} fill={colours.muted}>
          <line x1={x(tick)} x2={x(tick)} y1={floor} y2={floor + 4} stroke={colours.lineStrong} />
          <text x={x(tick)} y={floor + 18} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      <line x1={side} x2={width - side} y1={floor} y2={floor} stroke={colours.lineStrong} />
      {references.map(({ id, value }, index) => (
        <line
          key={id}
          x1={x(value)}
          x2={x(value)}
          y1={index * line + 4}
          y2={floor}
          stroke={colours.ink}
          strokeDasharray={id === 'median' ? '2 3' : undefined}
        />
      ))}
      {named.map((mark, index) => (
        <line
          key={mark.id}
          x1={x(mark.value)}
          x2={x(mark.value)}
          y1={(references.length + index) * line + 8}
          y2={y(mark)}
          stroke={colours.accent}
          strokeWidth="0.75"
          data-office={mark.id}
        />
      ))}
      {references.map(({ id, value, text }, index) => (
        <Words key={id} x={x(value)} y={(index + 1) * line - 4} text={text} fill={colours.ink} />
      ))}
      {named.map((mark, index) => (
        <g key={mark.id} data-office={mark.id}>
          <Words
            x={x(mark.value)}
            y={(references.length + index + 1) * line - 2}
            text={mark.name ?? ''}
            fill={colours.accent}
          />
        </g>
      ))}
      {marks.map((mark) => (
        <Link
          key={mark.id}
          to={mark.href}
          className="strip-dot"
          aria-label={mark.label}
          data-mark
          data-office={mark.id}
        >
          <title>{mark.label}</title>
          <circle
            cx={x(mark.value)}
            cy={y(mark)}
            r={radius}
            fill={mark.provisional ? colours.white : tone(mark)}
            stroke={tone(mark)}
            strokeWidth="1.5"
          />
        </Link>
      ))}
    </svg>
  );
}

/** Beside a line, on the side where there is room, and readable over whatever crosses it. */
function Words({ x, y, text, fill }: { x: number; y: number; text: string; fill: string }) {
  const fits = x + 6 + textWidth(text, 12) <= width;
  return (
    <text
      x={fits ? x + 5 : x - 5}
      y={y}
      textAnchor={fits ? 'start' : 'end'}
      fill={fill}
      stroke={colours.white}
      strokeWidth="3"
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}

function tone({ name }: StripMark): string {
  return name ? colours.accent : colours.lineStrong;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
