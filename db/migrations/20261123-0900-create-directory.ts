import { type Kysely, sql } from 'kysely';

/** Who there is and by what rules a year is run: districts, offices, accounts, sessions, frameworks, rounds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = 'rounds, indicators, frameworks, sessions, accounts, offices, districts';
  await sql.raw(`drop table ${tables}`).execute(db);
}

const statements = [
  `create table districts (
    id uuid primary key,
    code text not null unique check (code ~ '^[0-9]{6}$'),
    name text not null check (name <> ''),
    name_en text not null,
    created_at timestamptz not null default now()
  )`,
  `create table offices (
    district_id uuid not null references districts (id),
    id uuid not null,
    code text not null check (code ~ '^[0-9]{9}$'),
    name text not null check (name <> ''),
    name_en text not null,
    sort_key text not null,
    invented boolean not null default false,
    active boolean not null default true,
    primary key (district_id, id),
    unique (district_id, code)
  )`,
  `create table accounts (
    id uuid primary key,
    district_id uuid references districts (id),
    office_id uuid,
    login_name text not null unique check (login_name <> ''),
    display_name text not null,
    role text not null,
    password_hash text not null check (password_hash <> ''),
    locale text,
    active boolean not null default true,
    demo boolean not null default false,
    created_at timestamptz not null default now(),
    unique (district_id, id),
    foreign key (district_id, office_id) references offices (district_id, id),
    constraint accounts_role_fits_tenant check (case
      when role = 'platform_operator' then district_id is null and office_id is null
      when role in ('district_leader', 'district_reviewer') then district_id is not null and office_id is null
      when role in ('office_preparer', 'office_approver') then district_id is not null and office_id is not null
      else false end)
  )`,
  'create index accounts_of_office on accounts (district_id, office_id)',
  `create table sessions (
    id text primary key,
    account_id uuid not null references accounts (id),
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
  )`,
  'create index sessions_of_account on sessions (account_id)',
  'create index sessions_expiry on sessions (expires_at)',
  `create table frameworks (
    district_id uuid not null references districts (id),
    id uuid not null,
    year integer not null check (year between 2000 and 2100),
    version integer not null check (version > 0),
    name text not null,
    name_en text not null,
    total_weight numeric(7,2) not null check (total_weight >= 0),
    primary key (district_id, id),
    unique (district_id, year, version)
  )`,
  `create table indicators (
    district_id uuid not null,
    framework_id uuid not null,
    code text not null check (code <> '' and code <> 'total'),
    parent_code text,
    level integer not null check (level between 1 and 3),
    name text not null,
    name_en text not null,
    weight numeric(7,2) not null check (weight >= 0),
    verified boolean not null,
    position integer not null check (position >= 0),
    primary key (district_id, framework_id, code),
    foreign key (district_id, framework_id) references frameworks (district_id, id),
    foreign key (district_id, framework_id, parent_code)
      references indicators (district_id, framework_id, code),
    check ((level = 1) = (parent_code is null))
  )`,
  `create table rounds (
    district_id uuid not null references districts (id),
    year integer not null check (year between 2000 and 2100),
    framework_id uuid not null,
    opens_on date not null,
    deadline date not null,
    status text not null check (status in ('open', 'closed')),
    peer_view text not null check (peer_view in ('named', 'coded', 'aggregate')),
    execution_target numeric(9,4) check (execution_target >= 0),
    primary key (district_id, year),
    foreign key (district_id, framework_id) references frameworks (district_id, id),
    check (opens_on <= deadline)
  )`,
];
