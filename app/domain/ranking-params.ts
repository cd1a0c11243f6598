import type { Column } from './columns.ts';

/** Pieces of the ranking's address. Each is total: what cannot be understood is left out. */

export interface SortKey {
  column: string;
  descending: boolean;
}

export interface RangeFilter {
  column: string;
  /** In the unit in which the column is shown. */
  min?: number;
  max?: number;
}

/** How many ranges may hold at once. */
export const maxRanges = 5;
const mostOffices = 999;

/** A form sends one parameter a ticked box, a link one list: both are read. */
export function listOf(params: URLSearchParams, name: string): string[] {
  const words = params.getAll(name).flatMap((value) => value.split(','));
  return [...new Set(words.filter(Boolean))];
}

/** Sort keys as in `-total_score,office`. */
export function sortKeysOf(params: URLSearchParams): SortKey[] {
  return listOf(params, 'sort').map((text) =>
    text.startsWith('-') ? { column: text.slice(1), descending: true } : { column: text, descending: false },
  );
}

/** Ranges as a form sends them: the first column with the first minimum and maximum, and so on. */
export function rangesOf(params: URLSearchParams, known: Map<string, Column>): RangeFilter[] {
  const [mins, maxs] = [params.getAll('min'), params.getAll('max')];
  return params
    .getAll('of')
    .map((column, index) => ({ column, min: boundOf(mins[index]), max: boundOf(maxs[index]) }))
    .filter(({ column, min, max }) => known.get(column)?.measured && (min ?? max) !== undefined)
    .slice(0, maxRanges);
}

/** The same back, each range with both bounds so that they stay together. */
export function rangeParams(ranges: RangeFilter[]): [string, string][] {
  return ranges.flatMap(({ column, min, max }): [string, string][] => [
    ['of', column],
    ['min', min?.toString() ?? ''],
    ['max', max?.toString() ?? ''],
  ]);
}

/** A number of offices, from 1; undefined for anything else. */
export function countOf(params: URLSearchParams, name: string): number | undefined {
  const text = params.get(name) ?? '';
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= mostOffices ? count : undefined;
}

/** Cut by characters, not code units: half a character would not survive the address. */
export function firstCharacters(text: string, most: number): string {
  return [...text.trim()].slice(0, most).join('').trim();
}

function boundOf(text: string | undefined): number | undefined {
  const value = Number(text);
  // Adding 0 turns -0, which an address cannot hold, into 0.
  return text === undefined || text.trim() === '' || !Number.isFinite(value) ? undefined : value + 0;
}
