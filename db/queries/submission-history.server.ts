import type { Insertable } from 'kysely';
import type {
  Decimal,
  Finding,
  SubmissionContent,
  SubmissionOrigin,
  SubmissionStatus,
} from '#app/domain/submission.ts';
import type { Database } from '../schema.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';
import { narrativeOf, type RevisionKey, rowsOf } from './revisions.server.ts';

/** An office-year with all its revisions, oldest first; nobody's account stands behind them. */
export interface SubmissionHistory {
  officeId: string;
  year: number;
  status: SubmissionStatus;
  origin: SubmissionOrigin;
  submittedAt: string | null;
  approvedAt: string | null;
  returnReason: string | null;
  revisions: PastRevision[];
}

export interface PastRevision {
  content: SubmissionContent;
  findings: Finding[];
  createdAt: string;
  /** Reviewed scores by node; nodes that the content claims no score for are left out. */
  reviewed?: Record<string, Decimal>;
}

/** Adds whole office-years, one statement a table and 1,000 rows: for many at once. Throws ConstraintError when one is there. */
export async function insertHistories(db: ScopedDb, histories: readonly SubmissionHistory[]): Promise<void> {
  const district_id = districtOf(db);
  await insertInChunks(
    db,
    'submissions',
    histories.map((history) => toSubmission(district_id, history)),
  );
  const revisions = histories.flatMap(({ officeId: office_id, year, revisions }) =>
    revisions.map((past, index) => ({ key: { district_id, office_id, year, revision: index + 1 }, past })),
  );
  await insertInChunks(
    db,
    'revisions',
    revisions.map(({ key, past }) => ({ ...key, ...narrativeOf(past.content), created_at: past.createdAt })),
  );
  for (const [table, rows] of byTable(revisions)) await insertInChunks(db, table, rows);
}

function toSubmission(district_id: string, history: SubmissionHistory): Insertable<Database['submissions']> {
  return {
    district_id,
    office_id: history.officeId,
    year: history.year,
    status: history.status,
    origin: history.origin,
    current_revision: history.revisions.length,
    version: history.revisions.length,
    submitted_at: history.submittedAt,
    approved_at: history.approvedAt,
    return_reason: history.returnReason,
  };
}

/** Rows of all revisions by table, in the tables' order, so that what is pointed to comes first. */
function byTable(revisions: { key: RevisionKey; past: PastRevision }[]): Map<keyof Database, object[]> {
  const tables = new Map<keyof Database, object[]>();
  for (const { key, past } of revisions)
    for (const [table, rows] of rowsOf(key, past)) {
      const reviewed = table === 'indicator_scores' ? past.reviewed : undefined;
      const known = tables.get(table) ?? [];
      known.push(...(reviewed ? rows.map((row) => withReviewed(row, reviewed)) : rows));
      tables.set(table, known);
    }
  return tables;
}

function withReviewed(row: object, reviewed: Record<string, Decimal>): object {
  return 'node' in row ? { ...row, reviewed_score: reviewed[String(row.node)] } : row;
}

/** 1,000 rows of at most 14 columns stay well below the protocol's 65,535 parameters. */
async function insertInChunks(db: ScopedDb, table: keyof Database, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 1_000) {
    const chunk = rows.slice(start, start + 1_000) as Insertable<Database[typeof table]>[];
    await db.insertInto(table).values(chunk).execute();
  }
}
