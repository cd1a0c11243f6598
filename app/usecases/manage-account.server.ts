import { randomUUID } from 'node:crypto';
import { type AccountTexts, readAccount, readLoginName } from '#app/domain/account-entry.ts';
import { type Account, findAccount, insertAccount, updateAccount } from '#db/queries/accounts.server.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { findOfficeByCode } from '#db/queries/offices.server.ts';
import { ConstraintError, districtOf, type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { DirectoryRefusal } from './directory-refusal.ts';

/** Which account, and how it stood on the reader's screen. */
export interface AccountKey {
  id: string;
  seen: string;
}

/** What the reviewer saw of an account before changing it, as one text. */
export function seenOfAccount({
  displayName,
  role,
  active,
}: Pick<Account, 'displayName' | 'role' | 'active'>): string {
  return JSON.stringify([displayName, role, active]);
}

/**
 * Makes an account of one of the district's offices. Takes the hash of a password, never the password. Throws
 * DirectoryRefusal with nothing written.
 */
export async function createAccount(
  scope: Scope,
  { officeCode, texts, passwordHash }: { officeCode: string; texts: AccountTexts; passwordHash: string },
): Promise<{ loginName: string }> {
  const login = readLoginName(texts.loginName);
  const rest = readAccount(texts);
  const { loginName } = login;
  const { entry } = rest;
  if (!loginName || !entry) throw new DirectoryRefusal({ refused: [...login.refused, ...rest.refused] });
  try {
    await withScope(scope, async (db) => {
      const office = await findOfficeByCode(db, officeCode);
      if (!office) throw new DirectoryRefusal({ whole: 'unknown_office' });
      const place = { districtId: districtOf(db), officeId: office.id };
      const fixed = { locale: null, active: true, demo: false };
      const issued = { passwordHash, passwordIssued: true };
      await insertAccount(db, { id: randomUUID(), ...place, loginName, ...entry, ...fixed, ...issued });
      const changes = Object.entries(entry).map(([field, to]) => ({ field, to }));
      await record(db, { action: 'account.create', account: { ...place, loginName }, detail: { changes } });
    });
    return { loginName };
  } catch (error) {
    if (!(error instanceof ConstraintError) || error.kind !== 'duplicate') throw error;
    throw new DirectoryRefusal({ refused: [{ field: 'loginName', code: 'login_taken' }] });
  }
}

/** Another name or role. A new role ends the account's sessions. Throws DirectoryRefusal with nothing written. */
export async function changeAccount(
  scope: Scope,
  { texts, ...key }: AccountKey & { texts: AccountTexts },
): Promise<void> {
  const { entry, refused } = readAccount(texts);
  if (!entry) throw new DirectoryRefusal({ refused });
  await onAccount(scope, key, async (db, account) => {
    const changes = (['displayName', 'role'] as const)
      .filter((field) => account[field] !== entry[field])
      .map((field) => ({ field, from: account[field], to: entry[field] }));
    if (changes.length === 0) throw new DirectoryRefusal({ whole: 'done_already' });
    await updateAccount(db, { id: account.id, ...entry });
    await record(db, { action: 'account.change', account, detail: { changes } });
  });
}

/** Nobody signs in with an inactive account, and what is open in its name ends. Throws DirectoryRefusal. */
export function setAccountActive(
  scope: Scope,
  { active, ...key }: AccountKey & { active: boolean },
): Promise<void> {
  return onAccount(scope, key, async (db, account) => {
    if (account.active === active) throw new DirectoryRefusal({ whole: 'done_already' });
    await updateAccount(db, { id: account.id, active });
    await record(db, { action: active ? 'account.enable' : 'account.disable', account });
  });
}

/** A new password, of which only the hash comes here; every session of the account ends. Throws DirectoryRefusal. */
export function resetPassword(
  scope: Scope,
  { passwordHash, ...key }: AccountKey & { passwordHash: string },
): Promise<{ loginName: string }> {
  return onAccount(scope, key, async (db, account) => {
    await updateAccount(db, { id: account.id, passwordHash, passwordIssued: true });
    await record(db, { action: 'account.password', account });
    return { loginName: account.loginName };
  });
}

/** The account of an office, locked, as the reader saw it; accounts of the bureau are not the reviewer's to change. */
function onAccount<T>(
  scope: Scope,
  { id, seen }: AccountKey,
  run: (db: ScopedDb, account: Account) => Promise<T>,
): Promise<T> {
  return withScope(scope, async (db) => {
    const account = isUuid(id) ? await findAccount(db, id, { lock: true }) : undefined;
    if (!account?.officeId || account.districtId !== districtOf(db))
      throw new DirectoryRefusal({ whole: 'unknown_account' });
    if (seenOfAccount(account) !== seen) throw new DirectoryRefusal({ whole: 'changed_meanwhile' });
    return run(db, account);
  });
}

interface Entry {
  action: string;
  account: Pick<Account, 'officeId' | 'loginName'>;
  detail?: object;
}

function record(db: ScopedDb, { action, account, detail }: Entry): Promise<void> {
  return insertAudit(db, { action, officeId: account.officeId, subject: account.loginName, detail });
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
