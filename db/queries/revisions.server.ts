import { type Insertable, sql } from 'kysely';
import type {
  Decimal,
  Finding,
  Quote,
  SubmissionContent,
  SubmissionOrigin,
  SubmissionStatus,
} from '#app/domain/submission.ts';
import type { Database } from '../schema.ts';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

export interface NewRevision {
  officeId: string;
  year: number;
  status: SubmissionStatus;
  origin: SubmissionOrigin;
  content: SubmissionContent;
  findings: Finding[];
  /** The words of the document behind a field, by field. */
  quotes?: Record<string, Quote>;
  documentId?: string | null;
  preparer?: { name?: string | null; phone?: string | null };
  /** The version the change is based on; left out for the first revision of an office-year. */
  version?: number;
  submittedAt?: string | null;
  submittedBy?: string | null; // account
  receipt?: string | null;
  returnReason?: string | null;
  approvedAt?: string | null;
}

/** Rows for one table. */
export type TableRows = [table: keyof Database, rows: object[]];

export interface RevisionKey {
  district_id: string;
  office_id: string;
  year: number;
  revision: number;
}

/**
 * Stores a revision with everything in it, one statement a table, and makes it the current one. Times left out stay as
 * they are. Returns undefined when the submission is no longer at `version`, already exists, or may not be changed.
 */
export async function insertRevision(
  db: ScopedDb,
  revision: NewRevision,
): Promise<{ revision: number; version: number } | undefined> {
  const current =
    revision.version === undefined
      ? await insertSubmission(db, revision)
      : await updateSubmission(db, revision, revision.version);
  if (!current) return undefined;
  const key = {
    district_id: districtOf(db),
    office_id: revision.officeId,
    year: revision.year,
    revision: current.revision,
  };
  await db
    .insertInto('revisions')
    .values(toRevision(db, key, revision))
    .execute();
  for (const [table, rows] of rowsOf(key, revision)) await insertAll(db, table, rows);
  if (current.revision > 1) await carryReviewedScores(db, revision);
  return current;
}

/** The reviewer's scores of the revision before stand where the office changed nothing; what follows from them is redone. */
async function carryReviewedScores(db: ScopedDb, { officeId, year }: NewRevision): Promise<void> {
  await sql`select carry_reviewed_scores(${officeId}, ${year})`.execute(db);
}

/** A reviewer's score at one node; null takes it back. The reason is null where it follows from scores below it. */
export interface ReviewedScore {
  score: Decimal | null;
  reason: string | null;
}

/** Sets reviewed scores of one revision in one statement, by node; a node the office left out is added. */
export async function upsertReviewedScores(
  db: ScopedDb,
  {
    officeId,
    year,
    revision,
    scores,
  }: { officeId: string; year: number; revision: number; scores: Record<string, ReviewedScore> },
): Promise<void> {
  const key = { district_id: districtOf(db), office_id: officeId, year, revision };
  const rows = Object.entries(scores).map(([node, { score, reason }]) => ({
    ...key,
    node,
    reviewed_score: score,
    reviewed_reason: reason,
  }));
  if (rows.length === 0) return;
  await db
    .insertInto('indicator_scores')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['district_id', 'office_id', 'year', 'revision', 'node']).doUpdateSet({
        reviewed_score: (eb) => eb.ref('excluded.reviewed_score'),
        reviewed_reason: (eb) => eb.ref('excluded.reviewed_reason'),
      }),
    )
    .execute();
}

