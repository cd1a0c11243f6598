import { importedValues } from '#app/domain/form/imported-values.ts';
import { changesBetween, type FieldChange } from '#app/domain/form/merge.ts';
import type { SubmissionContent } from '#app/domain/submission.ts';
import { upsertDraft } from '#db/queries/drafts.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';
import type { FilledCopy } from './working-copy.server.ts';

/**
 * Puts what a report states into the office's form and tells what that changed there; undefined when somebody else changed
 * it meanwhile. `revision`: the one that the report became.
 */
export async function fillIn(
  db: ScopedDb,
  { office, version, values }: FilledCopy,
  { year, revision, at }: { year: number; revision: number; at: string },
  content: SubmissionContent,
): Promise<FieldChange[] | undefined> {
  const fields = importedValues(content, values);
  const draft = { officeId: office.id, year, version, baseRevision: revision, fields, at };
  return (await upsertDraft(db, draft)) === undefined ? undefined : changesBetween(values, fields);
}

/** Whether the form says already what the report would put there. */
export function isFilledIn({ values }: FilledCopy, content: SubmissionContent): boolean {
  return changesBetween(values, importedValues(content, values)).length === 0;
}
