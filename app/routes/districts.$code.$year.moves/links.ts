import { encodeMoveSearch, type MoveSearch } from '#app/domain/rank-movement-search.ts';
import type { MovesView } from '#app/usecases/office-movement.server.ts';

export type Links = ReturnType<typeof linksOf>;

/** Addresses of this page's states and of the pages beside it; the money unit comes along. */
export function linksOf(view: MovesView, unit: string | null) {
  const { district, header, search } = view;
  const withUnit = (path: string, params = new URLSearchParams()) => {
    if (unit !== null) params.set('unit', unit);
    const query = params.toString();
    return query ? `${path}?${query}` : path;
  };
  const base = `/districts/${district.code}/${header.year}`;
  return {
    self: (changes: Partial<MoveSearch>) =>
      withUnit(`${base}/moves`, encodeMoveSearch({ ...search, ...changes })),
    trends: (code: string) => withUnit(`${base}/trends`, new URLSearchParams({ offices: code })),
    reportCard: (code: string) => withUnit(`/offices/${code}/${header.year}`),
  };
}
