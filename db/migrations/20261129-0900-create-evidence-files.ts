import { type Kysely, sql } from 'kysely';

/**
 * 佐证材料: files that an office attaches to an indicator of its report. A file belongs to the working copy until the report is
 * sent; from then on to every revision from `first_revision` up to `last_revision`, and its row is never changed or removed
 * again, so that what was sent stays as it was.
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
const officeStaff = `(${ownOffice} and ${text('role')} in ('office_preparer', 'office_approver'))`;

/** Nobody but the office reads what it has not sent. */
const read = `${inDistrict} and (${ownOffice} or (${wholeDistrict} and first_revision is not null))`;
const write = `${inDistrict} and ${officeStaff}`;

const create = [
  `create table evidence_files (
    district_id uuid not null,
    office_id uuid not null,
    id uuid not null,
    year integer not null,
    node text not null check (node <> ''),
    file_name text not null check (length(file_name) between 1 and 120 and file_name !~ '[/\\\\[:cntrl:]]'),
    media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
    sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
    bytes integer not null check (bytes = octet_length(content) and bytes between 1 and 10485760),
    content bytea not null,
    first_revision integer,
    last_revision integer check (last_revision >= first_revision),
    added_by uuid,
    added_at timestamptz not null default now(),
    primary key (district_id, office_id, id),
    check (last_revision is null or first_revision is not null),
    foreign key (district_id, office_id, year) references submissions (district_id, office_id, year),
    foreign key (district_id, office_id, year, first_revision)
      references revisions (district_id, office_id, year, revision),
    foreign key (district_id, office_id, year, last_revision)
      references revisions (district_id, office_id, year, revision),
    foreign key (district_id, added_by) references accounts (district_id, id)
  )`,
  // the formats are packed already; packing them once more costs time and saves nothing
  'alter table evidence_files alter column content set storage external',
  'create index evidence_files_of_year on evidence_files (district_id, office_id, year)',
  'create index evidence_files_of_node on evidence_files (district_id, year, node)',
  `create unique index evidence_files_once on evidence_files (district_id, office_id, year, node, sha256)
    where last_revision is null`,
  'alter table evidence_files enable row level security',
  'alter table evidence_files force row level security',
  'grant select, insert, delete on evidence_files to duibiao_app',
  'grant update (first_revision, last_revision) on evidence_files to duibiao_app',
  `create policy app_select on evidence_files for select to duibiao_app using (${read})`,
  `create policy app_insert on evidence_files for insert to duibiao_app
    with check (${write} and first_revision is null and last_revision is null)`,
  `create policy app_update on evidence_files for update to duibiao_app
    using (${write} and last_revision is null) with check (${write} and first_revision is not null)`,
  `create policy app_delete on evidence_files for delete to duibiao_app
    using (${write} and first_revision is null)`,
  // a policy cannot compare a row with what it was
  `create function keep_evidence_revision() returns trigger language plpgsql as $$
    begin
      raise exception 'a file that was sent stays with its revision' using errcode = '42501';
    end
  $$`,
  'revoke all on function keep_evidence_revision() from public',
  `create trigger keep_evidence_revision before update on evidence_files for each row
    when (old.first_revision is not null and new.first_revision is distinct from old.first_revision)
    execute function keep_evidence_revision()`,
];

const remove = ['drop table evidence_files', 'drop function keep_evidence_revision()'];
