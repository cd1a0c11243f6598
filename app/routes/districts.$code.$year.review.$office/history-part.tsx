import { useT } from '#app/lib/i18n/use-t.ts';
import type { SubmissionUnderReview } from '#app/usecases/view-review.server.ts';
import { actionText, momentText, whoText } from './words.ts';

/** What happened to the submission, by whom and when, as the audit trail has it. */
export function HistoryPart({ steps }: Pick<SubmissionUnderReview, 'steps'>) {
  const words = useT();
  const { t } = words;
  if (steps.length === 0) return <p className="missing">{t('review.history.none')}</p>;
  return (
    <ol className="review-history">
      {steps.map((step) => {
        const { revision, reason } = step.detail;
        return (
          <li key={`${step.at} ${step.action} ${JSON.stringify(step.detail)}`}>
            <time dateTime={step.at}>{momentText(step.at)}</time>
            <span>{whoText(step, words)}</span>
            <span>
              {actionText(step.action, words)}
              {typeof revision === 'number' ? ` · ${t('review.history.revision', { revision })}` : null}
            </span>
            {typeof reason === 'string' ? <span className="review-why">{reason}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
