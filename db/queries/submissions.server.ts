import { type RawBuilder, sql } from 'kysely';
import type {
  Decimal,
  MoneyItem,
  RateItem,
  Severity,
  SubmissionOrigin,
  SubmissionStatus,
} from '#app/domain/submission.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';

/** Where a submission stands. */
export interface SubmissionState {
  officeId: string;
  year: number;
  status: SubmissionStatus;
  origin: SubmissionOrigin;
  version: number;
  revision: number;
  submittedAt: string | null;
  /** Of one that was returned: when it had first been sent. */
  firstSubmittedAt: string | null;
  approvedAt: string | null;
  returnReason: string | null;
}

/** What the steps of a filing ask of a submission. */
export interface SubmissionHead extends SubmissionState {
  receipt: string | null;
  submittedBy: string | null; // account
}

/** One office-year with the figures of its current revision. Decimals are exact text; what is not stated is absent. */
export interface SubmissionSummary extends SubmissionState {
  filedOn: string | null; // as the office states it
  amounts: Partial<Record<MoneyItem, Decimal>>; // 元
  rates: Partial<Record<RateItem, Decimal>>; // percent
  scores: Record<string, ScoreSummary>; // by node of the framework, `total` for the whole
  findings: Partial<Record<Severity, number>>; // how many
  problems: number; // how many
}

export interface ScoreSummary {
  self: Decimal | null;
  reviewed: Decimal | null;
}

/** Which figures a page needs; a page of many years reads far less than everything. */
export interface FigureChoice {
  amounts: readonly MoneyItem[];
  rates: readonly RateItem[];
  /** Nodes of the framework, `total` for the whole. */
  nodes: readonly string[];
}

/**
 * All submissions of these years that the scope reaches, of one office or of all, drafts included, in one statement. With
 * `only`, other figures are left out as if they had not been stated, and neither findings nor problems are counted. Sent as
 * one value, because hundreds of rows of a dozen columns take longer to send and read than to find.
 */
export async function findAllSubmissions(
  db: ScopedDb,
  { years, officeId, only }: { years: number[]; officeId?: string; only?: FigureChoice },
): Promise<SubmissionSummary[]> {
  /** The chosen figures of one table as an object; not looked for where none is chosen. */
  const figures = (table: string, key: string, value: RawBuilder<unknown>, names?: readonly string[]) => {
    if (names?.length === 0) return sql`'{}'::json`;
    // One name is one row at most: an aggregate for each of hundreds of submissions costs more than finding it.
    if (names?.length === 1)
      return sql`coalesce((select json_build_object(${sql.ref(`f.${key}`)}, ${value}) from ${sql.table(table)} f
        where ${ofCurrent('f')} and ${sql.ref(`f.${key}`)} = ${names[0]}), '{}')`;
    const wanted = names ? sql`and ${sql.ref(`f.${key}`)} = any(${names})` : sql``;
    return sql`coalesce((select json_object_agg(${sql.ref(`f.${key}`)}, ${value}) from ${sql.table(table)} f
      where ${ofCurrent('f')} ${wanted}), '{}')`;
  };
  const { rows } = await sql<{ all: SubmissionSummary[] }>`
    select coalesce(json_agg(found), '[]') as all from (
    select s.office_id as "officeId", s.year, s.status, s.origin, s.version, s.current_revision as revision,
      ${instant('s.submitted_at')} as "submittedAt", ${instant('s.first_submitted_at')} as "firstSubmittedAt",
      ${instant('s.approved_at')} as "approvedAt",
      s.return_reason as "returnReason", r.filed_on as "filedOn",
      ${figures('money_figures', 'item', sql`f.amount_yuan::text`, only?.amounts)} as amounts,
      ${figures('stated_rates', 'item', sql`trim_scale(f.percent)::text`, only?.rates)} as rates,
      ${figures('indicator_scores', 'node', score, only?.nodes)} as scores,
      ${only ? sql`'{}'::json as findings, 0 as problems` : counts}
    from submissions s
    join revisions r on ${ofCurrent('r')}
    where s.district_id = ${districtOf(db)} and s.year = any(${years})
      ${officeId === undefined ? sql`` : sql`and s.office_id = ${officeId}`}
    order by s.year, s.office_id
    limit 20000) found`.execute(db);
  return rows[0]?.all ?? [];
}

const score = sql`json_build_object(
  'self', f.self_score::text, 'reviewed', f.reviewed_score::text)`;

/** How many findings by severity, and how many problems. */
const counts = sql`coalesce((select json_object_agg(c.severity, c.count) from (
    select f.severity, count(*) as count from findings f where ${ofCurrent('f')} group by f.severity) c),
    '{}') as findings,
  (select count(*)::int from problems f where ${ofCurrent('f')}) as problems`;

/** A point of time within JSON, written as everywhere else. */
function instant(column: string) {
  return sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Where these offices' submissions of one year stand, without their figures. */
export function findAllSubmissionHeads(
  db: ScopedDb,
  { officeIds, year }: { officeIds: string[]; year: number },
): Promise<SubmissionHead[]> {
  if (officeIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('submissions')
    .select([
      'office_id as officeId',
      'year',
      'status',
      'origin',
      'version',
      'current_revision as revision',
      'submitted_at as submittedAt',
      'first_submitted_at as firstSubmittedAt',
      'approved_at as approvedAt',
      'return_reason as returnReason',
      'receipt',
      'submitted_by as submittedBy',
    ])
    .where('district_id', '=', districtOf(db))
    .where('office_id', 'in', officeIds)
    .where('year', '=', year)
    .limit(2_000)
    .execute();
}

/**
 * Moves a submission to a status if it is still at `version`, and returns the new version; undefined when somebody was
 * faster or the scope may not. Fields left out stay as they are.
 */
export async function updateStatus(
  db: ScopedDb,
  change: {
    officeId: string;
    year: number;
    version: number;
    status: SubmissionStatus;
    submittedAt?: string | null;
    approvedAt?: string | null;
    approvedBy?: string | null;
    returnReason?: string | null;
    receipt?: string | null;
    submittedBy?: string | null;
  },
): Promise<number | undefined> {
  const row = await db
    .updateTable('submissions')
    .set({
      status: change.status,
      submitted_at: change.submittedAt,
      first_submitted_at:
        change.status === 'returned' ? sql`coalesce(first_submitted_at, submitted_at)` : undefined,
      submitted_by: change.submittedBy,
      receipt: change.receipt,
      approved_at: change.approvedAt,
      approved_by: change.approvedBy,
      return_reason: change.returnReason,
      version: change.version + 1,
    })
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', change.officeId)
    .where('year', '=', change.year)
    .where('version', '=', change.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/**
 * Moves the version of what offices have not sent yet, of one or of all, so that nobody submits on the strength of rules
 * that are being changed. Waits for submissions under way; ask for their status afterwards.
 */
export async function bumpUnsent(
  db: ScopedDb,
  { year, officeId }: { year: number; officeId?: string },
): Promise<void> {
  const query = db
    .updateTable('submissions')
    .set({ version: sql`version + 1` })
    .where('district_id', '=', districtOf(db))
    .where('year', '=', year)
    .where('status', 'in', ['draft', 'returned']);
  await (officeId ? query.where('office_id', '=', officeId) : query).execute();
}

/** A table's rows of the submission `s` at its current revision. */
export function ofCurrent(alias: string) {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`(${column('district_id')} = s.district_id and ${column('office_id')} = s.office_id
    and ${column('year')} = s.year and ${column('revision')} = s.current_revision)`;
}
