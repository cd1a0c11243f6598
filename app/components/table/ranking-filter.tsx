import { useState } from 'react';
import { maxNameLength, rankingStatuses } from '#app/domain/ranking-search.ts';
import { columnName, columnUnit, type RankingText } from '#app/lib/ranking-text.ts';
import { statusText } from '#app/lib/status-text.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { rankingHref } from './ranking-address.ts';

const own = ['q', 'status', 'of', 'min', 'max'];

/** Which offices are shown. A GET form: it works without scripts, and its answer is an address. */
export function RankingFilter({ text }: { text: RankingText }) {
  const { t, view } = text;
  const { search } = view;
  // Open where the page came with a filter; afterwards it is the reader's to open and close.
  const [open] = useState(isFiltered(text));
  return (
    <details className="ranking-tool no-print" open={open}>
      <summary>{t('ranking.filter.title')}</summary>
      <form method="get" className="ranking-filter" aria-label={t('ranking.filter.title')}>
        <HiddenFields view={view} own={own} />
        <label>
          {t('ranking.filter.name')}
          <input type="search" name="q" defaultValue={search.name} maxLength={maxNameLength} />
        </label>
        <fieldset>
          <legend>{t('ranking.filter.status')}</legend>
          {rankingStatuses.map((status) => (
            <label key={status}>
              <input
                type="checkbox"
                name="status"
                value={status}
                defaultChecked={search.statuses.includes(status)}
                data-now
              />
              {statusText(status, t)}
            </label>
          ))}
        </fieldset>
        <RangeFields text={text} />
        <button type="submit" className="button">
          {t('ranking.filter.apply')}
        </button>
        {isFiltered(text) ? <a href={clearHref(text)}>{t('ranking.filter.clear')}</a> : null}
      </form>
    </details>
  );
}

export function isFiltered({ view }: RankingText): boolean {
  const { name, statuses, range } = view.search;
  return name !== '' || statuses.length > 0 || range !== undefined;
}

export function clearHref({ view }: RankingText): string {
  return rankingHref(view, { name: '', statuses: [], range: undefined });
}

/** The columns that are shown, and the one already filtered by. */
function RangeFields({ text }: { text: RankingText }) {
  const { t, view } = text;
  const { range, columns } = view.search;
  const offered = view.columns.filter(
    ({ id, measured }) => measured && (columns.includes(id) || id === range?.column),
  );
  return (
    <fieldset>
      <legend>{t('ranking.filter.range')}</legend>
      <select
        name="of"
        aria-label={t('ranking.filter.column')}
        key={range?.column ?? ''}
        defaultValue={range?.column ?? ''}
      >
        <option value="">{t('ranking.filter.anyColumn')}</option>
        {offered.map((column) => (
          <option key={column.id} value={column.id}>
            {t('ranking.withUnit', { name: columnName(column, text), unit: columnUnit(column, text) })}
          </option>
        ))}
      </select>
      <input
        name="min"
        inputMode="decimal"
        aria-label={t('ranking.filter.min')}
        placeholder={t('ranking.filter.min')}
        defaultValue={range?.min}
      />
      <span aria-hidden="true">–</span>
      <input
        name="max"
        inputMode="decimal"
        aria-label={t('ranking.filter.max')}
        placeholder={t('ranking.filter.max')}
        defaultValue={range?.max}
      />
    </fieldset>
  );
}
