import { saysTheSame } from '../form/field-kind.ts';
import { type FormValues, isBlank } from '../form/fields.ts';
import type { FieldChange } from '../form/merge.ts';
import { formSections, type SectionId } from '../form/sections.ts';
import type { Framework } from '../framework.ts';
import { changesOf, type ReportItem } from './report-items.ts';

/** What somebody accepts of a report: everything, a section, or the items ticked; and what was picked where there is a choice. */
export interface Selection {
  take: 'all' | { section: SectionId } | { items: readonly string[] };
  /** Number of the choice by item, counted from 0. */
  picks: Readonly<Record<string, number>>;
}

export interface ChosenChanges {
  changes: FieldChange[];
  /** Items that the changes belong to. */
  taken: string[];
  /** Items of several choices of which none was picked; they are left as they are. */
  unpicked: string[];
}

/** The changes that a selection asks for, against what the form holds. An item that it holds already needs none. */
export function chosenChanges(
  items: readonly ReportItem[],
  { take, picks }: Selection,
  stored: FormValues,
): ChosenChanges {
  const chosen: ChosenChanges = { changes: [], taken: [], unpicked: [] };
  for (const item of items) {
    if (!isTaken(item, take)) continue;
    const pick = item.choices.length === 1 ? 0 : picks[item.id];
    if (pick === undefined || !item.choices[pick]) {
      if (item.state !== 'same') chosen.unpicked.push(item.id);
      continue;
    }
    const changes = changesOf(item, pick, stored);
    if (changes.length === 0) continue;
    chosen.taken.push(item.id);
    chosen.changes.push(...changes);
  }
  return { ...chosen, changes: withoutLostProblems(chosen.changes, stored) };
}

function isTaken({ id, section }: ReportItem, take: Selection['take']): boolean {
  if (take === 'all') return true;
  return 'section' in take ? take.section === section : take.items.includes(id);
}

/** A measure does not name a problem that is neither in the form nor accepted with it. */
function withoutLostProblems(changes: FieldChange[], stored: FormValues): FieldChange[] {
  const written = new Set(changes.filter(({ to }) => !isBlank(to)).map(({ field }) => field));
  return changes.filter(({ field, to }) => {
    if (!/^measures\.\d+\.problem$/.test(field)) return true;
    const problem = `problems.${to}.text`;
    return written.has(problem) || !isBlank(stored[problem]);
  });
}

/** What a section still wants, and neither the report states nor the form holds: of each group, one field or list. */
export function missingFields(
  items: readonly ReportItem[],
  framework: Framework,
  stored: FormValues,
): { section: SectionId; groups: string[][] }[] {
  const filled = new Set<string>();
  const fill = (field: string) => filled.add(field).add(field.split('.')[0] ?? '');
  for (const [field, text] of Object.entries(stored)) if (!isBlank(text)) fill(field);
  for (const { choices } of items)
    for (const { fields } of choices) for (const field of Object.keys(fields)) fill(field);
  return formSections.flatMap(({ id, needed }) => {
    const groups = needed(framework).filter((group) => !group.some((field) => filled.has(field)));
    return groups.length > 0 ? [{ section: id, groups }] : [];
  });
}

/** A form with changes made to it. */
export function withChanges(stored: FormValues, changes: readonly FieldChange[]): FormValues {
  const after: Record<string, string> = { ...stored };
  for (const { field, to } of changes) {
    if (to === '') delete after[field];
    else after[field] = to;
  }
  return after;
}

/** What is told of one item that somebody else wrote while it was looked at. */
export interface ItemConflict {
  id: string;
  /** Fields with what stands there now and what the report says. */
  fields: { field: string; theirs: string; mine: string }[];
}

/** Which of the items taken hold something else now than `seen` says; an item that holds the report's value already does not. */
export function itemConflicts(
  items: readonly ReportItem[],
  chosen: ChosenChanges,
  isSeen: (item: ReportItem) => boolean,
): ItemConflict[] {
  return items
    .filter((item) => chosen.taken.includes(item.id) && !isSeen(item))
    .map((item) => ({
      id: item.id,
      fields: chosen.changes
        .filter(({ field }) => item.choices.some(({ fields }) => field in fields))
        .filter(({ field, from, to }) => !saysTheSame(field, from, to))
        .map(({ field, from, to }) => ({ field, theirs: from, mine: to })),
    }));
}
