import { Link } from '@remix-run/react';
import { colours, fontFamily } from '#app/components/charts/colours.ts';
import { axisOf, type LinePoint, linear, spread } from '#app/components/charts/plot.ts';
import type { Maybe } from '#app/domain/money.ts';
import { Dots, FrameworkMarks, Line, round, type Stroke } from './line.tsx';

export interface SmallSeries {
  name: string;
  values: Maybe[];
  stroke: Stroke;
  /** Exact figure of the last value. */
  text: string;
}

export interface SmallChart {
  title: string;
  series: SmallSeries[];
  /** Heights start at nought. */
  zero: boolean;
  /** Years before which the framework changed; only where the figures depend on it. */
  newFrameworks: number[];
}

interface DistrictDrawingProps {
  years: number[];
  charts: SmallChart[];
  /** What a screen reader says of a year, and where it leads. */
  marks: { year: number; label: string; href: string }[];
  frameworkText: string;
}

const width = 1200;
const height = 250;
const gap = 24;
const head = 26;
const foot = 24;
const left = 52;
const right = 92;

/** Three small charts beside each other over the same years; every year is a link to its overview. */
export function DistrictDrawing({ years, charts, marks, frameworkText }: DistrictDrawingProps) {
  const each = (width - gap * (charts.length - 1)) / charts.length;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it carries the name
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontFamily={fontFamily}
      className="trend-drawing"
    >
      {charts.map((chart, index) => (
        <Chart
          key={chart.title}
          chart={chart}
          years={years}
          start={index * (each + gap)}
          width={each}
          frameworkText={frameworkText}
        />
      ))}
      {marks.map((mark) => (
        <YearMark key={mark.year} mark={mark} years={years} each={each} count={charts.length} />
      ))}
    </svg>
  );
}

interface ChartProps {
  chart: SmallChart;
  years: number[];
  start: number;
  width: number;
  frameworkText: string;
}

function Chart({ chart, years, start, width: own, frameworkText }: ChartProps) {
  const numbers = chart.series.flatMap(({ values }) =>
    values.flatMap((value) => (value === undefined || value === null ? [] : [Number(value)])),
  );
  const axis = axisOf(numbers.length > 0 ? numbers : [0, 1], { zero: chart.zero });
  const x = yearScale(years, start, own);
  const y = linear([axis.from, axis.to], [height - foot, head + 8]);
  const ends = chart.series.map(({ values }) =>
    y(Number(values.findLast((value) => value != null) ?? axis.from)),
  );
  const labels = spread(ends, 15, height - foot);
  return (
    <g>
      <text x={start} y={13} fontSize={13} fontWeight={600} fill={colours.ink}>
        {chart.title}
      </text>
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line x1={start + left} x2={start + own - right} y1={y(tick)} y2={y(tick)} stroke={colours.line} />
          <text
            x={start + left - 6}
            y={y(tick)}
            dominantBaseline="central"
            fontSize={11}
            fill={colours.muted}
            textAnchor="end"
          >
            {tick.toLocaleString('en')}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <text
          key={year}
          x={round(x(year))}
          y={height - 7}
          fontSize={11}
          fill={colours.muted}
          textAnchor="middle"
        >
          {year}
        </text>
      ))}
      <FrameworkMarks
        years={chart.newFrameworks}
        x={x}
        top={head}
        bottom={height - foot}
        text={frameworkText}
      />
      {chart.series.map((series, index) => {
        const points: LinePoint[] = years.map((year, at) => ({
          x: year,
          y: series.values[at] == null ? undefined : Number(series.values[at]),
          broken: chart.newFrameworks.includes(year),
        }));
        return (
          <g key={series.name}>
            <Line points={points} x={x} y={y} stroke={series.stroke} />
            <Dots points={points} x={x} y={y} fill={series.stroke.colour} r={3} />
            <text
              x={start + own - right + 10}
              y={round(labels[index] ?? 0)}
              dominantBaseline="central"
              fontSize={12}
              fill={series.stroke.colour === colours.rest ? colours.muted : series.stroke.colour}
            >
              {`${series.name} ${series.text}`}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface YearMarkProps {
  mark: DistrictDrawingProps['marks'][number];
  years: number[];
  each: number;
  count: number;
}

/** One year in all charts: a strip to point at, and the link to that year. */
function YearMark({ mark, years, each, count }: YearMarkProps) {
  const strip = stripWidth(years, each);
  return (
    <Link to={mark.href} aria-label={mark.label} data-mark className="chart-link">
      {Array.from({ length: count }, (_, index) => index * (each + gap)).map((start) => (
        <rect
          key={start}
          x={round(yearScale(years, start, each)(mark.year) - strip / 2)}
          y={head}
          width={round(strip)}
          height={height - head}
          fill="transparent"
        />
      ))}
    </Link>
  );
}

function yearScale(years: number[], start: number, own: number) {
  const span: [number, number] = [years[0] ?? 0, years.at(-1) ?? 0];
  return linear(span, [start + left + 12, start + own - right - 8]);
}

function stripWidth(years: number[], own: number): number {
  const span = (years.at(-1) ?? 0) - (years[0] ?? 0);
  return Math.min(40, (own - left - right - 20) / Math.max(1, span));
}
