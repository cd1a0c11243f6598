import { type Kysely, sql } from 'kysely';

/**
 * Whoever uploaded a report may take it out again: the office's preparer or the reviewer, each the files that their side keeps. A
 * document goes after its file; what a revision rests on, or what still has a file, stays by the foreign keys.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of allow) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['document_files', 'documents'])
    for (const statement of [
      `drop policy app_delete on ${table}`,
      `revoke delete on ${table} from duibiao_app`,
    ])
      await sql.raw(statement).execute(db);
}

const text = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const uuid = (name: string) => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;

const inDistrict = `district_id = ${uuid('district_id')}`;
const reviewer = `${text('reach')} = 'district' and ${text('role')} = 'district_reviewer'`;
const preparer = `${text('reach')} = 'office' and office_id = ${uuid('office_id')}
  and ${text('role')} = 'office_preparer'`;

const allow = [
  'grant delete on document_files, documents to duibiao_app',
  `create policy app_delete on document_files for delete to duibiao_app using (${inDistrict}
    and ((${reviewer} and kept_by = 'district') or (${preparer} and kept_by = 'office')))`,
  `create policy app_delete on documents for delete to duibiao_app
    using (${inDistrict} and ((${reviewer}) or (${preparer})))`,
];
