import { sql } from 'kysely';
import { type DatabaseHandle, kyselyOf } from './client.server.ts';
import { Refusal } from './refusal.server.ts';

/**
 * Refuses to start when the policies could be bypassed. On PostgreSQL the login role and every role it is a member of is
 * looked at; the embedded engine always connects as superuser and enters `duibiao_app` in every transaction, so there
 * that role is. Throws with the reasons.
 */
export async function assertSafeRole(database: DatabaseHandle): Promise<void> {
  const role = database.engine === 'embedded' ? sql`'duibiao_app'` : sql`session_user`;
  const { rows } = await sql<Report>`
    with login as (select oid, rolname, rolsuper from pg_roles where rolname = ${role}),
    reached as (
      select r.* from pg_roles r, login l where r.oid = l.oid or pg_has_role(l.oid, r.oid, 'member')
    )
    select l.rolname as login,
      pg_has_role(l.oid, 'duibiao_app', 'usage') as "isMember",
      (select array_agg(rolname::text) from reached where rolsuper) as superuser,
      (select array_agg(rolname::text) from reached where rolbypassrls) as bypassing,
      (select array_agg(rolname::text) from reached where rolcreaterole) as "creatingRoles",
      (select array_agg(rolname::text) from reached
        where rolname in ('duibiao_peers', 'duibiao_carrier', 'duibiao_audit', 'duibiao_sessions')) as behind,
      (select array_agg(distinct c.relname::text) from pg_class c join reached r on r.oid = c.relowner
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')) as owned
    from login l`.execute(kyselyOf(database));
  const report = rows[0];
  if (!report) throw new Refusal('The role duibiao_app does not exist: run the migrations first.');
  const reasons = reasonsOf(report);
  if (reasons.length > 0)
    throw new Refusal(`The database role ${report.login} is not safe to serve with: ${reasons.join('; ')}.`);
}

interface Report {
  login: string;
  isMember: boolean;
  superuser: string[] | null;
  bypassing: string[] | null;
  creatingRoles: string[] | null;
  behind: string[] | null; // roles that functions run as
  owned: string[] | null;
}

function reasonsOf(report: Report): string[] {
  const list = (names: string[] | null, say: (names: string) => string) =>
    names ? [say(names.join(', '))] : [];
  if (report.superuser?.includes(report.login)) return ['it is a superuser'];
  return [
    ...(report.isMember ? [] : ['it is not a member of duibiao_app']),
    ...list(report.superuser, (names) => `it can become superuser (${names})`),
    ...list(report.bypassing, (names) => `it can bypass row-level security (${names})`),
    ...list(report.creatingRoles, (names) => `it can create roles (${names})`),
    ...list(report.behind, (names) => `it can become ${names}`),
    ...list(report.owned, (names) => `it owns tables (${names})`),
  ];
}
