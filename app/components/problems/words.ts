import { officeNames, type Words } from '#app/components/charts/words.ts';
import { formatPercent } from '#app/domain/figure-text.ts';
import { percent } from '#app/domain/money.ts';
import type { ThemeCounts } from '#app/domain/problem-counts.ts';
import type { ThemeState } from '#app/domain/problem-history.ts';
import { noTheme } from '#app/domain/problem-search.ts';
import { themeName } from '#app/domain/problem-themes.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { isNarrowed } from './address.ts';

const mostThemes = 2;

/** What the page says of the year in one sentence: the most common theme, against last year, and how long it lasts. */
export function leadText(view: ProblemsView, words: Words): string {
  const { t } = words;
  const { themes, filed } = view.survey;
  const count = filed.at(-1)?.offices ?? 0;
  const most = Math.max(0, ...themes.map(({ offices }) => offices));
  const top = themes.filter(({ offices }) => offices === most);
  const [first] = top;
  if (!first || most === 0) return t('problems.lead.none', { count });
  const said = { count: most, filed: count, share: shareText(most, view, words) };
  if (top.length > 1) {
    return t('problems.lead.tied', { ...said, themes: quotedThemes(top, words) });
  }
  const theme = themeName(first.theme, words.language);
  const opening =
    count === 1
      ? t('problems.lead.single', { count, themes: theme })
      : t('problems.lead.most', { ...said, themes: theme });
  return joined([opening, changeText(first, words), ...lastingText(first, words)], words);
}

/** How many offices state again what they stated last year; absent where there is no year to compare with. */
export function repeatingText(view: ProblemsView, words: Words): string | undefined {
  const { inBoth, repeating, lasting } = view.survey;
  const { t } = words;
  if (inBoth === 0) return undefined;
  if (repeating === 0) return t('problems.lead.repeatingNone', { count: inBoth });
  const parts = [
    t('problems.lead.repeating', { count: repeating, both: inBoth }),
    ...(lasting > 0 ? [t('problems.lead.ofThem', { count: lasting })] : []),
  ];
  return joined(parts, words) + t('problems.lead.stop');
}

/** “比上年多 3 个”, over the offices that filed in both years. */
export function changeText({ change }: ThemeCounts, { t }: Words): string {
  if (change === undefined) return t('problems.lead.noBefore');
  if (change === 0) return t('problems.lead.same');
  return t(change > 0 ? 'problems.lead.more' : 'problems.lead.fewer', { count: Math.abs(change) });
}

/** The sentence over the statements: the open theme, the filter, or all of them. */
export function statementsTitle(view: ProblemsView, words: Words): string {
  const { t, language } = words;
  const { search, shown } = view;
  const others = search.office ?? (search.repeated || search.unmeasured || search.words);
  if (search.theme && !others) {
    if (search.theme === noTheme) return t('problems.opened.unclassified', { count: shown.statements });
    const theme = themeName(search.theme, language);
    const counts = openTheme(view);
    if (!counts || counts.offices === 0) return t('problems.opened.none', { theme });
    const said = { theme, count: counts.offices, filed: filedNow(view) };
    const title = t('problems.opened.title', { ...said, share: shareText(counts.offices, view, words) });
    return joined([title, changeText(counts, words), ...lastingText(counts, words)], words);
  }
  const offices = t('problems.opened.offices', { count: shown.offices });
  if (!isNarrowed(view)) return t('problems.opened.all', { count: shown.statements, offices });
  if (shown.statements === 0) return t('problems.opened.nothing', { of: shown.of });
  return t('problems.opened.filtered', { count: shown.statements, offices, of: shown.of });
}

/** How many themes are stated, repeated, and lasting. */
export function themesTitle({ survey }: ProblemsView, { t }: Words): string {
  const count = survey.themes.filter(({ offices }) => offices > 0).length;
  if (count === 0) return t('problems.themes.titleNone');
  return t('problems.themes.title', {
    count,
    repeated: survey.themes.filter(({ states }) => states.repeated > 0).length,
    lasting: survey.themes.filter(({ lasting }) => lasting > 0).length,
  });
}

