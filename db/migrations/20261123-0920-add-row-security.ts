import { type Kysely, sql } from 'kysely';

/**
 * The application's role, its grants, and forced row-level security with one policy a command on every table.
 * Policies read transaction settings through scalar sub-selects, which the planner evaluates once a statement.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(createRole('duibiao_app')).execute(db);
  await sql.raw('grant usage on schema public to duibiao_app').execute(db);
  for (const rule of rules) for (const statement of protect(rule)) await sql.raw(statement).execute(db);
}

/** Roles belong to the whole cluster and may serve other databases, so they stay. */
export async function down(db: Kysely<unknown>): Promise<void> {
  for (const rule of [...rules].reverse())
    for (const statement of unprotect(rule)) await sql.raw(statement).execute(db);
  await sql.raw('revoke usage on schema public from duibiao_app').execute(db);
}

interface Rule {
  table: string;
  select: string;
  insert: string;
  /** Which rows, and what they may become. */
  update?: { using: string; check: string; columns?: string };
  delete?: string;
}

const text = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const uuid = (name: string) => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;

const district = uuid('district_id');
const office = uuid('office_id');
const account = uuid('account_id');
const reach = text('reach');
const role = text('role');
const session = text('session_id');
const login = text('login_name');
const sweep = text('session_sweep');

const wholeDistrict = `${reach} = 'district'`;
const ownOffice = `(${reach} = 'office' and office_id = ${office})`;
const platform = `${reach} = 'platform'`;
const reviewer = `(${wholeDistrict} and ${role} = 'district_reviewer')`;
const officeStaff = `(${ownOffice} and ${role} in ('office_preparer', 'office_approver'))`;

const inDistrict = `district_id = ${district}`;
const tenantRead = `${inDistrict} and (${wholeDistrict} or ${ownOffice})`;
const tenantWrite = `${inDistrict} and (${reviewer} or ${officeStaff})`;
const commonRead = `${inDistrict} and ${reach} in ('office', 'district')`;
const districtWrite = `${inDistrict} and ${reviewer}`;

const presentedAccount = `(select account_id from sessions where id = ${session})`;
const ofPresented = (column: string) => `(select ${column} from accounts where id = ${presentedAccount})`;

const ownAccountUnchanged = `id = ${account} and role = ${role} and active
  and district_id is not distinct from ${district} and office_id is not distinct from ${office}`;
const presentedOrOwn = `id = ${session} or account_id = ${account}`;

/** Children of a revision are written once; a change is a new revision. */
const frozen = (table: string): Rule => ({ table, select: tenantRead, insert: tenantWrite });

const rules: Rule[] = [
  {
    table: 'districts',
    select: `(id = ${district} and ${reach} in ('office', 'district')) or ${platform}
      or id = ${ofPresented('district_id')}`,
    insert: platform,
    update: { using: platform, check: platform },
  },
  {
    table: 'offices',
    select: `(${inDistrict} and (${wholeDistrict} or (${reach} = 'office' and id = ${office}))) or ${platform}
      or id = ${ofPresented('office_id')}`,
    insert: `(${districtWrite}) or ${platform}`,
    update: { using: `(${districtWrite}) or ${platform}`, check: `(${districtWrite}) or ${platform}` },
  },
  {
    table: 'accounts',
    select: `id = ${account} or (${tenantRead}) or ${platform} or login_name = ${login}
      or id = ${presentedAccount}`,
    insert: `(${districtWrite}) or ${platform}`,
    update: {
      using: `id = ${account} or (${districtWrite}) or ${platform}`,
      check: `(${ownAccountUnchanged}) or (${districtWrite}) or ${platform}`,
    },
  },
  {
    table: 'sessions',
    select: `${presentedOrOwn} or (${sweep} = 'on' and expires_at < now())`,
    insert: `account_id = ${account}`,
    update: { using: presentedOrOwn, check: presentedOrOwn, columns: 'expires_at' },
    delete: `${presentedOrOwn} or (${sweep} = 'on' and expires_at < now())`,
  },
  { table: 'frameworks', select: commonRead, insert: districtWrite },
  { table: 'indicators', select: commonRead, insert: districtWrite },
  {
    table: 'rounds',
    select: commonRead,
    insert: districtWrite,
    update: { using: districtWrite, check: districtWrite },
  },
  frozen('documents'),
  {
    table: 'submissions',
    select: tenantRead,
    insert: `${inDistrict} and (${reviewer} or (${officeStaff} and status <> 'approved' and approved_at is null))`,
    update: {
      using: `${inDistrict} and (${reviewer} or (${officeStaff} and status <> 'approved'))`,
      check: `${inDistrict} and (${reviewer} or (${officeStaff} and status <> 'approved'))`,
    },
  },
  frozen('revisions'),
  frozen('money_figures'),
  frozen('stated_rates'),
  frozen('monthly_execution'),
  {
    table: 'indicator_scores',
    select: tenantRead,
    insert: `${inDistrict} and (${reviewer} or (${officeStaff} and reviewed_score is null))`,
    update: { using: districtWrite, check: districtWrite, columns: 'reviewed_score' },
  },
  frozen('outcome_indicators'),
  frozen('key_projects'),
  frozen('problems'),
  frozen('measures'),
  frozen('findings'),
  frozen('quotes'),
  {
    table: 'audit',
    select: tenantRead,
    insert: `account_id is not distinct from ${account}
      and (${platform} or (${inDistrict} and (${wholeDistrict} or ${ownOffice})))`,
  },
];

function protect({ table, select, insert, update, delete: remove }: Rule): string[] {
  const updateGrant = update && `update${update.columns ? ` (${update.columns})` : ''}`;
  const grants = ['select', 'insert', updateGrant, remove && 'delete'].filter(Boolean).join(', ');
  const policy = (command: string, rule: string) =>
    `create policy app_${command} on ${table} for ${command} to duibiao_app ${rule}`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `grant ${grants} on ${table} to duibiao_app`,
    policy('select', `using (${select})`),
    policy('insert', `with check (${insert})`),
    ...(update ? [policy('update', `using (${update.using}) with check (${update.check})`)] : []),
    ...(remove ? [policy('delete', `using (${remove})`)] : []),
  ];
}

function unprotect({ table, update, delete: remove }: Rule): string[] {
  const commands = ['select', 'insert', ...(update ? ['update'] : []), ...(remove ? ['delete'] : [])];
  return [
    ...commands.map((command) => `drop policy app_${command} on ${table}`),
    `revoke all on ${table} from duibiao_app`,
    `alter table ${table} no force row level security`,
    `alter table ${table} disable row level security`,
  ];
}

function createRole(name: string): string {
  return `do $$ begin
    create role ${name} nologin nosuperuser nobypassrls nocreaterole nocreatedb;
  exception when duplicate_object or unique_violation then null;
  end $$`;
}
