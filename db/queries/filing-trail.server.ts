import type { Role } from '#app/domain/access.ts';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

/** One step of a filing as the audit trail has it. */
export interface FilingStep {
  action: string;
  at: string;
  accountId: string | null;
  /** Null where the scope does not reach the account: an office knows nobody of the district by name. */
  by: string | null;
  role: Role | null;
  detail: Record<string, unknown>;
}

/**
 * The newest steps at an office's report of one year, newest first. What an office does to its own working copy is no
 * business of the district's and left out for it.
 */
export function findAllFilingSteps(
  db: ScopedDb,
  { officeId, subject, limit = 1 }: { officeId: string; subject: string; limit?: number },
): Promise<FilingStep[]> {
  const ofOffice = scopeBehind(db).reach === 'office';
  return db
    .selectFrom('audit')
    .leftJoin('accounts', 'accounts.id', 'audit.account_id')
    .select(['action', 'at', 'account_id as accountId', 'display_name as by', 'role'])
    .select((eb) => eb.ref('detail').$castTo<Record<string, unknown>>().as('detail'))
    .where('audit.district_id', '=', districtOf(db))
    .where('audit.office_id', '=', officeId)
    .where('subject', '=', subject)
    .where((eb) =>
      eb.or([eb('action', 'like', 'submission.%'), ...(ofOffice ? [eb('action', 'like', 'draft.%')] : [])]),
    )
    .orderBy('seq', 'desc')
    .limit(Math.min(limit, 100))
    .execute();
}
