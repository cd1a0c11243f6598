import { type Column, columnGroups, defaultColumnsOf, isDimension } from '#app/domain/columns.ts';
import { maxPinned, maxShaded, officeColumn } from '#app/domain/ranking-search.ts';
import { columnName, type RankingText } from '#app/lib/ranking-text.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { rankingHref } from './ranking-address.ts';

const own = ['columns', 'pin', 'shade'];

/** Which columns are shown, by group, which of them stay beside the office, and which have a colour scale. */
export function ColumnChooser({ text }: { text: RankingText }) {
  const { t, view } = text;
  const { columns, search } = view;
  const sets = { all: columns.map(({ id }) => id), none: [], default: defaultColumnsOf(columns, search) };
  const shown = columns.filter(({ id }) => search.columns.includes(id));
  return (
    <details className="ranking-tool no-print">
      <summary>{t('ranking.columns.count', { shown: search.columns.length, total: columns.length })}</summary>
      <form method="get" className="column-chooser" aria-label={t('ranking.columns.title')}>
        <HiddenFields view={view} own={own} />
        {/* The office is always shown; sent along, it tells a choice of no column from no choice. */}
        <input type="hidden" name="columns" value={officeColumn} />
        <p className="chooser-sets">
          {(['default', 'all', 'none'] as const).map((set) => (
            <a
              key={set}
              href={rankingHref(view, {
                columns: sets[set],
                pinned: keep(search.pinned, sets[set]),
                shaded: keep(search.shaded, sets[set]),
              })}
            >
              {t(`ranking.columns.${set}`)}
            </a>
          ))}
          <button type="submit" className="button">
            {t('ranking.columns.apply')}
          </button>
        </p>
        {columnGroups.map((group) => (
          <fieldset key={group}>
            <legend>{t(`ranking.columnGroup.${group}`)}</legend>
            {columns.filter((column) => column.group === group).map((column) => columnBox(column, text))}
          </fieldset>
        ))}
        <fieldset>
          <legend>{t('ranking.columns.pinned', { count: maxPinned })}</legend>
          {shown.map((column) => limitedBox(column, { name: 'pin', most: maxPinned }, text))}
        </fieldset>
        <fieldset>
          <legend>{t('ranking.columns.shaded', { count: maxShaded })}</legend>
          {shown
            .filter(({ measured }) => measured)
            .map((column) => limitedBox(column, { name: 'shade', most: maxShaded }, text))}
        </fieldset>
      </form>
    </details>
  );
}

/** A dimension starts a row, which its categories and indicators follow. */
function columnBox(column: Column, text: RankingText) {
  const { columns } = text.view.search;
  return (
    <label key={column.id} className={isDimension(column.id) ? 'dimension' : undefined}>
      <input
        type="checkbox"
        name="columns"
        value={column.id}
        defaultChecked={columns.includes(column.id)}
        data-now
      />
      {columnName(column, text)}
    </label>
  );
}

/** One of a few: once the most are ticked, no other can be. */
function limitedBox(
  column: Column,
  { name, most }: { name: 'pin' | 'shade'; most: number },
  text: RankingText,
) {
  const { pinned, shaded } = text.view.search;
  const ticked = name === 'pin' ? pinned : shaded;
  const chosen = ticked.includes(column.id);
  return (
    <label key={column.id}>
      <input
        type="checkbox"
        name={name}
        value={column.id}
        defaultChecked={chosen}
        disabled={!chosen && ticked.length >= most}
        data-now
      />
      {columnName(column, text)}
    </label>
  );
}

function keep(pinned: string[], columns: string[]): string[] {
  return pinned.filter((id) => columns.includes(id));
}
