import { reachOf } from '#app/domain/access.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import type { Account } from './session.server.ts';

/** Where an account starts: its place in the newest round. Undefined for the operator, and before the first round. */
export async function homePath(account: Account, scope: Scope): Promise<string | undefined> {
  const place = reachOf(account.role) === 'district' ? account.district : account.office;
  if (!place) return undefined;
  const [newest] = await readScope(scope, findAllRounds);
  if (!newest) return undefined;
  const section = place === account.office ? 'offices' : 'districts';
  return `/${section}/${place.code}/${newest.year}`;
}
