import { sql } from 'kysely';
import type { Decimal, Finding } from '#app/domain/submission.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';
import { ofCurrent } from './submissions.server.ts';

/** What a compared submission says of one node of the framework, and what the checks say of it. */
export interface NodeClaim {
  officeId: string;
  reason: string | null;
  measure: string | null;
  statedMax: Decimal | null; // the weight as the office states it
  quote: string | null; // the words of the document that the score was read from
  findings: Pick<Finding, 'check' | 'severity' | 'stated' | 'computed'>[];
  /** Reasons given at the nodes of `below`. */
  below: { node: string; reason: string; measure?: string }[];
}

/** Every submitted or approved submission of the year at one node, with the reasons given at others, in one statement. */
export async function findAllNodeClaims(
  db: ScopedDb,
  { year, node, below }: { year: number; node: string; below: string[] },
): Promise<NodeClaim[]> {
  const field = `scores.${node}`;
  const { rows } = await sql<NodeClaim>`
    select s.office_id as "officeId", i.reason, i.measure, trim_scale(i.stated_max)::text as "statedMax",
      (select q.text from quotes q where ${ofCurrent('q')} and q.field = ${field}) as quote,
      coalesce((select json_agg(json_strip_nulls(json_build_object('check', f.check_name, 'severity', f.severity,
          'stated', trim_scale(f.stated)::text, 'computed', trim_scale(f.computed)::text)) order by f.position)
        from findings f where ${ofCurrent('f')} and ${field} = any(f.fields)), '[]') as findings,
      coalesce((select json_agg(json_strip_nulls(json_build_object('node', b.node, 'reason', b.reason,
          'measure', b.measure)) order by b.node)
        from indicator_scores b where ${ofCurrent('b')} and b.node = any(${below}) and b.reason is not null), '[]') as below
    from submissions s
    left join indicator_scores i on ${ofCurrent('i')} and i.node = ${node}
    where s.district_id = ${districtOf(db)} and s.year = ${year} and s.status in ('submitted', 'approved')
    order by s.office_id
    limit 2000`.execute(db);
  return rows;
}

/** Years, newest first, whose round is run by a framework with this node. */
export async function findAllYearsOfNode(db: ScopedDb, node: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select r.year from rounds r
    join indicators i on (i.district_id, i.framework_id) = (r.district_id, r.framework_id) and i.code = ${node}
    where r.district_id = ${districtOf(db)}
    order by r.year desc
    limit 100`.execute(db);
  return rows.map(({ year }) => year);
}
