import { saysTheSame } from '../form/field-kind.ts';
import { type FormValues, isBlank, scoredNodes } from '../form/fields.ts';
import type { FieldChange } from '../form/merge.ts';
import { withinLimits } from '../form/save-limits.ts';
import { toContent } from '../form/to-content.ts';
import type { Framework } from '../framework.ts';
import type { CellPlace } from './keyed-rows.ts';
import type { CellProblem, TemplateEntry } from './read-template.ts';

/** One field as the form holds it and as the file does. */
export interface TemplateChange extends FieldChange {
  at: CellPlace;
}

export interface TemplateChanges {
  /** What the file says otherwise than the form. */
  changes: TemplateChange[];
  /** Among them what others changed in the form after the template was made; taken only by choice. */
  conflicts: TemplateChange[];
  /** Cells left blank where the form holds something; it is kept unless the reader chooses otherwise. */
  blanks: TemplateChange[];
  /** Fields in which the file agrees with the form. */
  same: number;
}

/** Compares a template with the form. `base`: what it was filled with; absent for one that was handed out empty. */
export function templateChanges(
  entries: readonly TemplateEntry[],
  stored: FormValues,
  base: FormValues | undefined,
): TemplateChanges {
  const found: TemplateChanges = { changes: [], conflicts: [], blanks: [], same: 0 };
  for (const { field, text, at } of entries) {
    const from = stored[field] ?? '';
    const was = base?.[field] ?? '';
    const change = { field, from, to: isBlank(text) ? '' : text, at };
    if (saysTheSame(field, text, from)) found.same += isBlank(text) ? 0 : 1;
    else if (isBlank(text)) found.blanks.push(change);
    else if (base && saysTheSame(field, text, was))
      found.same += 1; // untouched here, moved on in the form
    else if (base && !saysTheSame(field, from, was)) found.conflicts.push(change);
    else found.changes.push(change);
  }
  return found;
}

/**
 * What the form's own readers say of the changed cells: refusals by their cells, and rows that are not whole yet, which
 * the form keeps too.
 */
export function checkChanges(
  changes: readonly TemplateChange[],
  stored: FormValues,
  framework: Framework,
): { problems: CellProblem[]; incomplete: TemplateChange[] } {
  const byField = new Map(changes.map((change) => [change.field, change]));
  const nodes = new Set(scoredNodes(framework.nodes.map(({ code }) => code)));
  const limits = withinLimits(stored, changes, nodes);
  const after = { ...stored, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
  const refused = [
    ...limits.refused.map(({ field, refusal }) => ({ field, refusal })),
    ...toContent(after, framework).refused,
  ];
  const problems: CellProblem[] = [];
  const incomplete: TemplateChange[] = [];
  for (const { field, refusal } of refused) {
    const change = byField.get(field);
    if (!change) continue;
    if (refusal === 'incomplete_row') incomplete.push(change);
    else problems.push({ at: change.at, code: refusal, text: change.to, field });
  }
  return { problems, incomplete };
}
