import { sql } from 'kysely';
import type { Role } from '#app/domain/access.ts';
import { districtOf, type ScopedDb, type SignInDb, scopeBehind } from '../scope.server.ts';

export interface Account {
  id: string;
  districtId: string | null;
  officeId: string | null;
  loginName: string;
  displayName: string; // personal data
  role: Role;
  locale: string | null;
  active: boolean;
  demo: boolean;
}

/** `passwordIssued`: somebody else made it, so that its owner has to change it. */
export interface NewPassword {
  passwordHash: string;
  passwordIssued?: boolean;
}

const columns = [
  'id',
  'district_id as districtId',
  'office_id as officeId',
  'login_name as loginName',
  'display_name as displayName',
  'role',
  'locale',
  'active',
  'demo',
] as const;

/** The account with this login name, as presented to `withSignIn`, with its password hash; disabled ones included. */
export function findAccountByLoginName(
  db: SignInDb,
  loginName: string,
): Promise<(Account & { passwordHash: string }) | undefined> {
  return db
    .selectFrom('accounts')
    .select([...columns, 'password_hash as passwordHash'])
    .where('login_name', '=', loginName)
    .executeTakeFirst();
}

/** `lock`: until the transaction ends; only accounts that the scope may change can be locked. */
export function findAccount(
  db: ScopedDb | SignInDb,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Account | undefined> {
  return (db as ScopedDb)
    .selectFrom('accounts')
    .select(columns)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** When the scope's account signed in before this time; undefined at its first visit and for scripts. */
export async function findLastVisit(db: ScopedDb): Promise<string | undefined> {
  const { accountId } = scopeBehind(db);
  if (accountId === null) return undefined;
  const row = await db
    .selectFrom('accounts')
    .select('last_visit_at')
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row?.last_visit_at ?? undefined;
}

/** Notes that the account presented to `withSignIn` signs in now; the time before becomes its last visit. */
export async function updateLastVisit(db: SignInDb, id: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ last_visit_at: sql`last_sign_in_at`, last_sign_in_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

/** Whether any account is a demo account, whose password is public. For the platform's scope, which sees them all. */
export async function existsDemoAccount(db: ScopedDb): Promise<boolean> {
  const row = await db
    .selectFrom('accounts')
    .select('id')
    .where('demo', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** One demo account a role, for the sign-in page of a demo. For the platform's scope. */
export function findAllDemoAccounts(db: ScopedDb): Promise<Pick<Account, 'loginName' | 'role'>[]> {
  return db
    .selectFrom('accounts')
    .select(['login_name as loginName', 'role'])
    .distinctOn('role')
    .where('demo', '=', true)
    .where('active', '=', true)
    .orderBy('role')
    .orderBy('login_name')
    .limit(20)
    .execute();
}

/** The accounts of the scope's district that it reaches, by login name. */
export function findAllAccounts(db: ScopedDb): Promise<Account[]> {
  return findAllAccountsByDistrict(db, districtOf(db));
}

/** The same for a named district: for the platform operator. */
export function findAllAccountsByDistrict(db: ScopedDb, districtId: string): Promise<Account[]> {
  return db
    .selectFrom('accounts')
    .select(columns)
    .where('district_id', '=', districtId)
    .orderBy('login_name')
    .limit(5_000)
    .execute();
}

/** Throws ConstraintError `duplicate` when the login name is taken, in whatever district. */
export async function insertAccount(db: ScopedDb, account: Account & NewPassword): Promise<void> {
  await insertAccounts(db, [account]);
}

/** Adds accounts in one statement. */
export async function insertAccounts(db: ScopedDb, accounts: (Account & NewPassword)[]): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map(
    ({ districtId, officeId, loginName, displayName, passwordHash, passwordIssued, ...account }) => ({
      ...account,
      district_id: districtId,
      office_id: officeId,
      login_name: loginName,
      display_name: displayName,
      password_hash: passwordHash,
      password_issued: passwordIssued ?? false,
    }),
  );
  await db.insertInto('accounts').values(rows).execute();
}

/** Changes what is given; returns false when the scope does not reach the account. */
export async function updateAccount(
  db: ScopedDb,
  {
    id,
    displayName,
    passwordHash,
    passwordIssued,
    role,
    locale,
    active,
  }: { id: string } & Partial<NewPassword> &
    Partial<Pick<Account, 'displayName' | 'role' | 'locale' | 'active'>>,
): Promise<boolean> {
  const row = await db
    .updateTable('accounts')
    .set({
      display_name: displayName,
      password_hash: passwordHash,
      password_issued: passwordIssued,
      role,
      locale,
      active,
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
