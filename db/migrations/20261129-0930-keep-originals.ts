import { type Kysely, sql } from 'kysely';

/** The bytes of uploaded reports, apart from what was read from them: written once, for the office and the reviewers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of create) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop table document_files').execute(db);
}

const text = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const uuid = (name: string) => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;

const reviewer = `(${text('reach')} = 'district' and ${text('role')} = 'district_reviewer')`;
const officeStaff = `(${text('reach')} = 'office' and office_id = ${uuid('office_id')}
  and ${text('role')} in ('office_preparer', 'office_approver'))`;
const access = `district_id = ${uuid('district_id')} and (${reviewer} or ${officeStaff})`;

/** 20 MB, as the front takes it. */
const mostBytes = 20 * 1024 * 1024;

const create = [
  `create table document_files (
    district_id uuid not null,
    office_id uuid not null,
    id uuid not null,
    kept_by text not null check (kept_by in ('office', 'district')),
    content bytea not null check (octet_length(content) between 1 and ${mostBytes}),
    primary key (district_id, office_id, id),
    foreign key (district_id, office_id, id) references documents (district_id, office_id, id)
  )`,
  // Word and PDF files are compressed already
  'alter table document_files alter column content set storage external',
  'alter table document_files enable row level security',
  'alter table document_files force row level security',
  'grant select, insert on document_files to duibiao_app',
  `create policy app_select on document_files for select to duibiao_app using (${access})`,
  `create policy app_insert on document_files for insert to duibiao_app with check (${access})`,
];
