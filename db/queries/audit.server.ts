import { randomUUID } from 'node:crypto';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

export interface AuditEntry {
  at: string;
  officeId: string | null;
  accountId: string | null; // null: a script run by the operator of the server
  action: string; // “submission.approve”
  subject: string; // what was acted on, in words or as a path
  detail: unknown;
}

/**
 * Adds an entry by the scope's account, in the transaction of the change it tells of. `officeId` defaults to the scope's
 * office; `districtId` is for the platform operator, who has none of his own.
 */
export async function insertAudit(
  db: ScopedDb,
  entry: {
    action: string;
    subject: string;
    detail?: unknown;
    officeId?: string | null;
    districtId?: string;
    at?: string;
  },
): Promise<void> {
  const scope = scopeBehind(db);
  await db
    .insertInto('audit')
    .values({
      district_id: entry.districtId ?? districtOf(db),
      id: randomUUID(),
      office_id: entry.officeId === undefined ? scope.officeId : entry.officeId,
      account_id: scope.accountId,
      action: entry.action,
      subject: entry.subject,
      detail: JSON.stringify(entry.detail ?? {}),
      at: entry.at,
    })
    .execute();
}

/** The newest entries that the scope reaches. */
export function findAllAudit(db: ScopedDb, { limit = 200 }: { limit?: number } = {}): Promise<AuditEntry[]> {
  return db
    .selectFrom('audit')
    .select(['at', 'office_id as officeId', 'account_id as accountId', 'action', 'subject', 'detail'])
    .where('district_id', '=', districtOf(db))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(Math.min(limit, 1_000))
    .execute();
}
