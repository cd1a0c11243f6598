import { Link } from '@remix-run/react';
import { colours, fontFamily } from '#app/components/charts/colours.ts';
import { type LinePoint, linear, type PixelOf, spread } from '#app/components/charts/plot.ts';
import { shorten } from '#app/components/charts/series.ts';
import type { OfficeLine } from '#app/domain/trends.ts';
import { Dots, FrameworkMarks, Line, round, type Stroke, strokes } from './line.tsx';

export interface ChosenLine {
  line: OfficeLine;
  href: string;
  /** What a screen reader says of the line. */
  label: string;
  /** Direct labels at both ends; absent where the office was not ranked that year. */
  start?: string;
  end?: string;
  /** By year: the boundary change that takes effect. */
  marks: { year: number; text: string }[];
}

interface RanksDrawingProps {
  years: number[];
  chosen: ChosenLine[];
  /** All other offices with the name to show under the pointer. */
  others: { line: OfficeLine; name: string }[];
  newFrameworks: number[];
  frameworkText: string;
}

const width = 1200;
const side = 196;
const head = 26;
const foot = 26;

/** Every office's rank over the years, first on top; the chosen ones in colour with their names at both ends. */
export function RanksDrawing({ years, chosen, others, newFrameworks, frameworkText }: RanksDrawingProps) {
  const lines = [...chosen.map(({ line }) => line), ...others.map(({ line }) => line)];
  const worst = Math.max(1, ...lines.flatMap(({ points }) => points.flatMap(({ rank }) => rank ?? [])));
  const step = Math.max(4, Math.min(20, 700 / worst));
  const bottom = head + 10 + worst * step;
  const x = linear([years[0] ?? 0, years.at(-1) ?? 0], [side + 20, width - side - 20]);
  const y = linear([1, Math.max(2, worst)], [head + 14, head + 14 + (Math.max(2, worst) - 1) * step]);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it carries the name
    <svg
      viewBox={`0 0 ${width} ${round(bottom + foot)}`}
      width={width}
      height={round(bottom + foot)}
      fontFamily={fontFamily}
      className="trend-drawing"
    >
      {years.map((year) => (
        <g key={year}>
          <line x1={x(year)} x2={x(year)} y1={head} y2={bottom} stroke={colours.line} />
          <text x={x(year)} y={14} fontSize={12} fill={colours.muted} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      <FrameworkMarks years={newFrameworks} x={x} top={head} bottom={bottom} text={frameworkText} />
      {others.map(({ line, name }) => (
        <g key={line.office.id} data-office={line.office.id}>
          <title>{name}</title>
          <Line points={ranksOf(line)} x={x} y={y} stroke={rest} />
          <Dots points={ranksOf(line)} x={x} y={y} fill={colours.rest} r={2} />
        </g>
      ))}
      <ChosenLines chosen={chosen} x={x} y={y} bottom={bottom} />
    </svg>
  );
}

const rest: Stroke = { colour: colours.rest, width: 1.2 };

interface ChosenLinesProps {
  chosen: ChosenLine[];
  x: PixelOf;
  y: PixelOf;
  bottom: number;
}

function ChosenLines({ chosen, x, y, bottom }: ChosenLinesProps) {
  const heights = (at: 'start' | 'end') => {
    const wanted = chosen.map(({ line }) => {
      const ranks = line.points.flatMap(({ rank }) => rank ?? []);
      return y((at === 'start' ? ranks[0] : ranks.at(-1)) ?? 1);
    });
    return spread(wanted, 17, bottom);
  };
  const [starts, ends] = [heights('start'), heights('end')];
  return chosen.map((each, index) => {
    const stroke = strokes[index % strokes.length] ?? rest;
    const points = ranksOf(each.line);
    return (
      <Link
        key={each.line.office.id}
        to={each.href}
        aria-label={each.label}
        className="chart-link"
        data-mark
        data-office={each.line.office.id}
      >
        <Line points={points} x={x} y={y} stroke={stroke} />
        <Dots points={points} x={x} y={y} fill={stroke.colour} r={9} />
        {points.map((point) =>
          point.y === undefined ? null : (
            <text
              key={point.x}
              x={round(x(point.x))}
              y={round(y(point.y))}
              fontSize={11}
              fill={colours.white}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {point.y}
            </text>
          ),
        )}
        {each.marks.map(({ year, text }) => {
          const rank = points.find((point) => point.x === year)?.y;
          return rank === undefined ? null : (
            <text
              key={year}
              x={round(x(year)) + (x(year) > width - side - 60 ? -14 : 14)}
              y={round(y(rank)) - 9}
              fontSize={11}
              fill={colours.ink}
              textAnchor={x(year) > width - side - 60 ? 'end' : 'start'}
            >
              {text}
            </text>
          );
        })}
        <EndLabel text={each.start} x={side} y={starts[index] ?? 0} anchor="end" colour={stroke.colour} />
        <EndLabel
          text={each.end}
          x={width - side}
          y={ends[index] ?? 0}
          anchor="start"
          colour={stroke.colour}
        />
      </Link>
    );
  });
}

interface EndLabelProps {
  text?: string;
  x: number;
  y: number;
  anchor: 'start' | 'end';
  colour: string;
}

function EndLabel({ text, x, y, anchor, colour }: EndLabelProps) {
  if (text === undefined) return null;
  return (
    <text
      className="chart-name"
      x={x}
      y={round(y)}
      fontSize={13}
      fontWeight={600}
      fill={colour}
      textAnchor={anchor}
      dominantBaseline="central"
    >
      {shorten(text, 13, side - 4)}
    </text>
  );
}

function ranksOf({ points }: OfficeLine): LinePoint[] {
  return points.map(({ year, rank, broken }) => ({ x: year, y: rank, broken }));
}
