import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { kyselyOf } from './client.server.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** The directory: a district's id is the district; accounts and sessions are asked before a tenant is known. */
const exempt = ['districts', 'accounts', 'sessions'];
/** The application's role and those that functions run as. */
const ours = ['duibiao_app', 'duibiao_peers', 'duibiao_carrier', 'duibiao_audit', 'duibiao_sessions'];

test('row-level security is on and forced for every table', async () => {
  const open = await names(sql`select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not (relrowsecurity and relforcerowsecurity)`);
  expect(open).toEqual([]);
});

test('every command that a role is granted has a policy of its own for that role', async () => {
  const unguarded = await names(sql`
    with granted as (
      select table_name::text, grantee::text, privilege_type::text from information_schema.role_table_grants
      where table_schema = 'public' and grantee like 'duibiao_%' and grantee = any(${ours})
      union
      select table_name::text, grantee::text, privilege_type::text from information_schema.column_privileges
      where table_schema = 'public' and grantee = any(${ours})
    )
    select g.table_name || ' ' || g.privilege_type || ' ' || g.grantee as name from granted g
    where not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = g.table_name
      and p.cmd = g.privilege_type and p.roles = array[g.grantee]::name[])`);
  expect(unguarded).toEqual([]);
});

test('no policy speaks to everybody, and nothing that holds figures can be deleted', async () => {
  const policies = await names(sql`select tablename || ' ' || cmd as name from pg_policies
    where roles && '{public}'::name[] or cmd in ('ALL', 'DELETE')`);
  expect(policies).toEqual([
    'comments DELETE',
    'document_files DELETE',
    'documents DELETE',
    'drafts DELETE',
    'evidence_files DELETE',
    'framework_drafts DELETE',
    'peer_group_members DELETE',
    'peer_groups DELETE',
    'saved_views DELETE',
    'sessions DELETE',
    'sessions DELETE',
  ]);
});

test('the application may read every table, and never change or remove what is frozen', async () => {
  const rights =
    await names(sql`select string_agg(table_name || ':' || privilege_type, ' ' order by table_name, privilege_type) as name
    from information_schema.role_table_grants where grantee = 'duibiao_app' and table_schema = 'public'
      and privilege_type not in ('SELECT', 'INSERT') `);
  expect(rights[0]?.split(' ')).toEqual([
    'comments:DELETE',
    'districts:UPDATE',
    'document_files:DELETE',
    'documents:DELETE',
    'drafts:DELETE',
    'drafts:UPDATE',
    'evidence_files:DELETE',
    'framework_drafts:DELETE',
    'framework_drafts:UPDATE',
    'peer_group_members:DELETE',
    'peer_group_members:UPDATE',
    'peer_groups:DELETE',
    'peer_groups:UPDATE',
    'round_offices:UPDATE',
    'rounds:UPDATE',
    'saved_views:DELETE',
    'sessions:DELETE',
    'submissions:UPDATE',
  ]);
  const columns = await names(sql`select c.table_name || '.' || c.column_name as name
    from information_schema.column_privileges c
    where c.grantee = 'duibiao_app' and c.privilege_type = 'UPDATE' and not exists (
      select from information_schema.role_table_grants t where t.grantee = 'duibiao_app'
        and t.table_name = c.table_name and t.privilege_type = 'UPDATE')`);
  expect(columns).toEqual([
    ...[
      'active',
      'display_name',
      'last_sign_in_at',
      'last_visit_at',
      'locale',
      'password_hash',
      'password_issued',
      'role',
    ].map((column) => `accounts.${column}`),
    'boundary_changes.note',
    'boundary_changes.note_en',
    'evidence_files.first_revision',
    'evidence_files.last_revision',
    'indicator_scores.reviewed_reason',
    'indicator_scores.reviewed_score',
    ...['active', 'name', 'name_en', 'sort_key'].map((column) => `offices.${column}`),
    'saved_views.name',
    'sessions.expires_at',
  ]);
});

test('primary, unique and foreign keys lead with district_id, save the directory', async () => {
  const others = await names(sql`
    select k.conrelid::regclass || ' ' || k.conname as name
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')
      and a.attname <> 'district_id'`);
  expect(others).toEqual([
    'accounts accounts_login_name_key',
    'accounts accounts_pkey',
    'districts districts_code_key',
    'districts districts_pkey',
    'sessions sessions_account_id_fkey',
    'sessions sessions_pkey',
  ]);
  expect(others.every((name) => exempt.includes(name.split(' ')[0] ?? ''))).toBe(true);
});

test('indexes of tenant tables lead with district_id', async () => {
  const others = await names(sql`select c.relname || ' ' || i.indexrelid::regclass as name
    from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relnamespace = 'public'::regnamespace and a.attname <> 'district_id'
      and not c.relname = any(${exempt})`);
  expect(others).toEqual([]);
});

