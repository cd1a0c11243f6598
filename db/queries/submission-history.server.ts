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
import { insertAll, narrativeOf, rowsByTable, rowsOf, type TableRows } from './revisions.server.ts';

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

/** Adds whole office-years, one statement a table and some thousand rows: for many at once. Throws ConstraintError when one is there. */
export async function insertHistories(db: ScopedDb, histories: readonly SubmissionHistory[]): Promise<void> {
  const district_id = districtOf(db);
  await insertAll(
    db,
    'submissions',
    histories.map((history) => toSubmission(district_id, history)),
  );
  const revisions = histories.flatMap(({ officeId: office_id, year, revisions }) =>
    revisions.map((past, index) => ({ key: { district_id, office_id, year, revision: index + 1 }, past })),
  );
  await insertAll(
    db,
    'revisions',
    revisions.map(({ key, past }) => ({ ...key, ...narrativeOf(past.content), created_at: past.createdAt })),
  );
  const tables = revisions.flatMap(({ key, past }) => rowsOf(key, past).map(withReviewed(past)));
  for (const [table, rows] of rowsByTable(tables)) await insertAll(db, table, rows);
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

function withReviewed({ reviewed }: PastRevision) {
  return ([table, rows]: TableRows): TableRows => {
    if (table !== 'indicator_scores' || !reviewed) return [table, rows];
    return [
      table,
      rows.map((row) => ('node' in row ? { ...row, reviewed_score: reviewed[String(row.node)] } : row)),
    ];
  };
}
