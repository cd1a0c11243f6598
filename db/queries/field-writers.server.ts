import { sql } from 'kysely';
import { districtOf, type ScopedDb } from '../scope.server.ts';

/** Who wrote a field of a working copy last. */
export interface FieldWriter {
  field: string;
  /** Display name; null where the account is gone or it was a script. */
  by: string | null;
  at: string;
}

/** The last save of each of these fields, in one statement; a field that no save has touched is left out. */
export async function findAllFieldWriters(
  db: ScopedDb,
  { officeId, subject, fields }: { officeId: string; subject: string; fields: string[] },
): Promise<FieldWriter[]> {
  const { rows } = await sql<FieldWriter>`
    select distinct on (c.field) c.field, p.display_name as by, a.at
    from audit a
    cross join lateral jsonb_to_recordset(a.detail -> 'changes') as c (field text)
    left join accounts p on p.id = a.account_id
    where a.district_id = ${districtOf(db)} and a.office_id = ${officeId} and a.subject = ${subject}
      and a.action = 'draft.save' and c.field = any(${fields})
    order by c.field, a.seq desc
    limit 2000`.execute(db);
  return rows;
}
