import { sql } from 'kysely';
import { districtOf, type ScopedDb } from '../scope.server.ts';
import { ofCurrent } from './submissions.server.ts';

export interface ProblemRow {
  officeId: string;
  year: number;
  position: number;
  text: string;
  themes: string[]; // slugs, most telling first
  measures: string[]; // what the office will do about it, where it says so
  unlinkedMeasures: number; // of the whole submission: measures that name no problem
}

/**
 * The stated problems of every submission of these years that the scope reaches, drafts included, with the measures linked
 * to each; in one statement, latest year first.
 */
export async function findAllProblems(
  db: ScopedDb,
  { years }: { years: readonly number[] },
): Promise<ProblemRow[]> {
  const { rows } = await sql<ProblemRow>`
    select s.office_id as "officeId", s.year, p.position, p.text, p.themes,
      coalesce((select json_agg(m.text order by m.position) from measures m
        where ${ofCurrent('m')} and m.problem_position = p.position), '[]') as measures,
      (select count(*)::int from measures m
        where ${ofCurrent('m')} and m.problem_position is null) as "unlinkedMeasures"
    from submissions s
    join problems p on ${ofCurrent('p')}
    where s.district_id = ${districtOf(db)} and s.year = any(${years})
    order by s.year desc, s.office_id, p.position
    limit 20000`.execute(db);
  return rows;
}
