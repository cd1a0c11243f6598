import { colours, fontFamily } from '#app/components/charts/colours.ts';
import type { TrendYear } from '#app/usecases/office-trend.server.ts';
import type { BenchmarkText } from './texts.ts';
import { plot, type TrendDrawing, type TrendMeasure, type TrendName, trendDrawing } from './trend-lines.ts';

interface TrendChartProps {
  trend: TrendYear[];
  measure: TrendMeasure;
  /** The benchmark page of a year. */
  hrefOf(year: number): string;
  show(value: string | undefined): string;
  text: BenchmarkText;
}

const looks: Record<TrendName, { stroke: string; strokeWidth: number; strokeDasharray?: string }> = {
  median: { stroke: colours.muted, strokeWidth: 1.5, strokeDasharray: '4 3' },
  mean: { stroke: colours.lineStrong, strokeWidth: 1.5 },
  own: { stroke: colours.accent, strokeWidth: 2.5 },
};

/** The office's line in the accent colour, the district's mean and median in grey, named at their ends. */
export function TrendChart({ trend, measure, hrefOf, show, text }: TrendChartProps) {
  const drawing = trendDrawing(trend, measure);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it carries the name
    <svg
      width={plot.width}
      height={plot.height}
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      fontFamily={fontFamily}
      fontSize={12}
    >
      <Ground drawing={drawing} text={text} />
      {drawing.lines.map(({ name, runs, labelY }) => (
        <g key={name}>
          {runs.map((run) => (
            <polyline
              key={run[0]?.x}
              points={run.map(({ x, y }) => `${x},${y}`).join(' ')}
              fill="none"
              {...looks[name]}
            />
          ))}
          {labelY === undefined ? null : (
            <text
              x={plot.width - plot.right + 6}
              y={labelY}
              fill={name === 'own' ? colours.accent : colours.muted}
              fontWeight={name === 'own' ? 600 : 400}
            >
              {text.t(`benchmark.trend.${name}`)}
            </text>
          )}
        </g>
      ))}
      {drawing.years.map(({ year, own, below }, index) => {
        const point = trend[index]?.[measure];
        const label = text.t('benchmark.trend.mark', {
          year,
          own: show(point?.own),
          mean: show(point?.mean),
          median: show(point?.median),
        });
        return own ? (
          <a
            key={year}
            href={hrefOf(year)}
            className="chart-link"
            data-mark
            data-office={year}
            aria-label={label}
          >
            <rect x={own.x - 9} y={own.y - 9} width={18} height={18} fill="none" pointerEvents="all" />
            <circle cx={own.x} cy={own.y} r={4} fill={colours.accent} />
            <text
              x={own.x}
              y={below ? own.y + 17 : own.y - 9}
              textAnchor="middle"
              fill={colours.accent}
              fontWeight={600}
            >
              {show(point?.own)}
            </text>
          </a>
        ) : null;
      })}
    </svg>
  );
}

/** Axis, years and the marks where the framework changed. */
function Ground({ drawing, text }: { drawing: TrendDrawing; text: BenchmarkText }) {
  const bottom = plot.height - plot.bottom;
  return (
    <g fill={colours.muted}>
      {drawing.ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={plot.left} x2={plot.width - plot.right} y1={y} y2={y} stroke={colours.line} />
          <text x={plot.left - 6} y={y + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {drawing.years.map(({ year, x, changedX }) => (
        <g key={year}>
          <text x={x} y={plot.height - 8} textAnchor="middle">
            {year}
          </text>
          {changedX === undefined ? null : (
            <>
              <line
                x1={changedX}
                x2={changedX}
                y1={14}
                y2={bottom}
                stroke={colours.lineStrong}
                strokeDasharray="2 3"
              />
              <text x={changedX} y={10} textAnchor="middle" fontSize={11}>
                {text.t('benchmark.trend.changed')}
              </text>
            </>
          )}
        </g>
      ))}
    </g>
  );
}
