import { next } from '#app/domain/filing-steps.ts';
import { type FormValues, scoredNodes } from '#app/domain/form/fields.ts';
import { type ConflictingChange, type FieldChange, mergeChanges } from '#app/domain/form/merge.ts';
import { type RefusedChange, withinLimits } from '#app/domain/form/save-limits.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { insertEmptySubmission, upsertDraft } from '#db/queries/drafts.server.ts';
import { findAllFieldWriters } from '#db/queries/field-writers.server.ts';
import { findAllFilingSteps } from '#db/queries/filing-trail.server.ts';
import { type Scope, type ScopedDb, scopeBehind, withScope } from '#db/scope.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { barrierOf, findWorkingCopy, loadValues, type WorkingCopy } from './working-copy.server.ts';

export interface DraftChanges {
  /** Administrative code, 9 digits. */
  officeCode: string;
  year: number;
  changes: readonly FieldChange[];
  /** What the changes come from, for the trail, which then names the version too. */
  source?: Readonly<Record<string, unknown>>;
}

/** Two people wrote the same field; what was stored first stands until one of them decides. */
export interface SaveConflict {
  field: string;
  mine: string;
  theirs: string;
  /** Who wrote what stands there, by display name; null where that is no longer known. */
  by: string | null;
  at: string | null;
}

export interface SavedDraft {
  /** Of the working copy; 0 while there is none. */
  version: number;
  applied: FieldChange[];
  conflicts: SaveConflict[];
  /** Beyond what a working copy takes; neither stored nor lost, for the page keeps them. */
  refused: RefusedChange[];
  /** The whole working copy as it is stored now, other people's changes included. */
  fields: FormValues;
}

/** Once more for whoever began the same form at the same moment: until there is a submission, nobody is waited for. */
export const attempts = 2;

/**
 * Saves changes to the office's working copy in one transaction with their audit entry: each field by itself, so that
 * nothing another person wrote is overwritten unseen. The first save of a year makes the submission. Throws FilingRefusal,
 * with nothing written, where the office cannot fill in now.
 */
export async function saveDraft(scope: Scope, input: DraftChanges, now: Date): Promise<SavedDraft> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const saved = await withScope(scope, (db) => saveWithin(db, input, now));
    if (saved) return saved;
  }
  throw new FilingRefusal('changed_meanwhile', { office: input.officeCode, year: input.year });
}

/** The same inside a transaction. Undefined where somebody else has begun the form meanwhile; nothing is written then. */
export async function saveWithin(
  db: ScopedDb,
  { officeCode, year, changes, source }: DraftChanges,
  now: Date,
): Promise<SavedDraft | undefined> {
  const copy = await openCopy(db, { officeCode, year }, now);
  const stored = await loadValues(db, copy, year);
  const { accepted, refused } = withinLimits(stored, changes, new Set(scoredNodes(copy.nodes)));
  const { fields, applied, conflicts } = mergeChanges(stored, accepted);
  const told = { applied, refused, fields, conflicts: await whoWrote(db, copy, year, conflicts) };
  const made = applied.filter(({ from, to }) => from !== to);
  if (made.length === 0) return { version: copy.version, ...told };
  const baseRevision = await baseRevisionOf(db, copy, year);
  if (baseRevision === undefined) return undefined;
  const { id: officeId } = copy.office;
  const at = now.toISOString();
  const draft = { officeId, year, version: copy.version, baseRevision, fields, at };
  const version = await upsertDraft(db, draft);
  if (version === undefined) return undefined;
  const subject = `${officeCode}/${year}`;
  const detail = { changes: made, ...(source && { ...source, version }) };
  await insertAudit(db, { officeId, action: 'draft.save', subject, detail, at });
  return { version, ...told };
}

/** The working copy, held until the transaction ends. Throws FilingRefusal where this reader cannot change it now. */
export async function openCopy(
  db: ScopedDb,
  { officeCode, year }: { officeCode: string; year: number },
  now: Date,
): Promise<WorkingCopy> {
  const copy = await findWorkingCopy(db, { officeCode, year }, { lock: true });
  if (!copy) throw new FilingRefusal('unknown_office', { office: officeCode });
  await checkSaving(db, copy, year, now);
  return copy;
}

async function checkSaving(db: ScopedDb, copy: WorkingCopy, year: number, now: Date): Promise<void> {
  const { office, round, state } = copy;
  if (!round) throw new FilingRefusal('no_round', { year });
  const move = next(state, 'save', { role: scopeBehind(db).role });
  const params = { office: office.name, year };
  if ('refusal' in move) {
    const [last] = await findAllFilingSteps(db, { officeId: office.id, subject: `${office.code}/${year}` });
    throw new FilingRefusal(move.refusal, params, { last });
  }
  const barrier = barrierOf(copy, now);
  if (barrier) throw new FilingRefusal(barrier, { ...params, opensOn: round.opensOn });
}

/** The revision that the working copy starts from; undefined when somebody else has just made the first one. */
export async function baseRevisionOf(
  db: ScopedDb,
  { office, submission }: WorkingCopy,
  year: number,
): Promise<number | undefined> {
  if (submission) return submission.revision;
  return (await insertEmptySubmission(db, { officeId: office.id, year })) ? 1 : undefined;
}

async function whoWrote(
  db: ScopedDb,
  { office, draft }: WorkingCopy,
  year: number,
  conflicts: ConflictingChange[],
): Promise<SaveConflict[]> {
  if (conflicts.length === 0) return [];
  const writers = await findAllFieldWriters(db, {
    officeId: office.id,
    subject: `${office.code}/${year}`,
    fields: conflicts.map(({ field }) => field),
  });
  return conflicts.map(({ field, to, stored }) => {
    const writer = writers.find((each) => each.field === field);
    return {
      field,
      mine: to,
      theirs: stored,
      by: writer?.by ?? null,
      at: writer?.at ?? draft?.changedAt ?? null,
    };
  });
}
