import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { BenchmarkView } from '#app/usecases/office-benchmark.server.ts';
import { trendReading } from './reading.ts';
import type { BenchmarkText } from './texts.ts';
import { TrendChart } from './trend-chart.tsx';
import { type TrendMeasure, trendSeries } from './trend-lines.ts';

interface TrendProps {
  view: BenchmarkView;
  text: BenchmarkText;
  hrefOf(year: number): string;
}

/** The office's years beside the district's mean and median: total score and execution rate. */
export function TrendSection({ view, text, hrefOf }: TrendProps) {
  const { t } = text;
  const changed = view.trend.filter(({ frameworkChanged }) => frameworkChanged).map(({ year }) => year);
  return (
    <Section
      title={t('benchmark.trend.title')}
      note={
        changed.length > 0
          ? t('benchmark.trend.changedNote', { years: changed.join(t('chart.list.comma')) })
          : undefined
      }
    >
      <div className="columns">
        <TrendFigure measure="score" view={view} text={text} hrefOf={hrefOf} />
        <TrendFigure measure="rate" view={view} text={text} hrefOf={hrefOf} />
      </div>
    </Section>
  );
}

function TrendFigure({ measure, view, text, hrefOf }: TrendProps & { measure: TrendMeasure }) {
  const { t, language } = text;
  const show = (value: string | undefined) =>
    (measure === 'score' ? formatScore(value, language) : formatPercent(value, language)) ??
    t('common.state.notApplicable');
  const latest = view.trend.at(-1);
  const said = {
    show: (value: string) =>
      measure === 'score' ? t('benchmark.trend.points', { points: show(value) }) : show(value),
    gap: (value: string) => t(`benchmark.trend.gap.${measure}`, { points: formatScore(value, language) }),
  };
  const title = latest ? trendReading({ year: latest.year, point: latest[measure] }, said, text) : '';
  const office = localName(language, view.office);
  const named = { office, year: view.header.year, measure: t(`benchmark.trend.${measure}`) };
  const kicker = t(`benchmark.trend.kicker.${measure}`);
  const picture = {
    kicker: t('chart.kicker', { place: office, measure: kicker }),
    title,
    offices: latest?.[measure].ranked ?? 0,
    asOf: view.header.asOf,
    provisional: view.provisional || view.header.provisional,
    notes: [t('benchmark.rule')],
    fileName: t('benchmark.trend.fileName', named),
  };
  return (
    <div>
      <h3>{title}</h3>
      {view.trend.some((each) => each[measure].own !== undefined || each[measure].mean !== undefined) ? (
        <DrawnFigure
          picture={picture}
          unit={kicker}
          drawing={
            <TrendChart trend={view.trend} measure={measure} hrefOf={hrefOf} show={show} text={text} />
          }
        >
          <TrendTable measure={measure} view={view} text={text} show={show} />
        </DrawnFigure>
      ) : null}
    </div>
  );
}

interface TrendTableProps {
  measure: TrendMeasure;
  view: BenchmarkView;
  text: BenchmarkText;
  show(value: string | undefined): string;
}

function TrendTable({ measure, view, text, show }: TrendTableProps) {
  const { t } = text;
  return (
    <table className="data-table">
      <TableHead
        columns={[
          [t('benchmark.trend.year')],
          ...trendSeries.toReversed().map((name) => [t(`benchmark.trend.${name}`), 'n'] as const),
          [t('benchmark.trend.rank'), 'n'],
        ]}
      />
      <tbody>
        {view.trend.map(({ year, [measure]: point }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {trendSeries.toReversed().map((name) => (
              <td key={name} className="n">
                {show(point[name])}
              </td>
            ))}
            <td className="n">
              {point.rank === undefined
                ? t('common.state.notApplicable')
                : t('benchmark.figures.rankOf', { rank: point.rank, ranked: point.ranked })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
