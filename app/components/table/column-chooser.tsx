import { type Column, columnGroups, defaultColumnsOf } from '#app/domain/columns.ts';
import { maxPinned, officeColumn } from '#app/domain/ranking-search.ts';
import { columnName, type RankingText } from '#app/lib/ranking-text.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { rankingHref } from './ranking-address.ts';

const own = ['columns', 'pin'];

/** Which columns are shown, by group, and which of them stay beside the office. */
export function ColumnChooser({ text }: { text: RankingText }) {
  const { t, view } = text;
  const { columns, search } = view;
  const sets = { all: columns.map(({ id }) => id), none: [], default: defaultColumnsOf(columns) };
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
              href={rankingHref(view, { columns: sets[set], pinned: keep(search.pinned, sets[set]) })}
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
            <legend>{t(`ranking.group.${group}`)}</legend>
            {columns.filter((column) => column.group === group).map((column) => columnBox(column, text))}
          </fieldset>
        ))}
        <fieldset>
          <legend>{t('ranking.columns.pinned', { count: maxPinned })}</legend>
          {columns.filter(({ id }) => search.columns.includes(id)).map((column) => pinBox(column, text))}
        </fieldset>
      </form>
    </details>
  );
}

function columnBox(column: Column, text: RankingText) {
  const { columns } = text.view.search;
  return (
    <label key={column.id} className={isDimension(column) ? 'dimension' : undefined}>
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

/** A dimension starts a row, which its categories and indicators follow. */
function isDimension({ id }: Column): boolean {
  return id.startsWith('score:') && !id.includes('.');
}

function pinBox(column: Column, text: RankingText) {
  const { pinned } = text.view.search;
  const chosen = pinned.includes(column.id);
  return (
    <label key={column.id}>
      <input
        type="checkbox"
        name="pin"
        value={column.id}
        defaultChecked={chosen}
        disabled={!chosen && pinned.length >= maxPinned}
        data-now
      />
      {columnName(column, text)}
    </label>
  );
}

function keep(pinned: string[], columns: string[]): string[] {
  return pinned.filter((id) => columns.includes(id));
}
