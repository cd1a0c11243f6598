import { sql } from 'kysely';
import type { FiledSubmission } from '#app/domain/filing-progress.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';
import { ofCurrent } from './submissions.server.ts';

/**
 * Where each submission of a year stands, with its findings counted and what the trail tells of it since the round
 * opened, in one statement. `opensOn` bounds the part of the trail that is read.
 */
export async function findAllFilings(
  db: ScopedDb,
  { year, opensOn }: { year: number; opensOn: string },
): Promise<FiledSubmission[]> {
  const { rows } = await sql<{ all: FiledSubmission[] }>`
    with told as (
      select a.office_id, json_agg(json_build_object('step', split_part(a.action, '.', 2), 'at', ${instant('a.at')})
        order by a.at, a.id) as trail
      from audit a join offices o on o.district_id = a.district_id and o.id = a.office_id
      where a.district_id = ${districtOf(db)} and a.at >= ${`${opensOn}T00:00:00+08:00`}::timestamptz
        and a.action in ('submission.submit', 'submission.withdraw', 'submission.return', 'submission.approve')
        and a.subject = o.code || '/' || ${String(year)}
      group by a.office_id
    )
    select coalesce(json_agg(found), '[]') as all from (
      select s.office_id as "officeId", s.status, s.origin, s.current_revision as revision, s.version,
        r.filed_on as "filedOn", ${instant('s.submitted_at')} as "submittedAt",
        ${instant('s.first_submitted_at')} as "firstSubmittedAt",
        ${instant('s.approved_at')} as "approvedAt", s.return_reason as "returnReason",
        coalesce(c.findings, '[]') as findings, coalesce(t.trail, '[]') as trail
      from submissions s
      join revisions r on ${ofCurrent('r')}
      left join told t on t.office_id = s.office_id
      left join lateral (
        select json_agg(json_build_object('check', n.check_name, 'severity', n.severity, 'count', n.count,
          'answered', n.answered) order by n.check_name, n.severity) as findings
        from (select f.check_name, f.severity, count(*)::int as count, count(f.answer)::int as answered
          from findings f where ${ofCurrent('f')} group by f.check_name, f.severity) n
      ) c on true
      where s.district_id = ${districtOf(db)} and s.year = ${year}
      limit 2000) found`.execute(db);
  return rows[0]?.all ?? [];
}

/** A point of time within JSON, written as everywhere else. */
function instant(column: string) {
  return sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
