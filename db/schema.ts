import type { ColumnType, Generated } from 'kysely';
import type { Role } from '#app/domain/access.ts';
import type { BoundaryKind } from '#app/domain/boundary-change.ts';
import type { FrameworkDraft } from '#app/domain/framework-draft.ts';
import type { FollowUp, Severity, SubmissionOrigin, SubmissionStatus } from '#app/domain/submission.ts';

/**
 * One interface a table, for both engines. Ids are UUIDs; `*_yuan` is numeric(18,2) in 元 and arrives as text, as do all
 * numerics; `date` arrives as “YYYY-MM-DD”, `timestamptz` as an ISO instant in UTC. Every tenant table leads its keys with
 * `district_id` (see README.md).
 */
type Numeric = ColumnType<string, string, string>;
type Instant = ColumnType<string, string | undefined, string>;
type Json<T> = ColumnType<T, string, string>;

export interface DistrictsTable {
  id: string;
  code: string; // administrative code, 6 digits
  name: string;
  name_en: string;
  created_at: Instant;
}

export interface OfficesTable {
  district_id: string;
  id: string;
  code: string; // administrative code, 9 digits
  name: string;
  name_en: string;
  sort_key: string; // pinyin, because no database collation sorts Chinese as people do
  invented: ColumnType<boolean, boolean | undefined, boolean>; // a demo office that does not exist
  active: ColumnType<boolean, boolean | undefined, boolean>;
}

/** Sign-in is by name alone, before a tenant is known, so the two directory tables lead with their own id. */
export interface AccountsTable {
  id: string;
  district_id: string | null; // null: platform operator
  office_id: string | null; // null: district and platform roles
  login_name: string;
  display_name: string; // personal data
  role: Role;
  password_hash: string; // argon2id
  password_issued: Generated<boolean>; // made by somebody else: to be changed before anything is done
  locale: string | null;
  active: boolean;
  demo: boolean; // exists in demo mode only
  created_at: Instant;
  last_sign_in_at: Instant | null;
  last_visit_at: Instant | null; // the sign-in before the last one
}

export interface SessionsTable {
  id: string; // sha256 of the token; the cookie carries the token
  account_id: string;
  expires_at: Instant; // idle end, moved by use
  created_at: Instant; // the absolute end counts from here
}

export interface FrameworksTable {
  district_id: string;
  id: string;
  year: number;
  version: number;
  name: string;
  name_en: string;
  total_weight: Numeric;
}

export interface IndicatorsTable {
  district_id: string;
  framework_id: string;
  code: string;
  parent_code: string | null;
  level: number; // 1 dimension, 2 category, 3 indicator
  name: string;
  name_en: string;
  weight: Numeric;
  verified: boolean;
  position: number;
  /** How points are given, as `Rule` of the domain; null where nothing is worked out. */
  rule: ColumnType<unknown, string | null, string | null>;
}

/** The reviewer's working copy of a year's framework; gone once it is published. */
export interface FrameworkDraftsTable {
  district_id: string;
  year: number;
  version: Generated<number>; // counts saves
  content: Json<FrameworkDraft>;
  changed_at: Instant;
  changed_by: string | null; // account
}

export interface RoundsTable {
  district_id: string;
  year: number;
  framework_id: string;
  opens_on: string;
  deadline: string;
  status: 'open' | 'closed';
  peer_view: 'named' | 'coded' | 'aggregate'; // what an office may see of others
  execution_target: Numeric | null; // percent, drawn as a reference line
}

export interface SubmissionsTable {
  district_id: string;
  office_id: string;
  year: number;
  status: SubmissionStatus;
  origin: SubmissionOrigin;
  current_revision: number;
  version: Generated<number>; // optimistic lock
  submitted_at: Instant | null;
  first_submitted_at: Instant | null; // of one that was returned: when it had first been sent
  approved_at: Instant | null;
  return_reason: string | null;
  receipt: string | null; // what the office holds in hand after submitting
  submitted_by: string | null; // account
  approved_by: string | null; // account, never the one that submitted
}

