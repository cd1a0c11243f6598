import {
  type FieldChange,
  type FigureChange,
  figureChange,
  pairEntries,
  type TextChange,
  textChange,
} from './field-change.ts';
import type { Maybe } from './money.ts';
import { type Decimal, moneyItems, rateItems, type SubmissionContent } from './submission.ts';

/** A submission beside others of the same office. `former`: the revision whose changes are asked for. */
export interface Compared {
  now: SubmissionContent;
  lastYear?: SubmissionContent;
  former?: SubmissionContent;
  /** What texts and lists are marked against. */
  against?: 'year' | 'former';
}

export type FigureKind = 'money' | 'rate' | 'score' | 'count';

/** One figure; `field` names it as the form does. Money in 元, rates in percent, scores in points. */
export interface FigureLine {
  field: string;
  kind: FigureKind;
  /** Item, month or list part. */
  item: string;
  now?: Decimal;
  /** Absent where there is no such content. */
  lastYear?: FigureChange;
  former?: FigureChange;
}

export interface TextLine {
  field: string;
  item: string;
  now?: string;
  /** One of a few values rather than words. */
  isChoice?: true;
  /** Against the one asked for; absent where there is nothing to compare with. */
  marked?: TextChange;
}

export interface ListRow {
  /** From 1; absent for one that is gone. */
  row?: number;
  change: FieldChange;
  texts: TextLine[];
  figures: FigureLine[];
}

export const reviewLists = ['projects', 'outcomes', 'problems', 'measures', 'followups'] as const;
export type ReviewList = (typeof reviewLists)[number];

export interface ReviewLines {
  money: FigureLine[];
  rates: FigureLine[];
  months: FigureLine[];
  counts: FigureLine[];
  texts: TextLine[];
  lists: Record<ReviewList, ListRow[]>;
}

/** Every field that one of the contents states, with what became of it. Scores stand apart, by the framework. */
export function reviewLines(compared: Compared): ReviewLines {
  return {
    money: figures(compared, 'amounts', 'money', moneyItems, (content, item) => content.amounts[item]),
    rates: figures(compared, 'rates', 'rate', rateItems, (content, item) => content.rates[item]),
    months: figures(
      compared,
      'months',
      'rate',
      months,
      ({ monthlyExecution }, month) => monthlyExecution.find((each) => String(each.month) === month)?.rate,
    ),
    counts: [
      ...figures(compared, undefined, 'count', ['staffing'], ({ staffing }) => staffing?.toString()),
      ...figures(compared, undefined, 'count', ['sub_units_stated'], ({ subUnitsStated }) =>
        subUnitsStated?.toString(),
      ),
    ],
    texts: texts(compared),
    lists: {
      projects: listRows(
        compared,
        'projects',
        ({ keyProjects }) => keyProjects,
        ({ name }) => name,
      ),
      outcomes: listRows(
        compared,
        'outcomes',
        ({ outcomeIndicators }) => outcomeIndicators,
        (entry) => `${entry.class} ${entry.name}`,
      ),
      problems: listRows(
        compared,
        'problems',
        ({ problems }) => problems,
        ({ text }) => text,
      ),
      measures: listRows(
        compared,
        'measures',
        ({ measures }) => measures.map(numbered),
        ({ text }) => text,
      ),
      followups: listRows(
        compared,
        'followups',
        ({ followUps }) => followUps ?? [],
        ({ problem }) => problem,
      ),
    },
  };
}

/** How many fields differ from what texts and lists are marked against. */
export function countChanges(lines: ReviewLines, against: Compared['against']): number {
  const figureLines = [...lines.money, ...lines.rates, ...lines.months, ...lines.counts];
  const side = against === 'former' ? 'former' : 'lastYear';
  const changed = [
    ...figureLines.map((line) => line[side]?.change),
    ...lines.texts.map(({ marked }) => marked?.change),
    ...reviewLists.flatMap((list) => lines.lists[list].map(({ change }) => change)),
  ];
  return changed.filter((change) => change !== undefined && change !== 'same').length;
}

/** What a figure or text of one place is in the compared contents. */
export function figureLine(
  { lastYear, former }: Compared,
  line: Pick<FigureLine, 'field' | 'kind' | 'item'>,
  of: { now: Maybe; lastYear: Maybe; former: Maybe },
): FigureLine {
  return {
    ...line,
    now: of.now ?? undefined,
    ...(lastYear && { lastYear: figureChange(of.now, of.lastYear) }),
    ...(former && { former: figureChange(of.now, of.former) }),
  };
}

/** The content that texts and lists are marked against; undefined where there is none. */
export function baseOf({ lastYear, former, against }: Compared): SubmissionContent | undefined {
  return against === 'former' ? former : lastYear;
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1));

