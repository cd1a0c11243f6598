import { createHash, randomBytes } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import type { Role } from '#app/domain/access.ts';
import { findAccountByLoginName, updateLastVisit } from '#db/queries/accounts.server.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findAllSessionsByAccount,
  findSessionWithAccount,
  insertSession,
  type SessionWithAccount,
  updateSessionExpiry,
} from '#db/queries/sessions.server.ts';
import { type SignInDb, withSignIn } from '#db/scope.server.ts';
import { cookieValue } from './i18n/languages.ts';
import { verifyPassword } from './password.server.ts';

/** A session ends after this long without a request. */
export const idleMinutes = 30;
/** And after this long in any case. */
export const absoluteHours = 12;

const idle = new TimeSpan(idleMinutes, 'm');
const absolute = new TimeSpan(absoluteHours, 'h');
/** The idle end is moved at most this often, so that a page with many requests writes once. */
const moveEveryMs = 60_000;

/** Who is signed in, with the names of their place. */
export interface Account {
  id: string;
  role: Role;
  loginName: string;
  displayName: string;
  districtId: string | null;
  officeId: string | null;
  /** Somebody else made the password: nothing is open before it is changed. */
  passwordIssued: boolean;
  /** Absent for the platform operator. */
  district?: { code: string; name: string; nameEn: string };
  /** Present for office roles only. */
  office?: { code: string; name: string; nameEn: string };
}

export interface SignedIn {
  sessionId: string;
  account: Account;
}

/** The session of the request, or undefined: none, ended, or its account or office is no longer active. */
export function findSignedIn(request: Request, context: AppLoadContext): Promise<SignedIn | undefined> {
  context.signedIn ??= lookUp(request, context);
  return context.signedIn;
}

/** Whether the browser still holds a session, be it over or not. */
export function hasSessionCookie(request: Request, context: AppLoadContext): boolean {
  return tokenOf(request, context) !== undefined;
}

export type SignInResult = { cookie: string } | { refused: 'wrong' } | { refused: 'locked'; minutes: number };

/**
 * Checks name and password and starts a session under a new token. An unknown name, a wrong password and a disabled
 * account give the same answer after the same work.
 */
export async function signIn(
  request: Request,
  context: AppLoadContext,
  { loginName, password }: { loginName: string; password: string },
): Promise<SignInResult> {
  const { database, lockout, address } = context;
  const locked = await lockout.take(loginName, address);
  if (locked) return { refused: 'locked', minutes: locked.minutesToWait };
  const account = await withSignIn(database, { loginName }, (db) => findAccountByLoginName(db, loginName));
  const usable = account?.active ? account : undefined;
  const right = await verifyPassword(usable?.passwordHash, password);
  if (!usable || !right) return { refused: 'wrong' };
  await lockout.forgive(loginName, address);
  await endSession(request, context);
  await withSignIn(database, { expired: true }, deleteExpiredSessions);
  const token = randomBytes(32).toString('base64url');
  await withSignIn(database, { account: usable }, async (db) => {
    await luciaOn(db).createSession(usable.id, {}, { sessionId: idOf(token) });
    await updateLastVisit(db, usable.id);
  });
  return { cookie: sessionCookie(context, token) };
}

/** Whether it is the account's password; wrong ones count as failed sign-ins, so that an open page is no way to guess. */
export async function isOwnPassword(
  { database, lockout, address }: AppLoadContext,
  loginName: string,
  password: string,
): Promise<'right' | 'wrong' | { minutes: number }> {
  const locked = await lockout.take(loginName, address);
  if (locked) return { minutes: locked.minutesToWait };
  const account = await withSignIn(database, { loginName }, (db) => findAccountByLoginName(db, loginName));
  if (!(await verifyPassword(account?.passwordHash, password))) return 'wrong';
  await lockout.forgive(loginName, address);
  return 'right';
}

/** Ends the session; returns the cookie that makes the browser forget it. */
export async function signOut(request: Request, context: AppLoadContext): Promise<string> {
  await endSession(request, context);
  return sessionCookie(context, undefined);
}

