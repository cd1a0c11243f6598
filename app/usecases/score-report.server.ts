import type { Framework } from '#app/domain/framework.ts';
import { reviewChanges, type ScoreChange, type ScoreGiven, scoreRefusal } from '#app/domain/review-scores.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { upsertReviewedScores } from '#db/queries/revisions.server.ts';
import { findSubmission, type StoredSubmission } from '#db/queries/submission-content.server.ts';
import { updateStatus } from '#db/queries/submissions.server.ts';
import { type Scope, withScope } from '#db/scope.server.ts';
import { type FilingKey, mayStep, openFiling, refuseUnlessDone } from './filing-place.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { longestReason } from './filing-words.ts';

/**
 * The reviewer's own scores at nodes of a submitted report, each with a reason where it differs; null takes one back. What
 * follows from them for the nodes above is set as well. `seen`: the submission's version on the reader's screen. Throws
 * FilingRefusal with nothing written.
 */
export function scoreReport(
  scope: Scope,
  { seen, scores, ...key }: FilingKey & { seen: number; scores: Readonly<Record<string, ScoreGiven>> },
  now: Date,
): Promise<void> {
  return withScope(scope, async (db) => {
    const place = await openFiling(db, key);
    const step = { command: 'score', action: 'submission.score', seen } as const;
    if (!(await mayStep(db, place, step, now))) return;
    const framework = await findFramework(db, key.year);
    const stored = await findSubmission(db, { officeId: place.office.id, year: key.year });
    if (!framework || !stored) return;
    refuseWrongScores(framework, stored, scores);
    const { officeId, year, revision, status, content } = stored;
    const review = { scores: stored.reviewed, reasons: stored.reviewedReasons };
    const changes = reviewChanges(framework, content.scores, review, scores);
    if (Object.keys(changes).length === 0) return;
    if (!(await updateStatus(db, { officeId, year, version: seen, status }))) {
      await refuseUnlessDone(db, place, step);
      return;
    }
    await upsertReviewedScores(db, { officeId, year, revision, scores: changes });
    await insertAudit(db, {
      officeId,
      action: step.action,
      subject: place.subject,
      detail: { revision, changes: told(stored, changes), seen },
      at: now.toISOString(),
    });
  });
}

function refuseWrongScores(
  framework: Framework,
  { content }: StoredSubmission,
  scores: Readonly<Record<string, ScoreGiven>>,
): void {
  for (const given of Object.entries(scores)) {
    const [node, { reason }] = given;
    const code = scoreRefusal(framework, content.scores, given);
    if (code) throw new FilingRefusal(code, { node });
    if (reason.length > longestReason)
      throw new FilingRefusal('text_too_long', { characters: reason.length, limit: longestReason });
  }
}

function told({ reviewed }: StoredSubmission, changes: Record<string, ScoreChange>) {
  return Object.entries(changes).map(([node, { score, reason }]) => ({
    field: `scores.${node}.reviewed`,
    from: reviewed[node] ?? '',
    to: score ?? '',
    ...(reason ? { reason } : {}),
  }));
}