export interface RevisionsTable {
  district_id: string;
  office_id: string;
  year: number;
  revision: number;
  document_id: string | null;
  filed_on: string | null; // as the office states it
  functions: string | null;
  inner_departments: string[] | null; // null: not stated; empty: stated that there are none
  sub_units_stated: number | null;
  sub_units: string[] | null;
  staffing: number | null;
  goal: string | null;
  key_tasks: string | null;
  change_reason: string | null;
  preparer_name: string | null; // personal data
  preparer_phone: string | null; // personal data
  created_by: string | null; // account
  created_at: Instant;
}

interface OfRevision {
  district_id: string;
  office_id: string;
  year: number;
  revision: number;
}

export interface MoneyFiguresTable extends OfRevision {
  item: string; // MoneyItem
  amount_yuan: Numeric;
}

export interface StatedRatesTable extends OfRevision {
  item: string; // RateItem
  percent: Numeric;
}

export interface MonthlyExecutionTable extends OfRevision {
  month: number;
  rate_percent: Numeric;
}

/** Scores at any node of the framework; `node` is an indicator code or `total`. */
export interface IndicatorScoresTable extends OfRevision {
  node: string;
  self_score: Numeric | null;
  reviewed_score: Numeric | null;
  stated_max: Numeric | null; // the weight as the office states it
  target: string | null;
  completion: string | null;
  reason: string | null;
  measure: string | null;
  evidence: string | null;
  reviewed_reason: string | null;
}

export interface OutcomeIndicatorsTable extends OfRevision {
  position: number;
  class: string;
  name: string;
  target: string | null;
  completion: string | null;
}

export interface KeyProjectsTable extends OfRevision {
  position: number;
  name: string;
  amount_yuan: Numeric | null;
  score: Numeric | null;
  grade: string | null;
  outputs: string | null;
}

export interface ProblemsTable extends OfRevision {
  position: number;
  text: string;
  themes: string[]; // slugs, most telling first
}

export interface MeasuresTable extends OfRevision {
  position: number;
  text: string;
  problem_position: number | null;
}

export interface FindingsTable extends OfRevision {
  position: number;
  check_name: string;
  severity: Severity;
  fields: string[];
  computed: Numeric | null;
  stated: Numeric | null;
  proposal: Json<{ field: string; value: string } | null>;
  evidence: string | null;
  answer: string | null; // why the office sends it all the same
}

/** What became of last year's problems. */
export interface FollowUpsTable extends OfRevision {
  position: number;
  problem: string;
  state: FollowUp['state'];
  note: string | null;
}

/** The office's working copy, read by the office alone; emptied once it is submitted. */
export interface DraftsTable {
  district_id: string;
  office_id: string;
  year: number;
  version: Generated<number>; // counts changes
  base_revision: number; // the revision it started from; superseded when that is no longer the current one
  fields: Json<Record<string, string>>; // as typed, by field of the form
  finished_at: Instant | null; // the preparer is done and the approver's turn has come
  finished_by: string | null; // account
  changed_at: Instant;
  changed_by: string | null; // account
}

/** A reviewer's words at one field of one revision. */
export interface CommentsTable extends OfRevision {
  id: string;
  field: string;
  text: string;
  created_by: string | null; // account
  created_at: Instant;
}

/** A file attached to an indicator; what was sent is neither changed nor removed. */
export interface EvidenceFilesTable {
  district_id: string;
  office_id: string;
  id: string;
  year: number;
  node: string; // indicator code
  file_name: string; // without folders or characters that are not seen
  media_type: string; // by its content
  sha256: string;
  bytes: number;
  content: Uint8Array;
  first_revision: number | null; // null: in the working copy alone
  last_revision: number | null; // null: the working copy still has it
  added_by: string | null; // account
  added_at: Instant;
}

