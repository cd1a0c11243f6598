import type { Words } from '#app/components/charts/words.ts';
import { noTheme } from '#app/domain/problem-search.ts';
import type { Statement } from '#app/domain/problem-statements.ts';
import { themeName } from '#app/domain/problem-themes.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import type { SheetPart } from './sheet.ts';
import { measuresText, officeText, themeText, wordingTexts } from './statement-words.ts';
import { groupName, openTheme, statementsTitle, stateText } from './words.ts';

/** The statements asked for, a line each under their theme or office. */
export function statementsSheet(view: ProblemsView, words: Words): SheetPart {
  const { t } = words;
  const byTheme = view.search.by === 'theme';
  const own = byTheme ? 'theme' : 'office';
  const columns = [
    { heading: t(`problems.sheet.${own}`), width: 22 },
    ...(byTheme ? [{ heading: t('problems.sheet.office'), width: 14 }] : []),
    { heading: t('problems.sheet.text'), width: 60, wrap: true },
    ...(byTheme
      ? [
          { heading: t('problems.sheet.state'), width: 16 },
          { heading: t('problems.sheet.also'), width: 24, wrap: true },
        ]
      : [{ heading: t('problems.sheet.theme'), width: 30, wrap: true }]),
    { heading: t('problems.sheet.measures'), width: 60, wrap: true },
    { heading: t('problems.sheet.wording'), width: 30, wrap: true },
    { heading: t('problems.sheet.before'), width: 60, wrap: true },
  ];
  return {
    unitLine: t('problems.sheet.unit'),
    head: [columns.map(({ heading }) => ({ text: heading }))],
    columns,
    rows: view.groups.flatMap(({ key, statements }) =>
      statements.map((statement) => ({
        kind: 'body' as const,
        cells: statementCells(statement, key, view, words),
      })),
    ),
    notes: [statementsTitle(view, words), t('problems.statement.wordingRule'), ...formerNotes(view, words)],
  };
}

function statementCells(statement: Statement, key: string, view: ProblemsView, words: Words): string[] {
  const now = statement.themes.find(({ theme }) => theme === key);
  const tail = [measuresText(statement, words), wordingTexts(statement, view, words).join('\n')];
  const before = statement.lastYear?.sameWording ? '' : (statement.lastYear?.text ?? '');
  if (view.search.by === 'office') {
    const themes = statement.themes.map((theme) => themeText(theme, words)).join('\n');
    return [officeText(statement, words), statement.text, themes, ...tail, before];
  }
  return [
    groupName(key, view, words),
    officeText(statement, words),
    statement.text,
    now ? stateText(now, words) : '',
    statement.themes
      .filter(({ theme }) => theme !== key)
      .map(({ theme }) => themeName(theme, words.language))
      .join('\n'),
    ...tail,
    before,
  ];
}

/** Who states the open theme no more, with last year’s words. */
function formerNotes(view: ProblemsView, words: Words): string[] {
  const { t, language } = words;
  if (view.former.length === 0 || !openTheme(view) || view.search.theme === noTheme) return [];
  const theme = themeName(view.search.theme ?? '', language);
  return [
    t('problems.former.title', { count: view.former.length, theme }),
    ...view.former.flatMap(({ office, problems }) =>
      problems.map(
        ({ text, measures }) =>
          `${localName(language, office)}${t('chart.colon')}${text} ${
            measures.length > 0
              ? t('problems.former.source') + measures.join(t('problems.sheet.join'))
              : t('problems.former.noMeasure')
          }`,
      ),
    ),
  ];
}
