import { Link } from '@remix-run/react';
import { colours, fontFamily } from '#app/components/charts/colours.ts';
import { lanesOf } from '#app/components/charts/label-placement.ts';
import { shorten, textWidth } from '#app/components/charts/series.ts';
import { formatPercent } from '#app/domain/figure-text.ts';
import type { CategoryShares } from '#app/domain/head-to-head.ts';
import type { ComparisonText } from '#app/lib/comparison-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';

const width = 1160;
const plot = { left: 200, right: 940, top: 8 };
const lane = 17;
const font = 12;
const widestName = width - plot.right - 20;

/** Where the axis starts: a multiple of ten below every share, so that what differs can be seen. */
export function sharesFloor(shares: CategoryShares[]): number {
  const lowest = Math.min(100, ...valuesOf(shares));
  return Math.max(0, Math.ceil(lowest / 10) * 10 - 10);
}

/** One row a category: the chosen offices as dots with their names, each in a lane of its own where they come close. */
export function SharesDrawing({ shares, text }: { shares: CategoryShares[]; text: ComparisonText }) {
  const from = sharesFloor(shares);
  const to = Math.max(100, ...valuesOf(shares));
  const at = (share: number) =>
    plot.left + ((Math.max(share, from) - from) / (to - from)) * (plot.right - plot.left);
  let y = plot.top;
  const rows = shares.map((row) => {
    const dots = row.chosen.map((each) => ({ ...each, x: at(Number(each.share)), name: nameOf(each, text) }));
    const lanes = lanesOf(dots.map(({ x, name }) => ({ x, width: textWidth(name, font) + 24 })));
    const top = y;
    y += (Math.max(0, ...lanes) + 1) * lane + 8;
    return { row, dots, lanes, top, bottom: y };
  });
  const ticks = Array.from(
    { length: Math.floor((to - from) / 10) + 1 },
    (_, index) => from + index * 10,
  ).filter((_, index, all) => all.length <= 6 || index % 2 === (all.length - 1) % 2);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it has the name; a title here would be a tooltip everywhere
    <svg viewBox={`0 0 ${width} ${y + 26}`} className="shares" fontFamily={fontFamily} fontSize={font}>
      <g fill={colours.muted}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={at(tick)} x2={at(tick)} y1={plot.top} y2={y} stroke={colours.line} />
            <text x={at(tick)} y={y + 16} textAnchor="middle">{`${tick}%`}</text>
          </g>
        ))}
      </g>
      {rows.map(({ row, dots, lanes, top, bottom }) => (
        <g key={row.node.code}>
          <line x1={0} x2={width} y1={bottom} y2={bottom} stroke={colours.line} />
          <text x={0} y={(top + bottom) / 2} dominantBaseline="central" fontSize={13} fill={colours.ink}>
            {shorten(localName(text.language, row.node), 13, plot.left - 12)}
          </text>
          {row.others.map(({ office, share }) => (
            <line
              key={office.id}
              x1={at(Number(share))}
              x2={at(Number(share))}
              y1={top + 6}
              y2={bottom - 4}
              stroke={colours.rest}
              strokeWidth={2}
              strokeOpacity={0.6}
            />
          ))}
          {dots.map((dot, index) => (
            <Dot
              key={dot.office.id}
              dot={dot}
              y={top + 4 + ((lanes[index] ?? 0) + 0.5) * lane}
              node={localName(text.language, row.node)}
              text={text}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

interface DotProps {
  dot: CategoryShares['chosen'][number] & { x: number; name: string };
  y: number;
  node: string;
  text: ComparisonText;
}

function Dot({ dot: { office, share, x, name }, y, node, text }: DotProps) {
  const { t, view, language } = text;
  const isBase = office.id === view.comparison?.base;
  const label = t('compare.shares.mark', {
    node,
    office: localName(language, office),
    share: formatPercent(share, language),
  });
  return (
    <Link
      to={`/offices/${office.code}/${view.header.year}`}
      aria-label={label}
      className="chart-link"
      data-mark
      data-office={office.id}
    >
      <rect
        x={x - 8}
        y={y - lane / 2}
        width={textWidth(name, font) + 22}
        height={lane}
        fill={colours.white}
        fillOpacity={0.8}
      />
      <circle cx={x} cy={y} r={5} fill={isBase ? colours.accent : colours.ink} />
      <text className="chart-name" x={x + 9} y={y} dominantBaseline="central" fill={colours.ink}>
        {name}
      </text>
    </Link>
  );
}

function nameOf(
  { office, share, provisional }: CategoryShares['chosen'][number],
  { language }: ComparisonText,
): string {
  const figure = ` ${formatPercent(share, language, 1)}${provisional ? '*' : ''}`;
  return shorten(localName(language, office), font, widestName - textWidth(figure, font)) + figure;
}

function valuesOf(shares: CategoryShares[]): number[] {
  return shares.flatMap(({ chosen, others }) => [...chosen, ...others].map(({ share }) => Number(share)));
}
