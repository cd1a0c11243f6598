import { Section } from '#app/components/report-card/section.tsx';
import { reviewLists } from '#app/domain/review-lists.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { SubmissionUnderReview } from '#app/usecases/view-review.server.ts';
import { slotOf } from './address.ts';
import { CommentsAt } from './comment-parts.tsx';

interface ElsewhereProps {
  submission: SubmissionUnderReview;
  writing?: string;
  nameOf(field: string): string;
}

/** Comments at fields that nobody states, now or before, and the form for one. */
export function Elsewhere({ submission, writing, nameOf }: ElsewhereProps) {
  const { t } = useT();
  const shown = shownSlots(submission);
  const asked = [...submission.comments.map(({ field }) => field), ...(writing ? [writing] : [])];
  const fields = [...new Map(asked.map((field) => [slotOf(field), field])).entries()].filter(
    ([slot]) => !shown.has(slot),
  );
  if (fields.length === 0) return null;
  return (
    <Section title={t('review.comments.elsewhere')}>
      {fields.map(([slot, field]) => (
        <div key={slot}>
          <h3>{nameOf(field)}</h3>
          <CommentsAt field={field} />
        </div>
      ))}
    </Section>
  );
}

function shownSlots({ lines, scores }: SubmissionUnderReview): Set<string> {
  const fields = [
    ...[lines.money, lines.rates, lines.months, lines.counts].flat().map(({ field }) => field),
    ...lines.texts.map(({ field }) => field),
    ...reviewLists.flatMap((list) =>
      lines.lists[list].flatMap(({ row, texts }) => (row && texts[0] ? [texts[0].field] : [])),
    ),
    ...scores.map(({ self }) => self.field),
  ];
  return new Set(fields.map(slotOf));
}
