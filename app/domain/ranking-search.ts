import type { Column } from './columns.ts';
import { defaultColumnsOf } from './columns.ts';
import {
  countOf,
  firstCharacters,
  listOf,
  type RangeFilter,
  rangeParams,
  rangesOf,
  type SortKey,
  sortKeysOf,
} from './ranking-params.ts';
import { type ScoreMode, scoreModes } from './scoring.ts';

/** The state of the ranking table; it lives in the address, so that a link shows the same thing to the next person. */
export interface RankingSearch {
  sort: SortKey[];
  columns: string[];
  /** Columns kept in view beside the office, a subset of `columns`. */
  pinned: string[];
  /** Columns with a colour scale, a subset of `columns`. */
  shaded: string[];
  statuses: string[];
  /** Positions of the peer groups shown, `none` for offices in no group. */
  groups: string[];
  /** Part of an office's name. */
  name: string;
  /** All of them hold. */
  ranges: RangeFilter[];
  /** Only so many of the first and of the last; offices that share the rank at the cut all stay. */
  top?: number;
  bottom?: number;
  /** Rows stand under their peer groups. */
  grouped: boolean;
  mode: ScoreMode;
}

/** What the status filter offers, in the order of the round. */
export const rankingStatuses = ['approved', 'submitted', 'returned', 'draft', 'not_filed'] as const;
/** Stands in a list of columns for the office itself, which is always shown: the list that holds nothing else. */
export const officeColumn = 'office';
/** The peer group of offices that are in none. */
export const noGroup = 'none';
export const maxPinned = 3;
export const maxShaded = 3;
export const maxNameLength = 40;
const defaultSort: SortKey[] = [{ column: 'total_score', descending: true }];
/** In the address, every column there is. */
const allColumns = 'all';
const maxSortKeys = 3;
const listParams = ['sort', 'columns', 'pin', 'shade'];
const ownParams = [
  ...listParams,
  ...['status', 'group', 'q', 'of', 'min', 'max', 'top', 'bottom', 'by', 'score'],
];

/** Reads the table's state from an address. Total: what cannot be understood becomes the default. */
export function decodeRankingSearch(params: URLSearchParams, columns: Column[]): RankingSearch {
  const known = new Map(columns.map((column) => [column.id, column]));
  const grouped = params.get('by') === 'group';
  const chosen = chosenColumns(params, columns, grouped);
  const sort = sortKeys(params, known);
  return {
    sort: sort.length > 0 ? sort : defaultSort,
    columns: chosen,
    pinned: listOf(params, 'pin')
      .filter((id) => chosen.includes(id))
      .slice(0, maxPinned),
    shaded: listOf(params, 'shade')
      .filter((id) => chosen.includes(id) && known.get(id)?.measured)
      .slice(0, maxShaded),
    statuses: listOf(params, 'status').filter((status) => rankingStatuses.some((known) => known === status)),
    groups: listOf(params, 'group').filter((group) => group === noGroup || /^[1-9]\d{0,2}$/.test(group)),
    name: firstCharacters(params.get('q') ?? '', maxNameLength),
    ranges: rangesOf(params, known),
    top: countOf(params, 'top'),
    bottom: countOf(params, 'bottom'),
    grouped,
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
  const { grouped } = search;
  const own: Record<string, string> = {
    sort: search.sort.map((key) => (key.descending ? '-' : '') + key.column).join(','),
    columns: search.columns.length === columns.length ? allColumns : search.columns.join(',') || officeColumn,
    pin: search.pinned.join(','),
    shade: search.shaded.join(','),
    status: search.statuses.join(','),
    group: search.groups.join(','),
    q: search.name,
    top: search.top?.toString() ?? '',
    bottom: search.bottom?.toString() ?? '',
    by: grouped ? 'group' : '',
    score: search.mode,
  };
  const left: Record<string, string> = {
    sort: '-total_score',
    columns: defaultColumnsOf(columns, { grouped }).join(','),
    score: 'counting',
  };
  for (const [name, value] of Object.entries(own)) if (value !== (left[name] ?? '')) params.set(name, value);
  for (const [name, value] of rangeParams(search.ranges)) params.append(name, value);
  return params;
}

/** Columns that an address names and that there are none of, such as an indicator of another year's framework. */
export function unknownColumns(params: URLSearchParams, columns: Column[]): string[] {
  const known = new Set([allColumns, officeColumn, ...columns.map(({ id }) => id)]);
  const named = [
    ...listParams.flatMap((name) => listOf(params, name)),
    ...params.getAll('of').filter(Boolean),
  ].map((id) => id.replace(/^-/, ''));
  return [...new Set(named)].filter((id) => !known.has(id));
}

function chosenColumns(params: URLSearchParams, columns: Column[], grouped: boolean): string[] {
  const wanted = listOf(params, 'columns');
  const all = wanted.includes(allColumns);
  const shown = columns.filter((column) => all || wanted.includes(column.id)).map(({ id }) => id);
  return shown.length > 0 || wanted.includes(officeColumn) ? shown : defaultColumnsOf(columns, { grouped });
}

/** A column named twice counts where it stands first. */
function sortKeys(params: URLSearchParams, known: Map<string, Column>): SortKey[] {
  return sortKeysOf(params)
    .filter((key) => key.column === officeColumn || known.get(key.column)?.measured)
    .filter((key, index, keys) => keys.findIndex(({ column }) => column === key.column) === index)
    .slice(0, maxSortKeys);
}
