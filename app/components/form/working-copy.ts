import type { FormValues } from '#app/domain/form/fields.ts';
import type { FieldChange } from '#app/domain/form/merge.ts';
import type { RefusedChange } from '#app/domain/form/save-limits.ts';

/** Two people have written into one field. */
export interface Conflict {
  theirs: string;
  /** Who and when (ISO instant); null where that is no longer known. */
  by: string | null;
  at: string | null;
}

/** A text that the server does not take as it is. */
export interface Rejected {
  field: string;
  to: string;
  refusal: RefusedChange['refusal'];
}

/** What the server says after a save or when asked for news. */
export interface SaveAnswer {
  version: number;
  fields: FormValues;
  conflicts: (Conflict & { field: string })[];
  refused: Rejected[];
}

/** A form being filled in: what stands on the screen, and what of it the server is known to hold. */
export interface WorkingCopy {
  version: number;
  values: FormValues;
  /** By field, the stored text that this reader has seen; what differs from it is not saved yet. */
  stored: FormValues;
  conflicts: Readonly<Record<string, Conflict>>;
  /** By field, the last text that the server did not take; another one is sent again. */
  rejected: Readonly<Record<string, Rejected>>;
  /** Fields whose text came from somebody else while the page was open. */
  news: ReadonlySet<string>;
}

export function workingCopy(version: number, values: FormValues): WorkingCopy {
  return { version, values, stored: values, conflicts: {}, rejected: {}, news: new Set() };
}

/** The copy of a page that answers a plain post: the reader's texts stand in the fields, none is stored. */
export function afterPost(
  copy: WorkingCopy,
  conflicts: readonly (Conflict & { field: string; mine: string })[],
  rejected: readonly Rejected[],
): WorkingCopy {
  const mine = [
    ...conflicts.map((one) => [one.field, one.mine]),
    ...rejected.map(({ field, to }) => [field, to]),
  ];
  return {
    ...copy,
    values: { ...copy.values, ...Object.fromEntries(mine) },
    conflicts: Object.fromEntries(conflicts.map(({ field, theirs, by, at }) => [field, { theirs, by, at }])),
    rejected: Object.fromEntries(rejected.map((one) => [one.field, one])),
  };
}

/** A field that was never written is empty. */
export function textOf(values: FormValues, field: string): string {
  return values[field] ?? '';
}

/** The reader writes: texts by field. */
export function write(copy: WorkingCopy, texts: FormValues): WorkingCopy {
  const news = new Set([...copy.news].filter((field) => texts[field] === undefined));
  return { ...copy, values: { ...copy.values, ...texts }, news };
}

/** What has still to be sent. A field in conflict waits until the reader has chosen. */
export function pendingChanges({ values, stored, conflicts, rejected }: WorkingCopy): FieldChange[] {
  return Object.keys(values)
    .filter((field) => !conflicts[field] && rejected[field]?.to !== textOf(values, field))
    .filter((field) => textOf(values, field) !== textOf(stored, field))
    .map((field) => ({ field, from: textOf(stored, field), to: textOf(values, field) }));
}

/** What would be lost if the page closed now: also the reader's side of every conflict and what the server does not take. */
export function unsavedChanges(copy: WorkingCopy): FieldChange[] {
  return pendingChanges({ ...copy, conflicts: {}, rejected: {} });
}

/**
 * Takes the server's answer in: what was sent is stored now, others' texts appear wherever the reader has nothing unsaved,
 * and what two people wrote becomes a conflict. A field the reader went on typing in keeps its text and its base. News
 * overtaken by a later answer is dropped.
 */
export function receive(copy: WorkingCopy, sent: readonly FieldChange[], answer: SaveAnswer): WorkingCopy {
  if (answer.version < copy.version) return copy;
  const stored: Record<string, string> = { ...copy.stored };
  const values: Record<string, string> = { ...copy.values };
  const news = new Set(copy.news);
  const conflicts = { ...copy.conflicts };
  for (const { field, by, at, theirs } of answer.conflicts) conflicts[field] = { theirs, by, at };
  const rejected = Object.fromEntries(answer.refused.map((one) => [one.field, one]));
  const untaken = new Set([...answer.conflicts, ...answer.refused].map(({ field }) => field));
  for (const { field, to } of sent) if (!untaken.has(field)) stored[field] = to;
  for (const field of new Set([...Object.keys(stored), ...Object.keys(answer.fields)])) {
    const theirs = textOf(answer.fields, field);
    if (theirs === textOf(stored, field) || conflicts[field]) continue;
    if (textOf(copy.values, field) !== textOf(stored, field) && textOf(copy.values, field) !== theirs)
      continue;
    stored[field] = theirs;
    if (textOf(copy.values, field) !== theirs) news.add(field);
    values[field] = theirs;
  }
  return {
    version: answer.version,
    values,
    stored,
    conflicts,
    rejected: { ...copy.rejected, ...rejected },
    news,
  };
}

/** Settles a conflict: the reader's own text goes on its way again, or the other's stays. */
export function settle(copy: WorkingCopy, field: string, side: 'mine' | 'theirs'): WorkingCopy {
  const { [field]: conflict, ...conflicts } = copy.conflicts;
  if (!conflict) return copy;
  const values = side === 'mine' ? copy.values : { ...copy.values, [field]: conflict.theirs };
  return { ...copy, values, conflicts, stored: { ...copy.stored, [field]: conflict.theirs } };
}

/**
 * Puts back what an earlier visit could not save. Its base goes along, so that a text which somebody changed meanwhile
 * becomes a conflict and is not overwritten. Tells which fields it put back.
 */
export function restore(
  copy: WorkingCopy,
  kept: readonly FieldChange[],
): { copy: WorkingCopy; restored: string[] } {
  const lost = kept.filter(({ field, to }) => textOf(copy.values, field) !== to);
  const values = Object.fromEntries(lost.map(({ field, to }) => [field, to]));
  const bases = Object.fromEntries(lost.map(({ field, from }) => [field, from]));
  return {
    copy: { ...copy, values: { ...copy.values, ...values }, stored: { ...copy.stored, ...bases } },
    restored: lost.map(({ field }) => field),
  };
}
