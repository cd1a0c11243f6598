import { AsyncLocalStorage } from 'node:async_hooks';
import { sql, type Transaction, type TransactionBuilder } from 'kysely';
import { type Reach, type Role, reachOf } from '#app/domain/access.ts';
import { type DatabaseHandle, kyselyOf } from './client.server.ts';
import { plainError } from './constraint-error.server.ts';
import type { Database } from './schema.ts';

export { ConstraintError } from './constraint-error.server.ts';
export { assertSafeRole } from './safe-role.server.ts';

declare const scoped: unique symbol;
declare const signIn: unique symbol;

/** A transaction limited to one actor; only `withScope` and `readScope` make one. Ends with their callback. */
export type ScopedDb = Transaction<Database> & { readonly [scoped]: true };

/** A transaction that sees one presented session, login name or account, and nothing else. */
export type SignInDb = Transaction<Database> & { readonly [signIn]: true };

/** Who acts, as the database's policies see it. */
export interface Scope {
  readonly [scoped]: true;
  readonly accountId: string | null;
  readonly role: Role;
  readonly reach: Reach;
  readonly districtId: string | null;
  readonly officeId: string | null;
}

/** `id` null: a script run by the operator of the server. */
export interface ScopeAccount {
  id: string | null;
  role: Role;
  districtId: string | null;
  officeId: string | null;
}

export type SignInKey =
  | { sessionId: string }
  | { loginName: string }
  | { accountId: string }
  | { account: ScopeAccount }
  | { expired: true };

const databases = new WeakMap<Scope, DatabaseHandle>();
const scopes = new WeakMap<object, Scope>();
const running = new AsyncLocalStorage<{ active: boolean }>();

/** The scope of an account. Throws when its district and office do not fit its role. For guards and scripts only. */
export function scopeOf(database: DatabaseHandle, account: ScopeAccount): Scope {
  const reach = reachOf(account.role);
  const fits =
    (account.districtId !== null) === (reach !== 'platform') &&
    (account.officeId !== null) === (reach === 'office');
  if (!fits) throw new Error(`An account with role ${account.role} has the wrong district or office.`);
  const { id: accountId, role, districtId, officeId } = account;
  const scope = Object.freeze({ accountId, role, reach, districtId, officeId }) as Scope;
  databases.set(scope, database);
  return scope;
}

/**
 * Runs `run` in one transaction that reaches exactly what the scope may; commits when it returns, rolls back when it
 * throws. Throws ConstraintError for a refused write, and at once when called inside another scope's callback.
 */
export function withScope<T>(scope: Scope, run: (db: ScopedDb) => Promise<T>): Promise<T> {
  return inScope(scope, { readOnly: false }, run);
}

/** The same, of one instant, and any write fails. */
export function readScope<T>(scope: Scope, run: (db: ScopedDb) => Promise<T>): Promise<T> {
  return inScope(scope, { readOnly: true }, run);
}

/** One actor's part of a transaction that several share. */
export interface ScopedStep {
  scope: Scope;
  run(db: ScopedDb): Promise<unknown>;
}

/**
 * Runs the steps one after the other in one transaction, each reaching exactly what its own scope may: for setting up a
 * district and filling it, all or nothing. Throws when the scopes are of different databases.
 */
export function withScopesInTurn(steps: readonly [ScopedStep, ...ScopedStep[]]): Promise<void> {
  const [{ scope: first }] = steps;
  const database = databases.get(first);
  if (!database || steps.some(({ scope }) => databases.get(scope) !== database))
    return Promise.reject(new Error('The scopes were not made by scopeOf() for one database.'));
  return inTransaction(database, { settings: settingsOf(first), readOnly: false }, async (transaction) => {
    for (const { scope, run } of steps) {
      await enter(transaction, settingsOf(scope), false);
      await run(limitedTo(scope, transaction));
    }
  });
}

/**
 * Runs `run` before a tenant is known: it sees the session, account or login name presented, or expired sessions. An
 * account presented with its role and place may also be changed where anybody may change the own account.
 */
