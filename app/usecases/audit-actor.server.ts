import type { Role } from '#app/domain/access.ts';
import type { Account } from '#db/queries/accounts.server.ts';
import { findAllAccounts } from '#db/queries/accounts.server.ts';
import { type ScopedDb, scopeBehind } from '#db/scope.server.ts';

/**
 * Who stands behind an entry, as far as the reader may know: names only of accounts that the reader reaches. An office sees
 * the bureau as such; the district sees the operator of the platform as such. A script has no account.
 */
export type AuditActor =
  | { kind: 'account'; id: string; name: string; role: Role }
  | { kind: 'script' | 'district' | 'platform' };

/** The accounts that the scope reaches, and who is behind an account's id. */
export async function findActors(
  db: ScopedDb,
): Promise<{ accounts: Account[]; actorOf: (accountId: string | null) => AuditActor }> {
  const accounts = await findAllAccounts(db);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const unknown = { kind: scopeBehind(db).reach === 'office' ? 'district' : 'platform' } as const;
  const actorOf = (accountId: string | null): AuditActor => {
    if (accountId === null) return { kind: 'script' };
    const account = byId.get(accountId);
    if (!account) return unknown;
    return { kind: 'account', id: account.id, name: account.displayName, role: account.role };
  };
  return { accounts, actorOf };
}
