import { childrenOf, type Framework, type FrameworkNode, totalCode } from './framework.ts';
import type { SortKey } from './ranking-params.ts';
import { type ScoreMode, scoreModes } from './scoring.ts';

/** Order of the columns: as in the framework, most points lost first, most offices losing first. */
export const columnOrders = ['framework', 'lost', 'offices'] as const;
export type ColumnOrder = (typeof columnOrders)[number];

/** What rows can be sorted by beside the indicators: rank and points lost over the whole, the office's name. */
export const rowKeys = ['rank', totalCode, 'office'] as const;

/** The state of the heatmap; it lives in the address. */
export interface IndicatorSearch {
  /** Columns are the nodes of this level; a branch that ends above it is shown where it ends. */
  level: 2 | 3;
  /** One of `rowKeys` or the code of a column. */
  sort: SortKey;
  order: ColumnOrder;
  /** Code of the only dimension shown. */
  dimension?: string;
  /** Leaves out the columns in which nobody lost a point. */
  lossesOnly: boolean;
  mode: ScoreMode;
}

const defaultSort = `-${totalCode}`;
const ownParams = ['level', 'sort', 'order', 'dim', 'losses', 'score'];

/** Reads the heatmap's state from an address. Total: what cannot be understood becomes the default. */
export function decodeIndicatorSearch(params: URLSearchParams, framework: Framework): IndicatorSearch {
  const level = params.get('level') === '3' && hasThirdLevel(framework) ? 3 : 2;
  const dimension = childrenOf(framework, totalCode).find(({ code }) => code === params.get('dim'))?.code;
  const columns = nodesAtLevel(framework, level, dimension);
  const wanted = parseSort(params.get('sort') ?? defaultSort);
  const known = [...rowKeys, ...columns.map(({ code }) => code)].includes(wanted.column);
  return {
    level,
    sort: known ? wanted : parseSort(defaultSort),
    order: columnOrders.find((order) => order === params.get('order')) ?? 'framework',
    dimension,
    lossesOnly: params.get('losses') === '1',
    mode: decodeMode(params),
  };
}

/** The address of a state; defaults are left out. Other params stay. */
export function encodeIndicatorSearch(search: IndicatorSearch, base: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(base);
  for (const name of ownParams) params.delete(name);
  const own = {
    level: [String(search.level), '2'],
    sort: [(search.sort.descending ? '-' : '') + search.sort.column, defaultSort],
    order: [search.order, 'framework'],
    dim: [search.dimension ?? '', ''],
    losses: [search.lossesOnly ? '1' : '', ''],
    score: [search.mode, 'counting'],
  };
  for (const [name, [value = '', left]] of Object.entries(own)) if (value !== left) params.set(name, value);
  return params;
}

/** Which score counts, from `?score=`; the one param of an indicator's own page. */
export function decodeMode(params: URLSearchParams): ScoreMode {
  return scoreModes.find((mode) => mode === params.get('score')) ?? 'counting';
}

/** Nodes of the level in the framework's order, and those above it that have nothing below. */
export function nodesAtLevel(
  framework: Framework,
  level: number,
  below: string = totalCode,
): FrameworkNode[] {
  return childrenOf(framework, below).flatMap((node) => {
    const deeper = node.level < level ? nodesAtLevel(framework, level, node.code) : [];
    return deeper.length > 0 ? deeper : [node];
  });
}

export function hasThirdLevel({ nodes }: Framework): boolean {
  return nodes.some(({ level }) => level === 3);
}

function parseSort(text: string): SortKey {
  const descending = text.startsWith('-');
  return { column: descending ? text.slice(1) : text, descending };
}
