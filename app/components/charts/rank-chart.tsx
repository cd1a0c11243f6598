import { Link } from '@remix-run/react';
import { useEffect } from 'react';
import { Bar, BarChart, type BarShapeProps, CartesianGrid, ReferenceLine, XAxis, YAxis } from 'recharts';
import { colours } from './colours.ts';
import {
  chartHeight,
  headHeight,
  type Mark,
  type Reference,
  referenceOffset,
  type Series,
  shorten,
  textWidth,
  ticksOf,
} from './series.ts';

const size = 13;
const widestName = 190;
/** The asterisk hangs to the right of the figure, so that decimals stay under each other. */
const starWidth = 8;

/** Offices in the order of their rank as bars or dots. Loaded when it comes into view: the library draws in a browser only. */
export function RankChart({ series, onReady }: { series: Series; onReady: () => void }) {
  useEffect(onReady, [onReady]);
  const { marks, references, axis, shape } = series;
  const names = Math.min(widestName, Math.max(...marks.map((mark) => textWidth(nameOf(mark), size)))) + 12;
  const values = Math.max(...marks.map((mark) => textWidth(mark.text, size))) + 12 + starWidth;
  return (
    <BarChart
      responsive
      layout="vertical"
      data={marks}
      accessibilityLayer={false}
      barCategoryGap={0}
      margin={{ top: headHeight(references), right: values, bottom: 0, left: names }}
      style={{ width: '100%', height: chartHeight(marks.length, references) }}
    >
      <CartesianGrid horizontal={false} stroke={colours.line} />
      <XAxis
        type="number"
        domain={[axis.from, axis.to]}
        ticks={ticksOf(axis)}
        interval="equidistantPreserveStart"
        tick={{ fontSize: 12, fill: colours.muted }}
        tickLine={false}
        axisLine={{ stroke: colours.lineStrong }}
      />
      <YAxis type="category" dataKey="id" interval={0} hide />
      <Bar
        dataKey="value"
        isAnimationActive={false}
        shape={(row: BarShapeProps) => <Row row={row} names={names} values={values} shape={shape} />}
      />
      {lowestFirst(references).map((reference, index) => (
        <ReferenceLine
          key={reference.id}
          x={reference.value}
          stroke={reference.id === 'target' ? colours.accent : colours.ink}
          strokeDasharray={dashes[reference.id]}
          label={(line) => <ReferenceWords line={line} reference={reference} index={index} />}
        />
      ))}
    </BarChart>
  );
}

/** With the words to the left of each line and higher values further up, no line crosses another's words. */
function lowestFirst(references: readonly Reference[]): Reference[] {
  return [...references].sort((a, b) => a.value - b.value);
}

/** Solid mean, dashed median, long-dashed target: told apart without colour, and by their words. */
const dashes: Record<string, string | undefined> = { median: '2 3', target: '7 3' };

interface RowProps {
  row: BarShapeProps;
  names: number;
  values: number;
  shape: Series['shape'];
}

/** One office: name, mark and exact figure, all of it the link to its report card. */
function Row({ row, names, values, shape }: RowProps) {
  const mark: Mark = row.payload;
  const { y, height, background } = row;
  const middle = y + height / 2;
  const left = background?.x ?? 0;
  const right = left + (background?.width ?? 0);
  const weight = mark.inQuestion ? 600 : 400;
  return (
    <Link to={mark.href} aria-label={mark.label} className="chart-link" data-mark data-office={mark.id}>
      <rect x={left - names} y={y} width={right - left + names + values} height={height} fill="transparent" />
      <text className="chart-name" x={left - 8} y={middle} {...text} textAnchor="end" fontWeight={weight}>
        {shorten(nameOf(mark), size, widestName)}
      </text>
      {shape === 'bar' ? <BarMark row={row} /> : <DotMark row={row} left={left} right={right} />}
      <text x={right + values - starWidth} y={middle} {...text} textAnchor="end" fontWeight={weight}>
        {mark.text}
      </text>
      {mark.provisional ? (
        <text x={right + values - starWidth} y={middle} {...text} fontWeight={weight}>
          *
        </text>
      ) : null}
    </Link>
  );
}

const text = { dominantBaseline: 'central', fontSize: size, fill: colours.ink } as const;

function BarMark({ row: { x, y, width, height, payload } }: { row: BarShapeProps }) {
  return <rect x={x} y={y + 5} width={Math.max(0, width)} height={height - 10} fill={fillOf(payload)} />;
}

function DotMark({ row, left, right }: { row: BarShapeProps; left: number; right: number }) {
  const middle = row.y + row.height / 2;
  return (
    <>
      <line x1={left} x2={right} y1={middle} y2={middle} stroke={colours.line} strokeDasharray="1 3" />
      <circle
        cx={row.x + row.width}
        cy={middle}
        r={row.payload.inQuestion ? 6 : 5}
        fill={fillOf(row.payload)}
      />
    </>
  );
}

interface WordsProps {
  line: { viewBox?: { x?: number; y?: number } };
  reference: Reference;
  index: number;
}

function ReferenceWords({ line, reference, index }: WordsProps) {
  const x = line.viewBox?.x ?? 0;
  const y = line.viewBox?.y ?? 0;
  const base = y - referenceOffset(index);
  const fill = reference.id === 'target' ? colours.accent : colours.ink;
  return (
    <g>
      <line x1={x} x2={x} y1={y} y2={base - 4} stroke={colours.lineStrong} strokeWidth={1} />
      <text x={x - 5} y={base} dominantBaseline="central" fontSize={12} fill={fill} textAnchor="end">
        {reference.text}
      </text>
    </g>
  );
}

function fillOf(mark: Mark): string {
  return mark.inQuestion ? colours.accent : colours.rest;
}

function nameOf(mark: Mark): string {
  return `${mark.rank} ${mark.name}`;
}
