import type { FormValues } from './fields.ts';
import { fieldPlace, isBlank, isFormField, mostRows } from './fields.ts';
import type { FieldChange } from './merge.ts';

/** Most changes that one save takes. */
export const mostChanges = 2_000;
/** Characters of one field that a working copy keeps: more than a submission takes, so that a text too long is not lost. */
export const longestEntry = 20_000;
/** Characters of a whole working copy. */
const longestCopy = 1_000_000;

/** A change that the working copy does not take, whoever else writes. */
export interface RefusedChange {
  field: string;
  to: string;
  refusal: 'unknown_field' | 'too_long' | 'too_many_rows' | 'too_many_changes';
}

/** Parts the changes that a working copy can take from those beyond its bounds. `nodes`: codes that scores are claimed at. */
export function withinLimits(
  stored: FormValues,
  changes: readonly FieldChange[],
  nodes: ReadonlySet<string>,
): { accepted: FieldChange[]; refused: RefusedChange[] } {
  const accepted: FieldChange[] = [];
  const refused: RefusedChange[] = [];
  const rows = countedRows(stored);
  let characters = Object.values(stored).reduce((sum, text) => sum + text.length, 0);
  for (const [index, change] of changes.entries()) {
    const { field, to } = change;
    const grown = characters + to.length - (stored[field]?.length ?? 0);
    const refusal =
      index >= mostChanges
        ? 'too_many_changes'
        : !isFormField(field, nodes)
          ? 'unknown_field'
          : to.length > longestEntry || (grown > longestCopy && grown > characters)
            ? 'too_long'
            : rows.takes(change)
              ? undefined
              : 'too_many_rows';
    if (refusal) refused.push({ field, to, refusal });
    else {
      accepted.push(change);
      characters = grown;
    }
  }
  return { accepted, refused };
}

/** Counts the rows of every list; answers to findings count as one list. */
function countedRows(stored: FormValues) {
  const rows = new Map<string, Set<string>>();
  const takes = ({ field, to }: Pick<FieldChange, 'field' | 'to'>): boolean => {
    const place = fieldPlace(field);
    if (isBlank(to) || (place?.kind !== 'row' && place?.kind !== 'answer')) return true;
    const [list, row] = place.kind === 'row' ? [place.list, String(place.row)] : ['answers', place.key];
    const known = rows.get(list) ?? new Set();
    if (known.size >= mostRows && !known.has(row)) return false;
    rows.set(list, known.add(row));
    return true;
  };
  for (const [field, to] of Object.entries(stored)) takes({ field, to });
  return { takes };
}
