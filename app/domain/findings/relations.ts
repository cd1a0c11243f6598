import { compare } from '../money.ts';
import type { Decimal } from '../submission.ts';
import type { CheckStatus } from './check.ts';

export type Values = Readonly<Record<string, Decimal | undefined>>;

/** Something that must be true of several values together. */
export interface Relation {
  status(values: Values): CheckStatus;
}

/** One value set to another. */
export interface Change {
  field: string;
  value: Decimal;
}

/**
 * Of the candidate changes, those that make `broken` hold and break no relation that holds; if some of them mend more
 * relations than others, only those that mend the most. In the order of the candidates.
 */
export function mendingChanges(
  broken: Relation,
  relations: readonly Relation[],
  values: Values,
  candidates: readonly Change[],
): Change[] {
  const mending = candidates
    .map((change) => ({ change, after: { ...values, [change.field]: change.value } }))
    .filter(({ after }) => broken.status(after) === 'holds')
    .filter(({ after }) =>
      relations.every((one) => one.status(values) !== 'holds' || one.status(after) === 'holds'),
    )
    .map(({ change, after }) => ({ change, mended: heldBy(relations, after) }));
  const most = Math.max(...mending.map(({ mended }) => mended));
  return mending.filter(({ mended }) => mended === most).map(({ change }) => change);
}

/** Whether a value is from 0 to `limit`. */
export function isUpTo(value: Decimal, limit: Decimal): boolean {
  return compare(value, '0') >= 0 && compare(value, limit) <= 0;
}

function heldBy(relations: readonly Relation[], values: Values): number {
  return relations.filter((relation) => relation.status(values) === 'holds').length;
}
