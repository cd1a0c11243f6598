import { type FigureChange, figureChange, type TextChange, textChange } from './field-change.ts';
import type { MissingReasons } from './findings/missing-reasons.ts';
import type { Maybe } from './money.ts';
import type { Decimal, SubmissionContent } from './submission.ts';

/** A submission beside others of the same office. `former`: the revision whose changes are asked for. */
export interface Compared {
  now: SubmissionContent;
  lastYear?: SubmissionContent;
  former?: SubmissionContent;
  /** What texts and lists are marked against. */
  against?: 'year' | 'former';
  /** Of the content now: a field with a reason has its line although nothing stands in it. */
  missing?: MissingReasons;
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
  /** A date or one of a few values: it changes as a whole. */
  isWhole?: true;
  /** Against the one asked for; absent where there is nothing to compare with. */
  marked?: TextChange;
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

/** A text line of one place, marked where there is something to compare with. */
export function textLine(
  base: SubmissionContent | undefined,
  line: Pick<TextLine, 'field' | 'item'>,
  now: string | undefined,
  before: string | undefined,
): TextLine {
  const isWhole = line.item === 'state' || line.item === 'filed_on';
  return {
    ...line,
    now,
    ...(isWhole && { isWhole }),
    ...(base && { marked: textChange(now, before, { isWhole }) }),
  };
}

/** Where a figure holds what became of it since that content. */
export function sideOf({ against }: Pick<Compared, 'against'>): 'former' | 'lastYear' {
  return against === 'former' ? 'former' : 'lastYear';
}
