import { colours } from '#app/components/charts/colours.ts';

/** One year as the chart draws it; without `value` nobody stated the indicator, or it did not exist. */
export interface HistoryPoint {
  year: number;
  /** In percent of the weight; for drawing only. */
  value?: number;
  text: string;
  /** Under the year, a line each. */
  notes: string[];
  /** Under another weight than the year asked for. */
  otherWeight: boolean;
}

const column = 110;
const plot = 120;
const top = 24;
const line = 16;

/** Share of the weight lost, one point a year, with the figures written under it. */
export function HistoryChart({ points, label }: { points: HistoryPoint[]; label: string }) {
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0));
  const x = (index: number) => column / 2 + index * column;
  const y = (value: number) => Math.round((top + plot * (1 - Math.max(0, value) / most)) * 10) / 10;
  const floor = top + plot;
  const lines = Math.max(...points.map(({ notes }) => notes.length));
  const height = floor + 24 + lines * line;
  return (
    <svg
      width={points.length * column}
      height={height}
      viewBox={`0 0 ${points.length * column} ${height}`}
      role="img"
      aria-label={label}
      fontSize="12"
    >
      <line x1={0} x2={points.length * column} y1={floor} y2={floor} stroke={colours.lineStrong} />
      {points.map(({ value, year }, index) => {
        const before = points[index - 1]?.value;
        return value === undefined || before === undefined ? null : (
          <line
            key={year}
            x1={x(index - 1)}
            y1={y(before)}
            x2={x(index)}
            y2={y(value)}
            stroke={colours.rest}
            strokeWidth="2"
          />
        );
      })}
      {points.map(({ value, text, year, notes, otherWeight }, index) => {
        const last = index === points.length - 1;
        const tone = last ? colours.accent : colours.lineStrong;
        return (
          <g key={year} textAnchor="middle">
            {value === undefined ? null : (
              <circle
                cx={x(index)}
                cy={y(value)}
                r="5"
                fill={otherWeight ? colours.white : tone}
                stroke={tone}
                strokeWidth="1.5"
              />
            )}
            <text
              x={x(index)}
              y={value === undefined ? floor - 8 : y(value) - 10}
              fill={value === undefined ? colours.muted : last ? colours.accent : colours.ink}
              fontWeight={last ? 600 : 400}
            >
              {text}
            </text>
            <text x={x(index)} y={floor + 18} fill={colours.ink} fontWeight={last ? 600 : 400}>
              {year}
            </text>
            {notes.map((note, place) => (
              <text key={note} x={x(index)} y={floor + 18 + (place + 1) * line} fill={colours.muted}>
                {note}
              </text>
            ))}
          </g>
        );
      })}
    </svg>
  );
}
