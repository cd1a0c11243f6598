/** What a trend is read by: the score that counts, in points, or the execution rate worked out, in percent. */
export const trendMeasures = ['total_score', 'execution_rate'] as const;
export type TrendMeasure = (typeof trendMeasures)[number];

/** In which order the offices' small panels stand. */
export const panelSorts = ['rank', 'up', 'down'] as const;
export type PanelSort = (typeof panelSorts)[number];

/** Offices in colour; more could not be told apart. */
export const mostChosen = 5;

/** The state of the page; it lives in the address. */
export interface TrendSearch {
  /** Nine-digit codes in the reader's order; empty: the page chooses. */
  offices: string[];
  /** By what the offices are ranked. */
  by: TrendMeasure;
  /** What the small panels show. */
  measure: TrendMeasure;
  sort: PanelSort;
}

const defaults = { by: 'total_score', measure: 'total_score', sort: 'rank' } as const;

/** Total: what cannot be understood becomes the default. A form sends one parameter a box, a link one list. */
export function decodeTrendSearch(params: URLSearchParams): TrendSearch {
  const codes = params.getAll('offices').flatMap((value) => value.split(','));
  const known = codes.filter((code) => /^\d{9}$/.test(code));
  return {
    offices: [...new Set(known)].slice(0, mostChosen),
    by: trendMeasures.find((by) => by === params.get('by')) ?? defaults.by,
    measure: trendMeasures.find((measure) => measure === params.get('measure')) ?? defaults.measure,
    sort: panelSorts.find((sort) => sort === params.get('sort')) ?? defaults.sort,
  };
}

/** The address of a state, defaults left out. */
export function encodeTrendSearch({ offices, by, measure, sort }: TrendSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (offices.length > 0) params.set('offices', offices.join(','));
  if (by !== defaults.by) params.set('by', by);
  if (measure !== defaults.measure) params.set('measure', measure);
  if (sort !== defaults.sort) params.set('sort', sort);
  return params;
}
