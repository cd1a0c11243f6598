import { type Kysely, sql } from 'kysely';

/** What the offices file: submissions, their revisions with every figure, the documents, and the audit trail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `drop table audit, quotes, findings, measures, problems, key_projects, outcome_indicators,
        indicator_scores, monthly_execution, stated_rates, money_figures, revisions, submissions, documents`,
    )
    .execute(db);
}

const revisionKey = `district_id uuid not null,
    office_id uuid not null,
    year integer not null,
    revision integer not null`;

const toRevision = `foreign key (district_id, office_id, year, revision)
      references revisions (district_id, office_id, year, revision)`;

const statements = [
  `create table documents (
    district_id uuid not null,
    office_id uuid not null,
    id uuid not null,
    year integer not null check (year between 2000 and 2100),
    file_name text not null,
    media_type text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes integer not null check (bytes >= 0),
    text text not null,
    created_at timestamptz not null default now(),
    primary key (district_id, office_id, id),
    foreign key (district_id, office_id) references offices (district_id, id)
  )`,
  `create table submissions (
    district_id uuid not null,
    office_id uuid not null,
    year integer not null,
    status text not null check (status in ('draft', 'submitted', 'returned', 'approved')),
    origin text not null check (origin in ('filed', 'public_report', 'invented')),
    current_revision integer not null check (current_revision > 0),
    version integer not null default 1 check (version > 0),
    submitted_at timestamptz,
    approved_at timestamptz,
    return_reason text,
    primary key (district_id, office_id, year),
    foreign key (district_id, office_id) references offices (district_id, id),
    foreign key (district_id, year) references rounds (district_id, year)
  )`,
  'create index submissions_of_year on submissions (district_id, year)',
  `create table revisions (
    ${revisionKey} check (revision > 0),
    document_id uuid,
    filed_on date,
    functions text,
    inner_departments text[],
    sub_units_stated integer check (sub_units_stated >= 0),
    sub_units text[],
    staffing integer check (staffing >= 0),
    goal text,
    key_tasks text,
    change_reason text,
    preparer_name text,
    preparer_phone text,
    created_by uuid,
    created_at timestamptz not null default now(),
    primary key (district_id, office_id, year, revision),
    foreign key (district_id, office_id, year) references submissions (district_id, office_id, year),
    foreign key (district_id, office_id, document_id) references documents (district_id, office_id, id),
    foreign key (district_id, created_by) references accounts (district_id, id)
  )`,
  `create table money_figures (
    ${revisionKey},
    item text not null check (item <> ''),
    amount_yuan numeric(18,2) not null,
    primary key (district_id, office_id, year, revision, item),
    ${toRevision}
  )`,
  `create table stated_rates (
    ${revisionKey},
    item text not null check (item <> ''),
    percent numeric(9,4) not null,
    primary key (district_id, office_id, year, revision, item),
    ${toRevision}
  )`,
  `create table monthly_execution (
    ${revisionKey},
    month integer not null check (month between 1 and 12),
    rate_percent numeric(9,4) not null,
    primary key (district_id, office_id, year, revision, month),
    ${toRevision}
  )`,
  `create table indicator_scores (
    ${revisionKey},
    node text not null check (node <> ''),
    self_score numeric(7,2),
    reviewed_score numeric(7,2) check (reviewed_score >= 0),
    stated_max numeric(7,2),
    reason text,
    measure text,
    primary key (district_id, office_id, year, revision, node),
    ${toRevision}
  )`,
  `create table outcome_indicators (
    ${revisionKey},
    position integer not null check (position >= 0),
    class text not null,
    name text not null,
    target text,
    completion text,
    primary key (district_id, office_id, year, revision, position),
    ${toRevision}
  )`,
  `create table key_projects (
    ${revisionKey},
    position integer not null check (position >= 0),
    name text not null,
    amount_yuan numeric(18,2),
    score numeric(7,2),
    grade text,
    outputs text,
    primary key (district_id, office_id, year, revision, position),
    ${toRevision}
  )`,
  `create table problems (
    ${revisionKey},
    position integer not null check (position >= 0),
    text text not null,
    themes text[] not null default '{}',
    primary key (district_id, office_id, year, revision, position),
    ${toRevision}
  )`,
  `create table measures (
    ${revisionKey},
    position integer not null check (position >= 0),
    text text not null,
    problem_position integer,
    primary key (district_id, office_id, year, revision, position),
    ${toRevision},
    foreign key (district_id, office_id, year, revision, problem_position)
      references problems (district_id, office_id, year, revision, position)
  )`,
  `create table findings (
    ${revisionKey},
    position integer not null check (position >= 0),
    check_name text not null check (check_name <> ''),
    severity text not null check (severity in ('error', 'warning', 'info')),
    fields text[] not null,
    computed numeric,
    stated numeric,
    proposal jsonb,
    evidence text,
    primary key (district_id, office_id, year, revision, position),
    ${toRevision}
  )`,
  `create table quotes (
    ${revisionKey},
    field text not null check (field <> ''),
    text text not null,
    start_offset integer not null check (start_offset >= 0),
    end_offset integer not null,
    primary key (district_id, office_id, year, revision, field),
    ${toRevision},
    check (end_offset >= start_offset)
  )`,
  `create table audit (
    district_id uuid not null references districts (id),
    id uuid not null,
    office_id uuid,
    at timestamptz not null default now(),
    account_id uuid,
    action text not null check (action <> ''),
    subject text not null,
    detail jsonb not null,
    primary key (district_id, id),
    foreign key (district_id, office_id) references offices (district_id, id)
  )`,
  'create index audit_by_time on audit (district_id, at desc)',
];
