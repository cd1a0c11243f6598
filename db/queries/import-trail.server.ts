import { sql } from 'kysely';
import type { FieldChange } from '#app/domain/form/merge.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';

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
}

/** Everything that was done with one document, oldest first. */
export async function findAllImportSteps(
  db: ScopedDb,
  { officeId, document }: { officeId: string; document: string },
): Promise<ImportStep[]> {
  const { rows } = await sql<ImportStep>`
    select a.at, p.display_name as by, (a.detail ->> 'version')::integer as version,
      a.detail -> 'changes' as changes, a.detail -> 'undone' -> 'kept' as kept
    from audit a
    left join accounts p on p.id = a.account_id
    where a.district_id = ${districtOf(db)} and a.office_id = ${officeId}
      and a.action in ('draft.save', 'submission.import') and a.detail ->> 'document' = ${document}
      and jsonb_typeof(a.detail -> 'changes') = 'array'
    order by a.seq desc
    limit 500`.execute(db);
  return rows.reverse();
}
