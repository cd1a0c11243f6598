import { type AuditSearch, encodeAuditSearch } from '#app/domain/audit-search.ts';
import type { AuditView } from '#app/usecases/view-audit.server.ts';

type Addressed = Pick<AuditView, 'district' | 'office' | 'year' | 'search' | 'usual'>;

/** The page's address with some of its state changed; another choice begins at the newest entry again. */
export function auditHref(view: Addressed, changes: Partial<AuditSearch> = {}): string {
  return withQuery(view, auditPath(view), {
    ...view.search,
    before: undefined,
    entry: undefined,
    ...changes,
  });
}

/** The file with every entry of the search, on whatever page. */
export function auditFileHref(view: Addressed, format: 'csv' | 'xlsx'): string {
  return withQuery(view, `${auditPath(view)}.${format}`, { ...view.search, before: undefined });
}

/** Without any choice. */
export function auditPath({ district, office, year }: Addressed): string {
  return office
    ? `/offices/${office.code}/${year}/history`
    : `/districts/${district.code}/${year}/settings/audit`;
}

export function isNarrowed({ search, usual }: Addressed): boolean {
  return encodeAuditSearch({ ...search, before: undefined, entry: undefined }, usual).size > 0;
}

function withQuery(view: Addressed, path: string, search: AuditSearch): string {
  const query = encodeAuditSearch(search, view.usual).toString();
  return query ? `${path}?${query}` : path;
}
