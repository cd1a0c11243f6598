import { type Kysely, sql } from 'kysely';
import { peerStandingFunction } from './20261123-0930-create-peer-standing.ts';

/**
 * An office among its peers, figure by figure and as far as the round's policy goes. What leaves the database is decided
 * here: aggregates stand on at least five other offices, codes come from a secret that only the functions read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of create) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of remove) await sql.raw(statement).execute(db);
}

const setting = (name: string) => `nullif(current_setting('app.${name}', true), '')`;
const inDistrict = `(select ${setting('district_id')}::uuid)`;

/** Tables that the functions read beside those of the standing, and the columns they need. */
const readable = {
  offices: 'district_id, id, name, name_en, sort_key, active',
  rounds: 'district_id, year, peer_view',
};

const peerSecrets = [
  `create table peer_secrets (
    district_id uuid primary key references districts (id),
    secret uuid not null default gen_random_uuid()
  )`,
  // Forced policies would hide the districts from an owner who is no superuser.
  'alter table districts no force row level security',
  'insert into peer_secrets (district_id) select id from districts',
  'alter table districts force row level security',
  'alter table peer_secrets enable row level security',
  'alter table peer_secrets force row level security',
  'grant select, insert on peer_secrets to duibiao_peers',
  `create policy peers_select on peer_secrets for select to duibiao_peers using (district_id = ${inDistrict})`,
  `create policy peers_insert on peer_secrets for insert to duibiao_peers
    with check ((select ${setting('reach')}) = 'platform')`,
  `create function keep_peer_secret() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$ begin
      insert into public.peer_secrets (district_id) values (new.id);
      return null;
    end $$`,
  'create trigger keep_peer_secret after insert on districts for each row execute function keep_peer_secret()',
];

/** The district of whoever may ask about this office: its own people, and the roles of its district. Else no row. */
const peerCaller = `create function peer_caller(p_office uuid)
  returns table (district_id uuid, office_id uuid)
  language sql stable
  as $$
    select o.district_id, o.id from public.offices o
    where o.district_id = ${setting('district_id')}::uuid and o.id = p_office
      and (${setting('reach')} = 'district'
        or (${setting('reach')} = 'office' and p_office = ${setting('office_id')}::uuid))
  $$`;

/**
 * Every figure of the submissions that are compared: submitted or approved, of active offices. Money in yuan, rates in
 * percent, scores in points, reviewed before self. A `traceable` figure leads from one year to the next or is public as
 * a budget, so that it gives its office away. Runs as whoever calls it; only the two functions below may.
 */
const peerValues = `create function peer_values(p_years integer[], p_figures text[])
  returns table (year integer, office_id uuid, figure text, traceable boolean, value numeric,
    provisional boolean, changed_at timestamptz)
  language sql stable
  as $$
    with counted as (
      select s.district_id, s.office_id, s.year, s.current_revision as revision,
        s.status = 'submitted' as provisional, greatest(s.submitted_at, s.approved_at) as changed_at
      from public.submissions s
      join public.offices o on (o.district_id, o.id) = (s.district_id, s.office_id)
      where s.district_id = ${setting('district_id')}::uuid and s.year = any(p_years)
        and s.status in ('submitted', 'approved') and o.active
    ), stated as (
      select k.*, f.item as figure, true as traceable, f.amount_yuan as value
      from counted k join public.money_figures f using (district_id, office_id, year, revision)
      union all
      select k.*, 'rate:' || f.item, f.item like '%\\_change', f.percent
      from counted k join public.stated_rates f using (district_id, office_id, year, revision)
      union all
      select k.*, case f.node when 'total' then 'total_score' else 'score:' || f.node end, false,
        coalesce(f.reviewed_score, f.self_score)
      from counted k join public.indicator_scores f using (district_id, office_id, year, revision)
      union all
      select k.*, 'execution_rate', false, round(e.amount_yuan / nullif(b.amount_yuan, 0) * 100, 2)
      from counted k
      join public.money_figures e using (district_id, office_id, year, revision)
      join public.money_figures b using (district_id, office_id, year, revision)
      where e.item = 'executed_total' and b.item = 'budget_total'
    )
    select s.year, s.office_id, s.figure, s.traceable, s.value, s.provisional, s.changed_at
    from stated s
    where s.value is not null and (p_figures is null or s.figure = any(p_figures))
  $$`;

