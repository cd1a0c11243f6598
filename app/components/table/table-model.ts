import {
  columnPinningFeature,
  createColumnHelper,
  type Header,
  metaHelper,
  type Column as TableColumn,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { type Column, type ColumnKind, columnGroups } from '#app/domain/columns.ts';
import { officeColumn, type RankingSearch } from '#app/domain/ranking-search.ts';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import type { Language } from '#app/lib/i18n/languages.ts';
import type { RankingText } from '#app/lib/ranking-text.ts';

/** Sorting is the server's, so the table has no feature for it. */
const features = tableFeatures({
  columnPinningFeature,
  columnMeta: metaHelper<{ column?: Column; size: number }>(),
});

export type RankingColumn = TableColumn<typeof features, RankingRow>;
export type RankingHeader = Header<typeof features, RankingRow>;
export type RankingModel = ReturnType<typeof useRankingModel>;

export const noteColumn = 'note';
/** Pixels; sticky columns need numbers to stand beside each other. The note takes what the others leave. */
const widths: Record<Language, Record<ColumnKind | 'office' | 'note', number>> = {
  'zh-CN': {
    office: 128,
    rank: 50,
    group_rank: 68,
    position: 162,
    group: 118,
    movement: 56,
    status: 62,
    date: 92,
    grade: 58,
    score: 86,
    rate: 96,
    money: 100,
    count: 76,
    note: 168,
  },
  en: {
    office: 160,
    rank: 52,
    group_rank: 72,
    position: 190,
    group: 118,
    movement: 70,
    status: 82,
    date: 92,
    grade: 88,
    score: 104,
    rate: 96,
    money: 104,
    count: 80,
    note: 320,
  },
};

/** TanStack's model of the table: which columns show, in what order, how wide, under which groups, sorted how. */
export function useRankingModel({ view, language }: Pick<RankingText, 'view' | 'language'>) {
  const { search, table } = view;
  const columns = useMemo(() => columnDefs(table.columns, language), [table.columns, language]);
  const state = useMemo(() => stateOf(search), [search]);
  return useTable(
    {
      features,
      columns,
      data: table.ranked,
      state,
      getRowId: (row) => row.office.code,
    },
    unchanging,
  );
}

/** Pixels. */
export function sizeOf(column: RankingColumn): number {
  return column.columnDef.meta?.size ?? 0;
}

/** Where a pinned column starts: where the one before it ends. Undefined for a column that is not pinned. */
export function pinOf(column: RankingColumn): { insetInlineStart: number } | undefined {
  if (column.getIsPinned() !== 'start') return undefined;
  const pinned = column.table.getStartLeafColumns();
  const before = pinned.slice(0, column.getPinnedIndex());
  return { insetInlineStart: before.reduce((sum, each) => sum + sizeOf(each), 0) };
}

/** All state comes from the address, through props; nothing of the table's own ever needs a new render. */
function unchanging() {
  return null;
}

function stateOf(search: RankingSearch) {
  const pinned = search.columns.filter((id) => search.pinned.includes(id));
  return { columnPinning: { start: [officeColumn, ...pinned], end: [] } };
}

const helper = createColumnHelper<typeof features, RankingRow>();

/** Of the shown columns only; a group without any is left out. */
function columnDefs(shown: Column[], language: Language) {
  return helper.columns([
    helper.accessor((row) => row.office.name, {
      id: officeColumn,
      meta: { size: widths[language].office },
    }),
    ...columnGroups
      .filter((group) => shown.some((column) => column.group === group))
      .map((group) =>
        helper.group({
          id: group,
          columns: helper.columns(
            shown.filter((column) => column.group === group).map((column) => columnDef(column, language)),
          ),
        }),
      ),
    helper.display({ id: noteColumn, meta: { size: widths[language].note } }),
  ]);
}

function columnDef(column: Column, language: Language) {
  return helper.accessor((row) => row.cells[column.id], {
    id: column.id,
    meta: { column, size: widths[language][column.kind] },
  });
}
