import { officeNames, type Words } from '#app/components/charts/words.ts';
import type { Statement, StatementTheme } from '#app/domain/problem-statements.ts';
import { themeName } from '#app/domain/problem-themes.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { stateText } from './words.ts';

/** “资产管理（连续 3 年提出）”. */
export function themeText(theme: StatementTheme, words: Words): string {
  const { t, language } = words;
  return t('problems.statement.themeState', {
    theme: themeName(theme.theme, language),
    state: stateText(theme, words),
  });
}

/** The measures, numbered where there are several; where there is none, that and what else the office lists. */
export function measuresText({ measures, unlinkedMeasures }: Statement, { t }: Words): string {
  if (measures.length === 0) {
    return unlinkedMeasures > 0
      ? t('problems.statement.unlinked', { count: unlinkedMeasures })
      : t('problems.statement.unmeasured');
  }
  if (measures.length === 1) return measures[0] ?? '';
  return measures.map((text, index) => t('problems.sheet.numbered', { number: index + 1, text })).join('\n');
}

/** Whether the words are those of last year, or of other offices. */
export function wordingTexts(
  { lastYear, alike }: Statement,
  { header }: ProblemsView,
  words: Words,
): string[] {
  const { t } = words;
  return [
    ...(lastYear?.sameWording ? [t('problems.statement.sameAsBefore', { year: header.year - 1 })] : []),
    ...(alike.length > 0 ? [t('problems.statement.sameAs', { offices: officeNames(alike, words) })] : []),
  ];
}

/** An office’s name in a file, with the mark of a provisional figure. */
export function officeText(
  { office, provisional }: Pick<Statement, 'office' | 'provisional'>,
  words: Words,
): string {
  const name = localName(words.language, office);
  return provisional ? words.t('problems.sheet.provisional', { name }) : name;
}