function insertSubmission(db: ScopedDb, { officeId, year, ...submission }: NewRevision) {
  return db
    .insertInto('submissions')
    .values({
      district_id: districtOf(db),
      office_id: officeId,
      year,
      status: submission.status,
      origin: submission.origin,
      current_revision: 1,
      submitted_at: submission.submittedAt,
      approved_at: submission.approvedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['current_revision as revision', 'version'])
    .executeTakeFirst();
}

function updateSubmission(db: ScopedDb, { officeId, year, ...submission }: NewRevision, version: number) {
  return db
    .updateTable('submissions')
    .set({
      status: submission.status,
      origin: submission.origin,
      current_revision: sql`current_revision + 1`,
      version: version + 1,
      submitted_at: submission.submittedAt,
      submitted_by: submission.submittedBy,
      receipt: submission.receipt,
      return_reason: submission.returnReason,
      approved_at: submission.approvedAt,
    })
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', officeId)
    .where('year', '=', year)
    .where('version', '=', version)
    .returning(['current_revision as revision', 'version'])
    .executeTakeFirst();
}

/** The row of the revision itself. */
export function toRevision(
  db: ScopedDb,
  key: RevisionKey,
  { content, documentId, preparer }: Pick<NewRevision, 'content' | 'documentId' | 'preparer'>,
): Insertable<Database['revisions']> {
  return {
    ...key,
    ...narrativeOf(content),
    document_id: documentId,
    preparer_name: preparer?.name,
    preparer_phone: preparer?.phone,
    created_by: scopeBehind(db).accountId,
  };
}

/** What the revision's own row holds of the content. */
export function narrativeOf(content: SubmissionContent) {
  return {
    filed_on: content.filedOn,
    functions: content.functions,
    inner_departments: content.innerDepartments,
    sub_units_stated: content.subUnitsStated,
    sub_units: content.subUnits,
    staffing: content.staffing,
    goal: content.goal,
    key_tasks: content.keyTasks,
    change_reason: content.changeReason,
  };
}

/** The rows of every table of a revision; problems come before the measures that point to them. */
export function rowsOf(
  key: RevisionKey,
  { content, findings, quotes = {} }: Pick<NewRevision, 'content' | 'findings' | 'quotes'>,
): TableRows[] {
  const numbered = <T extends object>(rows: T[]) =>
    rows.map((row, position) => ({ ...key, position, ...row }));
  return [
    [
      'money_figures',
      Object.entries(content.amounts).map(([item, amount_yuan]) => ({ ...key, item, amount_yuan })),
    ],
    ['stated_rates', Object.entries(content.rates).map(([item, percent]) => ({ ...key, item, percent }))],
    [
      'monthly_execution',
      content.monthlyExecution.map(({ month, rate }) => ({ ...key, month, rate_percent: rate })),
    ],
    [
      'indicator_scores',
      content.scores.map(({ node, score, statedMax, target, completion, reason, measure, evidence }) => ({
        ...key,
        node,
        self_score: score,
        stated_max: statedMax,
        target,
        completion,
        reason,
        measure,
        evidence,
      })),
    ],
    [
      'outcome_indicators',
      numbered(
        content.outcomeIndicators.map(({ class: kind, name, target, completion }) => ({
          class: kind,
          name,
          target,
          completion,
        })),
      ),
    ],
    [
      'key_projects',
      numbered(
        content.keyProjects.map(({ name, amount, score, grade, outputs }) => ({
          name,
          amount_yuan: amount,
          score,
          grade,
          outputs,
        })),
      ),
    ],
    ['problems', numbered(content.problems.map(({ text, themes }) => ({ text, themes })))],
    [
      'measures',
      numbered(content.measures.map(({ text, problem }) => ({ text, problem_position: problem }))),
    ],
    [
      'findings',
      numbered(
        findings.map(({ check, severity, fields, computed, stated, proposal, evidence, answer }) => ({
          check_name: check,
          severity,
          fields,
          computed,
          stated,
          proposal: proposal && JSON.stringify(proposal),
          evidence,
          answer,
        })),
      ),
    ],
    [
      'follow_ups',
      numbered((content.followUps ?? []).map(({ problem, state, note }) => ({ problem, state, note }))),
    ],
    [
      'quotes',
      Object.entries(quotes).map(([field, { text, start, end }]) => ({
        ...key,
        field,
        text,
        start_offset: start,
        end_offset: end,
      })),
    ],
  ];
}

/** Rows of many revisions by table, in the tables' order, so that what is pointed to comes first. */
export function rowsByTable(tables: readonly TableRows[]): Map<keyof Database, object[]> {
  const all = new Map<keyof Database, object[]>();
  for (const [table, rows] of tables) {
    const known = all.get(table) ?? [];
    known.push(...rows);
    all.set(table, known);
  }
  return all;
}

/** However many rows; a statement takes some thousand. */
export async function insertAll(db: ScopedDb, table: keyof Database, rows: object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += mostAtOnce) {
    const part = rows.slice(from, from + mostAtOnce) as Insertable<Database[typeof table]>[];
    await db.insertInto(table).values(part).execute();
  }
}

/** A statement takes 65,535 values, and no row of a revision has more than 16. */
const mostAtOnce = 4_000;
