import type { FieldChange } from '#app/domain/form/merge.ts';

/**
 * Unsaved changes on the reader's own machine, so that a closed browser loses nothing. Each page in the browser keeps its
 * own under a name of its own; the next opening of the same form by the same account takes over what is left.
 */
export interface Keeper {
  /** False where the browser stores nothing. */
  keep(changes: readonly FieldChange[]): boolean;
  /** What earlier pages left; from now on this page is in charge of it. */
  takeOver(): FieldChange[];
}

export function keeperOf(storage: Storage | undefined, form: string, page = newPage()): Keeper {
  const prefix = `duibiao:form:${form}:`;
  return {
    keep(changes) {
      try {
        if (changes.length === 0) storage?.removeItem(prefix + page);
        else storage?.setItem(prefix + page, JSON.stringify(changes));
        return storage !== undefined;
      } catch {
        return false; // full, or forbidden
      }
    },
    takeOver() {
      const names = Object.keys(storage ?? {}).filter((name) => name.startsWith(prefix));
      const changes = names.flatMap((name) => changesIn(storage?.getItem(name)));
      for (const name of names) if (name !== prefix + page) storage?.removeItem(name);
      return changes;
    },
  };
}

/** The browser's storage; undefined where reading it is forbidden altogether. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** Total: what is not ours, or damaged, is nothing. */
function changesIn(text: string | null | undefined): FieldChange[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isChange) : [];
  } catch {
    return [];
  }
}

function isChange(value: unknown): value is FieldChange {
  const { field, from, to } = (value ?? {}) as Partial<Record<keyof FieldChange, unknown>>;
  return [field, from, to].every((part) => typeof part === 'string');
}

function newPage(): string {
  return Math.random().toString(36).slice(2);
}
