import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

export interface AuditEntry {
  /** Counts the district's entries from 1. */
  seq: number;
  at: string;
  officeId: string | null;
  accountId: string | null; // null: a script run by the operator of the server
  action: string; // “submission.approve”
  subject: string; // what was acted on, in words or as a path
  detail: unknown;
  /** The detail is held back: the office has not submitted since. */
  unsent: boolean;
  /** Of this entry and the one before, sha256 in hex. */
  hash: string;
}

export interface NewAuditEntry {
  action: string;
  subject: string;
  detail?: unknown;
  officeId?: string | null;
  districtId?: string;
  at?: string;
}

/**
 * Adds an entry by the scope's account, in the transaction of the change it tells of: as its last statement, because the
 * district's next entry waits until the transaction ends. `officeId` defaults to the scope's office; `districtId` is for
 * the platform operator, who has none of his own.
 */
export async function insertAudit(db: ScopedDb, entry: NewAuditEntry): Promise<void> {
  await insertAudits(db, [entry]);
}

/** Adds entries in their order, in one statement. */
export async function insertAudits(db: ScopedDb, entries: readonly NewAuditEntry[]): Promise<void> {
  const scope = scopeBehind(db);
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    district_id: entry.districtId ?? districtOf(db),
    id: randomUUID(),
    office_id: entry.officeId === undefined ? scope.officeId : entry.officeId,
    account_id: scope.accountId,
    action: entry.action,
    subject: entry.subject,
    detail: JSON.stringify(entry.detail ?? {}),
    at: entry.at,
  }));
  await db.insertInto('audit').values(rows).execute();
}

/** What a reader asks of the trail; absent: everything. */
export interface AuditFilter {
  officeId?: string;
  /** null: scripts. */
  accountId?: string | null;
  /** An action, or the first word of several: “submission”. */
  action?: string;
  /** Days in Chinese time, YYYY-MM-DD, both included. */
  from?: string;
  to?: string;
  /** A field of the form or of the settings, or the beginning of several: “scores.a1”. */
  field?: string;
  /** Only what names this year in its subject. */
  year?: number;
  /** Exactly this entry. */
  seq?: number;
}

/**
 * The newest entries that the scope reaches and the filter asks for, at most `limit`; those before `before` (a seq). What an
 * office writes before it submits is empty for the district.
 */
export function findAllAudit(
  db: ScopedDb,
  { limit = 200, before, ...filter }: AuditFilter & { limit?: number; before?: number } = {},
): Promise<AuditEntry[]> {
  return filtered(db, filter)
    .select(['seq', 'at', 'office_id as officeId', 'account_id as accountId', 'action', 'subject', 'hash'])
    .select(sql<unknown>`case when ${isUnsent(db)} then '{}' else detail end`.as('detail'))
    .select(isUnsent(db).as('unsent'))
    .where('seq', '<', before ?? Number.MAX_SAFE_INTEGER)
    .orderBy('seq', 'desc')
    .limit(Math.min(limit, 20_001))
    .execute();
}

/** How many entries the filter asks for. */
export async function countAudit(db: ScopedDb, filter: AuditFilter): Promise<number> {
  const row = await filtered(db, filter)
    .select((of) => of.fn.countAll<number>().as('entries'))
    .executeTakeFirstOrThrow();
  return row.entries;
}

export interface AuditState {
  /** How many entries the trail should have: the number of the last one written. */
  entries: number;
  /** Of the last entry written; empty when there is none. */
  hash: string;
  /** The first entry that is not as it was written, or is missing; absent when every one is intact. */
  brokenAt?: number;
}

/** Number and hash of the last entry, unverified. Undefined where the scope reaches no head. */
export function findAuditEnd(db: ScopedDb): Promise<Pick<AuditState, 'entries' | 'hash'> | undefined> {
  return db
    .selectFrom('audit_heads')
    .select(['seq as entries', 'hash'])
    .where('district_id', '=', districtOf(db))
    .executeTakeFirst();
}

/**
 * Recomputes every hash and link of the district's trail, and compares its end with the head that is kept apart. One
 * statement over all entries: about 1 s for 100,000. Undefined where the scope reaches no head, as an office’s does not.
 */
export async function verifyAudit(db: ScopedDb): Promise<AuditState | undefined> {
  const { rows } = await sql<{ entries: number; hash: string; brokenAt: number | null }>`
    with trail as (
      select seq, hash, previous_hash, audit_hash(a) as computed,
        lag(seq, 1, 0::bigint) over (order by seq) as seq_before, lag(hash, 1, '') over (order by seq) as hash_before
      from audit a where district_id = ${districtOf(db)}
    ), judged as (
      select coalesce(max(seq), 0) as last,
        min(case when seq <> seq_before + 1 then seq_before + 1 else seq end) filter (
          where seq <> seq_before + 1 or previous_hash <> hash_before or hash <> computed) as broken
      from trail
    )
    select h.seq as entries, h.hash, case
        when j.broken is not null then j.broken
        when h.seq <> j.last then least(h.seq, j.last) + 1
        when h.hash <> coalesce((select hash from trail where seq = j.last), '') then h.seq
      end as "brokenAt"
    from audit_heads h cross join judged j
    where h.district_id = ${districtOf(db)}`.execute(db);
  return rows[0] && { ...rows[0], brokenAt: rows[0].brokenAt ?? undefined };
}

function filtered(db: ScopedDb, filter: AuditFilter) {
  const { officeId, accountId, action, from, to, field, year, seq } = filter;
  const asked = [
    sql`district_id = ${districtOf(db)}`,
    seq !== undefined && sql`seq = ${seq}`,
    officeId !== undefined && sql`office_id = ${officeId}`,
    accountId !== undefined && sql`account_id is not distinct from ${accountId}`,
    action !== undefined && sql`(action = ${action} or starts_with(action, ${`${action}.`}))`,
    from !== undefined && sql`at >= ${`${from} 00:00+08`}::timestamptz`,
    to !== undefined && sql`at < ${`${to} 00:00+08`}::timestamptz + interval '1 day'`,
    year !== undefined && sql`subject ~ ${`(^|/)${year}($|[/?.])`}`,
    field !== undefined && sql`${tellsOf(field)} and not ${isUnsent(db)}`,
  ].filter((rule) => rule !== false);
  return db.selectFrom('audit').where(sql<boolean>`${sql.join(asked, sql` and `)}`);
}

/** What an office types is its own until it submits: the district reads no working copy, and none in the trail either. */
function isUnsent(db: ScopedDb) {
  if (scopeBehind(db).reach === 'office') return sql<boolean>`false`;
  return sql<boolean>`(audit.action in ('draft.save', 'draft.attach', 'draft.detach') and not exists (select from audit sent
    where sent.district_id = audit.district_id and sent.office_id = audit.office_id
      and sent.subject = audit.subject and sent.action = 'submission.submit' and sent.seq > audit.seq))`;
}

/** An entry that changes the field, or one below it, or is a comment there. */
function tellsOf(field: string) {
  const vars = JSON.stringify({ field, below: `${field}.` });
  return sql`(jsonb_path_exists(detail, '$.changes[*].field ? (@ == $field || @ starts with $below)', ${vars})
    or jsonb_path_exists(detail, '$.field ? (@ == $field || @ starts with $below)', ${vars}))`;
}
