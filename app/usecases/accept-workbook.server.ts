import type { FieldChange } from '#app/domain/form/merge.ts';
import { checkChanges } from '#app/domain/workbook/template-changes.ts';
import { findAllFilingSteps } from '#db/queries/filing-trail.server.ts';
import { readScope, type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { compareUpload, readUpload, type WorkbookInput } from './check-workbook.server.ts';
import { type SavedDraft, saveDraft, saveWithin } from './save-draft.server.ts';
import { WorkbookRefusal } from './workbook-refusal.ts';
import { findWorkingCopy } from './working-copy.server.ts';

export interface AcceptInput extends WorkbookInput {
  /** What the reader saw: the file, and the working copy that it was compared with. */
  seen: { sha256: string; version: number };
  /** Fields that others changed meanwhile and the reader takes from the file all the same. */
  take: readonly string[];
  /** Blank cells empty their fields. */
  erase: boolean;
}

/** A workbook that was taken into the form: one entry of the trail. */
export interface WorkbookReceipt {
  version: number;
  file: string;
  changes: FieldChange[];
}

/**
 * Takes a workbook into the working copy, all of it in one transaction or nothing, and returns the copy's version. The same
 * click again finds nothing left to do and gets the version too. Throws WorkbookRefusal or FilingRefusal.
 */
export async function acceptWorkbook(scope: Scope, input: AcceptInput, now: Date): Promise<number> {
  const upload = await readUpload(input);
  if (upload.sha256 !== input.seen.sha256) throw new WorkbookRefusal('damaged', { file: input.fileName });
  return withScope(scope, async (db) => {
    const { check, stored } = await compareUpload(db, input, upload, { lock: true });
    if (check.problems.length > 0) throw new WorkbookRefusal('has_problems');
    const conflicts = check.conflicts.filter(({ field }) => input.take.includes(field));
    const changes = [...check.changes, ...conflicts, ...(input.erase ? check.blanks : [])];
    if (changes.length === 0) return check.version;
    if (check.version !== input.seen.version) throw new WorkbookRefusal('changed_meanwhile');
    if (checkChanges(changes, stored, check.framework).problems.length > 0)
      throw new WorkbookRefusal('has_problems');
    const { officeCode, year } = input;
    const plain = changes.map(({ field, from, to }) => ({ field, from, to }));
    const source = { workbook: { file: input.fileName, sha256: upload.sha256 } };
    const saved = await saveWithin(db, { officeCode, year, changes: plain, source }, now);
    if (!saved || saved.conflicts.length + saved.refused.length > 0)
      throw new WorkbookRefusal('changed_meanwhile');
    return saved.version;
  });
}

/** What was taken from a workbook at a version of the working copy; undefined where nothing was, or long ago. */
export function findReceipt(
  scope: Scope,
  key: { officeCode: string; year: number },
  version: number,
): Promise<WorkbookReceipt | undefined> {
  return readScope(scope, (db) => receiptAt(db, key, version));
}

/**
 * Puts back what stood in the fields before a workbook was taken; a field that was changed since keeps what it has. Throws
 * WorkbookRefusal where there is no such receipt.
 */
export async function restoreFormer(
  scope: Scope,
  key: { officeCode: string; year: number },
  version: number,
  now: Date,
): Promise<SavedDraft> {
  const receipt = await findReceipt(scope, key, version);
  if (!receipt) throw new WorkbookRefusal('nothing_to_restore');
  const changes = receipt.changes.map(({ field, from, to }) => ({ field, from: to, to: from }));
  return saveDraft(scope, { ...key, changes }, now);
}

async function receiptAt(
  db: ScopedDb,
  { officeCode, year }: { officeCode: string; year: number },
  version: number,
): Promise<WorkbookReceipt | undefined> {
  const copy = await findWorkingCopy(db, { officeCode, year });
  if (!copy) return undefined;
  const subject = `${officeCode}/${year}`;
  const steps = await findAllFilingSteps(db, { officeId: copy.office.id, subject, limit: 100 });
  const entry = steps
    .map(({ detail }) => detail as { version?: number; workbook?: { file: string }; changes?: FieldChange[] })
    .find((detail) => detail.workbook && detail.version === version);
  return entry && { version, file: entry.workbook?.file ?? '', changes: entry.changes ?? [] };
}
