import { type Kysely, sql } from 'kysely';

/**
 * Every entry of the trail carries its number within the district and a hash over itself and the entry before, set by a
 * trigger whatever the application sends. The trigger runs as a role that reaches the heads of the chains alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of create) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of remove) await sql.raw(statement).execute(db);
}

const setting = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const inDistrict = `district_id = ${setting('district_id')}::uuid`;
const platform = `${setting('reach')} = 'platform'`;

/**
 * Over the row as PostgreSQL writes it: quoted, so that no two entries share a text, and the time in seconds since 1970, so
 * that no setting of the session changes it.
 */
const auditHash = `create function audit_hash(p_entry audit) returns text
  language sql stable
  as $$
    select encode(sha256(convert_to(row(p_entry.previous_hash, p_entry.seq, p_entry.district_id, p_entry.id,
      p_entry.office_id, extract(epoch from p_entry.at), p_entry.account_id, p_entry.action, p_entry.subject,
      p_entry.detail)::text, 'UTF8')), 'hex')
  $$`;

/** Locks the head until the transaction ends, so that entries of one district follow each other. */
const chainAudit = `create function chain_audit() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update public.audit_heads set seq = seq + 1 where district_id = new.district_id
      returning seq, hash into new.seq, new.previous_hash;
    if not found then
      raise insufficient_privilege using message = 'not a district of the caller';
    end if;
    new.hash := public.audit_hash(new);
    update public.audit_heads set hash = new.hash where district_id = new.district_id;
    return new;
  end $$`;

const startAuditChain = `create function start_audit_chain() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    insert into public.audit_heads (district_id) values (new.id);
    return null;
  end $$`;

const columns = 'district_id, id, office_id, at, account_id, action, subject, detail';
/** Forced policies would hide rows from an owner who is no superuser. */
const forced = ['districts', 'audit'];

const chain = [
  ...forced.map((table) => `alter table ${table} no force row level security`),
  `create table audit_heads (
    district_id uuid primary key references districts (id),
    seq bigint not null default 0,
    hash text not null default ''
  )`,
  'insert into audit_heads (district_id) select id from districts',
  'create temporary table unchained on commit drop as select * from audit',
  'delete from audit',
  `alter table audit add column seq bigint not null, add column previous_hash text not null,
    add column hash text not null, add unique (district_id, seq)`,
  auditHash,
  chainAudit,
  startAuditChain,
  'create trigger chain_audit before insert on audit for each row execute function chain_audit()',
  `insert into audit (${columns}) select ${columns} from unchained order by district_id, at, id`,
  'create trigger start_audit_chain after insert on districts for each row execute function start_audit_chain()',
  ...forced.map((table) => `alter table ${table} force row level security`),
  'create index audit_of_office on audit (district_id, office_id, seq)',
];

const protect = [
  'alter table audit_heads enable row level security',
  'alter table audit_heads force row level security',
  'grant select on audit_heads to duibiao_app',
  `create policy app_select on audit_heads for select to duibiao_app
    using (${inDistrict} and ${setting('reach')} = 'district')`,
  'grant select, insert, update on audit_heads to duibiao_audit',
  `create policy audit_select on audit_heads for select to duibiao_audit using (${inDistrict} or ${platform})`,
  `create policy audit_insert on audit_heads for insert to duibiao_audit with check (${platform})`,
  `create policy audit_update on audit_heads for update to duibiao_audit using (${inDistrict} or ${platform})
    with check (${inDistrict} or ${platform})`,
];

const functions = ['audit_hash(audit)', 'chain_audit()', 'start_audit_chain()'];

const create = [
  `do $$ begin
    create role duibiao_audit nologin nosuperuser nobypassrls nocreaterole nocreatedb;
  exception when duplicate_object or unique_violation then null;
  end $$`,
  // Handing a function over needs membership in the new owner; who may not grant it must have it already.
  `do $$ begin
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant duibiao_audit to %I', current_user);
    end if;
  exception when insufficient_privilege then null;
  end $$`,
  ...chain,
  ...protect,
  ...functions.map((name) => `revoke all on function ${name} from public`),
  'grant execute on function audit_hash(audit) to duibiao_app',
  'grant usage, create on schema public to duibiao_audit',
  ...functions.map((name) => `alter function ${name} owner to duibiao_audit`),
  'revoke create on schema public from duibiao_audit',
];

const remove = [
  'drop trigger start_audit_chain on districts',
  'drop trigger chain_audit on audit',
  ...[...functions].reverse().map((name) => `drop function ${name}`),
  'drop index audit_of_office',
  'alter table audit drop column seq, drop column previous_hash, drop column hash',
  'drop table audit_heads',
  'revoke usage on schema public from duibiao_audit',
];