async function endSession(request: Request, context: AppLoadContext): Promise<void> {
  const token = tokenOf(request, context);
  if (!token) return;
  const sessionId = idOf(token);
  await withSignIn(context.database, { sessionId }, (db) => luciaOn(db).invalidateSession(sessionId));
  context.signedIn = undefined;
}

async function lookUp(request: Request, context: AppLoadContext): Promise<SignedIn | undefined> {
  const token = tokenOf(request, context);
  if (!token) return undefined;
  const sessionId = idOf(token);
  return withSignIn(context.database, { sessionId }, async (db) => {
    const lucia = luciaOn(db);
    const { session, user } = await lucia.validateSession(sessionId);
    if (!session || !user) return undefined;
    const age = Date.now() - Date.parse(user.found.session.createdAt);
    if (age >= absolute.milliseconds() || !isActive(user.found)) {
      await lucia.invalidateSession(sessionId);
      return undefined;
    }
    // Lucia moves the end only when half of the idle time is over, which would end a session too early.
    const end = Date.now() + idle.milliseconds();
    if (end - session.expiresAt.getTime() > moveEveryMs) {
      await updateSessionExpiry(db, { id: sessionId, expiresAt: new Date(end).toISOString() });
    }
    return { sessionId, account: accountOf(user.found) };
  });
}

function isActive({ account, office }: SessionWithAccount): boolean {
  return account.active && office?.active !== false;
}

function accountOf({ account, district, office }: SessionWithAccount): Account {
  const { id, role, loginName, displayName, districtId, officeId, passwordIssued } = account;
  return { id, role, loginName, displayName, districtId, officeId, passwordIssued, district, office };
}

/** The cookie carries the token, the database its hash: a copy of the table opens no session. */
function idOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The `__Host-` prefix binds the cookie to this host over HTTPS; browsers refuse it without `Secure`. */
function cookieName({ config }: AppLoadContext): string {
  return config.secureCookies ? '__Host-session' : 'session';
}

function tokenOf(request: Request, context: AppLoadContext): string | undefined {
  const token = cookieValue(request.headers.get('cookie'), cookieName(context));
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** Without an age: it goes when the browser is closed. */
function sessionCookie(context: AppLoadContext, token: string | undefined): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax${context.config.secureCookies ? '; Secure' : ''}`;
  return token ? `${cookieName(context)}=${token}; ${flags}` : `${cookieName(context)}=; ${flags}; Max-Age=0`;
}

function luciaOn(db: SignInDb) {
  return new Lucia(adapterOn(db), {
    sessionExpiresIn: idle,
    getUserAttributes: ({ found }) => ({ found }),
  });
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
    DatabaseSessionAttributes: Record<string, never>;
    DatabaseUserAttributes: { found: SessionWithAccount };
  }
}

/** Lucia's storage inside one transaction that sees only the session or account presented. */
function adapterOn(db: SignInDb): Adapter {
  return {
    async getSessionAndUser(id) {
      const found = await findSessionWithAccount(db, id);
      if (!found) return [null, null];
      const { accountId, expiresAt } = found.session;
      return [
        { id, userId: accountId, expiresAt: new Date(expiresAt), attributes: {} },
        { id: accountId, attributes: { found } },
      ];
    },
    async getUserSessions(userId) {
      const sessions = await findAllSessionsByAccount(db, userId);
      return sessions.map(({ id, expiresAt }) => ({
        id,
        userId,
        expiresAt: new Date(expiresAt),
        attributes: {},
      }));
    },
    setSession: ({ id, userId, expiresAt }) =>
      insertSession(db, { id, accountId: userId, expiresAt: expiresAt.toISOString() }),
    updateSessionExpiration: (id, expiresAt) =>
      updateSessionExpiry(db, { id, expiresAt: expiresAt.toISOString() }),
    deleteSession: (id) => deleteSession(db, id),
    deleteUserSessions: (userId) => deleteSessionsOf(db, userId),
    deleteExpiredSessions: async () => void (await deleteExpiredSessions(db)),
  };
}
