import { type Kysely, sql } from 'kysely';

/**
 * Named states of the ranking table. An owner's own are the owner's; shared ones are read by the whole district and may
 * be renamed or removed by its reviewer too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of create) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop table saved_views').execute(db);
}

const setting = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const inDistrict = `district_id = ${setting('district_id')}::uuid and ${setting('reach')} = 'district'`;
const own = `owner_id = ${setting('account_id')}::uuid`;
const change = `${inDistrict} and (${own} or (shared and ${setting('role')} = 'district_reviewer'))`;

const create = [
  `create table saved_views (
    district_id uuid not null references districts (id),
    id uuid not null,
    owner_id uuid not null,
    name text not null check (name <> '' and length(name) <= 40),
    query text not null check (length(query) <= 4000),
    shared boolean not null,
    created_at timestamptz not null default now(),
    primary key (district_id, id),
    constraint saved_views_name unique (district_id, owner_id, name),
    foreign key (district_id, owner_id) references accounts (district_id, id)
  )`,
  'alter table saved_views enable row level security',
  'alter table saved_views force row level security',
  'grant select, insert, delete on saved_views to duibiao_app',
  'grant update (name) on saved_views to duibiao_app',
  `create policy app_select on saved_views for select to duibiao_app
    using (${inDistrict} and (shared or ${own}))`,
  `create policy app_insert on saved_views for insert to duibiao_app with check (${inDistrict} and ${own})`,
  `create policy app_update on saved_views for update to duibiao_app using (${change}) with check (${change})`,
  `create policy app_delete on saved_views for delete to duibiao_app using (${change})`,
];
