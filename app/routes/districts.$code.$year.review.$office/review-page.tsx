import { SourceLine } from '#app/components/frame/source-line.tsx';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ReviewView } from '#app/usecases/view-review.server.ts';
import { HeadPart } from './head-part.tsx';
import { Refusal, type Refused } from './refusal.tsx';
import { SubmissionParts } from './submission-parts.tsx';

export interface ReviewPageProps {
  view: ReviewView;
  districtCode: string;
  title: string;
  unit: MoneyUnit;
  mayReview: boolean;
  /** The field that a comment is being written at. */
  writing?: string;
  /** What was not done, with everything that was typed. */
  answer?: { refused: Refused; typed: Record<string, string> };
}

/** One submission, read from what the checks say down to the decision. */
export function ReviewPage(props: ReviewPageProps) {
  const { view, answer, unit } = props;
  const { t, language } = useT();
  const { submission, office, year } = view;
  return (
    <article className="report-card review-page">
      <HeadPart {...props} />
      {answer ? <Refusal refused={answer.refused} scores={submission?.scores ?? []} unit={unit} /> : null}
      {submission ? <SubmissionParts {...props} submission={submission} /> : null}
      <SourceLine source={t('review.source', { office: localName(language, office), year })} />
    </article>
  );
}
