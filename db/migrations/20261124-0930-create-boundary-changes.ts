import { type Kysely, sql } from 'kysely';

/** Years from which an office's figures follow another boundary, so that a series across them is not read as one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop table boundary_changes').execute(db);
}

const text = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const uuid = (name: string) => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;

const inDistrict = `district_id = ${uuid('district_id')}`;
const wholeDistrict = `${text('reach')} = 'district'`;
const ownOffice = `(${text('reach')} = 'office' and office_id = ${uuid('office_id')})`;
const reviewer = `${inDistrict} and ${wholeDistrict} and ${text('role')} = 'district_reviewer'`;

const statements = [
  `create table boundary_changes (
    district_id uuid not null,
    office_id uuid not null,
    year integer not null check (year between 2000 and 2100),
    kind text not null check (kind in ('merged', 'split', 'boundary', 'renamed')),
    note text not null check (note <> ''),
    note_en text not null,
    primary key (district_id, office_id, year, kind),
    foreign key (district_id, office_id) references offices (district_id, id)
  )`,
  'alter table boundary_changes enable row level security',
  'alter table boundary_changes force row level security',
  'grant select, insert, update (note, note_en) on boundary_changes to duibiao_app',
  `create policy app_select on boundary_changes for select to duibiao_app
    using (${inDistrict} and (${wholeDistrict} or ${ownOffice}))`,
  `create policy app_insert on boundary_changes for insert to duibiao_app with check (${reviewer})`,
  `create policy app_update on boundary_changes for update to duibiao_app
    using (${reviewer}) with check (${reviewer})`,
];
