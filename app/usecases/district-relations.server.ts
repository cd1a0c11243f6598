import { type Column, columnsOf } from '#app/domain/columns.ts';
import {
  type Claims,
  type ComputedGap,
  claimsAboveComputed,
  claimsOf,
  type Relation,
  relationOf,
} from '#app/domain/relations.ts';
import type { Decimal } from '#app/domain/submission.ts';
import type { District } from '#db/queries/districts.server.ts';
import { findMonthsOfYear } from '#db/queries/monthly-execution.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { loadDistrictYear } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

/** Named after the figures across and upwards. */
export const relationIds = ['rate_score', 'size_rate', 'size_score'] as const;
export type RelationId = (typeof relationIds)[number];

export interface RelationsView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  /** Full marks of the total score. */
  fullMarks: Decimal;
  relations: Record<RelationId, Relation>;
  claims: Claims;
  aboveComputed: ComputedGap[];
  /** The reader's own choice of two figures; absent until both are chosen and differ. */
  free?: Relation;
  /** Every figure that can be chosen. */
  choices: Column[];
  /** What was chosen, as far as it is known. */
  axes: { x?: string; y?: string };
}

/** How the district's figures go together in one year. Undefined when the district held no round that year. */
export function viewDistrictRelations(
  scope: Scope,
  { year, params }: { year: number; params: URLSearchParams },
): Promise<RelationsView | undefined> {
  return readScope(scope, async (db) => {
    const found = await loadDistrictYear(db, year);
    if (!found) return undefined;
    const { district, header, framework, rows } = found;
    const choices = columnsOf(framework).filter(({ measured }) => measured);
    const column = (id: string) => {
      const known = choices.find((each) => each.id === id);
      if (!known) throw new RangeError(`no column "${id}"`);
      return known;
    };
    const relation = (x: string, y: string) => relationOf(rows, column(x), column(y));
    const axes = axesOf(params, choices);
    return {
      district,
      header,
      fullMarks: framework.totalWeight,
      relations: {
        rate_score: relation('execution_rate', 'total_score'),
        size_rate: relation('budget_total', 'execution_rate'),
        size_score: relation('budget_total', 'total_score'),
      },
      claims: claimsOf(rows),
      aboveComputed: claimsAboveComputed(rows, framework, await findMonthsOfYear(db, year)),
      free: axes.x && axes.y && axes.x !== axes.y ? relation(axes.x, axes.y) : undefined,
      choices,
      axes,
    };
  });
}

/** Total: a column that is not known is not chosen. */
function axesOf(params: URLSearchParams, choices: Column[]): RelationsView['axes'] {
  const known = (name: string) => choices.find(({ id }) => id === params.get(name))?.id;
  return { x: known('x'), y: known('y') };
}
