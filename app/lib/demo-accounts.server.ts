import { type Role, roles } from '#app/domain/access.ts';
import type { DatabaseHandle } from '#db/client.server.ts';
import { existsDemoAccount, findAllDemoAccounts } from '#db/queries/accounts.server.ts';
import { readScope, type Scope, scopeOf } from '#db/scope.server.ts';

/** Whether the database holds accounts with a public password. */
export function hasDemoAccount(database: DatabaseHandle): Promise<boolean> {
  return readScope(directoryScope(database), existsDemoAccount);
}

/** One demo account a role, in the order of the roles. Only to be shown in demo mode. */
export async function demoAccounts(database: DatabaseHandle): Promise<{ loginName: string; role: Role }[]> {
  const accounts = await readScope(directoryScope(database), findAllDemoAccounts);
  return accounts.sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}

/** The directory of accounts without anybody signed in; it reaches no figures. */
function directoryScope(database: DatabaseHandle): Scope {
  return scopeOf(database, { id: null, role: 'platform_operator', districtId: null, officeId: null });
}
