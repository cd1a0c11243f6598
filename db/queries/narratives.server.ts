import { sql } from 'kysely';
import type { OfficeNarrative } from '#app/domain/comparison-narrative.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';
import { ofCurrent } from './submissions.server.ts';

/** What these offices say in words about the year, whatever their submission's status, in one statement. */
export async function findAllNarratives(
  db: ScopedDb,
  { year, officeIds }: { year: number; officeIds: readonly string[] },
): Promise<OfficeNarrative[]> {
  const { rows } = await sql<OfficeNarrative>`
    select s.office_id as "officeId", r.goal, r.key_tasks as "keyTasks", r.change_reason as "changeReason",
      coalesce((select json_agg(json_build_object('text', f.text, 'themes', f.themes, 'measures',
          coalesce((select json_agg(m.text order by m.position) from measures m
            where ${ofCurrent('m')} and m.problem_position = f.position), '[]'::json)) order by f.position)
        from problems f where ${ofCurrent('f')}), '[]') as problems,
      coalesce((select json_agg(f.text order by f.position)
        from measures f where ${ofCurrent('f')} and f.problem_position is null), '[]') as "otherMeasures",
      coalesce((select json_object_agg(f.node, json_strip_nulls(json_build_object(
          'reason', f.reason, 'measure', f.measure)))
        from indicator_scores f where ${ofCurrent('f')} and (f.reason is not null or f.measure is not null)),
        '{}') as reasons
    from submissions s
    join revisions r on ${ofCurrent('r')}
    where s.district_id = ${districtOf(db)} and s.year = ${year} and s.office_id = any(${officeIds})
    order by s.office_id
    limit 100`.execute(db);
  return rows.map(({ goal, keyTasks, changeReason, ...rest }) => ({
    ...rest,
    goal: goal ?? undefined,
    keyTasks: keyTasks ?? undefined,
    changeReason: changeReason ?? undefined,
  }));
}
