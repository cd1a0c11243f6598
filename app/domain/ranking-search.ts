import type { Column } from './columns.ts';
import { defaultColumnsOf } from './columns.ts';
import { type ScoreMode, scoreModes } from './scoring.ts';

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

/** The state of the ranking table; it lives in the address, so that a link shows the same thing to the next person. */
export interface RankingSearch {
  sort: SortKey[];
  columns: string[];
  /** Columns kept in view beside the office, a subset of `columns`. */
  pinned: string[];
  statuses: string[];
  /** Part of an office's name. */
  name: string;
  range?: RangeFilter;
  mode: ScoreMode;
}

const defaultSort: SortKey[] = [{ column: 'total_score', descending: true }];
/** What the status filter offers, in the order of the round. */
export const rankingStatuses = ['approved', 'submitted', 'returned', 'draft', 'not_filed'] as const;
/** Stands in a list of columns for the office itself, which is always shown: the list that holds nothing else. */
export const officeColumn = 'office';
/** In the address, every column there is. */
const allColumns = 'all';
export const maxPinned = 3;
export const maxNameLength = 40;
const maxSortKeys = 3;
const ownParams = ['sort', 'columns', 'pin', 'status', 'q', 'of', 'min', 'max', 'score'];

/** Reads the table's state from an address. Total: what cannot be understood becomes the default. */
export function decodeRankingSearch(params: URLSearchParams, columns: Column[]): RankingSearch {
  const known = new Map(columns.map((column) => [column.id, column]));
  const chosen = chosenColumns(params, columns);
  const sort = sortKeys(params, known);
  return {
    sort: sort.length > 0 ? sort : defaultSort,
    columns: chosen,
    pinned: list(params, 'pin')
      .filter((id) => chosen.includes(id))
      .slice(0, maxPinned),
    statuses: list(params, 'status').filter((status) => rankingStatuses.some((known) => known === status)),
    name: firstOf(params.get('q') ?? ''),
    range: parseRange(params, known),
    mode: scoreModes.find((mode) => mode === params.get('score')) ?? 'counting',
  };
}

/** The address of a state; defaults are left out, so that the plain page has the plain address. Other params stay. */
export function encodeRankingSearch(
  search: RankingSearch,
  base: URLSearchParams,
  columns: Column[],
): URLSearchParams {
  const params = new URLSearchParams(base);
  for (const name of ownParams) params.delete(name);
  const own: Record<string, string> = {
    sort: search.sort.map((key) => (key.descending ? '-' : '') + key.column).join(','),
    columns: search.columns.length === columns.length ? allColumns : search.columns.join(',') || officeColumn,
    pin: search.pinned.join(','),
    status: search.statuses.join(','),
    q: search.name,
    of: search.range?.column ?? '',
    min: search.range?.min?.toString() ?? '',
    max: search.range?.max?.toString() ?? '',
    score: search.mode,
  };
  const left: Record<string, string> = {
    sort: '-total_score',
    columns: defaultColumnsOf(columns).join(','),
    score: 'counting',
  };
  for (const [name, value] of Object.entries(own)) if (value !== (left[name] ?? '')) params.set(name, value);
  return params;
}

function chosenColumns(params: URLSearchParams, columns: Column[]): string[] {
  const wanted = list(params, 'columns');
  const all = wanted.includes(allColumns);
  const shown = columns.filter((column) => all || wanted.includes(column.id)).map(({ id }) => id);
  return shown.length > 0 || wanted.includes(officeColumn) ? shown : defaultColumnsOf(columns);
}

/** A column named twice counts where it stands first. */
function sortKeys(params: URLSearchParams, known: Map<string, Column>): SortKey[] {
  return list(params, 'sort')
    .map(parseSortKey)
    .filter((key) => key.column === officeColumn || known.get(key.column)?.measured)
    .filter((key, index, keys) => keys.findIndex(({ column }) => column === key.column) === index)
    .slice(0, maxSortKeys);
}

/** Cut by characters, not code units: half a character would not survive the address. */
function firstOf(name: string): string {
  return [...name.trim()].slice(0, maxNameLength).join('').trim();
}

/** A form sends one parameter a ticked box, a link one list: both are read. */
function list(params: URLSearchParams, name: string): string[] {
  return [
    ...new Set(
      params
        .getAll(name)
        .flatMap((value) => value.split(','))
        .filter(Boolean),
    ),
  ];
}

function parseSortKey(text: string): SortKey {
  return text.startsWith('-')
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false };
}

function parseRange(params: URLSearchParams, known: Map<string, Column>): RangeFilter | undefined {
  const column = params.get('of') ?? '';
  const min = parseBound(params.get('min'));
  const max = parseBound(params.get('max'));
  if (!known.get(column)?.measured || (min === undefined && max === undefined)) return undefined;
  return { column, min, max };
}

function parseBound(text: string | null): number | undefined {
  const value = Number(text);
  // Adding 0 turns -0, which an address cannot hold, into 0.
  return text === null || text.trim() === '' || !Number.isFinite(value) ? undefined : value + 0;
}
