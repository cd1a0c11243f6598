import type { FormValues } from './fields.ts';

/** One field that somebody changed: what he saw there, and what he wrote. */
export interface FieldChange {
  field: string;
  from: string;
  to: string;
}

/** A change that was not made, because the field no longer held what its writer saw. */
export interface ConflictingChange extends FieldChange {
  stored: string;
}

/**
 * Puts changes into the stored fields. A field that still holds what its writer saw, or already what he wrote, takes the
 * change; any other keeps what it has and is told with both texts. Empty texts are left out of the result.
 */
export function mergeChanges(
  stored: FormValues,
  changes: readonly FieldChange[],
): { fields: FormValues; applied: FieldChange[]; conflicts: ConflictingChange[] } {
  const fields = new Map(Object.entries(stored));
  const applied: FieldChange[] = [];
  const conflicts: ConflictingChange[] = [];
  for (const { field, ...change } of changes) {
    const [from, to] = [storable(change.from), storable(change.to)];
    const now = fields.get(field) ?? '';
    if (now !== from && now !== to) {
      conflicts.push({ field, from, to, stored: now });
      continue;
    }
    applied.push({ field, from: now, to });
    if (to === '') fields.delete(field);
    else fields.set(field, to);
  }
  return { fields: Object.fromEntries(fields), applied, conflicts };
}

/** A text as the database and a browser's form both give it back: one kind of line end, nothing that is no character. */
export function storable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** What was changed from one state of a form to another, in the order of its fields. */
export function changesBetween(before: FormValues, after: FormValues): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, from: before[field] ?? '', to: after[field] ?? '' }))
    .filter(({ from, to }) => from !== to);
}
