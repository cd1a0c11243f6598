import { fieldKind, figureIn, noTheme, themesIn } from '#app/domain/form/field-kind.ts';
import { isBlank } from '#app/domain/form/fields.ts';
import { toUnit } from '#app/domain/money.ts';
import { problemThemes, themeName } from '#app/domain/problem-themes.ts';
import { followUpStates } from '#app/domain/submission.ts';
import type { ChoiceWords } from '#app/domain/workbook/read-template.ts';
import { themeColumns, themeSeparator } from '#app/domain/workbook/template-layout.ts';
import type { PlanCell } from '#app/files/template-plan.ts';
import type { Translate } from './i18n/instance.ts';
import type { Language } from './i18n/languages.ts';

const amountFormat = '#,##0.00####';
const exactDigits = 15;

/** How an empty cell of a field is formatted; text is “@”. */
export function formatOf(field: string): string {
  const kind = fieldKind(field);
  if (kind === 'amount') return amountFormat;
  if (kind === 'date') return 'yyyy-mm-dd';
  return kind === 'rate' || kind === 'score' || kind === 'whole' ? 'General' : '@';
}

/** A text of the form as a cell holds it: a number where one was understood that a spreadsheet can hold, else the text. */
export function cellOf(field: string, text: string | undefined): PlanCell {
  const format = formatOf(field);
  if (text === undefined || isBlank(text)) return { value: '', format };
  const figure = fieldKind(field) === 'date' ? undefined : figureIn(field, text);
  if (figure === undefined) return { value: text, format: '@' };
  const shown = fieldKind(field) === 'amount' ? toUnit(figure, 'wan') : figure;
  const digits = shown.replace(/[-.]/g, '').replace(/^0+/, '');
  if (digits.length > exactDigits) return { value: text, format: '@' };
  const decimals = /\.(\d*0)$/.exec(shown)?.[1]?.length;
  return {
    value: Number(shown),
    format: decimals && format === 'General' ? `0.${'0'.repeat(decimals)}` : format,
  };
}

interface Words {
  t: Translate;
  language: Language;
}

/** A problem's themes over their columns, by the names of the drop-down. */
export function themeCells(text: string | undefined, { t, language }: Words): string[] {
  const names = themesIn(text ?? '').map((slug) => themeChoice(slug, { t, language }));
  const most = themeColumns.length - 1;
  return [
    ...themeColumns.slice(0, most).map((_, index) => names[index] ?? ''),
    names.slice(most).join(themeSeparator),
  ];
}

export function stateCell(text: string | undefined, { t }: Words): string {
  const state = followUpStates.find((one) => one === text?.trim());
  return state ? t(`form.followUp.${state}`) : (text ?? '');
}

/** A field's text as a reader of the template sees it: choices by their words. */
export function wordsOf(field: string, text: string, words: Words): string {
  const kind = fieldKind(field);
  if (kind === 'state') return stateCell(text, words);
  if (kind !== 'themes') return text;
  return themesIn(text)
    .map((slug) => themeChoice(slug, words))
    .join(themeSeparator);
}

/** What the drop-downs for themes and states offer. */
export function themeChoices(words: Words): string[] {
  return [...problemThemes.map(({ slug }) => slug), noTheme].map((slug) => themeChoice(slug, words));
}

export function stateChoices({ t }: Words): string[] {
  return followUpStates.map((state) => t(`form.followUp.${state}`));
}

/** Words of the drop-downs in every language that a template may have been made in, with what the form writes for them. */
export function choiceWords(languages: readonly Words[]): ChoiceWords {
  return new Map(
    languages.flatMap((words) => [
      ...[...problemThemes.map(({ slug }) => slug), noTheme].map(
        (slug) => [themeChoice(slug, words), slug] as const,
      ),
      ...followUpStates.map((state) => [words.t(`form.followUp.${state}`), state] as const),
    ]),
  );
}

function themeChoice(slug: string, { t, language }: Words): string {
  return slug === noTheme ? t('form.theme.none') : themeName(slug, language);
}
