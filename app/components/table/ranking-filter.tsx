import { useState } from 'react';
import { maxRanges, type RangeFilter } from '#app/domain/ranking-params.ts';
import { maxNameLength, noGroup, rankingStatuses } from '#app/domain/ranking-search.ts';
import { nameWithUnit, type RankingText } from '#app/lib/ranking-text.ts';
import { statusText } from '#app/lib/status-text.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { rankingHref } from './ranking-address.ts';

const own = ['q', 'status', 'group', 'of', 'min', 'max', 'top', 'bottom'];

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
          {rankingStatuses.map((status) =>
            tickBox('status', status, statusText(status, t), search.statuses.includes(status)),
          )}
        </fieldset>
        <GroupBoxes text={text} />
        <CutFields text={text} />
        <fieldset className="ranges">
          <legend>{t('ranking.filter.range')}</legend>
          {[...search.ranges, undefined].slice(0, maxRanges).map((range, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: ranges have no name of their own but their place
            <RangeFields key={`${index} ${range?.column}`} text={text} range={range} />
          ))}
        </fieldset>
        <button type="submit" className="button">
          {t('ranking.filter.apply')}
        </button>
        {isFiltered(text) ? <a href={clearHref(text)}>{t('ranking.filter.clear')}</a> : null}
      </form>
    </details>
  );
}

export function isFiltered({ view }: RankingText): boolean {
  const { name, statuses, groups, ranges, top, bottom } = view.search;
  const several = [statuses, groups, ranges].some((each) => each.length > 0);
  return name !== '' || several || top !== undefined || bottom !== undefined;
}

export function clearHref({ view }: RankingText): string {
  const nothing = { name: '', statuses: [], groups: [], ranges: [], top: undefined, bottom: undefined };
  return rankingHref(view, nothing);
}

function tickBox(name: string, value: string, label: string, ticked: boolean) {
  return (
    <label key={value}>
      <input type="checkbox" name={name} value={value} defaultChecked={ticked} data-now />
      {label}
    </label>
  );
}

function GroupBoxes({ text }: { text: RankingText }) {
  const { t, view, groupNames } = text;
  if (groupNames.size === 0) return null;
  const { groups } = view.search;
  return (
    <fieldset>
      <legend>{t('ranking.filter.group')}</legend>
      {[...groupNames].map(([position, name]) =>
        tickBox('group', String(position), name, groups.includes(String(position))),
      )}
      {tickBox('group', noGroup, t('ranking.group.none'), groups.includes(noGroup))}
    </fieldset>
  );
}

/** The first and the last n. */
function CutFields({ text }: { text: RankingText }) {
  const { t, view } = text;
  return (
    <fieldset>
      <legend>{t('ranking.filter.cut')}</legend>
      {(['top', 'bottom'] as const).map((end) => (
        <label key={end}>
          {t(`ranking.filter.${end}`)}
          <input
            name={end}
            inputMode="numeric"
            pattern="\d{1,3}"
            maxLength={3}
            defaultValue={view.search[end]}
          />
        </label>
      ))}
    </fieldset>
  );
}

/** One range over one column; of the columns that are shown, and the one already filtered by. */
function RangeFields({ text, range }: { text: RankingText; range: RangeFilter | undefined }) {
  const { t, view } = text;
  const offered = view.columns.filter(
    ({ id, measured }) => measured && (view.search.columns.includes(id) || id === range?.column),
  );
  return (
    <span>
      <select name="of" aria-label={t('ranking.filter.column')} defaultValue={range?.column ?? ''}>
        <option value="">{t('ranking.filter.anyColumn')}</option>
        {offered.map((column) => (
          <option key={column.id} value={column.id}>
            {nameWithUnit(column, text)}
          </option>
        ))}
      </select>
      {(['min', 'max'] as const).map((bound) => (
        <input
          key={bound}
          name={bound}
          inputMode="decimal"
          aria-label={t(`ranking.filter.${bound}`)}
          placeholder={t(`ranking.filter.${bound}`)}
          defaultValue={range?.[bound]}
        />
      ))}
    </span>
  );
}