/** Where a round differs for one office. */
export interface RoundOfficesTable {
  district_id: string;
  office_id: string;
  year: number;
  takes_part: boolean;
  deadline: string | null; // null: the round's
  reason: string;
}

export interface QuotesTable extends OfRevision {
  field: string;
  text: string;
  start_offset: number; // UTF-16 units of the document's text
  end_offset: number;
}

export interface DocumentsTable {
  district_id: string;
  office_id: string;
  id: string;
  year: number;
  file_name: string;
  media_type: string;
  sha256: string;
  bytes: number;
  text: string;
  created_at: Instant;
}

/** The bytes of an uploaded document, where they were kept. */
export interface DocumentFilesTable {
  district_id: string;
  office_id: string;
  id: string; // of the document
  kept_by: 'office' | 'district';
  content: Uint8Array;
}

/** From `year` on, the office's figures follow another boundary. */
export interface BoundaryChangesTable {
  district_id: string;
  office_id: string;
  year: number;
  kind: BoundaryKind;
  note: string;
  note_en: string;
}

/** 对标组: which offices are compared with each other; one grouping a district. */
export interface PeerGroupsTable {
  district_id: string;
  id: string;
  position: number; // from 1, order on pages and name in addresses
  name: string;
  name_en: string;
  basis: string; // why these offices
  basis_en: string;
}

export interface PeerGroupMembersTable {
  district_id: string;
  office_id: string;
  group_id: string;
}

/** A named state of the ranking table. */
export interface SavedViewsTable {
  district_id: string;
  id: string;
  owner_id: string;
  name: string;
  query: string; // of the page's address, without “?”
  shared: boolean; // with the whole district
  created_at: Instant;
}

/** Append-only: the app's role may insert and read, never change. A trigger sets the last three columns. */
export interface AuditTable {
  district_id: string;
  id: string;
  office_id: string | null;
  at: Instant;
  account_id: string | null; // null: a script run by the operator of the server
  action: string;
  subject: string;
  detail: Json<unknown>;
  seq: ColumnType<number, never, never>; // counts the district's entries from 1
  previous_hash: ColumnType<string, never, never>; // of the entry before, empty for the first
  hash: ColumnType<string, never, never>; // sha256 over this entry and `previous_hash`, hex
}

/** The last entry of a district's trail, so that an end cut off is noticed too. Only the trigger writes. */
export interface AuditHeadsTable {
  district_id: string;
  seq: ColumnType<number, never, never>; // 0: no entry yet
  hash: ColumnType<string, never, never>;
}

export interface Database {
  districts: DistrictsTable;
  offices: OfficesTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  frameworks: FrameworksTable;
  indicators: IndicatorsTable;
  framework_drafts: FrameworkDraftsTable;
  rounds: RoundsTable;
  submissions: SubmissionsTable;
  revisions: RevisionsTable;
  money_figures: MoneyFiguresTable;
  stated_rates: StatedRatesTable;
  monthly_execution: MonthlyExecutionTable;
  indicator_scores: IndicatorScoresTable;
  outcome_indicators: OutcomeIndicatorsTable;
  key_projects: KeyProjectsTable;
  problems: ProblemsTable;
  measures: MeasuresTable;
  findings: FindingsTable;
  quotes: QuotesTable;
  follow_ups: FollowUpsTable;
  drafts: DraftsTable;
  comments: CommentsTable;
  evidence_files: EvidenceFilesTable;
  round_offices: RoundOfficesTable;
  documents: DocumentsTable;
  document_files: DocumentFilesTable;
  boundary_changes: BoundaryChangesTable;
  peer_groups: PeerGroupsTable;
  peer_group_members: PeerGroupMembersTable;
  saved_views: SavedViewsTable;
  audit: AuditTable;
  audit_heads: AuditHeadsTable;
}
