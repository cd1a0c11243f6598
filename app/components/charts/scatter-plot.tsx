import { Link } from '@remix-run/react';
import { colours, fontFamily } from './colours.ts';
import {
  type Box,
  boxOfDot,
  labelHeight,
  overlaps,
  type PlacedLabel,
  placeLabels,
} from './label-placement.ts';
import { isWide, linearScale, logScale, type Scale } from './plot-scale.ts';
import { shorten, textWidth } from './series.ts';

/** One office in a scatter plot. Numbers are for drawing only; `label` says the exact figures. */
export interface ScatterMark {
  id: string;
  name: string;
  href: string;
  label: string;
  x: number;
  y: number;
  provisional: boolean;
  /** Drawn in the accent colour, with its name. */
  named: boolean;
}

export interface Scatter {
  marks: ScatterMark[];
  x: ScatterAxis;
  y: ScatterAxis;
  /** Names of the quarters, from the upper left clockwise; only with both medians. */
  quarters?: [string, string, string, string];
  /** Both axes alike, with the line on which both figures are the same. */
  diagonal?: boolean;
}

export interface ScatterAxis {
  title: string;
  median?: { value: number; text: string };
  /** Logarithmic where the values spread widely. */
  mayBeLog?: boolean;
  show: (value: number) => string;
}

const size = { width: 640, height: 420 };
const plot = { left: 58, top: 34, right: 622, bottom: 362 };
const dot = 5;
const font = 12;
const widestName = 170;
const bounds: Box = {
  x: plot.left + 2,
  y: plot.top + 2,
  width: plot.right - plot.left - 4,
  height: plot.bottom - plot.top - 4,
};

/** Whether an axis of these marks is drawn logarithmically, for the words under the plot. */
export function isLog(axis: ScatterAxis, values: number[]): boolean {
  return axis.mayBeLog === true && isWide(values);
}

/** Offices by two figures, drawn on the server: outliers with their names, the others as dots that say theirs when pointed at. */
export function ScatterPlot({ scatter }: { scatter: Scatter }) {
  const { marks, diagonal } = scatter;
  const [x, y] = scalesOf(scatter);
  const spots = marks.map((mark) => ({ mark, cx: x.at(mark.x), cy: y.at(mark.y) }));
  const dots = spots.map(({ cx, cy }) => boxOfDot(cx, cy, dot));
  const medianBox = scatter.y.median && freePlace(scatter.y.median.text, y.at(scatter.y.median.value), dots);
  const labels = labelsOf(spots, [...dots, ...quarterBoxes(scatter), ...(medianBox ? [medianBox] : [])]);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it has the name; a title here would be a tooltip everywhere
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="scatter"
      fontFamily={fontFamily}
      fontSize={font}
    >
      <Axes scatter={scatter} x={x} y={y} />
      {diagonal ? <Diagonal x={x} y={y} /> : null}
      <Medians scatter={scatter} x={x} y={y} box={medianBox} />
      {spots.map(({ mark, cx, cy }, index) => (
        <Spot key={mark.id} mark={mark} cx={cx} cy={cy} label={labels[index]} />
      ))}
    </svg>
  );
}

function scalesOf({ marks, x, y, diagonal, quarters }: Scatter): [Scale, Scale] {
  const [xs, ys] = [marks.map((mark) => mark.x), marks.map((mark) => mark.y)];
  const both = [...xs, ...ys];
  const scale = (axis: ScatterAxis, values: number[], start: number, end: number) =>
    (isLog(axis, values) ? logScale : linearScale)(diagonal ? both : values, start, end);
  // The names of the quarters have the uppermost and the lowest line to themselves.
  const room = quarters ? 26 : 10;
  return [scale(x, xs, plot.left + 10, plot.right - 10), scale(y, ys, plot.bottom - room, plot.top + room)];
}

interface SpotAt {
  mark: ScatterMark;
  cx: number;
  cy: number;
}

/** Names of the outliers, in the order of the marks, around all that has its place already. */
function labelsOf(spots: SpotAt[], obstacles: Box[]): (PlacedLabel | undefined)[] {
  const named = spots.filter(({ mark }) => mark.named);
  const wanted = named.map(({ mark, cx, cy }) => ({
    x: cx,
    y: cy,
    width: textWidth(nameOf(mark), font) + 4,
  }));
  const placed = new Map(named.map(({ mark }, index) => [mark.id, index]));
  const places = placeLabels(wanted, obstacles, bounds);
  return spots.map(({ mark }) => {
    const index = placed.get(mark.id);
    return index === undefined ? undefined : places[index];
  });
}

function nameOf({ name, provisional }: ScatterMark): string {
  return shorten(name, font, widestName) + (provisional ? '*' : '');
}

