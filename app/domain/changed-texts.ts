import type { FieldChange } from './field-change.ts';
import type { Framework } from './framework.ts';
import type { Compared, TextLine } from './review-fields.ts';
import { reviewLines } from './review-lines.ts';
import { type ReviewList, reviewLists } from './review-lists.ts';
import { reviewScoreLines } from './review-score-lines.ts';
import type { SubmissionContent } from './submission.ts';

/** A text that does not read as it did last year; of one that is gone, `text` is last year's. */
export interface ChangedText {
  /** As the form names it; absent for an entry of `list` that is gone. */
  field?: string;
  list?: ReviewList;
  change: Exclude<FieldChange, 'same'>;
  text: string;
}

/** Every text that is new, changed or gone since last year, in the order of a report; none where there is no last year. */
export function changedTexts(
  framework: Framework,
  now: SubmissionContent,
  lastYear: SubmissionContent | undefined,
): ChangedText[] {
  if (!lastYear) return [];
  const compared: Compared = { now, lastYear, against: 'year' };
  const { texts, lists } = reviewLines(compared);
  const scores = reviewScoreLines(framework, compared, { scores: {}, reasons: {} });
  return [
    ...texts.flatMap(changedText),
    ...reviewLists.flatMap((list) =>
      lists[list].flatMap(({ row, texts: parts }) =>
        parts
          .flatMap(changedText)
          .map((changed) => (row === undefined ? { ...changed, field: undefined, list } : changed)),
      ),
    ),
    ...scores.flatMap((score) => score.texts.flatMap(changedText)),
  ];
}

function changedText({ field, item, now, marked }: TextLine): ChangedText[] {
  // a state is chosen, not written
  if (!marked || marked.change === 'same' || item === 'state') return [];
  return [{ field, change: marked.change, text: now ?? marked.parts.map(({ text }) => text).join('') }];
}
