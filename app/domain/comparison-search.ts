import { type ColumnGroup, columnGroups } from './columns.ts';
import { type ScoreMode, scoreModes } from './scoring.ts';

/** Fewest and most offices that are set side by side. */
export const comparedAtLeast = 2;
export const comparedAtMost = 5;

/** What a comparison shows; it lives in the address. */
export interface ComparisonSearch {
  /** Codes of offices of the district, in the order of the columns; at most five. */
  offices: string[];
  /** Code of the office that the others are measured against, one of `offices`; absent: the first that is compared. */
  base?: string;
  /** Only rows in which the offices differ. */
  differ: boolean;
  groups: ColumnGroup[];
  mode: ScoreMode;
}

/** What the address asked for and did not get. */
export interface DroppedOffices {
  /** Not an office of the district; cut to what a page can repeat. */
  unknown: string[];
  /** Codes beyond the fifth. */
  beyond: string[];
}

const ownParams = ['offices', 'base', 'differ', 'groups', 'score'];
const mostRepeated = 10;

/** Reads the state of a comparison from an address. Total: what cannot be understood is left out or becomes the default. */
export function decodeComparisonSearch(
  params: URLSearchParams,
  known: readonly string[],
): { search: ComparisonSearch; dropped: DroppedOffices } {
  const asked = list(params, 'offices');
  const found = asked.filter((code) => known.includes(code));
  const offices = found.slice(0, comparedAtMost);
  const groups = columnGroups.filter((group) => list(params, 'groups').includes(group));
  return {
    search: {
      offices,
      base: offices.find((code) => code === params.get('base')),
      differ: params.get('differ') === '1',
      groups: groups.length > 0 ? groups : [...columnGroups],
      mode: scoreModes.find((mode) => mode === params.get('score')) ?? 'counting',
    },
    dropped: {
      unknown: asked
        .filter((code) => !known.includes(code))
        .slice(0, mostRepeated)
        .map((code) => [...code].slice(0, mostRepeated).join('')),
      beyond: found.slice(comparedAtMost),
    },
  };
}

/** The address of a state; defaults are left out. Other params stay. */
export function encodeComparisonSearch(search: ComparisonSearch, others: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(others);
  for (const name of ownParams) params.delete(name);
  if (search.offices.length > 0) params.set('offices', search.offices.join(','));
  if (search.base !== undefined) params.set('base', search.base);
  if (search.differ) params.set('differ', '1');
  if (search.groups.length < columnGroups.length) params.set('groups', search.groups.join(','));
  if (search.mode !== 'counting') params.set('score', search.mode);
  return params;
}

/** A form sends one parameter a ticked box, a link one list: both are read, each value once. */
function list(params: URLSearchParams, name: string): string[] {
  const values = params.getAll(name).flatMap((value) => value.split(','));
  return [...new Set(values.map((value) => value.trim()).filter(Boolean))];
}