function figures<Item extends string>(
  compared: Compared,
  group: string | undefined,
  kind: FigureKind,
  items: readonly Item[],
  valueOf: (content: SubmissionContent, item: Item) => Maybe,
): FigureLine[] {
  const { now, lastYear, former } = compared;
  return items.flatMap((item) => {
    const of = {
      now: valueOf(now, item),
      lastYear: lastYear && valueOf(lastYear, item),
      former: former && valueOf(former, item),
    };
    if (of.now === undefined && of.lastYear === undefined && of.former === undefined) return [];
    return [figureLine(compared, { field: group ? `${group}.${item}` : item, kind, item }, of)];
  });
}

/** Texts outside of any list, in the order in which a report is read. */
const plainTexts: Record<string, (content: SubmissionContent) => string | undefined> = {
  goal: ({ goal }) => goal,
  key_tasks: ({ keyTasks }) => keyTasks,
  change_reason: ({ changeReason }) => changeReason,
  functions: ({ functions }) => functions,
  inner_departments: ({ innerDepartments }) => innerDepartments?.join('\n'),
  sub_units: ({ subUnits }) => subUnits?.join('\n'),
  filed_on: ({ filedOn }) => filedOn,
};

function texts(compared: Compared): TextLine[] {
  const base = baseOf(compared);
  return Object.entries(plainTexts).flatMap(([field, valueOf]) => {
    const [now, before] = [valueOf(compared.now), base && valueOf(base)];
    if (now === undefined && before === undefined) return [];
    return [textLine(base, { field, item: field }, now, before)];
  });
}

/** A text line of one place, marked where there is something to compare with. */
export function textLine(
  base: SubmissionContent | undefined,
  line: Pick<TextLine, 'field' | 'item'>,
  now: string | undefined,
  before: string | undefined,
): TextLine {
  const isChoice = line.item === 'state';
  return {
    ...line,
    now,
    ...(isChoice && { isChoice }),
    ...(base && { marked: textChange(now, before, { isChoice }) }),
  };
}

/** Parts of a row as the form names them; of the figures their kind. */
const partsOf: Record<ReviewList, Record<string, FigureKind | 'text'>> = {
  projects: { name: 'text', amount: 'money', score: 'score', grade: 'text', outputs: 'text' },
  outcomes: { class: 'text', name: 'text', target: 'text', completion: 'text' },
  problems: { text: 'text' },
  measures: { text: 'text', problem: 'count' },
  followups: { problem: 'text', state: 'text', note: 'text' },
};

function listRows<T extends object>(
  compared: Compared,
  list: ReviewList,
  entriesOf: (content: SubmissionContent) => readonly T[],
  nameOf: (entry: T) => string,
): ListRow[] {
  const base = baseOf(compared);
  const pairs = pairEntries(entriesOf(compared.now), base ? entriesOf(base) : [], nameOf);
  return pairs.map(({ now, row, before }) => {
    const value = (entry: T | undefined, part: string) =>
      (entry as Record<string, string | undefined> | undefined)?.[part];
    const parts = Object.entries(partsOf[list]).map(([item, kind]) => ({
      ...{ item, kind, field: `${list}.${row ?? 0}.${item}` },
      ...{ now: value(now, item), before: value(before, item) },
    }));
    const stated = parts.filter((part) => part.now !== undefined || part.before !== undefined);
    const texts = stated
      .filter(({ kind }) => kind === 'text')
      .map(({ field, item, ...of }) => textLine(base, { field, item }, of.now, of.before));
    const figures = stated.flatMap(({ field, item, kind, ...of }) =>
      kind === 'text'
        ? []
        : [
            {
              field,
              item,
              kind,
              now: of.now,
              ...(base && { [sideOf(compared)]: figureChange(of.now, of.before) }),
            },
          ],
    );
    return {
      row,
      change: rowChange(base, { now, before }, [
        ...texts.map(({ marked }) => marked),
        ...figures.map((each) => each[sideOf(compared)]),
      ]),
      texts,
      figures,
    };
  });
}

function sideOf({ against }: Compared): 'former' | 'lastYear' {
  return against === 'former' ? 'former' : 'lastYear';
}

function rowChange(
  base: SubmissionContent | undefined,
  { now, before }: { now?: object; before?: object },
  changes: ({ change: FieldChange } | undefined)[],
): FieldChange {
  if (!base) return 'same';
  if (!before) return 'new';
  if (!now) return 'gone';
  return changes.some((each) => each && each.change !== 'same') ? 'changed' : 'same';
}

/** A measure names its problem by number, from 1, as the form does. */
function numbered({ text, problem }: { text: string; problem?: number }) {
  return { text, problem: problem === undefined ? undefined : String(problem + 1) };
}
