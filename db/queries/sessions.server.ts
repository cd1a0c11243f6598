import { sql } from 'kysely';
import type { SignInDb } from '../scope.server.ts';
import type { Account } from './accounts.server.ts';

export interface Session {
  id: string; // sha256 of the token
  accountId: string;
  expiresAt: string;
  createdAt: string;
}

export interface SessionWithAccount {
  session: Session;
  account: Account & { passwordIssued: boolean };
  /** Undefined for the platform operator. */
  district: { code: string; name: string; nameEn: string } | undefined;
  /** Undefined for district and platform roles. */
  office: { code: string; name: string; nameEn: string; active: boolean } | undefined;
}

/** The presented session with its account, district and office; expired ones and disabled accounts included. */
export async function findSessionWithAccount(
  db: SignInDb,
  sessionId: string,
): Promise<SessionWithAccount | undefined> {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('accounts as a', 'a.id', 's.account_id')
    .leftJoin('districts as d', 'd.id', 'a.district_id')
    .leftJoin('offices as o', (join) =>
      join.onRef('o.district_id', '=', 'a.district_id').onRef('o.id', '=', 'a.office_id'),
    )
    .select(['s.id', 's.account_id', 's.expires_at', 's.created_at'])
    .select(['a.district_id', 'a.office_id', 'a.login_name', 'a.display_name', 'a.role', 'a.locale'])
    .select(['a.active', 'a.demo', 'a.password_issued', 'd.code as district_code', 'd.name as district_name'])
    .select(['o.code as office_code', 'o.name as office_name', 'o.active as office_active'])
    .select(['d.name_en as district_name_en', 'o.name_en as office_name_en'])
    .where('s.id', '=', sessionId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    session: { id: row.id, accountId: row.account_id, expiresAt: row.expires_at, createdAt: row.created_at },
    account: {
      id: row.account_id,
      districtId: row.district_id,
      officeId: row.office_id,
      loginName: row.login_name,
      displayName: row.display_name,
      role: row.role,
      locale: row.locale,
      active: row.active,
      demo: row.demo,
      passwordIssued: row.password_issued,
    },
    district:
      row.district_code === null || row.district_name === null
        ? undefined
        : { code: row.district_code, name: row.district_name, nameEn: row.district_name_en ?? '' },
    office:
      row.office_code === null || row.office_name === null
        ? undefined
        : {
            code: row.office_code,
            name: row.office_name,
            nameEn: row.office_name_en ?? '',
            active: row.office_active === true,
          },
  };
}

/** The sessions of the account presented to `withSignIn`, newest first. */
export function findAllSessionsByAccount(db: SignInDb, accountId: string): Promise<Session[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'account_id as accountId', 'expires_at as expiresAt', 'created_at as createdAt'])
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .limit(1_000)
    .execute();
}

/** Adds a session of the account presented to `withSignIn`. */
export async function insertSession(
  db: SignInDb,
  { id, accountId, expiresAt }: Pick<Session, 'id' | 'accountId' | 'expiresAt'>,
): Promise<void> {
  await db.insertInto('sessions').values({ id, account_id: accountId, expires_at: expiresAt }).execute();
}

/** Moves the idle end of the presented session. */
export async function updateSessionExpiry(
  db: SignInDb,
  { id, expiresAt }: Pick<Session, 'id' | 'expiresAt'>,
): Promise<void> {
  await db.updateTable('sessions').set({ expires_at: expiresAt }).where('id', '=', id).execute();
}

export async function deleteSession(db: SignInDb, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', id).execute();
}

/** Ends every session of the account presented to `withSignIn`: at a change of password or role. */
export async function deleteSessionsOf(db: SignInDb, accountId: string): Promise<void> {
  await db.deleteFrom('sessions').where('account_id', '=', accountId).execute();
}

/** Clears what has expired, under `withSignIn(database, { expired: true }, …)`; returns how many there were. */
export async function deleteExpiredSessions(db: SignInDb): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with gone as (delete from sessions where expires_at < now() returning 1)
    select count(*) as count from gone`.execute(db);
  return rows[0]?.count ?? 0;
}
