import { encodeRankingSearch, type RankingSearch } from '#app/domain/ranking-search.ts';
import { defaultUnit } from '#app/lib/search-params.ts';
import type { RankingView } from '#app/usecases/district-ranking.server.ts';

type Addressed = Pick<RankingView, 'district' | 'header' | 'unit' | 'search' | 'columns'>;

/** The page's address with some of its state changed; the unit stays. */
export function rankingHref(view: Addressed, changes: Partial<RankingSearch> = {}): string {
  return withQuery(pathOf(view), rankingParams(view, changes));
}

/** The address of the file with what the page shows. */
export function fileHref(view: Addressed, format: 'csv' | 'xlsx'): string {
  return withQuery(`${pathOf(view)}.${format}`, rankingParams(view));
}

/** The state that a form does not hold itself, as hidden fields. */
export function otherParams(view: Addressed, own: readonly string[]): [string, string][] {
  return [...rankingParams(view)].filter(([name]) => !own.includes(name));
}

/** Where offices are set side by side. */
export function comparePath({ district, header }: Addressed): string {
  return `/districts/${district.code}/${header.year}/compare`;
}

/** The page with a saved state; the year stays that on screen. */
export function savedHref(view: Addressed, query: string): string {
  return withQuery(pathOf(view), new URLSearchParams(query));
}

function rankingParams(view: Addressed, changes: Partial<RankingSearch> = {}): URLSearchParams {
  const base = new URLSearchParams(view.unit === defaultUnit ? {} : { unit: view.unit });
  return encodeRankingSearch({ ...view.search, ...changes }, base, view.columns);
}

function pathOf({ district, header }: Addressed): string {
  return `/districts/${district.code}/${header.year}/ranking`;
}

/** Commas and colons may stand in a query as they are, and the address is read by people. */
function withQuery(path: string, params: URLSearchParams): string {
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return query ? `${path}?${query}` : path;
}
