/** Where the blocks of the overview lead; the money unit in the address comes along. */
export interface Links {
  /** The ranking table sorted by the first of the columns, highest first, with all of them shown. */
  ranking: (...columns: string[]) => string;
  reportCard: (office: { code: string }) => string;
  overview: (year: number) => string;
  /** The overview with what changed since a day, else since the last visit. */
  changes: (since?: string) => string;
  /** Lost points by indicator, or one node of it. */
  indicators: (node?: string) => string;
  problems: (theme?: string) => string;
  moves: (office?: { code: string }) => string;
  trends: () => string;
  relations: () => string;
}

/** Columns that the ranking table shows unasked, and those that go with any other. */
const shownAnyway = ['total_score', 'execution_rate'];
const context = ['rank', 'movement', 'status', 'total_score'];

export function linksOf(district: { code: string }, year: number, search: URLSearchParams): Links {
  const unit = search.get('unit');
  const base = `/districts/${district.code}/${year}`;
  const withUnit = (path: string, params?: Record<string, string | undefined>) => {
    if (!unit && !params) return path;
    const given = Object.entries({ ...params, unit: unit ?? undefined }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    const query = new URLSearchParams(given).toString();
    return query ? `${path}?${query.replaceAll('%2C', ',').replaceAll('%3A', ':')}` : path;
  };
  return {
    ranking: (...columns) => {
      const [first] = columns;
      const chosen = columns.every((column) => shownAnyway.includes(column))
        ? undefined
        : [...context, ...columns].join(',');
      return withUnit(`${base}/ranking`, { sort: first && `-${first}`, columns: chosen });
    },
    reportCard: ({ code }) => withUnit(`/offices/${code}/${year}`),
    overview: (other) => withUnit(`/districts/${district.code}/${other}`),
    changes: (since) => `${withUnit(base, { since })}#changes`,
    indicators: (node) => withUnit(node ? `${base}/indicators/${node}` : `${base}/indicators`),
    problems: (theme) => withUnit(`${base}/problems`, { theme }),
    moves: (office) => withUnit(`${base}/moves`, { office: office?.code }),
    trends: () => withUnit(`${base}/trends`),
    relations: () => withUnit(`${base}/relations`),
  };
}