/** Which themes rose and fell most among the offices that filed in both years. */
export function chartTitle({ survey }: ProblemsView, words: Words): string {
  const { t } = words;
  const count = survey.inBoth;
  if (count === 0) return t('problems.chart.none');
  const changes = survey.themes.map(({ change }) => change ?? 0);
  const [rise, fall] = [Math.max(0, ...changes), Math.min(0, ...changes)];
  const named = (change: number) =>
    quotedThemes(
      survey.themes.filter((theme) => theme.change === change),
      words,
    );
  const parts = [
    ...(rise > 0 ? [t('problems.chart.up', { count: rise, themes: named(rise) })] : []),
    ...(fall < 0 ? [t('problems.chart.down', { count: -fall, themes: named(fall) })] : []),
  ];
  if (parts.length === 0) return t('problems.chart.unchanged', { count });
  return t('problems.chart.moved', { count, parts: parts.join(t('problems.lead.join')) });
}

export function trendTitle({ survey, header }: ProblemsView, { t }: Words): string {
  const from = survey.filed[0]?.year ?? header.year;
  if (from === header.year) return t('problems.trend.titleOne', { year: header.year });
  const count = survey.themes.filter(({ byYear }) => byYear.every((offices) => offices > 0)).length;
  return t('problems.trend.title', { count, from, to: header.year });
}

/** Who states most themes, and how many repeat one. */
export function matrixTitle({ matrix }: ProblemsView, words: Words): string {
  const { t } = words;
  const most = Math.max(0, ...matrix.map(({ themes }) => themes));
  if (most === 0) return t('problems.matrix.titleNone');
  if (matrix.every(({ themes }) => themes === most)) {
    return t('problems.matrix.titleEqual', { count: matrix.length, themes: most });
  }
  const repeating = matrix.filter(({ repeated }) => repeated > 0).length;
  const top = matrix.filter(({ themes }) => themes === most).map(({ office }) => office);
  return t('problems.matrix.title', {
    count: most,
    offices: officeNames(top, words),
    repeated:
      repeating > 0 ? t('problems.matrix.repeated', { count: repeating }) : t('problems.matrix.repeatedNone'),
  });
}

/** “连续 3 年提出”, “今年新提出”. */
export function stateText({ state, years }: { state: ThemeState; years: number }, { t }: Words): string {
  if (state === 'repeated') return t('problems.statement.state.repeated', { count: years });
  return t(`problems.statement.state.${state}`);
}

/** A group's heading: the theme, the office, or that it belongs to no theme. */
export function groupName(key: string, { offices, search }: ProblemsView, { t, language }: Words): string {
  if (search.by === 'office') {
    const office = offices.find(({ id }) => id === key);
    return office ? localName(language, office) : key;
  }
  return key === noTheme ? t('problems.statement.unclassified') : themeName(key, language);
}

/** Share of the offices that have filed, in whole percent. */
export function shareText(offices: number, view: ProblemsView, { language }: Words): string {
  return formatPercent(percent(String(offices), String(filedNow(view))), language, 0) ?? '';
}

export function filedNow({ survey }: ProblemsView): number {
  return survey.filed.at(-1)?.offices ?? 0;
}

export function hasLastYear({ header }: Pick<ProblemsView, 'header'>): boolean {
  return header.years.includes(header.year - 1);
}

/** The counts of the theme that is open. */
export function openTheme({ survey, search }: ProblemsView): ThemeCounts | undefined {
  return survey.themes.find(({ theme }) => theme === search.theme);
}

function quotedThemes(themes: ThemeCounts[], { t, language }: Words): string {
  const names = themes
    .slice(0, mostThemes)
    .map(({ theme }) => t('problems.lead.quoted', { theme: themeName(theme, language) }))
    .join(t(themes.length > mostThemes ? 'chart.list.comma' : 'problems.lead.and'));
  return themes.length > mostThemes
    ? t('problems.chart.more', { themes: names, count: themes.length })
    : names;
}

function lastingText({ lasting }: ThemeCounts, { t }: Words): string[] {
  return lasting > 0 ? [t('problems.lead.lasting', { count: lasting })] : [];
}

function joined(parts: string[], { t }: Words): string {
  return parts.join(t('problems.lead.join'));
}
