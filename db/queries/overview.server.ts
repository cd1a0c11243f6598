import { sql } from 'kysely';
import { comparedStatuses } from '#app/domain/office-year.ts';
import type { SubmissionChange } from '#app/domain/overview-changes.ts';
import type { AmountSums } from '#app/domain/overview-money.ts';
import type { NodeSum, ThemeCount } from '#app/domain/overview-reasons.ts';
import type { Decimal, MoneyItem } from '#app/domain/submission.ts';
import { districtOf, type ScopedDb } from '../scope.server.ts';

/**
 * Sums over a district's year, one statement each, however many offices there are. All are over the revisions that the
 * caller compares: finding them once is cheaper than in each statement, and every block of the page is of the same offices.
 */

/** A submission that is compared, by the revision that its figures are of. */
export interface ComparedRevision {
  officeId: string;
  year: number;
  revision: number;
}

/** What compared offices state of one item this year and last, in 元; null where one does not. */
export type StatedAmount = [officeId: string, item: MoneyItem, now: Decimal | null, last: Decimal | null];

/**
 * Sums of these items beside last year, in 元, for items that any office states in either year; and what each office states
 * of the items in `each`, out of the same rows.
 */
export async function sumAmounts(
  db: ScopedDb,
  {
    compared,
    year,
    items,
    each,
  }: {
    compared: ComparedRevision[];
    year: number;
    items: readonly MoneyItem[];
    each: readonly MoneyItem[];
  },
): Promise<{ sums: AmountSums[]; stated: StatedAmount[] }> {
  const stated = (
    revision: 'revision' | 'last_revision',
    of: number,
  ) => sql`select f.item, f.amount_yuan from money_figures f
    where f.district_id = filed.district_id and f.office_id = filed.office_id and f.year = ${of}
      and f.revision = ${sql.ref(`filed.${revision}`)} and f.item = any(${items})`;
  const { rows } = await sql<{ sums: AmountSums[]; stated: StatedAmount[] }>`
    with filed as (
      select district_id, office_id, max(revision) filter (where year = ${year}) as revision,
        max(revision) filter (where year = ${year - 1}) as last_revision
      from (${revisionsOf(db, compared)}) s group by district_id, office_id
    ), pair as materialized (
      select office_id, item, now, last
      from filed cross join lateral (
        select item, n.amount_yuan as now, l.amount_yuan as last
        from (${stated('revision', year)}) n full join (${stated('last_revision', year - 1)}) l using (item)
      ) both_years
    ), total as (
      select item, count(now)::int as offices, sum(now)::text as amount,
        count(last)::int as "lastOffices", sum(last)::text as "lastAmount",
        json_build_object('offices', count(*) filter (where now is not null and last is not null),
          'amount', (sum(now) filter (where last is not null))::text,
          'lastAmount', (sum(last) filter (where now is not null))::text) as both
      from pair group by item
    )
    select (select coalesce(json_agg(t), '[]') from total t) as sums,
      (select coalesce(json_agg(json_build_array(office_id, item, now::text, last::text)), '[]')
        from pair where item = any(${each})) as stated`.execute(db);
  return rows[0] ?? { sums: [], stated: [] };
}

/** Sums of the scores that count (reviewed where there is one, else self) at these nodes, in points. */
export async function sumScores(
  db: ScopedDb,
  { compared, nodes }: { compared: ComparedRevision[]; nodes: readonly string[] },
): Promise<NodeSum[]> {
  const { rows } = await sql<NodeSum>`
    select node, count(score)::int as offices, sum(score)::text as sum
    from (${revisionsOf(db, compared)}) s cross join lateral (
      select f.node, coalesce(f.reviewed_score, f.self_score) as score from indicator_scores f
      where ${ofRevision('f', 'revision')} and f.node = any(${nodes})
      offset 0 -- keeps the planner from reading every year's scores to find these
    ) stated
    where score is not null group by node`.execute(db);
  return rows;
}

/** How many offices name each theme of problems, this year and last; an office counts once a theme. */
export async function countThemes(
  db: ScopedDb,
  { compared, year }: { compared: ComparedRevision[]; year: number },
): Promise<ThemeCount[]> {
  const { rows } = await sql<ThemeCount>`
    select theme, (count(*) filter (where year = ${year}))::int as offices,
      (count(*) filter (where year = ${year - 1}))::int as "lastYear"
    from (${revisionsOf(db, compared)}) s
    cross join lateral (
      select distinct unnest(p.themes) as theme from problems p where ${ofRevision('p', 'revision')}
    ) named
    group by theme`.execute(db);
  return rows;
}

/** How many offices have at least one finding of the severity. */
export async function countFindings(
  db: ScopedDb,
  { compared }: { compared: ComparedRevision[] },
): Promise<{ error: number; warning: number }> {
  const { rows } = await sql<{ severity: string; offices: number }>`
    select f.severity, count(distinct f.office_id)::int as offices
    from (${revisionsOf(db, compared)}) s cross join lateral (
      select f.office_id, f.severity from findings f where ${ofRevision('f', 'revision')} offset 0
    ) f
    group by f.severity`.execute(db);
  const of = (severity: string) => rows.find((row) => row.severity === severity)?.offices ?? 0;
  return { error: of('error'), warning: of('warning') };
}

