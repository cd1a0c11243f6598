/** Where the blocks of the overview lead; the money unit in the address comes along. */
export interface Links {
  /** The ranking table sorted by a column, highest first unless `ascending`, with that column shown. */
  ranking: (column?: string, ascending?: boolean) => string;
  reportCard: (office: { code: string }) => string;
  overview: (year: number) => string;
}

/** Columns that the ranking table shows unasked, and those that go with any other. */
const shownAnyway = ['total_score', 'execution_rate'];
const context = ['rank', 'movement', 'status', 'total_score'];

export function linksOf(district: { code: string }, year: number, search: URLSearchParams): Links {
  const unit = search.get('unit');
  const withUnit = (path: string, params: [string, string][] = []) => {
    const query = new URLSearchParams(unit ? [...params, ['unit', unit]] : params).toString();
    return query ? `${path}?${query.replaceAll('%2C', ',').replaceAll('%3A', ':')}` : path;
  };
  return {
    ranking: (column, ascending) => {
      const params: [string, string][] = column ? [['sort', `${ascending ? '' : '-'}${column}`]] : [];
      if (column && !shownAnyway.includes(column)) params.push(['columns', [...context, column].join(',')]);
      return withUnit(`/districts/${district.code}/${year}/ranking`, params);
    },
    reportCard: ({ code }) => withUnit(`/offices/${code}/${year}`),
    overview: (other) => withUnit(`/districts/${district.code}/${other}`),
  };
}
