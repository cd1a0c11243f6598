import type { Words } from '#app/components/charts/words.ts';
import type { ThemeState } from '#app/domain/problem-history.ts';
import type { MatrixCell } from '#app/domain/problem-matrix.ts';
import { themeName } from '#app/domain/problem-themes.ts';
import type { HeadCell, Sheet, SheetCell, SheetColumn } from '#app/files/sheet.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { sheetCell } from '#app/lib/sheet-text.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { groupText, headingText, type ThemeColumn, type ThemeGroup, themeColumns } from './columns.ts';
import { outsideNotes, themeNotes } from './notes.ts';
import { statementsSheet } from './statement-sheet.ts';
import { officeText } from './statement-words.ts';
import { filedNow, leadText, matrixTitle, repeatingText } from './words.ts';

/** What the page shows, as a table: the themes, offices × themes, or the statements asked for. */
export function problemsSheet(view: ProblemsView, words: Words): Sheet {
  const { t, language } = words;
  const { header, district } = view;
  const sheet = { themes: themesSheet, matrix: matrixSheet, statements: statementsSheet }[view.search.view];
  const source = t('chart.source', { count: filedNow(view) });
  const part = sheet(view, words);
  return {
    name: t(`problems.view.${view.search.view}`),
    title: t('problems.heading', { district: localName(language, district), year: header.year }),
    frozen: 1,
    ...part,
    notes: [
      ...part.notes.filter(Boolean),
      ...outsideNotes(view, words),
      t('common.foot.source', { source }),
      ...(header.asOf ? [t('common.foot.asOf', { date: header.asOf })] : []),
      ...(header.provisional ? [t('chart.provisional')] : []),
    ],
  };
}

/** What differs between the three files. */
export type SheetPart = Pick<Sheet, 'unitLine' | 'head' | 'columns' | 'rows' | 'notes'>;

function themesSheet(view: ProblemsView, words: Words): SheetPart {
  const { t, language } = words;
  const columns = themeColumns(view, words);
  return {
    unitLine: t('problems.themes.unit'),
    head: [
      [{ text: t('problems.themes.column.theme'), down: 2 }, ...groupHeads(columns, view, words)],
      columns.map((column) => ({ text: headingText(column, words) })),
    ],
    columns: [
      { heading: t('problems.themes.column.theme'), width: 24 },
      ...columns.map((column): SheetColumn => {
        const group = groupText(column.group, view, words);
        const heading = t('problems.sheet.grouped', { group, name: headingText(column, words) });
        const shared = { heading, width: 12, decimals: 0 };
        return column.id === 'offices' ? { ...shared, barTo: filedNow(view) } : shared;
      }),
    ],
    rows: view.survey.themes.map((row) => ({
      kind: 'body',
      cells: [themeName(row.theme, language), ...columns.map((column) => figureCell(column, row))],
    })),
    notes: [leadText(view, words), repeatingText(view, words) ?? '', ...themeNotes(view, words)],
  };
}

/** The heads over the columns’ own, each reaching over its columns. */
export function groupHeads(columns: ThemeColumn[], view: ProblemsView, words: Words): HeadCell[] {
  const groups: ThemeGroup[] = [...new Set(columns.map(({ group }) => group))];
  return groups.map((group) => ({
    text: groupText(group, view, words),
    across: columns.filter((column) => column.group === group).length,
  }));
}

function figureCell(column: ThemeColumn, row: Parameters<ThemeColumn['value']>[0]): SheetCell {
  const value = column.value(row);
  return value === undefined ? column.text(row) : { value, text: column.text(row) };
}

function matrixSheet(view: ProblemsView, words: Words): SheetPart {
  const { t, language } = words;
  const themes = view.survey.themes;
  const headings = [
    t('problems.matrix.office'),
    t('problems.matrix.total'),
    t('problems.matrix.repeated'),
    ...themes.map(({ theme }) => themeName(theme, language)),
  ];
  const count = (value: number) => ({ value: String(value), text: String(value) });
  return {
    unitLine: t('problems.matrix.unit'),
    head: [headings.map((text) => ({ text }))],
    columns: headings.map((heading, index) => ({ heading, width: index === 0 ? 16 : 12 })),
    rows: [
      ...view.matrix.map((row) => ({
        kind: 'body' as const,
        cells: [
          officeText(row, words),
          count(row.themes),
          count(row.repeated),
          ...themes.map(({ theme }) => sheetCell(matrixText(row.cells[theme], words))),
        ],
      })),
      {
        kind: 'summary',
        cells: [t('problems.matrix.sum'), '', '', ...themes.map(({ offices }) => count(offices))],
      },
    ],
    notes: [matrixTitle(view, words), ...legendTexts(words), t('problems.matrix.rule')],
  };
}

/** What stands in a cell: “新”, a number of years, “○”; nothing where the theme is not stated. */
export function matrixText(cell: MatrixCell | undefined, { t }: Words): string {
  if (!cell) return '';
  return t(`problems.matrix.cell.${cell.state}`, { count: cell.years });
}

const explained: Exclude<ThemeState, 'repeated'>[] = ['fresh', 'first', 'dropped'];

/** The marks with their meaning. */
export function legendTexts({ t }: Words): string[] {
  return [
    ...explained.map(
      (state) =>
        `${t(`problems.matrix.cell.${state}`)}${t('chart.colon')}${t(`problems.matrix.said.${state}`)}`,
    ),
    t('problems.matrix.said.lasting'),
  ];
}