test('a reference to another tenant table carries the office wherever both have one', async () => {
  const loose = await names(sql`
    with office as (select attrelid, attnum from pg_attribute where attname = 'office_id' and attnum > 0)
    select k.conname as name from pg_constraint k
    join office o on o.attrelid = k.conrelid join office f on f.attrelid = k.confrelid
    where k.contype = 'f' and not (o.attnum = any(k.conkey) and f.attnum = any(k.confkey))`);
  expect(loose.toSorted()).toEqual([
    'comments_district_id_created_by_fkey',
    'drafts_district_id_changed_by_fkey',
    'drafts_district_id_finished_by_fkey',
    'evidence_files_district_id_added_by_fkey',
    'revisions_district_id_created_by_fkey',
    'submissions_district_id_approved_by_fkey',
    'submissions_district_id_submitted_by_fkey',
  ]);
});

test('the roles of the application own no table, view or schema and can become nobody', async () => {
  const found = await names(sql`
    with ours as (select * from pg_roles where rolname = any(${ours}))
    select 'owns ' || c.relname as name from pg_class c join ours r on r.oid = c.relowner
    union all select 'owns schema ' || n.nspname from pg_namespace n join ours r on r.oid = n.nspowner
    union all select 'runs ' || p.proname from pg_proc p join ours r on r.oid = p.proowner
    union all select 'is mighty ' || rolname from ours
      where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin or rolreplication
    union all select 'member of ' || m.roleid::regrole from pg_auth_members m join ours r on r.oid = m.member
    order by 1`);
  expect(found).toEqual([
    'runs audit_hash',
    'runs carry_reviewed_scores',
    'runs chain_audit',
    'runs end_sessions',
    'runs keep_peer_secret',
    'runs peer_benchmark',
    'runs peer_caller',
    'runs peer_rows',
    'runs peer_values',
    'runs start_audit_chain',
  ]);
});

test('functions that run as their owner have a fixed search path and are not everybody’s', async () => {
  const loose = await names(sql`select proname::text as name from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef
      and (proconfig is null or not exists (select from unnest(proconfig) c where c like 'search_path=%')
        or has_function_privilege('public', oid, 'execute'))`);
  expect(loose).toEqual([]);
});

test('the application may call four functions, and nobody else may call any', async () => {
  const callable = await names(sql`select r.rolname || ' ' || p.proname as name
    from pg_proc p cross join pg_roles r
    where p.pronamespace = 'public'::regnamespace and has_function_privilege(r.oid, p.oid, 'execute')
      and p.proowner <> r.oid and not r.rolsuper and r.rolname not like 'pg\\_%'
      and not exists (select from pg_auth_members m where m.member = r.oid)`);
  expect(callable).toEqual([
    'duibiao_app audit_hash',
    'duibiao_app carry_reviewed_scores',
    'duibiao_app peer_benchmark',
    'duibiao_app peer_rows',
  ]);
});

test('what the roles behind those functions may do, column by column', async () => {
  const rights =
    await names(sql`select right(grantee, -8) || ': ' || table_name || ' ' || privilege_type || ' '
      || string_agg(column_name, ',' order by column_name) as name
    from information_schema.column_privileges where grantee = any(${ours.slice(1)}) and table_schema = 'public'
      and (table_name in ('offices', 'rounds', 'peer_secrets') or grantee in ('duibiao_audit', 'duibiao_sessions')
        or grantee = 'duibiao_carrier' and privilege_type <> 'INSERT')
    group by grantee, table_name, privilege_type`);
  const claim =
    'completion,district_id,evidence,measure,node,office_id,reason,reviewed_reason,reviewed_score';
  expect(rights).toEqual([
    'audit: audit_heads INSERT district_id,hash,seq',
    'audit: audit_heads SELECT district_id,hash,seq',
    'audit: audit_heads UPDATE district_id,hash,seq',
    `carrier: indicator_scores SELECT ${claim},revision,self_score,stated_max,target,year`,
    'carrier: indicator_scores UPDATE reviewed_reason,reviewed_score',
    'carrier: indicators SELECT code,district_id,framework_id,level,parent_code',
    'carrier: rounds SELECT district_id,framework_id,year',
    'carrier: submissions SELECT current_revision,district_id,office_id,year',
    'peers: offices SELECT active,district_id,id,name,name_en,sort_key',
    'peers: peer_secrets INSERT district_id,secret',
    'peers: peer_secrets SELECT district_id,secret',
    'peers: rounds SELECT district_id,peer_view,year',
    'sessions: sessions SELECT account_id',
  ]);
});

test('views, if there are any, ask as their caller', async () => {
  const loose = await names(sql`select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and (relkind = 'm'
      or (relkind = 'v' and not coalesce('security_invoker=true' = any(reloptions), false)))`);
  expect(loose).toEqual([]);
});

test('policies of tables with figures ask no other table', async () => {
  const asking = await names(sql`select distinct tablename::text as name from pg_policies
    where coalesce(qual, '') || coalesce(with_check, '') ~* '\\mfrom\\s+(public\\.)?[a-z]' order by 1`);
  expect(asking).toEqual(['accounts', 'districts', 'offices']);
});

async function names(query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await (query as ReturnType<typeof sql<{ name: string }>>).execute(
    kyselyOf(database.owner),
  );
  return rows.map(({ name }) => name).toSorted();
}
