export const problemViews = ['themes', 'matrix', 'statements'] as const;
export type ProblemView = (typeof problemViews)[number];
export const themeOrders = ['offices', 'change', 'repeated', 'catalogue'] as const;
export type ThemeOrder = (typeof themeOrders)[number];
export const officeOrders = ['themes', 'name'] as const;
export type OfficeOrder = (typeof officeOrders)[number];
export const groupings = ['theme', 'office'] as const;
export type Grouping = (typeof groupings)[number];

/** Stands for a theme in the address: problems that belong to none. */
export const noTheme = 'none';
export const maxWordsLength = 40;

/** The state of the problems page; it lives in the address, so that a link shows the same thing to the next person. */
export interface ProblemSearch {
  view: ProblemView;
  /** Order of the themes. */
  sort: ThemeOrder;
  /** Order of the offices in the matrix. */
  rows: OfficeOrder;
  by: Grouping;
  /** Slug of a theme, or `noTheme`. */
  theme?: string;
  /** Administrative code of an office. */
  office?: string;
  /** Only what the same office stated last year too. */
  repeated: boolean;
  /** Only problems without a measure. */
  unmeasured: boolean;
  /** Words that the statement holds. */
  words: string;
}

/**
 * Reads the page's state from an address. Total: what cannot be understood becomes the default. An address that asks for
 * certain statements shows the statements.
 */
export function decodeProblemSearch(params: URLSearchParams): ProblemSearch {
  const filter = {
    theme: matching(params, 'theme', /^[a-z][a-z_]{0,39}$/),
    office: matching(params, 'office', /^\d{9}$/),
    repeated: params.get('repeated') === '1',
    unmeasured: params.get('unmeasured') === '1',
    words: cut(params.get('q') ?? ''),
  };
  return {
    ...filter,
    view: choice(problemViews, params, 'view') ?? viewWithout(filter),
    sort: choice(themeOrders, params, 'sort') ?? themeOrders[0],
    rows: choice(officeOrders, params, 'rows') ?? officeOrders[0],
    by: choice(groupings, params, 'by') ?? groupings[0],
  };
}

/** The address of a state; defaults are left out, so that the plain page has the plain address. Other params are lost. */
export function encodeProblemSearch(search: ProblemSearch): URLSearchParams {
  const params = new URLSearchParams();
  const own: [string, string | false | undefined][] = [
    ['view', search.view !== viewWithout(search) && search.view],
    ['sort', search.sort !== themeOrders[0] && search.sort],
    ['rows', search.rows !== officeOrders[0] && search.rows],
    ['by', search.by !== groupings[0] && search.by],
    ['theme', search.theme],
    ['office', search.office],
    ['repeated', search.repeated && '1'],
    ['unmeasured', search.unmeasured && '1'],
    ['q', search.words],
  ];
  for (const [name, value] of own) if (value) params.set(name, value);
  return params;
}

type Filter = Pick<ProblemSearch, 'theme' | 'office' | 'repeated' | 'unmeasured' | 'words'>;

export function isFiltered({ theme, office, repeated, unmeasured, words }: Filter): boolean {
  return theme !== undefined || office !== undefined || repeated || unmeasured || words !== '';
}

function viewWithout(filter: Filter): ProblemView {
  return isFiltered(filter) ? 'statements' : 'themes';
}

function choice<const T extends string>(
  allowed: readonly T[],
  params: URLSearchParams,
  name: string,
): T | undefined {
  return allowed.find((known) => known === params.get(name));
}

function matching(params: URLSearchParams, name: string, pattern: RegExp): string | undefined {
  const value = params.get(name) ?? '';
  return pattern.test(value) ? value : undefined;
}

/** Cut by characters, not code units: half a character would not survive the address. */
function cut(words: string): string {
  return [...words.trim()].slice(0, maxWordsLength).join('').trim();
}
