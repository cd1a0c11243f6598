import type { Column } from '#app/domain/columns.ts';
import { toUnit } from '#app/domain/money.ts';
import type { SummaryRow } from '#app/domain/ranking-summary.ts';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import type { Decimal } from '#app/domain/submission.ts';
import type { HeadCell, Sheet, SheetCell, SheetColumn, SheetRow } from '#app/files/sheet.ts';
import { cellText, summaryText } from './cell-text.ts';
import { localName } from './i18n/languages.ts';
import { groupSummaryName, type RankingBlock, rankingBlocks } from './ranking-blocks.ts';
import { noteText, summaryNote } from './ranking-notes.ts';
import {
  basisText,
  columnName,
  columnUnit,
  cutText,
  districtName,
  drawsBar,
  headingText,
  headline,
  orderText,
  provisionalText,
  type RankingText,
  readingNotes,
  ruleText,
  shownText,
  sourceText,
  unknownText,
} from './ranking-text.ts';
import { footLine, unitLine } from './sheet-text.ts';

/**
 * The ranking as a file takes it along, cell for cell what the page shows: ranked offices, unranked offices under their
 * own heading with the reason, summaries, and how the figures came about.
 */
export function rankingSheet(text: RankingText): Sheet {
  const { t, view } = text;
  const { columns, ranked, summary } = view.table;
  return {
    name: t('sheet.ranking'),
    title: t('ranking.place', { district: districtName(text), year: view.header.year }),
    unitLine: unitLine(
      columns.map(({ kind }) => kind),
      text,
    ),
    head: headOf(columns, text),
    columns: [
      officeColumnOf(text),
      ...columns.map((column) => sheetColumn(column, text)),
      noteColumnOf(text),
    ],
    rows: [
      ...rankingBlocks(text).flatMap((block) => blockRows(block, text)),
      ...(ranked.length > 0 ? summary.map((row) => districtSummary(row, text)) : []),
    ],
    notes: notesOf(text),
    foot: footLine(
      { source: sourceText(text), asOf: view.header.asOf, provisional: view.header.provisional },
      t,
    ),
    frozen: 1 + columns.filter(({ id }) => view.search.pinned.includes(id)).length,
  };
}

/** In widths of a digit. */
const widths: Record<Column['kind'], number> = {
  rank: 7,
  group_rank: 9,
  position: 24,
  group: 18,
  movement: 7,
  status: 10,
  date: 12,
  grade: 10,
  score: 11,
  rate: 11,
  money: 14,
  count: 9,
};
const wholeNumbers = new Set<Column['kind']>(['rank', 'group_rank', 'movement', 'count']);
/** Of 亿元 four decimals are shown, of everything else two. */
const decimalsOfUnit = { yuan: 2, wan: 2, yi: 4 };

/** Named groups over their columns; pinned columns stand first, under a group of their own. */
function headOf(columns: Column[], text: RankingText): HeadCell[][] {
  const { t } = text;
  const { pinned } = text.view.search;
  const groups: (HeadCell & { key: string; across: number })[] = [];
  for (const { id, group } of columns) {
    const key = `${pinned.includes(id)} ${group}`;
    const last = groups.at(-1);
    if (last?.key === key) last.across += 1;
    else groups.push({ key, text: t(`ranking.columnGroup.${group}`), across: 1 });
  }
  const down = groups.length > 0 ? 2 : 1;
  const heads = [
    { text: t('ranking.office'), down },
    ...groups.map(({ key: _, ...cell }) => cell),
    { text: t('ranking.note'), down },
  ];
  return groups.length > 0 ? [heads, columns.map((column) => leafOf(column, text))] : [heads];
}

function leafOf(column: Column, text: RankingText): HeadCell {
  const unit = columnUnit(column, text);
  return { text: [columnName(column, text), unit].filter(Boolean).join('\n') };
}

function officeColumnOf({ t, language }: RankingText): SheetColumn {
  return { heading: t('ranking.office'), width: language === 'en' ? 26 : 16 };
}

function noteColumnOf({ t }: RankingText): SheetColumn {
  return { heading: t('ranking.note'), width: 40, wrap: true };
}

function sheetColumn(column: Column, text: RankingText): SheetColumn {
  const heading = headingText(column, text);
  const width = widths[column.kind];
  const whole = wholeNumbers.has(column.kind);
  if (!whole && !column.measured) return { heading, width };
  const decimals = whole ? 0 : column.kind === 'money' ? decimalsOfUnit[text.unit] : 2;
  return { heading, width, decimals, ...(drawsBar(column, text) && { barTo: 100 }) };
}

function blockRows({ heading, rows, summary }: RankingBlock, text: RankingText): SheetRow[] {
  return [
    ...(heading === undefined ? [] : [{ kind: 'heading' as const, cells: [heading] }]),
    ...rows.map((row) => officeRow(row, text)),
    ...summary.map((row) => summaryRow(row, groupSummaryName(row, text), text)),
  ];
}

function officeRow(row: RankingRow, text: RankingText): SheetRow {
  const cells = text.view.table.columns.map((column) => {
    const shown = cellText(row, column, text);
    return figure(numberOf(row, column, text), shown, row.shades?.[column.id]);
  });
  return { kind: 'body', cells: [localName(text.language, row.office), ...cells, noteText(row, text)] };
}

function districtSummary(row: SummaryRow, text: RankingText): SheetRow {
  return summaryRow(row, text.t(`ranking.summary.${row.kind}`), text);
}

function summaryRow(row: SummaryRow, name: string, text: RankingText): SheetRow {
  const cells = text.view.table.columns.map((column) => {
    const value = row.cells[column.id];
    const inUnit = row.kind === 'count' ? value : shownValue(value, column, text);
    return figure(inUnit, summaryText(row, column, text));
  });
  return {
    kind: 'summary',
    cells: [name, ...cells, summaryNote(row, text)],
  };
}

function figure(value: Decimal | undefined, shown: string, shade?: number): SheetCell {
  if (value === undefined) return shown;
  return { value, text: shown, ...(shade !== undefined && { shade }) };
}

function numberOf(row: RankingRow, column: Column, text: RankingText): Decimal | undefined {
  if (column.kind === 'rank') return row.rank?.toString();
  if (column.kind === 'group_rank') return row.groupRank?.rank.toString();
  if (column.kind === 'movement') return row.movement?.toString();
  return shownValue(row.cells[column.id], column, text);
}

/** A figure in the unit in which it is shown; undefined for what is no number. */
function shownValue(value: Decimal | undefined, column: Column, { unit }: RankingText): Decimal | undefined {
  if (value === undefined || !column.measured) return undefined;
  return column.kind === 'money' ? toUnit(value, unit) : value;
}

/** What it says in one sentence, rule, basis, source, day and standing of the figures. */
function notesOf(text: RankingText): string[] {
  const { t, view } = text;
  const lines = [
    headline(text),
    ruleText(text),
    basisText(text),
    orderText(text),
    ...readingNotes(text),
    t('common.foot.source', { source: sourceText(text) }),
    view.header.asOf && t('common.foot.asOf', { date: view.header.asOf }),
    provisionalText(text),
    shownText(text),
    cutText(text),
    unknownText(text),
  ];
  return lines.filter((line): line is string => Boolean(line));
}
