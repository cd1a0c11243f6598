import type { Column } from '#app/domain/columns.ts';
import type { SortKey } from '#app/domain/ranking-params.ts';
import { officeColumn } from '#app/domain/ranking-search.ts';
import { columnName, columnUnit, nameWithUnit, orderOf, type RankingText } from '#app/lib/ranking-text.ts';
import { rankingHref } from './ranking-address.ts';
import { noteColumn, pinOf, type RankingHeader, type RankingModel } from './table-model.ts';

/** Two rows: the named groups, and the columns. A column of no group stands in both; with nothing but such, one row. */
export function rankingHead(model: RankingModel, text: RankingText) {
  const start = model.getStartHeaderGroups();
  const rows = model
    .getCenterHeaderGroups()
    .map((row, depth) => [...(start[depth]?.headers ?? []), ...row.headers]);
  return (
    <thead>
      {rows.map((headers, depth) => (
        <tr key={depth === 0 ? 'groups' : 'columns'}>
          {headers.map((header) => headCell(header, { depth, depths: rows.length }, text))}
        </tr>
      ))}
    </thead>
  );
}

/** A column of no group is a placeholder in the first row, which then holds it; the second row leaves it out. */
function headCell(
  header: RankingHeader,
  { depth, depths }: { depth: number; depths: number },
  text: RankingText,
) {
  const { column } = header;
  const ungrouped = column.id === officeColumn || column.id === noteColumn;
  if (ungrouped) return depth === 0 ? columnHead(header, text, depths) : null;
  if (depth > 0) return columnHead(header, text, 1);
  const pin = headPin(header);
  const group =
    column.id as keyof typeof import('#app/lib/i18n/catalogue/zh-CN/ranking.ts').messages.columnGroup;
  return (
    <th
      key={header.id}
      scope="colgroup"
      colSpan={header.colSpan}
      className={pin ? 'group pin' : 'group'}
      style={pin}
    >
      <span>{text.t(`ranking.columnGroup.${group}`)}</span>
    </th>
  );
}

function columnHead(header: RankingHeader, text: RankingText, rowSpan: number) {
  const { column } = header;
  const pin = headPin(header);
  const [first] = text.view.search.sort;
  return (
    <th
      key={header.id}
      scope="col"
      rowSpan={rowSpan > 1 ? rowSpan : undefined}
      className={
        [isNumber(column.columnDef.meta?.column) && 'n', pin && 'pin'].filter(Boolean).join(' ') || undefined
      }
      style={pin}
      data-name={nameOf(header, text)}
      aria-sort={first?.column === column.id ? (first.descending ? 'descending' : 'ascending') : undefined}
    >
      {headLabel(header, text)}
    </th>
  );
}

/** What stands over the column where its cells are copied to. */
function nameOf({ column }: RankingHeader, text: RankingText): string {
  if (column.id === noteColumn) return text.t('ranking.note');
  const shown = column.columnDef.meta?.column;
  return shown ? nameWithUnit(shown, text) : text.t('ranking.office');
}

function headLabel(header: RankingHeader, text: RankingText) {
  const column = header.column.columnDef.meta?.column;
  if (header.column.id === noteColumn) return text.t('ranking.note');
  const name = column ? columnName(column, text) : text.t('ranking.office');
  if (column && !column.measured) return name;
  const key = nextKey(header.column.id, text);
  const unit = column && columnUnit(column, text);
  return (
    <>
      {sortLink(name, key, text)}
      <small>
        {sortMark(header.column.id, name, text) ?? alsoLink(name, key, text)}
        {unit}
      </small>
    </>
  );
}

/** The key after the next click: figures start with the highest, names with the first; then the other way round. */
function nextKey(column: string, { view }: RankingText): SortKey {
  const now = view.search.sort.find((key) => key.column === column);
  return { column, descending: now ? !now.descending : column !== officeColumn };
}

/** Sorts by this column alone; with Shift, after the columns already sorted by. */
function sortLink(name: string, key: SortKey, text: RankingText) {
  const { t, view } = text;
  return (
    <a
      href={rankingHref(view, { sort: [key] })}
      title={t('ranking.sort.by', { order: orderOf(key, name, text) })}
      data-also={alsoHref(key, text)}
    >
      {name}
    </a>
  );
}

/**
 * The arrow, with the key's place where there are several; in words for those who do not see it. Null where the table is
 * not sorted by the column.
 */
function sortMark(column: string, name: string, text: RankingText) {
  const { t, view } = text;
  const { sort } = view.search;
  const place = sort.findIndex((key) => key.column === column);
  const key = sort[place];
  if (!key) return null;
  const order = orderOf(key, name, text);
  return (
    <>
      <b aria-hidden="true">{(key.descending ? '↓' : '↑') + (sort.length > 1 ? place + 1 : '')}</b>
      <span className="sr-only">{t('ranking.sort.state', { index: place + 1, order })}</span>
    </>
  );
}

/** The same as Shift, for those who have no mouse or no scripts. */
function alsoLink(name: string, key: SortKey, text: RankingText) {
  return (
    <a href={alsoHref(key, text)} className="also" aria-label={text.t('ranking.sort.also', { column: name })}>
      +
    </a>
  );
}

function alsoHref(key: SortKey, { view }: RankingText): string {
  return rankingHref(view, {
    sort: [...view.search.sort.filter(({ column }) => column !== key.column), key],
  });
}

/** Numbers, ranks and movements are right-aligned, and so are their headings. */
function isNumber(column: Column | undefined): boolean {
  if (!column) return false;
  return column.measured || ['rank', 'group_rank', 'movement'].includes(column.kind);
}

/** A group counts as pinned as soon as one of its columns is, so the first column under this very heading is asked. */
function headPin(header: RankingHeader) {
  const leaf = header.getLeafHeaders().find(({ subHeaders }) => subHeaders.length === 0);
  return leaf && pinOf(leaf.column);
}