/**
 * What happened to the year's submissions from an instant or a day in China on, one row an office; for one that was sent
 * again, the figures of the revision that had been sent back. `opensOn` bounds the part of the trail that is read.
 */
export async function findAllChanges(
  db: ScopedDb,
  { year, from, opensOn }: { year: number; from: string; opensOn: string },
): Promise<SubmissionChange[]> {
  const start = sql`${/^\d{4}-\d\d-\d\d$/.test(from) ? `${from}T00:00:00+08:00` : from}::timestamptz`;
  const { rows } = await sql<{ all: SubmissionChange[] }>`
    with sent_back as (
      select a.office_id, max((a.detail->>'revision')::int) as revision, max(a.at) as at
      from audit a join offices o on o.district_id = a.district_id and o.id = a.office_id
      where a.district_id = ${districtOf(db)} and a.at >= ${`${opensOn}T00:00:00+08:00`}::timestamptz
        and a.action = 'submission.return' and a.subject = o.code || '/' || ${String(year)}
      group by a.office_id
    ), happened as (
      select s.district_id, s.office_id, s.year, s.current_revision, b.revision as former,
        coalesce(s.submitted_at, (select r.created_at from revisions r where ${ofRevision('r', 'current_revision')})) as arrived_at,
        s.approved_at, b.at as returned_at,
        s.status = any(${comparedStatuses}) as stands, s.status = 'returned' as returned,
        coalesce(b.revision < s.current_revision, false) as again
      from submissions s
      join offices o on o.district_id = s.district_id and o.id = s.office_id and o.active
      left join sent_back b on b.office_id = s.office_id
      where s.district_id = ${districtOf(db)} and s.year = ${year}
    ), told as (
      select h.*, h.stands and h.arrived_at >= ${start} and not h.again as submitted,
        h.stands and h.arrived_at >= ${start} and h.again as resubmitted,
        h.stands and coalesce(h.approved_at >= ${start}, false) as approved,
        h.returned and coalesce(h.returned_at >= ${start}, false) as sent_back
      from happened h
    )
    select coalesce(json_agg(found), '[]') as all from (
    select s.office_id as "officeId", array_remove(array[
        case when s.submitted then 'submitted' end, case when s.resubmitted then 'resubmitted' end,
        case when s.approved then 'approved' end, case when s.sent_back then 'returned' end], null) as kinds,
      to_char(greatest(case when s.submitted or s.resubmitted then s.arrived_at end,
        case when s.approved then s.approved_at end, case when s.sent_back then s.returned_at end)
        at time zone interval '+08:00', 'YYYY-MM-DD') as day,
      case when s.resubmitted then json_build_object(
        'budget', ${former('money_figures', 'amount_yuan', 'item', 'budget_total')},
        'executed', ${former('money_figures', 'amount_yuan', 'item', 'executed_total')},
        'score', ${former('indicator_scores', 'self_score', 'node', 'total')}) end as before,
      case when s.resubmitted then ${differing('money_figures', 'item', 'amount_yuan')}
        + ${differing('stated_rates', 'item', 'percent')}
        + ${differing('indicator_scores', 'node', 'self_score')} else 0 end as "figuresChanged"
    from told s
    where s.submitted or s.resubmitted or s.approved or s.sent_back
    limit 2000) found`.execute(db);
  return rows[0]?.all ?? [];
}

function revisionsOf(db: ScopedDb, compared: ComparedRevision[]) {
  const column = <K extends keyof ComparedRevision>(key: K) => compared.map((each) => each[key]);
  return sql`select ${districtOf(db)}::uuid as district_id, filed.* from unnest(
    ${column('officeId')}::uuid[], ${column('year')}::int[], ${column('revision')}::int[]
  ) as filed (office_id, year, revision)`;
}

function former(table: string, value: string, key: string, wanted: string) {
  return sql`(select ${sql.ref(`f.${value}`)}::text from ${sql.table(table)} f
    where ${ofRevision('f', 'former')} and ${sql.ref(`f.${key}`)} = ${wanted})`;
}

/** How many rows of the current revision have another value than in the former one, or stand in one of them only. */
function differing(table: string, key: string, value: string) {
  const of = (revision: 'current_revision' | 'former') =>
    sql`select ${sql.ref(`f.${key}`)} as key, ${sql.ref(`f.${value}`)} as value from ${sql.table(table)} f
      where ${ofRevision('f', revision)}`;
  return sql`(select count(*)::int from (${of('current_revision')}) n full join (${of('former')}) p using (key)
    where n.value is distinct from p.value)`;
}

function ofRevision(alias: string, revision: 'revision' | 'current_revision' | 'former') {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`(${column('district_id')} = s.district_id and ${column('office_id')} = s.office_id
    and ${column('year')} = s.year and ${column('revision')} = ${sql.ref(`s.${revision}`)})`;
}
