import type { Maybe } from './money.ts';
import {
  baseOf,
  type Compared,
  type FigureLine,
  figureLine,
  sideOf,
  type TextLine,
  textLine,
} from './review-fields.ts';
import { type ListRow, listRows, type ReviewList, reviewLists } from './review-lists.ts';
import { moneyItems, rateItems, type SubmissionContent } from './submission.ts';

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
  const lists = reviewLists.map((list) => [list, listRows(compared, list)] as const);
  return {
    money: figures(compared, moneyItems, {
      ...{ kind: 'money', fieldOf: (item) => `amounts.${item}` },
      figureOf: ({ amounts }, item) => amounts[item],
    }),
    rates: figures(compared, rateItems, {
      ...{ kind: 'rate', fieldOf: (item) => `rates.${item}` },
      figureOf: ({ rates }, item) => rates[item],
    }),
    months: figures(compared, months, {
      ...{ kind: 'rate', fieldOf: (month) => `months.${month}` },
      figureOf: ({ monthlyExecution }, month) =>
        monthlyExecution.find((each) => String(each.month) === month)?.rate,
    }),
    counts: figures(compared, ['staffing', 'sub_units_stated'], {
      ...{ kind: 'count', fieldOf: (item) => item },
      figureOf: ({ staffing, subUnitsStated }, item) =>
        (item === 'staffing' ? staffing : subUnitsStated)?.toString(),
    }),
    texts: texts(compared),
    lists: Object.fromEntries(lists) as Record<ReviewList, ListRow[]>,
  };
}

/** How many fields differ from what texts and lists are marked against; an entry of a list counts once. */
export function countChanges(lines: ReviewLines, against: Compared['against']): number {
  const side = sideOf({ against });
  const changed = [
    ...[lines.money, lines.rates, lines.months, lines.counts].flat().map((line) => line[side]?.change),
    ...lines.texts.map(({ marked }) => marked?.change),
    ...reviewLists.flatMap((list) => lines.lists[list].map(({ change }) => change)),
  ];
  return changed.filter((change) => change !== undefined && change !== 'same').length;
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1));

interface FigureRule<Item> {
  kind: FigureLine['kind'];
  fieldOf(item: Item): string;
  figureOf(content: SubmissionContent, item: Item): Maybe;
}

function figures<Item extends string>(
  compared: Compared,
  items: readonly Item[],
  { kind, fieldOf, figureOf }: FigureRule<Item>,
): FigureLine[] {
  const { now, lastYear, former, missing = {} } = compared;
  return items.flatMap((item) => {
    const of = {
      now: figureOf(now, item),
      lastYear: lastYear && figureOf(lastYear, item),
      former: former && figureOf(former, item),
    };
    const field = fieldOf(item);
    const isStated = of.now !== undefined || of.lastYear !== undefined || of.former !== undefined;
    return isStated || field in missing ? [figureLine(compared, { field, kind, item }, of)] : [];
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
  return Object.entries(plainTexts).flatMap(([field, textOf]) => {
    const [now, before] = [textOf(compared.now), base && textOf(base)];
    const isShown = now !== undefined || before !== undefined || field in (compared.missing ?? {});
    if (!isShown) return [];
    return [textLine(base, { field, item: field }, now, before)];
  });
}
