import { sql } from 'kysely';
import type { MonthlyExecution } from '#app/domain/submission.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';
import { ofCurrent } from './submissions.server.ts';

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
    join monthly_execution m on ${ofCurrent('m')}
    where s.district_id = ${districtOf(db)} and s.year = any(${years}) and s.status in ('submitted', 'approved')
    group by s.office_id, s.year
    order by s.year, s.office_id
    limit 20000`.execute(db);
  return rows;
}

/** The months of one year by office id. */
export async function findMonthsOfYear(db: ScopedDb, year: number): Promise<Map<string, MonthlyExecution[]>> {
  const found = await findAllMonthlyExecution(db, [year]);
  return new Map(found.map(({ officeId, months }) => [officeId, months]));
}
