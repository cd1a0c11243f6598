import { Link } from '@remix-run/react';
import { colours, fontFamily } from '#app/components/charts/colours.ts';
import { type LinePoint, linear, type ValueAxis } from '#app/components/charts/plot.ts';
import { shorten, textWidth } from '#app/components/charts/series.ts';
import { Dots, FrameworkMarks, Line, round, type Stroke } from './line.tsx';

export interface Panel {
  id: string;
  name: string;
  href: string;
  label: string;
  /** Exact figure of the last value that there is. */
  text: string;
  points: LinePoint[];
  /** Grey behind it: the district's median, or last year. */
  behind: LinePoint[];
  /** x at which the office's boundary changed. */
  marks: number[];
}

interface PanelsDrawingProps {
  panels: Panel[];
  /** x of the first and last place, the same in every panel. */
  span: [number, number];
  axis: ValueAxis;
  /** A line across every panel, with its words in the first. */
  reference?: { value: number; text: string };
  newFrameworks: number[];
  columns: number;
  /** Of one panel, in pixels. */
  height: number;
  /** Names of the first and last place. */
  ends: [string, string];
}

const width = 1200;
const axisWidth = 38;
const gap = 16;

/** One small chart an office, all on the same scales: shapes may be compared across them. */
export function PanelsDrawing(props: PanelsDrawingProps) {
  const { panels, columns, height: panelHeight } = props;
  const rows = Math.ceil(panels.length / columns);
  const each = (width - axisWidth - gap * (columns - 1)) / columns;
  const height = rows * panelHeight;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it carries the name
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontFamily={fontFamily}
      className="trend-drawing"
    >
      {panels.map((panel, index) => (
        <PanelDrawing
          key={panel.id}
          {...props}
          panel={panel}
          left={axisWidth + (index % columns) * (each + gap)}
          top={Math.floor(index / columns) * panelHeight}
          own={each}
          first={index % columns === 0}
        />
      ))}
    </svg>
  );
}

interface PanelDrawingProps extends PanelsDrawingProps {
  panel: Panel;
  left: number;
  top: number;
  own: number;
  first: boolean;
}

const grey: Stroke = { colour: colours.rest, width: 1.5 };
const blue: Stroke = { colour: colours.accent, width: 2 };

function PanelDrawing({ panel, left, top, own, first, ...shared }: PanelDrawingProps) {
  const { axis, span, reference, newFrameworks, ends, height } = shared;
  const [head, bottom] = [top + (reference ? 42 : 24), top + height - 22];
  const x = linear(span, [left + 6, left + own - 8]);
  const y = linear([axis.from, axis.to], [bottom, head]);
  return (
    <Link to={panel.href} aria-label={panel.label} className="chart-link" data-mark data-office={panel.id}>
      <rect x={left - 4} y={top} width={own + 8} height={height - 4} fill="transparent" />
      <text className="chart-name" x={left} y={top + 14} fontSize={12} fontWeight={600} fill={colours.ink}>
        {shorten(panel.name, 12, own - textWidth(panel.text, 12) - 8)}
      </text>
      <text x={left + own} y={top + 14} fontSize={12} fill={colours.ink} textAnchor="end">
        {panel.text}
      </text>
      {[axis.from, axis.to].map((tick) => (
        <g key={tick}>
          <line x1={left} x2={left + own} y1={y(tick)} y2={y(tick)} stroke={colours.line} />
          {first ? (
            <text
              x={left - 6}
              y={y(tick)}
              fontSize={11}
              fill={colours.muted}
              textAnchor="end"
              dominantBaseline="central"
            >
              {tick}
            </text>
          ) : null}
        </g>
      ))}
      {reference ? (
        <g>
          <line
            x1={left}
            x2={left + own}
            y1={round(y(reference.value))}
            y2={round(y(reference.value))}
            stroke={colours.ink}
            strokeDasharray="5 3"
          />
          {first ? (
            <text x={left + 2} y={round(y(reference.value)) - 5} fontSize={11} fill={colours.ink}>
              {reference.text}
            </text>
          ) : null}
        </g>
      ) : null}
      <FrameworkMarks years={newFrameworks} x={x} top={head} bottom={bottom} />
      <Line points={panel.behind} x={x} y={y} stroke={grey} />
      <Line points={panel.points} x={x} y={y} stroke={blue} />
      <Dots points={panel.points} x={x} y={y} fill={colours.accent} r={2.5} />
      {panel.marks.map((mark) => (
        <text key={mark} x={round(x(mark))} y={head - 1} fontSize={11} fill={colours.ink} textAnchor="middle">
          ◇
        </text>
      ))}
      {ends.map((end, index) => (
        <text
          key={end}
          x={index === 0 ? left : left + own}
          y={bottom + 13}
          fontSize={11}
          fill={colours.muted}
          textAnchor={index === 0 ? 'start' : 'end'}
        >
          {end}
        </text>
      ))}
    </Link>
  );
}
