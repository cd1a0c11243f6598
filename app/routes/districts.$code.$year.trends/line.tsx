import { colours } from '#app/components/charts/colours.ts';
import { type LinePoint, type PixelOf, segmentsOf } from '#app/components/charts/plot.ts';

/** How a line is told apart: by colour and by dashes. */
export interface Stroke {
  colour: string;
  dash?: string;
  width: number;
}

/** Five lines that differ without colour too. */
export const strokes: Stroke[] = [
  { colour: colours.accent, width: 2.5 },
  { colour: colours.ink, width: 2.5 },
  { colour: colours.accent, dash: '7 4', width: 2.5 },
  { colour: colours.ink, dash: '7 4', width: 2.5 },
  { colour: colours.muted, dash: '2 3', width: 2.5 },
];

interface LineProps {
  points: readonly LinePoint[];
  x: PixelOf;
  y: PixelOf;
  stroke: Stroke;
}

/** Points joined where they follow each other; across a break by thin dots, which belong to no line. */
export function Line({ points, x, y, stroke }: LineProps) {
  return segmentsOf(points).map((segment) => (
    <line
      key={segment.x1}
      x1={round(x(segment.x1))}
      y1={round(y(segment.y1))}
      x2={round(x(segment.x2))}
      y2={round(y(segment.y2))}
      stroke={stroke.colour}
      strokeWidth={segment.broken ? 1 : stroke.width}
      strokeDasharray={segment.broken ? '1 5' : stroke.dash}
    />
  ));
}

/** Points without a neighbour would be invisible; all are marked. */
export function Dots({ points, x, y, fill, r }: Omit<LineProps, 'stroke'> & { fill: string; r: number }) {
  return points.map((point) =>
    point.y === undefined ? null : (
      <circle key={point.x} cx={round(x(point.x))} cy={round(y(point.y))} r={r} fill={fill} />
    ),
  );
}

/** Where the framework changed: an upright between the years. */
export function FrameworkMarks({ years, x, top, bottom, text }: FrameworkMarksProps) {
  return years.map((year) => (
    <g key={year}>
      <line
        x1={round(x(year - 0.5))}
        x2={round(x(year - 0.5))}
        y1={top}
        y2={bottom}
        stroke={colours.ink}
        strokeDasharray="5 3"
      />
      {text ? (
        <text x={round(x(year - 0.5)) + 4} y={top + 9} fontSize={11} fill={colours.ink}>
          {text}
        </text>
      ) : null}
    </g>
  ));
}

interface FrameworkMarksProps {
  years: readonly number[];
  x: PixelOf;
  top: number;
  bottom: number;
  text?: string;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
