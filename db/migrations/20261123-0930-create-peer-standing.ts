import { type Kysely, sql } from 'kysely';

/**
 * Where an office stands among its district, without showing it anybody's row. The function runs as a role of its own
 * that may read figures of the district in the settings and nothing else; the application may only execute it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of create) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of remove) await sql.raw(statement).execute(db);
}

const tables = ['submissions', 'money_figures', 'stated_rates', 'indicator_scores'];
const district = "(select nullif(current_setting('app.district_id', true), '')::uuid)";

const peerStanding = `create function peer_standing(p_year integer, p_office uuid)
  returns table (metric text, value numeric, rank integer, ranked integer,
    mean numeric, median numeric, best numeric, percentile numeric)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with caller as (
      select nullif(current_setting('app.district_id', true), '')::uuid as district_id, p_office as office_id
      where nullif(current_setting('app.reach', true), '') = 'district'
        or (nullif(current_setting('app.reach', true), '') = 'office'
          and p_office = nullif(current_setting('app.office_id', true), '')::uuid)
    ), counted as (
      select s.district_id, s.office_id, s.year, s.current_revision
      from public.submissions s join caller c on c.district_id = s.district_id
      where s.year = p_year and s.status in ('submitted', 'approved')
    ), valued as (
      select 'execution_rate' as metric, k.office_id,
        round(e.amount_yuan / nullif(b.amount_yuan, 0) * 100, 2) as value
      from counted k
      join public.money_figures e on (e.district_id, e.office_id, e.year, e.revision, e.item)
        = (k.district_id, k.office_id, k.year, k.current_revision, 'executed_total')
      join public.money_figures b on (b.district_id, b.office_id, b.year, b.revision, b.item)
        = (k.district_id, k.office_id, k.year, k.current_revision, 'budget_total')
      union all
      select 'total_score', k.office_id, coalesce(i.reviewed_score, i.self_score)
      from counted k
      join public.indicator_scores i on (i.district_id, i.office_id, i.year, i.revision, i.node)
        = (k.district_id, k.office_id, k.year, k.current_revision, 'total')
      union all
      select 'spending_progress', k.office_id, r.percent
      from counted k
      join public.stated_rates r on (r.district_id, r.office_id, r.year, r.revision, r.item)
        = (k.district_id, k.office_id, k.year, k.current_revision, 'spending_progress')
    ), ordered as (
      select v.metric, v.office_id, v.value,
        rank() over (partition by v.metric order by v.value desc) as rank,
        row_number() over (partition by v.metric order by v.value desc) as place,
        count(*) over (partition by v.metric) as ranked
      from valued v where v.value is not null
    ), summed as (
      select o.metric, count(*) as ranked, avg(o.value) as mean, max(o.value) as best,
        avg(o.value) filter (where o.place in ((o.ranked + 1) / 2, (o.ranked + 2) / 2)) as median
      from ordered o group by o.metric
    )
    select m.metric, own.value, own.rank::integer, coalesce(s.ranked, 0)::integer,
      case when s.ranked >= 5 then round(s.mean, 4) end,
      case when s.ranked >= 5 then round(s.median, 4) end,
      case when s.ranked >= 5 then s.best end,
      case when s.ranked >= 5 then round(lower.count * 100.0 / (s.ranked - 1), 2) end
    from (values (1, 'execution_rate'), (2, 'total_score'), (3, 'spending_progress')) as m (position, metric)
    cross join caller c
    left join summed s on s.metric = m.metric
    left join ordered own on own.metric = m.metric and own.office_id = c.office_id
    left join lateral (select count(*) from ordered o where o.metric = own.metric and o.value < own.value) lower
      on own.value is not null
    order by m.position
  $$`;

/** The function alone, in the hands of its role. */
export const peerStandingFunction = [
  peerStanding,
  'revoke all on function peer_standing(integer, uuid) from public',
  'grant execute on function peer_standing(integer, uuid) to duibiao_app',
  // Handing a function over needs membership in the new owner; who may not grant it must have it already.
  `do $$ begin
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant duibiao_peers to %I', current_user);
    end if;
  exception when insufficient_privilege then null;
  end $$`,
  'alter function peer_standing(integer, uuid) owner to duibiao_peers',
];

const create = [
  `do $$ begin
    create role duibiao_peers nologin nosuperuser nobypassrls nocreaterole nocreatedb;
  exception when duplicate_object or unique_violation then null;
  end $$`,
  'grant usage, create on schema public to duibiao_peers',
  ...tables.flatMap((table) => [
    `grant select on ${table} to duibiao_peers`,
    `create policy peers_select on ${table} for select to duibiao_peers using (district_id = ${district})`,
  ]),
  ...peerStandingFunction,
  'revoke create on schema public from duibiao_peers',
];

const remove = [
  'drop function peer_standing(integer, uuid)',
  ...tables.flatMap((table) => [
    `drop policy peers_select on ${table}`,
    `revoke all on ${table} from duibiao_peers`,
  ]),
  'revoke usage on schema public from duibiao_peers',
];
