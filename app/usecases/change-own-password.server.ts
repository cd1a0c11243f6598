import { updateAccount } from '#db/queries/accounts.server.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { type Scope, withScope } from '#db/scope.server.ts';

/** The account's own new password, of which only the hash comes here; every session of the account ends, this one too. */
export function changeOwnPassword(
  scope: Scope,
  { loginName, passwordHash }: { loginName: string; passwordHash: string },
): Promise<void> {
  return withScope(scope, async (db) => {
    await updateAccount(db, { id: scope.accountId ?? '', passwordHash, passwordIssued: false });
    await insertAudit(db, { action: 'account.own_password', subject: loginName });
  });
}
