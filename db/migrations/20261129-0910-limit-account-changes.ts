import { type Kysely, sql } from 'kysely';

/**
 * The reviewer looks after the accounts of the offices, and of nobody else; what an account is called at sign-in and whose
 * it is stays as it was made. Whoever loses an account, its role or its password loses its sessions in the same moment, by
 * whatever path: a trigger sees to it, in the hands of a role that may do nothing but end sessions.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...narrow, ...endSessions]) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...keepSessions, ...widen]) await sql.raw(statement).execute(db);
}

const text = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const uuid = (name: string) => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;

const inDistrict = `district_id = ${uuid('district_id')}`;
const platform = `${text('reach')} = 'platform'`;
const byReviewer = `${inDistrict} and ${text('reach')} = 'district' and ${text('role')} = 'district_reviewer'`;
const ofOffices = `(${byReviewer} and office_id is not null)`;
const own = `id = ${uuid('account_id')}`;
const ownUnchanged = `(${own} and role = ${text('role')} and active
  and ${['district_id', 'office_id'].map((column) => `${column} is not distinct from ${uuid(column)}`).join(' and ')})`;

const policies = (reviewers: string) => [
  'drop policy app_insert on accounts',
  'drop policy app_update on accounts',
  `create policy app_insert on accounts for insert to duibiao_app with check (${reviewers} or ${platform})`,
  `create policy app_update on accounts for update to duibiao_app
    using (${own} or ${reviewers} or ${platform}) with check (${ownUnchanged} or ${reviewers} or ${platform})`,
];

const changeable = {
  accounts: 'display_name, password_hash, role, locale, active, last_sign_in_at, last_visit_at',
  offices: 'name, name_en, sort_key, active',
};

const narrow = [
  ...policies(ofOffices),
  ...Object.entries(changeable).flatMap(([table, columns]) => [
    `revoke update on ${table} from duibiao_app`,
    `grant update (${columns}) on ${table} to duibiao_app`,
  ]),
];

const widen = [
  ...policies(`(${byReviewer})`),
  ...Object.entries(changeable).flatMap(([table, columns]) => [
    `revoke update (${columns}) on ${table} from duibiao_app`,
    `grant update on ${table} to duibiao_app`,
  ]),
];

const endSessions = [
  `do $$ begin
    create role duibiao_sessions nologin nosuperuser nobypassrls nocreaterole nocreatedb;
  exception when duplicate_object or unique_violation then null;
  end $$`,
  'grant usage, create on schema public to duibiao_sessions',
  'grant select (account_id), delete on sessions to duibiao_sessions',
  'create policy sessions_select on sessions for select to duibiao_sessions using (true)',
  'create policy sessions_delete on sessions for delete to duibiao_sessions using (true)',
  `create function end_sessions() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$ begin
      delete from public.sessions where account_id = new.id;
      return null;
    end $$`,
  'revoke all on function end_sessions() from public',
  // Handing a function over needs membership in the new owner; who may not grant it must have it already.
  `do $$ begin
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant duibiao_sessions to %I', current_user);
    end if;
  exception when insufficient_privilege then null;
  end $$`,
  `create trigger end_sessions after update of password_hash, role, active on accounts for each row
    when (new.password_hash <> old.password_hash or new.role <> old.role or new.active <> old.active)
    execute function end_sessions()`,
  'alter function end_sessions() owner to duibiao_sessions',
  'revoke create on schema public from duibiao_sessions',
];

const keepSessions = [
  'drop trigger end_sessions on accounts',
  'drop function end_sessions()',
  'drop policy sessions_select on sessions',
  'drop policy sessions_delete on sessions',
  'revoke all on sessions from duibiao_sessions',
  'revoke usage on schema public from duibiao_sessions',
];
