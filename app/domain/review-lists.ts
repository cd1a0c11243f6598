import { type FieldChange, pairEntries } from './field-change.ts';
import {
  baseOf,
  type Compared,
  type FigureKind,
  type FigureLine,
  figureLine,
  sideOf,
  type TextLine,
  textLine,
} from './review-fields.ts';
import type { SubmissionContent } from './submission.ts';

export const reviewLists = ['projects', 'outcomes', 'problems', 'measures', 'followups'] as const;
export type ReviewList = (typeof reviewLists)[number];

/** An entry of a list, its parts marked against the entry it stands for. */
export interface ListRow {
  /** From 1; absent for one that is gone. */
  row?: number;
  change: FieldChange;
  texts: TextLine[];
  figures: FigureLine[];
}

/** Tells a row from every other of its list. What is gone has no place of its own any more, so its place in the list does. */
export function rowKey({ row, texts }: ListRow, index: number): string {
  return row === undefined ? `gone ${index}` : `${row} ${texts[0]?.now ?? ''}`;
}

/** An entry by the names of the form's parts. */
type Entry = Record<string, string | undefined>;

interface ListRule {
  entries(content: SubmissionContent): Entry[];
  /** What an entry is known by in another year or revision. */
  name(entry: Entry): string;
  parts: Record<string, FigureKind | 'text'>;
}

const rules: Record<ReviewList, ListRule> = {
  projects: {
    entries: ({ keyProjects }) => keyProjects.map((project) => ({ ...project })),
    name: ({ name }) => name ?? '',
    parts: { name: 'text', amount: 'money', score: 'score', grade: 'text', outputs: 'text' },
  },
  outcomes: {
    entries: ({ outcomeIndicators }) => outcomeIndicators.map((outcome) => ({ ...outcome })),
    name: (entry) => `${entry.class} ${entry.name}`,
    parts: { name: 'text', class: 'text', target: 'text', completion: 'text' },
  },
  problems: {
    entries: ({ problems }) => problems.map(({ text }) => ({ text })),
    name: ({ text }) => text ?? '',
    parts: { text: 'text' },
  },
  measures: {
    // a measure names its problem by number, from 1, as the form does
    entries: ({ measures }) =>
      measures.map(({ text, problem }) => ({
        text,
        problem: problem === undefined ? undefined : String(problem + 1),
      })),
    name: ({ text }) => text ?? '',
    parts: { text: 'text', problem: 'count' },
  },
  followups: {
    entries: ({ followUps = [] }) => followUps.map((followUp) => ({ ...followUp })),
    name: ({ problem }) => problem ?? '',
    parts: { problem: 'text', state: 'text', note: 'text' },
  },
};

/** The entries of a list now, then those that are gone, each beside the one it stands for. */
export function listRows(compared: Compared, list: ReviewList): ListRow[] {
  const { entries, name } = rules[list];
  const base = baseOf(compared);
  return pairEntries(entries(compared.now), base ? entries(base) : [], name).map((pair) =>
    listRow(compared, list, pair),
  );
}

function listRow(
  compared: Compared,
  list: ReviewList,
  { now, row, before }: { now?: Entry; row?: number; before?: Entry },
): ListRow {
  const base = baseOf(compared);
  const side = sideOf(compared);
  const parts = Object.entries(rules[list].parts).flatMap(([item, kind]) => {
    const of = { now: now?.[item], before: before?.[item] };
    if (of.now === undefined && of.before === undefined) return [];
    return [{ item, kind, field: `${list}.${row ?? 0}.${item}`, of }];
  });
  const texts = parts.flatMap(({ kind, of, ...line }) =>
    kind === 'text' ? [textLine(base, line, of.now, of.before)] : [],
  );
  const figures = parts.flatMap(({ kind, of, ...line }) =>
    kind === 'text'
      ? []
      : [
          figureLine(
            { now: compared.now, [side]: base },
            { ...line, kind },
            { now: of.now, lastYear: of.before, former: of.before },
          ),
        ],
  );
  const changes = [...texts.map(({ marked }) => marked), ...figures.map((figure) => figure[side])];
  return { row, change: rowChange(base, { now, before }, changes), texts, figures };
}

function rowChange(
  base: SubmissionContent | undefined,
  { now, before }: { now?: Entry; before?: Entry },
  changes: ({ change: FieldChange } | undefined)[],
): FieldChange {
  if (!base) return 'same';
  if (!before) return 'new';
  if (!now) return 'gone';
  return changes.some((each) => each && each.change !== 'same') ? 'changed' : 'same';
}
