import { sql } from 'kysely';
import type { FieldChange } from '#app/domain/form/merge.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';

/** What a bureau's table wrote at one office. */
export interface TableStep {
  officeId: string;
  changes: FieldChange[];
}

/**
 * What one acceptance wrote, office by office, in the order of the entries: they were written with the entry of the whole,
 * `seq`, by one statement, so that their numbers run up to it without a gap.
 */
export async function findAllTableSteps(
  db: ScopedDb,
  { seq, offices }: { seq: number; offices: number },
): Promise<TableStep[]> {
  const { rows } = await sql<TableStep>`
    select office_id as "officeId", detail -> 'changes' as changes from audit
    where district_id = ${districtOf(db)} and action = 'submission.table'
      and seq between ${seq - offices} and ${seq - 1}
    order by seq
    limit 2000`.execute(db);
  return rows;
}

/**
 * Offices whose submission of the year is an empty draft that the district left when it took an import back, and that have done
 * nothing themselves, by id: nobody's work, so that the district may fill it again.
 */
export async function findAllLeftEmpty(db: ScopedDb, year: number): Promise<Set<string>> {
  const { rows } = await sql<{ officeId: string }>`
    select s.office_id as "officeId" from submissions s
    where s.district_id = ${districtOf(db)} and s.year = ${year} and s.status = 'draft'
      and exists (select from audit a
        where a.district_id = s.district_id and a.office_id = s.office_id and a.subject like '%/' || ${String(year)}
          and (a.action = 'submission.table_undo' or (a.action = 'submission.import' and a.detail -> 'undone' is not null)))
      and not exists (select from audit a
        where a.district_id = s.district_id and a.office_id = s.office_id and a.subject like '%/' || ${String(year)}
          and (a.action like 'draft.%' or a.action = 'submission.submit'))
    limit 2000`.execute(db);
  return new Set(rows.map(({ officeId }) => officeId));
}
