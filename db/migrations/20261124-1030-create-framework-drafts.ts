import { type Kysely, sql } from 'kysely';

/** The reviewer's working copy of a year's framework, one a year, until it is published as a version. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of create) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop table framework_drafts').execute(db);
}

const text = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const uuid = (name: string) => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;
const ofReviewer = `district_id = ${uuid('district_id')} and ${text('reach')} = 'district'
  and ${text('role')} = 'district_reviewer'`;

const policies = {
  select: `using (${ofReviewer})`,
  insert: `with check (${ofReviewer})`,
  update: `using (${ofReviewer}) with check (${ofReviewer})`,
  delete: `using (${ofReviewer})`,
};

const create = [
  `create table framework_drafts (
    district_id uuid not null references districts (id),
    year integer not null check (year between 2000 and 2100),
    version integer not null default 1 check (version > 0),
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    changed_at timestamptz not null default now(),
    changed_by uuid,
    primary key (district_id, year),
    foreign key (district_id, changed_by) references accounts (district_id, id)
  )`,
  'alter table framework_drafts enable row level security',
  'alter table framework_drafts force row level security',
  'grant select, insert, update, delete on framework_drafts to duibiao_app',
  ...Object.entries(policies).map(
    ([command, rule]) =>
      `create policy app_${command} on framework_drafts for ${command} to duibiao_app ${rule}`,
  ),
];
