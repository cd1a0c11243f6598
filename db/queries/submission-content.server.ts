import { sql } from 'kysely';
import type {
  Decimal,
  Finding,
  FollowUp,
  Quote,
  SubmissionContent,
  SubmissionOrigin,
  SubmissionStatus,
} from '#app/domain/submission.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';
import type { SubmissionState } from './submissions.server.ts';

/** One submission in full, as one of its revisions states it. */
export interface StoredSubmission extends SubmissionState {
  documentId: string | null;
  createdAt: string;
  receipt: string | null;
  submittedBy: string | null; // account
  preparer: { name: string | null; phone: string | null }; // personal data
  content: SubmissionContent;
  /** Reviewed scores by node of the framework. */
  reviewed: Record<string, Decimal>;
  /** Why the reviewer's score differs, by node. */
  reviewedReasons: Record<string, string>;
  findings: Finding[];
  /** The words of the document behind a field, by field. */
  quotes: Record<string, Quote>;
}

/**
 * The submission of an office and year with everything in it, in one statement: as its current revision states it, or the
 * one asked for. Undefined where there is none.
 */
export async function findSubmission(
  db: ScopedDb,
  { officeId, year, revision }: { officeId: string; year: number; revision?: number },
): Promise<StoredSubmission | undefined> {
  const rows = await findRows(db, sql`s.office_id = ${officeId} and s.year = ${year}`, revision);
  return rows[0] && toSubmission(rows[0]);
}

/** Every submission of a year that has been before the district, with everything in it; no drafts. One statement. */
export async function findAllSentSubmissions(db: ScopedDb, year: number): Promise<StoredSubmission[]> {
  return (await findRows(db, sql`s.year = ${year} and s.status <> 'draft'`)).map(toSubmission);
}

