import { compare, type Maybe, subtract } from './money.ts';
import type { Decimal } from './submission.ts';
import { type TextPart, wordDifference } from './word-difference.ts';

/** What became of a field since an earlier content: `new` was not stated then, `gone` is not stated any more. */
export type FieldChange = 'same' | 'changed' | 'new' | 'gone';

/** A figure beside an earlier one. `by`: the difference, where both are stated. */
export interface FigureChange {
  before?: Decimal;
  by?: Decimal;
  change: FieldChange;
}

/** A text with what was added and removed since an earlier one. */
export interface TextChange {
  change: FieldChange;
  parts: TextPart[];
}

/** By value: 9.5 is 9.50. */
export function figureChange(now: Maybe, before: Maybe): FigureChange {
  const change =
    stateOf(now ?? undefined, before ?? undefined) ?? (compare(now, before) === 0 ? 'same' : 'changed');
  return { ...(before ? { before } : {}), by: subtract(now, before), change };
}

/** Word by word, or as a whole. */
export function textChange(
  now: string | undefined,
  before: string | undefined,
  { isWhole = false }: { isWhole?: boolean } = {},
): TextChange {
  const change = stateOf(now, before) ?? (now === before ? 'same' : 'changed');
  if (!isWhole || change !== 'changed') return { change, parts: wordDifference(before ?? '', now ?? '') };
  return {
    change,
    parts: [
      { kind: 'removed', text: before ?? '' },
      { kind: 'added', text: now ?? '' },
    ],
  };
}

function stateOf(now: string | undefined, before: string | undefined): FieldChange | undefined {
  if (now === undefined && before === undefined) return 'same';
  if (before === undefined) return 'new';
  return now === undefined ? 'gone' : undefined;
}

/** An entry of a list and the one of an earlier list that it stands for; either may be missing. */
export interface EntryPair<T> {
  now?: T;
  /** Number of the entry in the list now, from 1. */
  row?: number;
  before?: T;
}

/** How much of their letters two names must share for one to be the other reworded. */
const leastLikeness = 0.5;

/**
 * Pairs the entries of two lists: equal names first, then names that are most alike. Entries of the list now in their order,
 * then those that are gone.
 */
export function pairEntries<T>(
  now: readonly T[],
  before: readonly T[],
  nameOf: (entry: T) => string,
): EntryPair<T>[] {
  const left = new Set(before);
  const partner = new Map<T, T>();
  const take = (entry: T, other: T | undefined) => {
    if (other === undefined) return;
    partner.set(entry, other);
    left.delete(other);
  };
  for (const entry of now)
    take(
      entry,
      [...left].find((other) => nameOf(other) === nameOf(entry)),
    );
  const letters = new Map([...now, ...before].map((entry) => [entry, pairsOfLetters(nameOf(entry))]));
  const alike = now
    .filter((entry) => !partner.has(entry))
    .flatMap((entry) =>
      [...left].map((other) => ({ entry, other, like: likeness(letters.get(entry), letters.get(other)) })),
    )
    .filter(({ like }) => like >= leastLikeness)
    .sort((a, b) => b.like - a.like);
  for (const { entry, other } of alike) if (!partner.has(entry) && left.has(other)) take(entry, other);
  return [
    ...now.map((entry, index) => ({ now: entry, row: index + 1, before: partner.get(entry) })),
    ...[...left].map((other) => ({ before: other })),
  ];
}

function pairsOfLetters(text: string): Set<string> {
  return new Set(
    Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2)),
  );
}

function likeness(a: Set<string> = new Set(), b: Set<string> = new Set()): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
