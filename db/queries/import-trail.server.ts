import { sql } from 'kysely';
import type { FieldChange } from '#app/domain/form/merge.ts';
import type { SubmissionOrigin, SubmissionStatus } from '#app/domain/submission.ts';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

/** One acceptance of a kept report, or its undoing, as the audit trail has it. */
export interface ImportStep {
  at: string;
  /** Display name; null where the scope does not reach the account, or it is gone. */
  by: string | null;
  /** Of the working copy, or of the submission, that it made. */
  version: number;
  changes: FieldChange[];
  /** Fields that an undoing left as they were; null for an acceptance. */
  kept: string[] | null;
  /** By the district: how the submission stood before; null where there was none, or the office imported. */
  stood: Stood | null;
}

/** How a submission stood before it was replaced by a published report. */
export interface Stood {
  status: SubmissionStatus;
  origin: SubmissionOrigin;
  submittedAt: string | null;
}

/** Everything that was done with one document in the form, or by the district in the submission, oldest first. */
export async function findAllImportSteps(
  db: ScopedDb,
  { officeId, document }: { officeId: string; document: string },
): Promise<ImportStep[]> {
  const action = scopeBehind(db).reach === 'office' ? 'draft.save' : 'submission.import';
  const { rows } = await sql<ImportStep>`
    select a.at, p.display_name as by, (a.detail ->> 'version')::integer as version,
      a.detail -> 'changes' as changes, a.detail -> 'undone' -> 'kept' as kept, a.detail -> 'stood' as stood
    from audit a
    left join accounts p on p.id = a.account_id
    where a.district_id = ${districtOf(db)} and a.office_id = ${officeId}
      and a.action = ${action} and a.detail ->> 'document' = ${document}
      and jsonb_typeof(a.detail -> 'changes') = 'array'
    order by a.seq desc
    limit 500`.execute(db);
  return rows.reverse();
}

/** Whether anything was ever accepted of a document, by the office or by the district. */
export async function existsImportFrom(
  db: ScopedDb,
  { officeId, document }: { officeId: string; document: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('audit')
    .select('id')
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', officeId)
    .where('action', 'in', ['draft.save', 'submission.import'])
    .where(sql`detail ->> 'document'`, '=', document)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