/** `spread` is the mean distance from the median, `percentile` the share of the other offices with a lower value. */
const peerBenchmark = `create function peer_benchmark(p_years integer[], p_office uuid, p_figures text[])
  returns table (year integer, figure text, value numeric, rank integer, ranked integer, percentile numeric,
    mean numeric, median numeric, best numeric, spread numeric, provisional boolean, changed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with ordered as (
      select v.*, v.office_id = c.office_id as own,
        rank() over (partition by v.year, v.figure order by v.value desc) as rank,
        rank() over (partition by v.year, v.figure order by v.value) - 1 as lower,
        row_number() over (partition by v.year, v.figure order by v.value) as place,
        count(*) over (partition by v.year, v.figure) as ranked
      from public.peer_caller(p_office) c cross join public.peer_values(p_years, p_figures) v
    ), middle as (
      select o.*, avg(o.value) filter (where o.place in ((o.ranked + 1) / 2, (o.ranked + 2) / 2))
        over (partition by o.year, o.figure) as median
      from ordered o
    ), summed as (
      select m.year, m.figure, m.median, count(*) as ranked, count(*) filter (where not m.own) >= 5 as enough,
        avg(m.value) as mean, max(m.value) as best, avg(abs(m.value - m.median)) as spread,
        bool_or(m.provisional) as provisional, max(m.changed_at) as changed_at
      from middle m group by m.year, m.figure, m.median
    )
    select s.year, s.figure, own.value, own.rank::integer, s.ranked::integer,
      case when s.enough then round(own.lower * 100.0 / (s.ranked - 1), 2) end,
      case when s.enough then round(s.mean, 4) end,
      case when s.enough then round(s.median, 4) end,
      case when s.enough then s.best end,
      case when s.enough then round(s.spread, 4) end,
      case when s.enough then s.provisional end,
      case when s.enough then s.changed_at end
    from summed s
    left join ordered own on own.own and (own.year, own.figure) = (s.year, s.figure)
    order by s.year, s.figure
  $$`;

/**
 * The other offices one by one. Named: with their names. Coded: under numbers drawn anew for every year and every
 * office that looks, without what is traceable, and only where five others have the figure. Aggregate: nothing.
 */
const peerRows = `create function peer_rows(p_year integer, p_office uuid, p_figures text[])
  returns table (peer integer, name text, name_en text, figure text, value numeric)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with policy as (
      select c.district_id, c.office_id, r.peer_view = 'named' as named, s.secret
      from public.peer_caller(p_office) c
      join public.rounds r on r.district_id = c.district_id and r.year = p_year
      join public.peer_secrets s on s.district_id = c.district_id
      where r.peer_view in ('named', 'coded')
    ), peers as (
      select o.id, p.named, o.name, o.name_en, row_number() over (order by
          case when p.named then o.sort_key
            else encode(sha256(convert_to(concat_ws(':', p.secret, p_year, p.office_id, o.id), 'UTF8')), 'hex') end,
          o.id) as peer
      from policy p join public.offices o on o.district_id = p.district_id and o.id <> p.office_id
    ), rows as (
      select p.*, v.figure, v.traceable, v.value, count(*) over (partition by v.figure) as others
      from peers p join public.peer_values(array[p_year], p_figures) v on v.office_id = p.id
    )
    select r.peer::integer, case when r.named then r.name end, case when r.named then r.name_en end, r.figure, r.value
    from rows r
    where r.named or (r.others >= 5 and not r.traceable)
    order by r.peer, r.figure
  $$`;

const inner = ['peer_caller(uuid)', 'peer_values(integer[], text[])'];
const outer = ['peer_benchmark(integer[], uuid, text[])', 'peer_rows(integer, uuid, text[])'];
const functions = [...inner, ...outer, 'keep_peer_secret()'];

const create = [
  'drop function peer_standing(integer, uuid)',
  ...Object.entries(readable).flatMap(([table, columns]) => [
    `grant select (${columns}) on ${table} to duibiao_peers`,
    `create policy peers_select on ${table} for select to duibiao_peers using (district_id = ${inDistrict})`,
  ]),
  ...peerSecrets,
  peerCaller,
  peerValues,
  peerBenchmark,
  peerRows,
  ...functions.map((name) => `revoke all on function ${name} from public`),
  ...outer.map((name) => `grant execute on function ${name} to duibiao_app`),
  'grant create on schema public to duibiao_peers',
  ...functions.map((name) => `alter function ${name} owner to duibiao_peers`),
  'revoke create on schema public from duibiao_peers',
];

const remove = [
  'drop trigger keep_peer_secret on districts',
  ...[...functions].reverse().map((name) => `drop function ${name}`),
  'drop table peer_secrets',
  ...Object.keys(readable).flatMap((table) => [
    `drop policy peers_select on ${table}`,
    `revoke all on ${table} from duibiao_peers`,
  ]),
  'grant create on schema public to duibiao_peers',
  ...peerStandingFunction,
  'revoke create on schema public from duibiao_peers',
];
