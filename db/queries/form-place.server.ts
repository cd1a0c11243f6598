import { sql } from 'kysely';
import type { SubmissionOrigin, SubmissionStatus } from '#app/domain/submission.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';
import type { Office } from './offices.server.ts';
import type { RoundOffice } from './round-offices.server.ts';
import type { Round } from './rounds.server.ts';

/** Where one office's form of one year stands: all that saving it asks, beside the working copy. */
export interface FormPlace {
  office: Pick<Office, 'id' | 'code' | 'name' | 'nameEn'>;
  round: Pick<Round, 'status' | 'opensOn' | 'deadline'> | null;
  exception: Pick<RoundOffice, 'takesPart' | 'deadline' | 'reason'> | null;
  submission: SubmissionStanding | null;
  /** Codes of the nodes of the round's framework. */
  nodes: string[];
}

interface SubmissionStanding {
  status: SubmissionStatus;
  origin: SubmissionOrigin;
  version: number;
  revision: number;
}

/** One statement, because it is asked at every save. Undefined where the scope does not reach the office. */
export async function findFormPlace(
  db: ScopedDb,
  { officeCode, year }: { officeCode: string; year: number },
): Promise<FormPlace | undefined> {
  const { rows } = await sql<FormPlace>`
    select json_build_object('id', o.id, 'code', o.code, 'name', o.name, 'nameEn', o.name_en) as office,
      case when r.year is not null then
        json_build_object('status', r.status, 'opensOn', r.opens_on, 'deadline', r.deadline) end as round,
      case when x.year is not null then
        json_build_object('takesPart', x.takes_part, 'deadline', x.deadline, 'reason', x.reason) end as exception,
      case when s.year is not null then json_build_object('status', s.status, 'origin', s.origin,
        'version', s.version, 'revision', s.current_revision) end as submission,
      coalesce((select json_agg(i.code order by i.position) from indicators i
        where i.district_id = r.district_id and i.framework_id = r.framework_id), '[]') as nodes
    from offices o
    left join rounds r on r.district_id = o.district_id and r.year = ${year}
    left join round_offices x on (x.district_id, x.office_id, x.year) = (o.district_id, o.id, r.year)
    left join submissions s on (s.district_id, s.office_id, s.year) = (o.district_id, o.id, r.year)
    where o.district_id = ${districtOf(db)} and o.code = ${officeCode}`.execute(db);
  return rows[0];
}
