import { type MovementRule, movementRules } from './rank-movement.ts';

/** In which order the list of offices stands. */
export const moveSorts = ['rank', 'before', 'up', 'down', 'office'] as const;
export type MoveSort = (typeof moveSorts)[number];

/** The state of the page; it lives in the address. */
export interface MoveSearch {
  rule: MovementRule;
  sort: MoveSort;
  /** Nine-digit code of the office in question. */
  office?: string;
}

const defaults = { rule: 'total_score', sort: 'rank' } as const;

/** Total: what cannot be understood becomes the default. */
export function decodeMoveSearch(params: URLSearchParams): MoveSearch {
  const office = params.get('office') ?? '';
  return {
    rule: movementRules.find((rule) => rule === params.get('by')) ?? defaults.rule,
    sort: moveSorts.find((sort) => sort === params.get('sort')) ?? defaults.sort,
    office: /^\d{9}$/.test(office) ? office : undefined,
  };
}

/** The address of a state, defaults left out. */
export function encodeMoveSearch({ rule, sort, office }: MoveSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (office !== undefined) params.set('office', office);
  if (rule !== defaults.rule) params.set('by', rule);
  if (sort !== defaults.sort) params.set('sort', sort);
  return params;
}
