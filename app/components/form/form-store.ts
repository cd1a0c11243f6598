import type { EntryRefusal } from '#app/domain/form/entry.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import type { FieldChange } from '#app/domain/form/merge.ts';
import { type Evaluation, type PlacedFinding, sameFindings } from './evaluation.ts';
import type { SaveStatus } from './saver.ts';
import {
  type Conflict,
  pendingChanges,
  type Rejected,
  receive,
  restore,
  type SaveAnswer,
  settle,
  textOf,
  unsavedChanges,
  type WorkingCopy,
  write,
} from './working-copy.ts';

/** One field as the page shows it; the same object as long as nothing of it changed. */
export interface FieldView {
  text: string;
  /** Why it cannot be read; and why it is not even stored as it is. */
  refusal?: EntryRefusal;
  rejected?: Rejected;
  conflict?: Conflict;
  /** The text came from somebody else a moment ago. */
  isNews: boolean;
  findings: readonly PlacedFinding[];
}

/** What the page says about the form as a whole. */
export interface FormSummary {
  evaluation: Evaluation;
  conflicts: readonly string[];
  save: SaveStatus;
  /** Fields that an earlier visit left unsaved and that were put back. */
  restored: readonly string[];
  /** Last thing worth saying aloud: a paste, a take-over. */
  notice?: string;
}

const noFindings: readonly PlacedFinding[] = [];

/**
 * The form on the screen, outside React: what is typed stays in the document's own fields, and only the fields whose view
 * changes are drawn again. Checks run after the keystroke has been painted.
 */
export class FormStore {
  readonly #evaluate: (values: FormValues) => Evaluation;
  readonly #listeners = new Set<() => void>();
  readonly #views = new Map<string, FieldView>();
  #copy: WorkingCopy;
  #summary: FormSummary;
  #evaluationDue = false;
  /** Called after the reader wrote something, by hand, by pasting or by a click. */
  onWrite: () => void = () => {};

  constructor(copy: WorkingCopy, evaluate: (values: FormValues) => Evaluation) {
    this.#evaluate = evaluate;
    this.#copy = copy;
    this.#summary = {
      evaluation: evaluate(copy.values),
      conflicts: Object.keys(copy.conflicts),
      save: { kind: 'untouched' },
      restored: [],
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly summary = (): FormSummary => this.#summary;

  get version(): number {
    return this.#copy.version;
  }

  get values(): FormValues {
    return this.#copy.values;
  }

  text(field: string): string {
    return textOf(this.#copy.values, field);
  }

  view(field: string): FieldView {
    const { refused, findings } = this.#summary.evaluation;
    const text = this.text(field);
    const rejected = this.#copy.rejected[field];
    const view = {
      text,
      refusal: refused[field],
      rejected: rejected?.to === text ? rejected : undefined,
      conflict: this.#copy.conflicts[field],
      isNews: this.#copy.news.has(field),
      findings: findings[field] ?? noFindings,
    };
    const known = this.#views.get(field);
    if (known && isSameView(known, view)) return known;
    this.#views.set(field, view);
    return view;
  }

  /** How many rows a list of rows shows: the last one with anything in it. */
  lastRow(list: string): number {
    const rows = Object.keys(this.#copy.values)
      .filter((field) => field.startsWith(`${list}.`) && this.text(field) !== '')
      .map((field) => Number(field.split('.')[1]));
    return Math.max(0, ...rows);
  }

  write(texts: FormValues, notice?: string): void {
    this.#copy = write(this.#copy, texts);
    this.#changed({ notice });
    this.onWrite();
  }

  settle(field: string, side: 'mine' | 'theirs'): void {
    this.#copy = settle(this.#copy, field, side);
    this.#changed({});
    this.onWrite();
  }

  restore(kept: readonly FieldChange[]): void {
    const { copy, restored } = restore(this.#copy, kept);
    if (restored.length === 0) return;
    this.#copy = copy;
    this.#changed({ restored });
    this.onWrite();
  }

  receive(sent: readonly FieldChange[], answer: SaveAnswer): void {
    this.#copy = receive(this.#copy, sent, answer);
    this.#changed({});
  }

  pending(): FieldChange[] {
    return pendingChanges(this.#copy);
  }

  unsaved(): FieldChange[] {
    return unsavedChanges(this.#copy);
  }

  tell(change: Partial<Pick<FormSummary, 'save' | 'notice'>>): void {
    this.#summary = { ...this.#summary, ...change };
    this.#publish();
  }

  #changed(change: Partial<FormSummary>): void {
    const conflicts = Object.keys(this.#copy.conflicts);
    this.#summary = { ...this.#summary, ...change, conflicts };
    this.#publish();
    if (this.#evaluationDue) return;
    this.#evaluationDue = true;
    setTimeout(() => {
      this.#evaluationDue = false;
      const evaluation = sameFindings(this.#summary.evaluation, this.#evaluate(this.#copy.values));
      this.#summary = { ...this.#summary, evaluation };
      this.#publish();
    });
  }

  #publish(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isSameView(a: FieldView, b: FieldView): boolean {
  return (Object.keys(a) as (keyof FieldView)[]).every((part) => a[part] === b[part]);
}
