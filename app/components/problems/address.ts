import { encodeProblemSearch, isFiltered, type ProblemSearch } from '#app/domain/problem-search.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';

type Addressed = Pick<ProblemsView, 'district' | 'header' | 'search'>;

const unfiltered = { theme: undefined, office: undefined, repeated: false, unmeasured: false, words: '' };

/** The page's address with some of its state changed. */
export function problemsHref(view: Addressed, changes: Partial<ProblemSearch> = {}): string {
  return withQuery(pathOf(view), { ...view.search, ...changes });
}

/** A fresh look at certain statements, whatever was filtered before. */
export function statementsHref(view: Addressed, filter: Partial<ProblemSearch> = {}): string {
  return problemsHref(view, { ...unfiltered, view: 'statements', by: 'theme', ...filter });
}

/** Another view of the same year; a filter belongs to the statements and stays behind. */
export function viewHref(view: Addressed, to: ProblemSearch['view']): string {
  return problemsHref(view, to === 'statements' ? { view: to } : { ...unfiltered, view: to });
}

/** The address of the file with what the page shows. */
export function fileHref(view: Addressed, format: 'csv' | 'xlsx'): string {
  return withQuery(`${pathOf(view)}.${format}`, view.search);
}

export function reportCardHref({ header }: Addressed, { code }: { code: string }): string {
  return `/offices/${code}/${header.year}`;
}

export function isNarrowed({ search }: Addressed): boolean {
  return isFiltered(search);
}

function pathOf({ district, header }: Addressed): string {
  return `/districts/${district.code}/${header.year}/problems`;
}

function withQuery(path: string, search: ProblemSearch): string {
  const query = encodeProblemSearch(search).toString();
  return query ? `${path}?${query}` : path;
}
