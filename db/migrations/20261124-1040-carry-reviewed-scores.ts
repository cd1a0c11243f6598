import { type Kysely, sql } from 'kysely';

/**
 * A report sent again keeps the reviewer's scores where the office changed nothing. An office may set no reviewed score, so
 * a function does it in the hands of a role of its own, and takes nothing but the scores of the revision before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of create) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of remove) await sql.raw(statement).execute(db);
}

const setting = (name: string) => `nullif(current_setting('app.${name}', true), '')`;
const inDistrict = `district_id = (select ${setting('district_id')}::uuid)`;

/** Whose rows the function reads: those of the office that files, or of the district whose reviewer files for it. */
const readable = {
  rounds: 'district_id, year, framework_id',
  indicators: 'district_id, framework_id, code, parent_code, level',
  submissions: 'district_id, office_id, year, current_revision',
};

/** The node right below which a node stands. */
const above = (node: string) => `coalesce(${node}.parent_code, 'total')`;
const ofRevision = (
  row: string,
  revision: string,
) => `${row}.district_id = v_district and ${row}.office_id = p_office
  and ${row}.year = p_year and ${row}.revision = ${revision}`;
const claim = (row: string) =>
  `(${['self_score', 'target', 'completion', 'reason', 'measure', 'evidence'].map((name) => `${row}.${name}`).join()})`;
const setScores = `insert into public.indicator_scores
  (district_id, office_id, year, revision, node, reviewed_score, reviewed_reason)`;
const whereThere = `on conflict (district_id, office_id, year, revision, node)
  do update set reviewed_score = excluded.reviewed_score, reviewed_reason = excluded.reviewed_reason`;

/** What the reviewer set, and not what followed from it, stands where the claim is the same word for word. */
const carryOver = `${setScores}
  select v_district, p_office, p_year, v_revision, o.node, o.reviewed_score, o.reviewed_reason
  from public.indicator_scores o
  left join public.indicator_scores n on ${ofRevision('n', 'v_revision')} and n.node = o.node
  where ${ofRevision('o', 'v_revision - 1')} and o.reviewed_score is not null
    and ${claim('n')} is not distinct from ${claim('o')}
    and (o.node = 'total' or exists (select from public.indicators i
      where i.district_id = v_district and i.framework_id = v_framework and i.code = o.node))
    and (o.reviewed_reason is not null or not exists (
      select from public.indicators i join public.indicator_scores c on ${ofRevision('c', 'v_revision - 1')} and c.node = i.code
      where i.district_id = v_district and i.framework_id = v_framework and ${above('i')} = o.node
        and c.reviewed_score is not null))
  ${whereThere}`;

/** What follows for the nodes of one level from those right below, as the domain’s `carryReviewUp` has it. */
const carryUp = `${setScores}
  select v_district, p_office, p_year, v_revision, below.node, below.score, null from (
    select ${above('i')} as node, case
      when p.self_score is null and count(*) = count(coalesce(c.reviewed_score, c.self_score))
        then sum(coalesce(c.reviewed_score, c.self_score))
      when p.self_score is not null and not bool_or(c.reviewed_score is not null and c.self_score is null)
        then p.self_score + sum(c.reviewed_score - c.self_score) end as score
    from public.indicators i
    left join public.indicator_scores c on ${ofRevision('c', 'v_revision')} and c.node = i.code
    left join public.indicator_scores p on ${ofRevision('p', 'v_revision')} and p.node = ${above('i')}
    where i.district_id = v_district and i.framework_id = v_framework and i.level = v_level and p.reviewed_score is null
    group by ${above('i')}, p.self_score
    having bool_or(c.reviewed_score is not null)) below
  where below.score is not null
  ${whereThere}`;

const carryReviewedScores = `create function carry_reviewed_scores(p_office uuid, p_year integer)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare
    v_district uuid := ${setting('district_id')}::uuid;
    v_role text := ${setting('role')};
    v_revision integer;
    v_framework uuid;
    v_level integer;
  begin
    if not (v_role = 'district_reviewer' or (v_role in ('office_preparer', 'office_approver')
      and p_office = ${setting('office_id')}::uuid)) then return; end if;
    select s.current_revision, r.framework_id into v_revision, v_framework
    from public.submissions s join public.rounds r on r.district_id = s.district_id and r.year = s.year
    where s.district_id = v_district and s.office_id = p_office and s.year = p_year;
    ${carryOver};
    for v_level in reverse 3..1 loop
      ${carryUp};
    end loop;
  end $$`;

const create = [
  `do $$ begin
    create role duibiao_carrier nologin nosuperuser nobypassrls nocreaterole nocreatedb;
  exception when duplicate_object or unique_violation then null;
  end $$`,
  'grant usage, create on schema public to duibiao_carrier',
  ...Object.entries(readable).flatMap(([table, columns]) => [
    `grant select (${columns}) on ${table} to duibiao_carrier`,
    `create policy carrier_select on ${table} for select to duibiao_carrier using (${inDistrict})`,
  ]),
  'grant select, insert on indicator_scores to duibiao_carrier',
  'grant update (reviewed_score, reviewed_reason) on indicator_scores to duibiao_carrier',
  `create policy carrier_select on indicator_scores for select to duibiao_carrier using (${inDistrict})`,
  `create policy carrier_insert on indicator_scores for insert to duibiao_carrier with check (${inDistrict})`,
  `create policy carrier_update on indicator_scores for update to duibiao_carrier
    using (${inDistrict}) with check (${inDistrict})`,
  carryReviewedScores,
  'revoke all on function carry_reviewed_scores(uuid, integer) from public',
  'grant execute on function carry_reviewed_scores(uuid, integer) to duibiao_app',
  // Handing a function over needs membership in the new owner; who may not grant it must have it already.
  `do $$ begin
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant duibiao_carrier to %I', current_user);
    end if;
  exception when insufficient_privilege then null;
  end $$`,
  'alter function carry_reviewed_scores(uuid, integer) owner to duibiao_carrier',
  'revoke create on schema public from duibiao_carrier',
];

const remove = [
  'drop function carry_reviewed_scores(uuid, integer)',
  ...[...Object.keys(readable), 'indicator_scores'].flatMap((table) => [
    `drop policy carrier_select on ${table}`,
    `revoke all on ${table} from duibiao_carrier`,
  ]),
  'drop policy carrier_insert on indicator_scores',
  'drop policy carrier_update on indicator_scores',
  'revoke usage on schema public from duibiao_carrier',
];
