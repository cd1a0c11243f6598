import { Form } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { SubmissionUnderReview } from '#app/usecases/view-review.server.ts';

interface DecidePartProps {
  submission: SubmissionUnderReview;
  mayReview: boolean;
  /** The reason that was typed and not saved. */
  typed?: string;
}

/** Approve, or send back with a reason; the comments on this revision go along. */
export function DecidePart({ submission, mayReview, typed }: DecidePartProps) {
  const { t } = useT();
  const { commands, status, version, revision } = submission;
  const errors = submission.findings.filter(({ severity }) => severity === 'error').length;
  const comments = submission.comments.filter((comment) => comment.revision === revision).length;
  if (!mayReview) return <p>{t('review.decide.leader')}</p>;
  const [mayApprove, mayReturn] = [commands.includes('approve'), commands.includes('return')];
  if (!mayApprove && !mayReturn) return <p>{t('review.decide.nothing')}</p>;
  return (
    <div className="review-decide">
      {mayApprove ? (
        <Form method="post">
          <input type="hidden" name="seen" value={version} />
          <p>{t('review.decide.approveNote')}</p>
          {errors > 0 ? <p className="lost">{t('review.decide.approveErrors', { count: errors })}</p> : null}
          <button type="submit" name="intent" value="approve" className="button button-primary">
            {t('review.decide.approve')}
          </button>
        </Form>
      ) : null}
      {mayReturn ? (
        <Form method="post">
          <input type="hidden" name="seen" value={version} />
          <label htmlFor="return-reason">{t('review.decide.reason')}</label>
          <textarea
            id="return-reason"
            name="reason"
            rows={4}
            maxLength={2000}
            required
            defaultValue={typed}
            className="review-words"
          />
          <p>
            {comments > 0 ? t('review.comments.count', { count: comments }) : t('review.comments.none')}
            {status === 'approved' ? ` ${t('review.decide.returnApproved')}` : null}
          </p>
          <button type="submit" name="intent" value="return" className="button">
            {t('review.decide.return')}
          </button>
        </Form>
      ) : null}
    </div>
  );
}
