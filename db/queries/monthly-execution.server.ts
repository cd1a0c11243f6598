import { sql } from 'kysely';
import type { MonthlyExecution } from '#app/domain/submission.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';

export interface OfficeMonths {
  officeId: string;
  year: number;
  /** By month; those that were notified. */
  months: MonthlyExecution[];
}

/**
 * Monthly general-budget execution of the compared submissions (submitted or approved) of these years that the scope
 * reaches, in one statement; offices without any month are left out.
 */
export async function findAllMonthlyExecution(db: ScopedDb, years: number[]): Promise<OfficeMonths[]> {
  const { rows } = await sql<OfficeMonths>`
    select s.office_id as "officeId", s.year,
      json_agg(json_build_object('month', m.month, 'rate', trim_scale(m.rate_percent)::text) order by m.month) as months
    from submissions s
    join monthly_execution m on m.district_id = s.district_id and m.office_id = s.office_id and m.year = s.year
      and m.revision = s.current_revision
    where s.district_id = ${districtOf(db)} and s.year = any(${years}) and s.status in ('submitted', 'approved')
    group by s.office_id, s.year
    order by s.year, s.office_id
    limit 20000`.execute(db);
  return rows;
}
