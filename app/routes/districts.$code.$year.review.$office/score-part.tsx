import { Form } from '@remix-run/react';
import { Section } from '#app/components/report-card/section.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { SubmissionUnderReview } from '#app/usecases/view-review.server.ts';
import { ScoreTable, scoreForm } from './score-table.tsx';
import type { Beside } from './words.ts';

interface ScorePartProps {
  submission: SubmissionUnderReview;
  beside: Beside;
  /** The office's pages of the year. */
  base: string;
  typed?: Record<string, string>;
}

/** The scores, with the form that saves the reviewer's where they may be set. */
export function ScorePart({ submission, beside, base, typed }: ScorePartProps) {
  const { t } = useT();
  const isOpen = submission.commands.includes('score');
  const isWaiting = submission.status === 'submitted';
  return (
    <Section
      id="scores"
      title={t('review.section.scores')}
      note={isOpen ? t('review.scores.note') : isWaiting ? undefined : t('review.scores.readOnly')}
    >
      {submission.frameworkChanged ? <p className="note">{t('review.scores.frameworkChanged')}</p> : null}
      <ScoreTable
        lines={submission.scores}
        beside={beside}
        evidence={submission.evidence}
        base={base}
        isOpen={isOpen}
        typed={typed}
      />
      {isOpen ? (
        <Form method="post" id={scoreForm} className="review-save no-print" preventScrollReset>
          <input type="hidden" name="seen" value={submission.version} />
          <button type="submit" name="intent" value="score" className="button button-primary">
            {t('review.scores.save')}
          </button>
        </Form>
      ) : null}
    </Section>
  );
}
