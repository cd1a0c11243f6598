import { saysTheSame } from '../form/field-kind.ts';
import type { FormValues } from '../form/fields.ts';
import { type FieldChange, storable } from '../form/merge.ts';

export interface UndoneChanges {
  /** What to write, against what the form holds now. */
  changes: FieldChange[];
  /** Fields that were changed since and keep what they have. */
  kept: string[];
}

/**
 * Takes back what an import wrote: each field gets what it held before, step by step from the last acceptance to the first,
 * and stops at the first that finds something else there than it had written; the same in other figures, as a column gives it
 * back, is nothing else. `steps`: oldest first.
 */
export function undoneChanges(stored: FormValues, steps: readonly (readonly FieldChange[])[]): UndoneChanges {
  const now = new Map<string, string>();
  const stopped = new Set<string>();
  for (const changes of [...steps].reverse()) {
    for (const { field, from, to } of changes) {
      if (stopped.has(field)) continue;
      const held = now.get(field) ?? stored[field] ?? '';
      if (saysTheSame(field, held, storable(to))) now.set(field, storable(from));
      else stopped.add(field);
    }
  }
  const fields = [...new Set(steps.flat().map(({ field }) => field))];
  return {
    changes: [...now]
      .map(([field, to]) => ({ field, from: stored[field] ?? '', to }))
      .filter(({ from, to }) => from !== to),
    kept: fields.filter((field) => stopped.has(field) && !now.has(field)),
  };
}
