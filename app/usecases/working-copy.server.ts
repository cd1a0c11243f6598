import { type FilingState, filingState, type RoundBarrier, roundBarrier } from '#app/domain/filing-steps.ts';
import { type CheckContext, findFindings } from '#app/domain/findings.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import { changesBetween } from '#app/domain/form/merge.ts';
import { toContent } from '#app/domain/form/to-content.ts';
import { toValues } from '#app/domain/form/to-values.ts';
import { chinaDay } from '#app/domain/office-year.ts';
import { type Draft, findDraft } from '#db/queries/drafts.server.ts';
import { type FormPlace, findFormPlace } from '#db/queries/form-place.server.ts';
import { findSubmission, type StoredSubmission } from '#db/queries/submission-content.server.ts';
import { type ScopedDb, scopeBehind } from '#db/scope.server.ts';

/** One office's form of one year as the office finds it: where it stands, and what has been saved of it. */
export interface WorkingCopy extends FormPlace {
  state: FilingState;
  /** The stored row; undefined where there is none, or what it held has been sent since. */
  draft: Draft | undefined;
  /** Of the stored row, sent or not; 0 where there is none. */
  version: number;
}

/**
 * Finds the office's own working copy, locked until the transaction ends where it is about to be changed. Undefined where
 * the scope is not the office's.
 */
export async function findWorkingCopy(
  db: ScopedDb,
  { officeCode, year }: { officeCode: string; year: number },
  { lock = false }: { lock?: boolean } = {},
): Promise<WorkingCopy | undefined> {
  const { officeId } = scopeBehind(db);
  if (officeId === null) return undefined;
  const row = await findDraft(db, { officeId, year }, { lock });
  // after the lock, so that what another transaction has just done is seen
  const place = await findFormPlace(db, { officeCode, year });
  if (place?.office.id !== officeId) return undefined;
  const draft = row?.baseRevision === place.submission?.revision ? row : undefined;
  return {
    ...place,
    state: filingState(place.submission?.status, draft !== undefined && draft.finishedAt !== null),
    draft,
    version: row?.version ?? 0,
  };
}

/** Why the round keeps the office from saving on this day. */
export function barrierOf({ round, exception }: FormPlace, now: Date): RoundBarrier | undefined {
  const today = chinaDay(now.toISOString()) ?? '';
  return round
    ? roundBarrier('save', { ...round, takesPart: exception?.takesPart ?? true }, today)
    : undefined;
}

/** What the form shows: the working copy, or what the current revision says where nothing has been changed since. */
export async function loadValues(
  db: ScopedDb,
  { office, draft, submission }: WorkingCopy,
  year: number,
): Promise<FormValues> {
  if (draft) return draft.fields;
  const stored = submission && (await findSubmission(db, { officeId: office.id, year }));
  return stored ? valuesOf(stored) : {};
}

/**
 * A stored submission as its office works on it: with the content of the working copy and what the checks say of that.
 * Unchanged where the copy says what the revision does.
 */
export function asWorkedOn(
  stored: StoredSubmission,
  draft: Pick<Draft, 'fields'> | undefined,
  context: Omit<CheckContext, 'phase'>,
): StoredSubmission {
  if (!draft || changesBetween(valuesOf(stored), draft.fields).length === 0) return stored;
  const { content } = toContent(draft.fields, context.framework);
  return { ...stored, content, findings: findFindings(content, { ...context, phase: 'filling' }) };
}

/** The form that a stored revision would be read from, with the office's answers to its findings. */
export function valuesOf({
  content,
  preparer,
  findings,
}: Pick<StoredSubmission, 'content' | 'preparer' | 'findings'>): FormValues {
  return toValues(content, { preparer, findings });
}
