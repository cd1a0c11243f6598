import { insertAudit } from '#db/queries/audit.server.ts';
import { updateFinished, upsertDraft } from '#db/queries/drafts.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import {
  type FilingKey,
  type FilingPlace,
  mayStep,
  openFiling,
  refuseUnlessDone,
} from './filing-place.server.ts';
import { valuesOf } from './working-copy.server.ts';

/**
 * The preparer hands the working copy to the approver. `seen`: the working copy's version on the reader's screen, 0 where
 * there was none. Throws FilingRefusal with nothing written.
 */
export function finishDraft(
  scope: Scope,
  { seen, ...key }: FilingKey & { seen: number },
  now: Date,
): Promise<void> {
  return handOver(scope, { ...key, seen, command: 'finish', action: 'draft.finish' }, now);
}

/** The preparer takes a finished working copy back, or the approver hands it back. Throws FilingRefusal with nothing written. */
export function takeBackDraft(
  scope: Scope,
  { seen, ...key }: FilingKey & { seen: number },
  now: Date,
): Promise<void> {
  return handOver(scope, { ...key, seen, command: 'take_back', action: 'draft.take_back' }, now);
}

type HandOver = FilingKey & { seen: number } & (
    | { command: 'finish'; action: 'draft.finish' }
    | { command: 'take_back'; action: 'draft.take_back' }
  );

function handOver(scope: Scope, step: HandOver, now: Date): Promise<void> {
  return withScope(scope, async (db) => {
    const place = await openFiling(db, step, { lock: true });
    if (!(await mayStep(db, place, step, now)) || !place.current) return;
    const { officeId, year, revision } = place.current;
    const at = now.toISOString();
    const version = place.draft ? place.draftVersion : await startDraft(db, place, at);
    const finishedAt = step.command === 'finish' ? at : null;
    if (!version || !(await updateFinished(db, { officeId, year, version, finishedAt }))) {
      await refuseUnlessDone(db, place, step);
      return;
    }
    await insertAudit(db, {
      officeId,
      action: step.action,
      subject: place.subject,
      detail: { revision, seen: step.seen },
      at,
    });
  });
}

/** A returned report that is sent again as it is has no working copy yet. Returns its version; undefined: somebody was faster. */
async function startDraft(
  db: ScopedDb,
  { current, office, round, draftVersion }: FilingPlace,
  at: string,
): Promise<number | undefined> {
  const key = { officeId: office.id, year: round.year };
  const stored = await findSubmission(db, key);
  const fields = stored ? valuesOf(stored) : {};
  const baseRevision = current?.revision ?? 1;
  return upsertDraft(db, { ...key, version: draftVersion, baseRevision, fields, at });
}