/** The name of a dot without one in the drawing stands ready above it, to be shown by the style sheet. */
function Spot({ mark, cx, cy, label }: SpotAt & { label?: PlacedLabel }) {
  const name = nameOf(mark);
  const waiting = {
    x: Math.min(Math.max(cx, plot.left + textWidth(name, font) / 2), plot.right - textWidth(name, font) / 2),
    y: cy - 12,
  };
  return (
    <Link to={mark.href} aria-label={mark.label} className="scatter-mark" data-mark data-office={mark.id}>
      <title>{mark.label}</title>
      <circle cx={cx} cy={cy} r={12} fill="transparent" />
      {label?.leader ? (
        <line
          x1={cx}
          y1={cy}
          x2={label.x + (label.x > cx ? 0 : label.x + label.width < cx ? label.width : label.width / 2)}
          y2={label.y + labelHeight / 2}
          stroke={colours.lineStrong}
        />
      ) : null}
      <circle
        cx={cx}
        cy={cy}
        r={dot}
        fill={mark.named ? colours.accent : colours.rest}
        stroke={colours.white}
      />
      {label ? (
        <text x={label.x + 2} y={label.y + labelHeight / 2} dominantBaseline="central" fill={colours.ink}>
          {name}
        </text>
      ) : (
        <text
          className="scatter-waiting"
          {...waiting}
          textAnchor="middle"
          fill={colours.ink}
          stroke={colours.white}
          strokeWidth={4}
          paintOrder="stroke"
          opacity={0}
        >
          {name}
        </text>
      )}
    </Link>
  );
}

interface DrawnScales {
  scatter: Scatter;
  x: Scale;
  y: Scale;
}

function Axes({ scatter, x, y }: DrawnScales) {
  return (
    <g fill={colours.muted}>
      {x.ticks.map((tick) => (
        <g key={tick}>
          <line x1={x.at(tick)} x2={x.at(tick)} y1={plot.top} y2={plot.bottom} stroke={colours.line} />
          <text x={x.at(tick)} y={plot.bottom + 16} textAnchor="middle">
            {scatter.x.show(tick)}
          </text>
        </g>
      ))}
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line x1={plot.left} x2={plot.right} y1={y.at(tick)} y2={y.at(tick)} stroke={colours.line} />
          <text x={plot.left - 6} y={y.at(tick)} textAnchor="end" dominantBaseline="central">
            {scatter.y.show(tick)}
          </text>
        </g>
      ))}
      <line x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} stroke={colours.lineStrong} />
      <line x1={plot.left} x2={plot.left} y1={plot.top} y2={plot.bottom} stroke={colours.lineStrong} />
      <text x={plot.right} y={plot.bottom + 38} textAnchor="end" fill={colours.ink}>
        {`${scatter.x.title} →`}
      </text>
      <text x={4} y={14} fill={colours.ink}>
        {`↑ ${scatter.y.title}`}
      </text>
    </g>
  );
}

function Diagonal({ x, y }: { x: Scale; y: Scale }) {
  return (
    <line
      x1={x.at(x.from)}
      y1={y.at(y.from)}
      x2={x.at(x.to)}
      y2={y.at(y.to)}
      stroke={colours.ink}
      strokeDasharray="4 3"
    />
  );
}

function Medians({ scatter, x, y, box }: DrawnScales & { box: Box | undefined }) {
  const [across, up] = [scatter.x.median, scatter.y.median];
  return (
    <g fill={colours.muted}>
      {across ? (
        <>
          <line
            x1={x.at(across.value)}
            x2={x.at(across.value)}
            y1={plot.top}
            y2={plot.bottom}
            stroke={colours.ink}
            strokeDasharray="2 3"
          />
          <text x={x.at(across.value)} y={plot.top - 6} textAnchor={sideOf(x.at(across.value))}>
            {across.text}
          </text>
        </>
      ) : null}
      {up ? (
        <>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y.at(up.value)}
            y2={y.at(up.value)}
            stroke={colours.ink}
            strokeDasharray="2 3"
          />
          {box ? (
            <text x={box.x + 3} y={box.y + box.height / 2} dominantBaseline="central">
              {up.text}
            </text>
          ) : null}
        </>
      ) : null}
      {scatter.quarters?.map((text, index) => (
        <text
          key={text}
          x={index === 0 || index === 3 ? plot.left + 6 : plot.right - 6}
          y={index < 2 ? plot.top + 14 : plot.bottom - 6}
          textAnchor={index === 0 || index === 3 ? 'start' : 'end'}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

/** Words at a line near an edge stay inside the drawing. */
function sideOf(at: number): 'start' | 'middle' | 'end' {
  if (at < plot.left + 60) return 'start';
  return at > plot.right - 60 ? 'end' : 'middle';
}

function quarterBoxes({ quarters }: Scatter): Box[] {
  return (quarters ?? []).map((text, index) => {
    const width = textWidth(text, font) + 8;
    return {
      x: index === 0 || index === 3 ? plot.left + 2 : plot.right - width,
      y: index < 2 ? plot.top + 2 : plot.bottom - 20,
      width,
      height: 18,
    };
  });
}

/** Where the words of a line across stand: above or below it, at either end or between, on no dot. */
function freePlace(text: string, at: number, dots: Box[]): Box | undefined {
  const width = textWidth(text, font) + 6;
  const height = 16;
  const span = bounds.width - width;
  const places = [1, 0, 0.75, 0.25, 0.5].flatMap((share) =>
    [at - height - 2, at + 2].map((y) => ({ x: bounds.x + share * span, y, width, height })),
  );
  return places.find((place) => !dots.some((other) => overlaps(place, other)));
}
