/** What of the trail is asked for; it lives in the address, so that a link shows the same entries to the next person. */
export interface AuditSearch {
  /** Administrative code of an office. */
  office?: string;
  /** An account's id, or `script`. */
  by?: string;
  /** An action, or the first word of several. */
  action?: string;
  /** First and last day in China, YYYY-MM-DD. */
  from?: string;
  to?: string;
  /** A field of the form or a setting, or the beginning of several. */
  field?: string;
  /** Everything, or what is about the year of the page. */
  years: AuditYears;
  /** Only older entries than this one. */
  before?: number;
  /** This entry alone, with all it tells. */
  entry?: number;
}

export const auditYears = ['all', 'year'] as const;
export type AuditYears = (typeof auditYears)[number];

/** Stands for nobody's account in the address. */
export const byScript = 'script';

const patterns = {
  office: /^\d{9}$/,
  by: /^(script|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  action: /^[a-z]\w{0,39}(\.\w{1,40}){0,3}$/,
  from: /^20\d\d-\d\d-\d\d$/,
  to: /^20\d\d-\d\d-\d\d$/,
  field: /^[\w.|,-]{1,120}$/,
} as const;
type TextKey = keyof typeof patterns;

/** Reads an address. Total: what cannot be understood is left out; `usual` holds where the address says nothing of years. */
export function decodeAuditSearch(params: URLSearchParams, usual: AuditYears): AuditSearch {
  const texts = (Object.keys(patterns) as TextKey[]).flatMap((key) => {
    const value = params.get(key)?.trim() ?? '';
    const isDay = key === 'from' || key === 'to';
    return patterns[key].test(value) && (!isDay || isCalendarDay(value)) ? [[key, value] as const] : [];
  });
  return {
    ...(Object.fromEntries(texts) as Partial<Record<TextKey, string>>),
    years: auditYears.find((each) => each === params.get('years')) ?? usual,
    ...numberOf(params, 'before'),
    ...numberOf(params, 'entry'),
  };
}

/** The address of a search; what is usual is left out. */
export function encodeAuditSearch(search: AuditSearch, usual: AuditYears): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of Object.keys(patterns) as TextKey[]) if (search[key]) params.set(key, search[key]);
  if (search.years !== usual) params.set('years', search.years);
  for (const key of ['before', 'entry'] as const) if (search[key]) params.set(key, String(search[key]));
  return params;
}

function numberOf<K extends 'before' | 'entry'>(params: URLSearchParams, key: K): Partial<Record<K, number>> {
  const text = params.get(key) ?? '';
  return /^[1-9]\d{0,14}$/.test(text) ? ({ [key]: Number(text) } as Record<K, number>) : {};
}

function isCalendarDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