export function withSignIn<T>(
  database: DatabaseHandle,
  key: SignInKey,
  run: (db: SignInDb) => Promise<T>,
): Promise<T> {
  const account = 'account' in key ? key.account : undefined;
  const settings = {
    account_id: 'accountId' in key ? key.accountId : account?.id,
    role: account?.role,
    district_id: account?.districtId,
    office_id: account?.officeId,
    session_id: 'sessionId' in key ? key.sessionId : null,
    login_name: 'loginName' in key ? key.loginName : null,
    session_sweep: 'expired' in key ? 'on' : null,
  };
  return inTransaction(database, { settings, readOnly: false }, (db) => run(db as SignInDb));
}

/** The scope behind a scoped transaction. */
export function scopeBehind(db: ScopedDb): Scope {
  const scope = scopes.get(db);
  if (!scope) throw new Error('This is not a transaction of withScope().');
  return scope;
}

/** The database that a scoped transaction runs on. */
export function databaseBehind(db: ScopedDb): DatabaseHandle {
  const database = databases.get(scopeBehind(db));
  if (!database) throw new Error('This scope was not made by scopeOf().');
  return database;
}

/** The scope's district. Throws for the platform operator, who has none. */
export function districtOf(db: ScopedDb): string {
  const { districtId } = scopeBehind(db);
  if (districtId === null) throw new Error('The platform operator acts in no district.');
  return districtId;
}

function inScope<T>(
  scope: Scope,
  { readOnly }: { readOnly: boolean },
  run: (db: ScopedDb) => Promise<T>,
): Promise<T> {
  const database = databases.get(scope);
  if (!database) return Promise.reject(new Error('This scope was not made by scopeOf().'));
  return inTransaction(database, { settings: settingsOf(scope), readOnly }, (transaction) =>
    run(limitedTo(scope, transaction)),
  );
}

function limitedTo(scope: Scope, transaction: Transaction<Database>): ScopedDb {
  const db = transaction as ScopedDb;
  scopes.set(db, scope);
  return db;
}

function settingsOf(scope: Scope): Settings {
  return {
    district_id: scope.districtId,
    office_id: scope.officeId,
    reach: scope.reach,
    role: scope.role,
    account_id: scope.accountId,
  };
}

const settingNames = [
  'district_id',
  'office_id',
  'reach',
  'role',
  'account_id',
  'session_id',
  'login_name',
  'session_sweep',
] as const;
type Settings = Partial<Record<(typeof settingNames)[number], string | null>>;

async function inTransaction<T>(
  database: DatabaseHandle,
  { settings, readOnly }: { settings: Settings; readOnly: boolean },
  run: (db: Transaction<Database>) => Promise<T>,
): Promise<T> {
  if (running.getStore()?.active)
    throw new Error('A scope was opened inside another one: use the db that is at hand, or finish first.');
  const state = { active: true };
  try {
    return await running.run(state, () =>
      transactionOf(database, readOnly).execute(async (transaction) => {
        await enter(transaction, settings, readOnly);
        return run(transaction);
      }),
    );
  } catch (error) {
    throw plainError(error);
  } finally {
    state.active = false;
  }
}

/**
 * What is read in one transaction is of one instant, so that the figures of a page fit each other. The embedded engine runs one
 * transaction at a time, which gives the same.
 */
function transactionOf(database: DatabaseHandle, readOnly: boolean): TransactionBuilder<Database> {
  const transaction = kyselyOf(database).transaction();
  return readOnly ? transaction.setIsolationLevel('repeatable read') : transaction;
}

/** `set_config('role', …, true)` is SET LOCAL ROLE; it comes first, and all end with the transaction. */
async function enter(
  transaction: Transaction<Database>,
  settings: Settings,
  readOnly: boolean,
): Promise<void> {
  const configs = settingNames.map(
    (name) => sql`set_config(${`app.${name}`}, ${settings[name] ?? ''}, true)`,
  );
  if (readOnly) configs.push(sql`set_config('transaction_read_only', 'on', true)`);
  await sql`select set_config('role', 'duibiao_app', true), ${sql.join(configs)}`.execute(transaction);
}
