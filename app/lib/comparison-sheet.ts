import { columnGroups } from '#app/domain/columns.ts';
import { toUnit } from '#app/domain/money.ts';
import type { ComparisonLine } from '#app/domain/office-comparison.ts';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import type { HeadCell, Sheet, SheetCell, SheetColumn, SheetRow } from '#app/files/sheet.ts';
import type { Comparison } from '#app/usecases/compare-offices.server.ts';
import { comparisonNotes } from './comparison-notes.ts';
import {
  type ComparisonText,
  differenceText,
  districtText,
  headline,
  lineName,
  namesOf,
  placeText,
  reasonText,
  valueText,
} from './comparison-text.ts';
import { localName } from './i18n/languages.ts';
import { sheetCell } from './sheet-text.ts';

/** The table of the comparison, cell for cell as on the page; before offices are chosen, a sheet that says so. */
export function comparisonSheet(text: ComparisonText): Sheet {
  const { t, view } = text;
  const { comparison } = view;
  const sheet = {
    name: t('compare.file.sheet'),
    unitLine: t('compare.unitLine', { unit: t(`common.unit.${view.unit}`) }),
    frozen: 1,
  };
  if (!comparison) {
    const heading = t('compare.table.figure');
    const columns = [{ heading, width: 30 }];
    const head = [[{ text: heading }]];
    return { ...sheet, title: placeText(text), head, columns, rows: [], notes: [t('compare.file.choose')] };
  }
  return {
    ...sheet,
    title: t('compare.title', {
      place: placeText(text),
      offices: namesOf(
        comparison.chosen.map(({ office }) => office),
        text,
      ),
    }),
    head: headOf(comparison, text),
    columns: columnsOf(comparison, text),
    rows: rowsOf(comparison, text),
    notes: [
      headline(comparison, text),
      ...comparison.chosen.flatMap((row) => {
        const reason = reasonText(row, text);
        return reason ? [localName(text.language, row.office) + t('chart.colon') + reason] : [];
      }),
      ...comparisonNotes(comparison, text, { inFile: true }),
      t('compare.rule.words'),
    ],
  };
}

/** The columns under one office: the base has nothing to be compared with. */
export function partsOf(comparison: Comparison, officeId: string): ('value' | 'difference' | 'ratio')[] {
  return officeId === comparison.base || comparison.base === undefined
    ? ['value']
    : ['value', 'difference', 'ratio'];
}

function headOf(comparison: Comparison, text: ComparisonText): HeadCell[][] {
  const { t } = text;
  const short = { value: 'value', difference: 'differenceShort', ratio: 'ratio' } as const;
  return [
    [
      { text: t('compare.table.figure'), down: 2 },
      ...comparison.chosen.map((row) => ({
        text: markedName(row, text),
        across: partsOf(comparison, row.office.id).length,
      })),
      { text: t('compare.table.district'), across: 2 },
    ],
    [
      ...comparison.chosen.flatMap(({ office }) =>
        partsOf(comparison, office.id).map((part) => ({ text: t(`compare.table.${short[part]}`) })),
      ),
      { text: t('compare.table.mean') },
      { text: t('compare.table.median') },
    ],
  ];
}

/** With the mark of provisional figures. */
function markedName({ office, provisional }: RankingRow, { language }: ComparisonText): string {
  return localName(language, office) + (provisional ? '*' : '');
}

function columnsOf(comparison: Comparison, text: ComparisonText): SheetColumn[] {
  const { t, language } = text;
  const base = comparison.chosen.find(({ office }) => office.id === comparison.base)?.office;
  const said = { base: base && localName(language, base) };
  const names = { value: 'value', difference: 'difference', ratio: 'ratioLong' } as const;
  const column = (owner: string, part: string) => ({
    heading: t('compare.table.heading', { office: owner, part }),
    width: 14,
    decimals: 2,
  });
  return [
    { heading: t('compare.table.figure'), width: 34 },
    ...comparison.chosen.flatMap((row) =>
      partsOf(comparison, row.office.id).map((part) =>
        column(markedName(row, text), t(`compare.table.${names[part]}`, said)),
      ),
    ),
    column(t('compare.table.district'), t('compare.table.mean')),
    column(t('compare.table.district'), t('compare.table.median')),
  ];
}

function rowsOf(comparison: Comparison, text: ComparisonText): SheetRow[] {
  return columnGroups.flatMap((group) => {
    const lines = comparison.lines.filter(({ column }) => column.group === group);
    const heading: SheetRow = { kind: 'heading', cells: [groupName(group, lines.length, text)] };
    const rows = lines.map((line): SheetRow => ({ kind: 'body', cells: cellsOf(line, comparison, text) }));
    return lines.length > 0 ? [heading, ...rows] : [];
  });
}

/** A group of figures and how many of them are shown. */
export function groupName(
  group: (typeof columnGroups)[number],
  count: number,
  { t }: ComparisonText,
): string {
  return t('compare.table.group', { group: t(`ranking.columnGroup.${group}`), count });
}

function cellsOf(line: ComparisonLine, comparison: Comparison, text: ComparisonText): SheetCell[] {
  const { column } = line;
  const shown = (value: string | undefined) =>
    value !== undefined && column.kind === 'money' ? toUnit(value, text.unit) : value;
  const numeric = column.measured || column.kind === 'rank';
  const offices = comparison.chosen.flatMap((row, index) => {
    const cell = line.cells[index] ?? {};
    const figure = valueText(row, line, text);
    const parts: Record<string, SheetCell> = {
      value: numeric ? figureCell(shown(cell.value), figure, cell.lead !== undefined) : sheetCell(figure),
      difference: figureCell(
        shown(cell.difference),
        differenceText(cell, column, text) ?? text.words.notApplicable,
      ),
      ratio: figureCell(cell.ratio, cell.ratio ?? text.words.notApplicable),
    };
    return partsOf(comparison, row.office.id).map((part) => parts[part] ?? '');
  });
  return [
    lineName(column, text),
    ...offices,
    figureCell(shown(line.mean), districtText(line.mean, line, text)),
    figureCell(shown(line.median), districtText(line.median, line, text)),
  ];
}

function figureCell(value: string | undefined, text: string, strong = false): SheetCell {
  if (value === undefined) return sheetCell(text);
  return strong ? { value, text, strong } : { value, text };
}
