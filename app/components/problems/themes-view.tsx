import { Block } from '#app/components/charts/block.tsx';
import { themeName } from '#app/domain/problem-themes.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { ChangeChart } from './change-chart.tsx';
import { themeNotes } from './notes.ts';
import { ThemesTable } from './themes-table.tsx';
import { TrendTable } from './trend-table.tsx';
import { chartTitle, filedNow, hasLastYear, themesTitle, trendTitle } from './words.ts';

/** The year’s themes: the table, the change on last year drawn, and the years before. */
export function ThemesView({ view }: { view: ProblemsView }) {
  const words = useT();
  const { t } = words;
  const { survey, header, search } = view;
  const shared = { asOf: header.asOf };
  return (
    <>
      <Block
        {...shared}
        id="themes"
        kicker={`${t('problems.themes.kicker')} · ${t(`problems.themes.sorted.${search.sort}`)}`}
        title={themesTitle(view, words)}
        offices={filedNow(view)}
        notes={[t('problems.themes.unit'), ...themeNotes(view, words)]}
      >
        {survey.themes.length > 0 ? <ThemesTable view={view} /> : null}
        <Unstated view={view} />
      </Block>
      <div className="problems-pair">
        <Block
          {...shared}
          id="change"
          kicker={t('problems.chart.kicker')}
          title={chartTitle(view, words)}
          offices={survey.inBoth}
          notes={survey.inBoth > 0 ? [t('problems.chart.rule', { count: survey.inBoth })] : []}
        >
          {survey.inBoth > 0 && hasLastYear(view) ? <ChangeChart view={view} /> : null}
        </Block>
        <Block
          {...shared}
          id="trend"
          kicker={t('problems.trend.kicker')}
          title={trendTitle(view, words)}
          offices={filedNow(view)}
          notes={[t('problems.trend.rule')]}
        >
          <TrendTable view={view} />
        </Block>
      </div>
    </>
  );
}

/** Themes that nobody states: silence is worth knowing too, but not in the way. */
function Unstated({ view: { survey } }: { view: ProblemsView }) {
  const { t, language } = useT();
  if (survey.unstated.length === 0) return null;
  return (
    <details className="chart-twin">
      <summary>{t('problems.themes.unstated', { count: survey.unstated.length })}</summary>
      <p>{survey.unstated.map((theme) => themeName(theme, language)).join(t('chart.list.comma'))}</p>
    </details>
  );
}
