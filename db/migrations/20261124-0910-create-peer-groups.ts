import { type Kysely, sql } from 'kysely';

/**
 * Peer groups of a district: which offices are compared with each other and why these. One grouping a district: an office
 * is in one group at most. District roles read, the reviewer writes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of create) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop table peer_group_members, peer_groups').execute(db);
}

const setting = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const read = `district_id = ${setting('district_id')}::uuid and ${setting('reach')} = 'district'`;
const write = `${read} and ${setting('role')} = 'district_reviewer'`;

const create = [
  `create table peer_groups (
    district_id uuid not null references districts (id),
    id uuid not null,
    position integer not null check (position between 1 and 999),
    name text not null check (name <> ''),
    name_en text not null,
    basis text not null check (basis <> ''),
    basis_en text not null,
    primary key (district_id, id),
    unique (district_id, position),
    unique (district_id, name)
  )`,
  `create table peer_group_members (
    district_id uuid not null,
    office_id uuid not null,
    group_id uuid not null,
    primary key (district_id, office_id),
    foreign key (district_id, office_id) references offices (district_id, id),
    foreign key (district_id, group_id) references peer_groups (district_id, id) on delete cascade
  )`,
  'create index peer_group_members_of_group on peer_group_members (district_id, group_id)',
  ...['peer_groups', 'peer_group_members'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `grant select, insert, update, delete on ${table} to duibiao_app`,
    `create policy app_select on ${table} for select to duibiao_app using (${read})`,
    `create policy app_insert on ${table} for insert to duibiao_app with check (${write})`,
    `create policy app_update on ${table} for update to duibiao_app using (${write}) with check (${write})`,
    `create policy app_delete on ${table} for delete to duibiao_app using (${write})`,
  ]),
];
