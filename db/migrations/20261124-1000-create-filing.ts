import { type Kysely, sql } from 'kysely';

/**
 * What it takes to file here: the office's working copy, receipt and names behind a submission, comments at fields, reasons
 * of reviewed scores, answers to findings, follow-up of last year's problems, and exceptions of a round by office.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of create) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of remove) await sql.raw(statement).execute(db);
}

const text = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const uuid = (name: string) => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;

const inDistrict = `district_id = ${uuid('district_id')}`;
const wholeDistrict = `${text('reach')} = 'district'`;
const ownOffice = `(${text('reach')} = 'office' and office_id = ${uuid('office_id')})`;
const reviewer = `(${wholeDistrict} and ${text('role')} = 'district_reviewer')`;
const officeStaff = `(${ownOffice} and ${text('role')} in ('office_preparer', 'office_approver'))`;

const tenantRead = `${inDistrict} and (${wholeDistrict} or ${ownOffice})`;
const tenantWrite = `${inDistrict} and (${reviewer} or ${officeStaff})`;
const districtWrite = `${inDistrict} and ${reviewer}`;
/** Nobody but the office reads what it has not sent. */
const draftAccess = `${inDistrict} and ${officeStaff}`;

const drafts = [
  `create table drafts (
    district_id uuid not null,
    office_id uuid not null,
    year integer not null,
    version integer not null default 1 check (version > 0),
    base_revision integer not null,
    fields jsonb not null check (jsonb_typeof(fields) = 'object'),
    finished_at timestamptz,
    finished_by uuid,
    changed_at timestamptz not null default now(),
    changed_by uuid,
    primary key (district_id, office_id, year),
    foreign key (district_id, office_id, year, base_revision)
      references revisions (district_id, office_id, year, revision),
    foreign key (district_id, finished_by) references accounts (district_id, id),
    foreign key (district_id, changed_by) references accounts (district_id, id)
  )`,
  ...protect('drafts', 'select, insert, update, delete', {
    select: `using (${draftAccess})`,
    insert: `with check (${draftAccess})`,
    update: `using (${draftAccess}) with check (${draftAccess})`,
    delete: `using (${draftAccess})`,
  }),
];

const comments = [
  `create table comments (
    district_id uuid not null,
    office_id uuid not null,
    id uuid not null,
    year integer not null,
    revision integer not null,
    field text not null check (field <> ''),
    text text not null check (length(text) between 1 and 2000),
    created_by uuid,
    created_at timestamptz not null default now(),
    primary key (district_id, office_id, id),
    foreign key (district_id, office_id, year, revision)
      references revisions (district_id, office_id, year, revision),
    foreign key (district_id, created_by) references accounts (district_id, id)
  )`,
  'create index comments_of_revision on comments (district_id, office_id, year, revision)',
  ...protect('comments', 'select, insert, delete', {
    select: `using (${tenantRead})`,
    insert: `with check (${districtWrite})`,
    delete: `using (${districtWrite})`,
  }),
];

const followUps = [
  `create table follow_ups (
    district_id uuid not null,
    office_id uuid not null,
    year integer not null,
    revision integer not null,
    position integer not null check (position >= 0),
    problem text not null check (problem <> ''),
    state text not null check (state in ('solved', 'improving', 'open')),
    note text,
    primary key (district_id, office_id, year, revision, position),
    foreign key (district_id, office_id, year, revision)
      references revisions (district_id, office_id, year, revision)
  )`,
  ...protect('follow_ups', 'select, insert', {
    select: `using (${tenantRead})`,
    insert: `with check (${tenantWrite})`,
  }),
];

const roundOffices = [
  `create table round_offices (
    district_id uuid not null,
    office_id uuid not null,
    year integer not null,
    takes_part boolean not null,
    deadline date,
    reason text not null check (reason <> ''),
    primary key (district_id, office_id, year),
    foreign key (district_id, office_id) references offices (district_id, id),
    foreign key (district_id, year) references rounds (district_id, year)
  )`,
  ...protect('round_offices', 'select, insert, update', {
    select: `using (${tenantRead})`,
    insert: `with check (${districtWrite})`,
    update: `using (${districtWrite}) with check (${districtWrite})`,
  }),
];

const create = [
  `alter table submissions add column receipt text, add column submitted_by uuid, add column approved_by uuid,
    add foreign key (district_id, submitted_by) references accounts (district_id, id),
    add foreign key (district_id, approved_by) references accounts (district_id, id),
    add constraint submissions_two_people check (approved_by is null or approved_by is distinct from submitted_by)`,
  `alter table indicator_scores add column target text, add column completion text, add column evidence text,
    add column reviewed_reason text`,
  'grant update (reviewed_reason) on indicator_scores to duibiao_app',
  'alter table findings add column answer text',
  ...drafts,
  ...comments,
  ...followUps,
  ...roundOffices,
];

const remove = [
  'drop table drafts, comments, follow_ups, round_offices',
  'alter table findings drop column answer',
  `alter table indicator_scores drop column target, drop column completion, drop column evidence,
    drop column reviewed_reason`,
  'alter table submissions drop column receipt, drop column submitted_by, drop column approved_by',
];

function protect(table: string, grants: string, policies: Record<string, string>): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `grant ${grants} on ${table} to duibiao_app`,
    ...Object.entries(policies).map(
      ([command, rule]) => `create policy app_${command} on ${table} for ${command} to duibiao_app ${rule}`,
    ),
  ];
}