async function findRows(db: ScopedDb, which: ReturnType<typeof sql>, revision?: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select to_json(s) as submission, to_json(r) as revision,
      s.submitted_at, s.first_submitted_at, s.approved_at, r.created_at,
      ${mapOf('money_figures', sql`f.item, f.amount_yuan::text`)} as amounts,
      ${mapOf('stated_rates', sql`f.item, trim_scale(f.percent)::text`)} as rates,
      ${listOf('monthly_execution', sql`'month', f.month, 'rate', trim_scale(f.rate_percent)::text`, 'month')}
        as "monthlyExecution",
      ${listOf(
        'indicator_scores',
        sql`'node', f.node, 'score', f.self_score::text, 'reviewed', f.reviewed_score::text,
          'statedMax', f.stated_max::text, 'target', f.target, 'completion', f.completion, 'reason', f.reason,
          'measure', f.measure, 'evidence', f.evidence, 'reviewedReason', f.reviewed_reason`,
        'node',
      )} as scores,
      ${listOf(
        'outcome_indicators',
        sql`'class', f.class, 'name', f.name, 'target', f.target, 'completion', f.completion`,
      )} as "outcomeIndicators",
      ${listOf(
        'key_projects',
        sql`'name', f.name, 'amount', f.amount_yuan::text, 'score', f.score::text, 'grade', f.grade,
          'outputs', f.outputs`,
      )} as "keyProjects",
      ${listOf('problems', sql`'text', f.text, 'themes', f.themes`)} as problems,
      ${listOf('measures', sql`'text', f.text, 'problem', f.problem_position`)} as measures,
      ${listOf(
        'findings',
        sql`'check', f.check_name, 'severity', f.severity, 'fields', f.fields, 'computed', f.computed::text,
          'stated', f.stated::text, 'proposal', f.proposal, 'evidence', f.evidence, 'answer', f.answer`,
      )} as findings,
      ${listOf('follow_ups', sql`'problem', f.problem, 'state', f.state, 'note', f.note`)} as "followUps",
      ${mapOf(
        'quotes',
        sql`f.field, json_build_object('text', f.text, 'start', f.start_offset, 'end', f.end_offset)`,
      )} as quotes
    from submissions s
    join revisions r on (r.district_id, r.office_id, r.year, r.revision)
      = (s.district_id, s.office_id, s.year, coalesce(${revision ?? null}::int, s.current_revision))
    where s.district_id = ${districtOf(db)} and ${which}
    limit 2000`.execute(db);
  return rows;
}

interface Row extends Omit<SubmissionContent, 'scores' | 'followUps'> {
  followUps: FollowUp[];
  submission: {
    office_id: string;
    year: number;
    status: SubmissionStatus;
    origin: SubmissionOrigin;
    version: number;
    return_reason: string | null;
    receipt: string | null;
    submitted_by: string | null;
  };
  revision: {
    revision: number;
    document_id: string | null;
    filed_on: string | null;
    functions: string | null;
    inner_departments: string[] | null;
    sub_units_stated: number | null;
    sub_units: string[] | null;
    staffing: number | null;
    goal: string | null;
    key_tasks: string | null;
    change_reason: string | null;
    preparer_name: string | null;
    preparer_phone: string | null;
  };
  submitted_at: string | null;
  first_submitted_at: string | null;
  approved_at: string | null;
  created_at: string;
  scores: {
    node: string;
    score?: Decimal;
    reviewed?: Decimal;
    statedMax?: Decimal;
    target?: string;
    completion?: string;
    reason?: string;
    measure?: string;
    evidence?: string;
    reviewedReason?: string;
  }[];
  findings: Finding[];
  quotes: Record<string, Quote>;
}

function toSubmission(row: Row): StoredSubmission {
  const { submission: s, revision: r, scores, findings, quotes } = row;
  return {
    officeId: s.office_id,
    year: s.year,
    status: s.status,
    origin: s.origin,
    version: s.version,
    revision: r.revision,
    submittedAt: row.submitted_at,
    firstSubmittedAt: row.first_submitted_at,
    approvedAt: row.approved_at,
    returnReason: s.return_reason,
    documentId: r.document_id,
    createdAt: row.created_at,
    receipt: s.receipt,
    submittedBy: s.submitted_by,
    preparer: { name: r.preparer_name, phone: r.preparer_phone },
    content: toContent(row),
    reviewed: Object.fromEntries(
      scores.flatMap(({ node, reviewed }) => (reviewed === undefined ? [] : [[node, reviewed]])),
    ),
    reviewedReasons: Object.fromEntries(
      scores.flatMap(({ node, reviewedReason }) =>
        reviewedReason === undefined ? [] : [[node, reviewedReason]],
      ),
    ),
    findings,
    quotes,
  };
}

function toContent(row: Row): SubmissionContent {
  const { revision: r, scores } = row;
  const texts = {
    functions: r.functions,
    innerDepartments: r.inner_departments,
    subUnitsStated: r.sub_units_stated,
    subUnits: r.sub_units,
    staffing: r.staffing,
    filedOn: r.filed_on,
    goal: r.goal,
    keyTasks: r.key_tasks,
    changeReason: r.change_reason,
  };
  return {
    ...withoutNulls(texts),
    amounts: row.amounts,
    rates: row.rates,
    monthlyExecution: row.monthlyExecution,
    scores: scores.flatMap(({ score, reviewed: _, reviewedReason: __, ...claim }) =>
      score === undefined ? [] : [{ ...claim, score }],
    ),
    outcomeIndicators: row.outcomeIndicators,
    keyProjects: row.keyProjects,
    problems: row.problems,
    measures: row.measures,
    ...(row.followUps.length > 0 ? { followUps: row.followUps } : {}),
  };
}

type NonNull<T> = { [K in keyof T]?: Exclude<T[K], null> };

function withoutNulls<T extends object>(value: T): NonNull<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null)) as NonNull<T>;
}

/** The rows of the revision as a JSON array of objects, nulls left out, in order. */
function listOf(table: string, fields: ReturnType<typeof sql>, order = 'position') {
  return sql`coalesce((select json_agg(json_strip_nulls(json_build_object(${fields})) order by ${sql.ref(`f.${order}`)})
    from ${sql.table(table)} f where ${ofRevision}), '[]')`;
}

/** The rows of the revision as one JSON object. */
function mapOf(table: string, keyAndValue: ReturnType<typeof sql>) {
  return sql`coalesce((select json_object_agg(${keyAndValue}) from ${sql.table(table)} f where ${ofRevision}), '{}')`;
}

const ofRevision = sql`(f.district_id, f.office_id, f.year, f.revision)
  = (r.district_id, r.office_id, r.year, r.revision)`;
