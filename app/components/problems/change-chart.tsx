import { colours, fontFamily } from '#app/components/charts/colours.ts';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { ThemeCounts } from '#app/domain/problem-counts.ts';
import { themeName } from '#app/domain/problem-themes.ts';
import { signedCount } from '#app/lib/change-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { statementsHref } from './address.ts';
import { chartTitle } from './words.ts';

const width = 640;
const row = 24;
const top = 28;
const nameWidth = { 'zh-CN': 150, en: 262 };
const right = 76;
/** Room for the figure of a mark at 0. */
const gap = 20;

interface Pair {
  theme: string;
  before: number;
  now: number;
}

/** Offices that state each theme last year (ring) and this year (dot), among those that filed in both. */
export function ChangeChart({ view }: { view: ProblemsView }) {
  const words = useT();
  const { t, language } = words;
  const { district, header, survey } = view;
  const pairs = survey.themes.map(pairOf).filter(({ before, now }) => before + now > 0);
  const title = chartTitle(view, words);
  const rule = t('problems.chart.rule', { count: survey.inBoth });
  const picture = {
    kicker: t('problems.heading', { district: localName(language, district), year: header.year }),
    title,
    offices: survey.inBoth,
    asOf: header.asOf,
    provisional: header.provisional,
    notes: [rule],
    fileName: t('problems.chart.fileName', { code: district.code, year: header.year }),
  };
  if (pairs.length === 0) return null;
  return (
    <DrawnFigure
      picture={picture}
      unit={t('problems.chart.unit')}
      drawing={<Drawing pairs={pairs} view={view} />}
    >
      <table className="data-table">
        <TableHead
          columns={[
            [t('problems.themes.column.theme')],
            [t('problems.chart.year', { year: header.year - 1 }), 'n'],
            [t('problems.chart.year', { year: header.year }), 'n'],
            [t('problems.themes.column.change'), 'n'],
          ]}
        />
        <tbody>
          {pairs.map(({ theme, before, now }) => (
            <tr key={theme}>
              <th scope="row">{themeName(theme, language)}</th>
              <td className="n">{before}</td>
              <td className="n">{now}</td>
              <td className="n">{signedCount(now - before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DrawnFigure>
  );
}

function pairOf({ theme, states }: ThemeCounts): Pair {
  return { theme, before: states.repeated + states.dropped, now: states.repeated + states.fresh };
}

function Drawing({ pairs, view }: { pairs: Pair[]; view: ProblemsView }) {
  const { t, language } = useT();
  const { header } = view;
  const left = nameWidth[language];
  const height = top + pairs.length * row + 6;
  const most = Math.max(1, ...pairs.flatMap(({ before, now }) => [before, now]));
  const x = (offices: number) => left + gap + (offices / most) * (width - left - gap - right);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it bears the title
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={fontFamily}
      fontSize={12}
    >
      <Key
        x={left}
        last={t('problems.chart.year', { year: header.year - 1 })}
        now={t('problems.chart.year', { year: header.year })}
      />
      {pairs.map((pair, index) => (
        <Row key={pair.theme} pair={pair} y={top + index * row + row / 2} x={x} left={left} view={view} />
      ))}
    </svg>
  );
}

/** What ring and dot stand for, once, over the rows. */
function Key({ x, last, now }: { x: number; last: string; now: string }) {
  return (
    <g fill={colours.ink}>
      <circle cx={x + 6} cy={12} r={4} fill={colours.white} stroke={colours.muted} strokeWidth={1.5} />
      <text x={x + 16} y={16}>
        {last}
      </text>
      <circle cx={x + 82} cy={12} r={5} fill={colours.accent} />
      <text x={x + 92} y={16}>
        {now}
      </text>
    </g>
  );
}

interface RowProps {
  pair: Pair;
  y: number;
  x: (offices: number) => number;
  left: number;
  view: ProblemsView;
}

/** The two figures stand outside the two marks; equal ones share one. */
function Row({ pair: { theme, before, now }, y, x, left, view }: RowProps) {
  const { t, language } = useT();
  const { year } = view.header;
  const name = themeName(theme, language);
  const rises = now >= before;
  return (
    <a
      href={statementsHref(view, { theme })}
      className="chart-link"
      data-mark=""
      aria-label={t('problems.chart.mark', { theme: name, last: year - 1, before, year, now })}
    >
      <rect x={0} y={y - row / 2} width={width} height={row} fill={colours.white} />
      <text className="chart-name" x={left - 10} y={y + 4} textAnchor="end" fill={colours.ink}>
        {name}
      </text>
      <line x1={x(before)} x2={x(now)} y1={y} y2={y} stroke={colours.lineStrong} strokeWidth={2} />
      {before === now ? null : (
        <>
          <circle cx={x(before)} cy={y} r={4} fill={colours.white} stroke={colours.muted} strokeWidth={1.5} />
          <text
            x={x(before) + (rises ? -9 : 9)}
            y={y + 4}
            textAnchor={rises ? 'end' : 'start'}
            fill={colours.muted}
          >
            {before}
          </text>
        </>
      )}
      <circle cx={x(now)} cy={y} r={5} fill={colours.accent} />
      <text
        x={x(now) + (rises ? 10 : -10)}
        y={y + 4}
        textAnchor={rises ? 'start' : 'end'}
        fill={colours.accent}
        fontWeight={600}
      >
        {now}
      </text>
      <text x={width - 4} y={y + 4} textAnchor="end" fill={colours.ink}>
        {signedCount(now - before)}
      </text>
    </a>
  );
}
