import { encodeTrendSearch, type TrendSearch } from '#app/domain/trends-search.ts';
import type { TrendsView } from '#app/usecases/district-trends.server.ts';

export type Links = ReturnType<typeof linksOf>;

/** Addresses of this page's states and of the pages beside it; the money unit comes along. */
export function linksOf({ district, header, search }: TrendsView, unit: string | null) {
  const withUnit = (path: string, params = new URLSearchParams()) => {
    if (unit !== null) params.set('unit', unit);
    const query = params.toString().replaceAll('%2C', ',');
    return query ? `${path}?${query}` : path;
  };
  return {
    self: (changes: Partial<TrendSearch>) =>
      withUnit(
        `/districts/${district.code}/${header.year}/trends`,
        encodeTrendSearch({ ...search, ...changes }),
      ),
    overview: (year: number) => withUnit(`/districts/${district.code}/${year}`),
    moves: (code: string) =>
      withUnit(
        `/districts/${district.code}/${header.year}/moves`,
        new URLSearchParams({
          office: code,
          ...(search.by === 'execution_rate' && { by: 'execution_rate' }),
        }),
      ),
    reportCard: (code: string) => withUnit(`/offices/${code}/${header.year}`),
  };
}
