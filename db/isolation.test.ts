import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertFilledDistricts } from '#test/helpers/filled-districts.ts';
import type { TwoDistricts } from '#test/helpers/two-districts.ts';
import { kyselyOf } from './client.server.ts';
import {
  ConstraintError,
  readScope,
  type Scope,
  type ScopedDb,
  withScope,
  withSignIn,
} from './scope.server.ts';

type Row = Record<string, unknown>;
type Command = 'insert' | 'update' | 'delete';
const principals = ['leader', 'reviewer', 'preparer', 'approver', 'operator'] as const;
type Principal = (typeof principals)[number];

let database: TestDatabase;
let districts: TwoDistricts;
const rows = new Map<string, Row[]>();

beforeAll(async () => {
  database = await testDatabase();
  districts = await insertFilledDistricts(database);
  for (const table of Object.keys(tables)) {
    const found = await sql<Row>`select * from ${sql.table(table)}`.execute(kyselyOf(database.owner));
    rows.set(table, found.rows);
  }
});
afterAll(() => database.close());

/** A new key for a copied row, and the column that an update touches. */
const tables: Record<string, { fresh: Row; column: string }> = {
  districts: { fresh: { id: randomUUID(), code: '999999' }, column: 'name' },
  offices: { fresh: { id: randomUUID(), code: '999999999' }, column: 'name' },
  accounts: { fresh: { id: randomUUID(), login_name: 'new' }, column: 'display_name' },
  sessions: { fresh: { id: 'new' }, column: 'expires_at' },
  frameworks: { fresh: { id: randomUUID(), version: 99 }, column: 'name' },
  indicators: { fresh: { code: 'new' }, column: 'weight' },
  framework_drafts: { fresh: { year: 2050, content: '{}' }, column: 'content' },
  rounds: { fresh: { year: 2050 }, column: 'status' },
  documents: { fresh: { id: randomUUID() }, column: 'text' },
  document_files: { fresh: {}, column: 'kept_by' },
  submissions: { fresh: { year: 2024 }, column: 'return_reason' },
  revisions: { fresh: { revision: 99 }, column: 'goal' },
  money_figures: { fresh: { item: 'new' }, column: 'amount_yuan' },
  stated_rates: { fresh: { item: 'new' }, column: 'percent' },
  monthly_execution: { fresh: { month: 6 }, column: 'rate_percent' },
  indicator_scores: { fresh: { node: 'new' }, column: 'reviewed_score' },
  outcome_indicators: { fresh: { position: 99 }, column: 'name' },
  key_projects: { fresh: { position: 99 }, column: 'name' },
  problems: { fresh: { position: 99 }, column: 'text' },
  measures: { fresh: { position: 99 }, column: 'text' },
  findings: { fresh: { position: 99 }, column: 'evidence' },
  quotes: { fresh: { field: 'new' }, column: 'text' },
  follow_ups: { fresh: { position: 99 }, column: 'note' },
  drafts: { fresh: {}, column: 'fields' },
  comments: { fresh: { id: randomUUID() }, column: 'text' },
  evidence_files: {
    fresh: { id: randomUUID(), node: 'new', first_revision: null },
    column: 'first_revision',
  },
  round_offices: { fresh: { year: 2024 }, column: 'reason' },
  boundary_changes: { fresh: { year: 2024 }, column: 'note' },
  peer_groups: { fresh: { id: randomUUID(), position: 99, name: 'new' }, column: 'name' },
  peer_group_members: { fresh: {}, column: 'group_id' },
  saved_views: { fresh: { id: randomUUID(), name: 'new' }, column: 'name' },
  audit: { fresh: { id: randomUUID() }, column: 'action' },
  audit_heads: { fresh: {}, column: 'hash' },
};
/** Nobody of the application reaches these at all; `queries/peer-rows.test.ts` shows it. */
const closed = ['peer_secrets'];
const directory = ['districts', 'offices', 'accounts'];
const rules = ['frameworks', 'indicators', 'rounds'];
const grouping = ['peer_groups', 'peer_group_members'];

test('no table is forgotten', async () => {
  const found = await sql<{ name: string }>`select tablename::text as name from pg_tables
    where schemaname = 'public' order by 1`.execute(kyselyOf(database.owner));
  expect(found.rows.map(({ name }) => name)).toEqual([...Object.keys(tables), ...closed].toSorted());
  for (const [table, all] of rows) expect([table, all.length > 0]).toEqual([table, true]);
});

describe.each(Object.keys(tables))('%s', (table) => {
  test('nothing is seen or written without a scope', async () => {
    if (database.database.engine === 'postgres') {
      const bare = await sql<Row>`select * from ${sql.table(table)}`.execute(kyselyOf(database.database));
      expect(bare.rows).toEqual([]);
    }
    await withSignIn(database.database, { sessionId: 'unknown' }, async (db) => {
      expect((await sql`select * from ${sql.table(table)}`.execute(db)).rows).toEqual([]);
    });
    for (const command of ['insert', 'update', 'delete'] as const)
      for (const row of rows.get(table) ?? []) {
        const attempt = withSignIn(database.database, { loginName: 'unknown' }, async (db) => {
          if (await change(db as unknown as ScopedDb, { table, command, row, accountId: null }))
            throw new Done();
        });
        expect(await outcomeOf(attempt)).toBe('refused');
      }
  });

  test.each(principals)('%s sees exactly its own rows', async (principal) => {
    const scope = scopeOfPrincipal(principal);
    const seen = await readScope(scope, (db) => sql<Row>`select * from ${sql.table(table)}`.execute(db));
    const expected = (rows.get(table) ?? []).filter((row) => mayRead(principal, table, row));
    expect(sorted(seen.rows)).toEqual(sorted(expected));
    if (principal !== 'operator') expect(JSON.stringify(seen.rows)).not.toContain(districts.foreign.canary);
    if (principal === 'preparer' || principal === 'approver')
      expect(JSON.stringify(seen.rows)).not.toContain(districts.home.offices[1]?.canary);
  });

  test.each(principals)('%s writes exactly what it may', async (principal) => {
    const scope = scopeOfPrincipal(principal);
    for (const command of ['insert', 'update', 'delete'] as const)
      for (const row of rows.get(table) ?? []) {
        const attempt = withScope(scope, async (db) => {
          if (await change(db, { table, command, row, accountId: scope.accountId })) throw new Done();
        });
        const expected = mayWrite(principal, { table, command, row }) ? 'done' : 'refused';
        expect([command, row, await outcomeOf(attempt, command)]).toEqual([command, row, expected]);
      }
  });
});

describe('a reference to a foreign row is refused like one to a row that is not there', () => {
  const cases: [string, string, (foreign: (table: string) => Row) => Row][] = [
    ['rounds', 'framework', (of) => ({ framework_id: of('frameworks').id })],
    ['indicators', 'framework', (of) => ({ framework_id: of('frameworks').id })],
    ['accounts', 'office', (of) => ({ role: 'office_preparer', office_id: of('offices').id })],
    ['submissions', 'office', (of) => ({ office_id: of('offices').id })],
    ['documents', 'office', (of) => ({ office_id: of('offices').id })],
    ['revisions', 'document', (of) => ({ document_id: of('documents').id })],
    ['revisions', 'account', (of) => ({ created_by: of('accounts').id })],
    ['audit', 'office', (of) => ({ office_id: of('offices').id })],
    ['peer_group_members', 'group', (of) => ({ group_id: of('peer_groups').id })],
  ];
  test.each(cases)('%s: %s', async (table, _name, reference) => {
    const { home, foreign } = districts;
    const row = (rows.get(table) ?? []).find(({ district_id }) => district_id === home.id) ?? {};
    const foreignRow = (name: string) =>
      (rows.get(name) ?? []).find(({ district_id }) => district_id === foreign.id) ?? {};
    const absent = Object.fromEntries(
      Object.entries(reference(foreignRow)).map(([key, value]) => [
        key,
        key === 'role' ? value : randomUUID(),
      ]),
    );
    for (const change of [reference(foreignRow), absent]) {
      const attempt = withScope(home.reviewer, (db) =>
        insert(db, { table, row: { ...row, ...change }, accountId: home.reviewer.accountId }),
      );
      await expect(attempt).rejects.toMatchObject({ name: 'ConstraintError', kind: 'reference' });
    }
  });

  test('a sibling office’s document cannot back a revision', async () => {
    const [own, sibling] = (rows.get('documents') ?? []).filter(
      ({ district_id }) => district_id === districts.home.id,
    );
    const row = (rows.get('revisions') ?? []).find(({ office_id }) => office_id === own?.office_id) ?? {};
    const attempt = withScope(districts.home.reviewer, (db) =>
      insert(db, { table: 'revisions', row: { ...row, document_id: sibling?.id }, accountId: null }),
    );
    await expect(attempt).rejects.toMatchObject({ kind: 'reference' });
  });
});

/** A copy of the office's own file as another one; not sent yet. */
const aFile = `insert into evidence_files (district_id, office_id, id, year, node, file_name, media_type, sha256, bytes,
    content, first_revision)
  select district_id, office_id, gen_random_uuid(), year, 'other', file_name, media_type, sha256, bytes, content,
    null::integer from evidence_files limit 1`;

describe('what an office may not do to its own rows', () => {
  const attempts: [string, string][] = [
    ['approve itself', "update submissions set status = 'approved' where year = 2025"],
    [
      'note an approval',
      "insert into indicator_scores (district_id, office_id, year, revision, node, reviewed_score) select district_id, office_id, year, revision, 'x', 1 from revisions",
    ],
    ['rescore itself', 'update indicator_scores set reviewed_score = 100'],
    ['rewrite its claim', 'update indicator_scores set self_score = 100'],
    ['become a reviewer', "update accounts set role = 'district_reviewer', office_id = null"],
    ['disable a colleague', 'update accounts set active = false'],
    ['change the round', "update rounds set peer_view = 'named'"],
    ['clear its trail', 'delete from audit'],
    ['rewrite its trail', "update audit set action = 'x'"],
    ['start its trail anew', "update audit_heads set seq = 0, hash = ''"],
    ['take the reviewer’s words away', 'delete from comments'],
    ['take out a file that it sent', 'delete from evidence_files where first_revision is not null'],
    ['move a file that it sent', 'update evidence_files set first_revision = 2 where first_revision = 1'],
    ['pass a file off as sent', aFile.replace('null::integer', '1')],
    ['rewrite a file', "update evidence_files set content = 'x', bytes = 1"],
    ['rename a file', "update evidence_files set file_name = 'x.pdf'"],
    ['give itself time', "update round_offices set deadline = '2099-01-01'"],
  ];
  test.each(attempts)('%s', async (_name, statement) => {
    const attempt = withScope(scopeOfPrincipal('preparer'), async (db) => {
      const { rows: changed } = await sql.raw(`${statement} returning 1`).execute(db);
      if (changed.length > 0) throw new Done();
    });
    expect(await outcomeOf(attempt)).toBe('refused');
  });

  test('touch an approved submission', async () => {
    const { home } = districts;
    const officeId = home.offices[0]?.id ?? '';
    const set = (status: string) =>
      sql`update submissions set status = ${status} where office_id = ${officeId} and year = 2025`;
    await withScope(home.reviewer, (db) => set('approved').execute(db));
    const changed = await withScope(scopeOfPrincipal('approver'), (db) =>
      sql`update submissions set status = 'draft' returning 1`.execute(db),
    );
    expect(changed.rows).toEqual([]);
    await withScope(home.reviewer, (db) => set('submitted').execute(db));
  });

  test('anyone may change the own password and nothing that gives power', async () => {
    for (const principal of ['leader', 'preparer'] as const) {
      const scope = scopeOfPrincipal(principal);
      const changed = await withScope(scope, (db) =>
        sql`update accounts set password_hash = 'new' where id = ${scope.accountId} returning 1`.execute(db),
      );
      expect(changed.rows).toHaveLength(1);
    }
    const attempt = withScope(districts.home.reviewer, (db) =>
      sql`update accounts set role = 'platform_operator', district_id = null
        where id = ${districts.home.reviewer.accountId}`.execute(db),
    );
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

class Done extends Error {}

function scopeOfPrincipal(principal: Principal): Scope {
  const { operator, home } = districts;
  if (principal === 'operator') return operator;
  if (principal === 'leader' || principal === 'reviewer') return home[principal];
  const scope = (principal === 'preparer' ? home.preparers : home.approvers)[0];
  if (!scope) throw new Error('The fixture has no office.');
  return scope;
}

function mayRead(principal: Principal, table: string, row: Row): boolean {
  const scope = scopeOfPrincipal(principal);
  if (table === 'sessions') return row.account_id === scope.accountId;
  if (scope.reach === 'platform') return directory.includes(table);
  if (table === 'districts') return row.id === scope.districtId;
  if (row.district_id !== scope.districtId) return false;
  if (table === 'drafts') return row.office_id === scope.officeId;
  if (table === 'evidence_files' && scope.reach === 'district') return row.first_revision !== null;
  if (table === 'document_files' && principal === 'leader') return false;
  if (table === 'framework_drafts') return principal === 'reviewer';
  if (table === 'saved_views')
    return scope.reach === 'district' && (row.shared === true || isOwn(row, scope));
  if (scope.reach !== 'district' && grouping.includes(table)) return false;
  if (scope.reach === 'district' || rules.includes(table)) return true;
  return (table === 'offices' ? row.id : row.office_id) === scope.officeId;
}

function mayWrite(principal: Principal, { table, command, row }: Attempt): boolean {
  const scope = scopeOfPrincipal(principal);
  if (table === 'sessions') return command !== 'insert' && row.account_id === scope.accountId;
  if (table === 'audit_heads') return false;
  if (table === 'saved_views') return mayWriteView(principal, command, row);
  if (table === 'drafts') return row.office_id === scope.officeId;
  if (table === 'evidence_files')
    return (
      row.office_id === scope.officeId && (command === 'insert' || (command === 'update') === isSent(row))
    );
  if (table === 'framework_drafts') return principal === 'reviewer' && row.district_id === scope.districtId;
  if (table === 'comments')
    return principal === 'reviewer' && command !== 'update' && row.district_id === scope.districtId;
  if (table === 'document_files' && command === 'delete') return mayTakeOut(principal, row);
  if (command === 'delete' && !grouping.includes(table)) return false;
  if (command === 'update' && !updatable.includes(table)) return false;
  if (table === 'accounts' && command === 'update' && row.id === scope.accountId) return true;
  if (scope.reach === 'platform') return [...directory, 'audit'].includes(table);
  if (table === 'districts' || row.district_id !== scope.districtId) return false;
  // the bureau's own accounts are not the reviewer's to make or change
  if (table === 'accounts' && row.office_id === null) return false;
  if (principal === 'reviewer') return true;
  if (principal === 'leader') return table === 'audit';
  const common = [...directory, ...rules, ...grouping, 'boundary_changes', 'round_offices'];
  const ofOffice = !common.includes(table) && row.office_id === scope.officeId;
  return ofOffice && !(table === 'indicator_scores' && command === 'update');
}
const updatable = [
  ...['districts', 'offices', 'accounts', 'rounds', 'submissions', 'indicator_scores', 'boundary_changes'],
  'round_offices',
  ...grouping,
];

/** Each side its own; a document itself goes only after its file. */
function mayTakeOut(principal: Principal, row: Row): boolean {
  const scope = scopeOfPrincipal(principal);
  if (principal === 'preparer') return row.office_id === scope.officeId && row.kept_by === 'office';
  return principal === 'reviewer' && row.district_id === scope.districtId && row.kept_by === 'district';
}

/** What was sent may only end; what was not may only go. */
function isSent({ first_revision }: Row): boolean {
  return first_revision !== null;
}

/** One's own, and shared ones by the reviewer; nobody saves a view as somebody else. */
function mayWriteView(principal: Principal, command: Command, row: Row): boolean {
  const scope = scopeOfPrincipal(principal);
  if (scope.reach !== 'district' || row.district_id !== scope.districtId) return false;
  return isOwn(row, scope) || (principal === 'reviewer' && command !== 'insert' && row.shared === true);
}

function isOwn(row: Row, scope: Scope): boolean {
  return row.owner_id === scope.accountId;
}

interface Attempt {
  table: string;
  command: Command;
  row: Row;
}

/** True when something was changed. */
async function change(db: ScopedDb, attempt: Attempt & { accountId: string | null }): Promise<boolean> {
  const { table, command, row } = attempt;
  if (command === 'insert') {
    await insert(db, attempt);
    return true;
  }
  const key = Object.entries(row).filter(([column]) => keyColumns.includes(column));
  const where = sql.join(
    key.map(([column, value]) => sql`${sql.ref(column)} is not distinct from ${value}`),
    sql` and `,
  );
  const column = sql.ref(tables[table]?.column ?? '');
  const statement =
    command === 'delete'
      ? sql`delete from ${sql.table(table)} where ${where} returning 1`
      : sql`update ${sql.table(table)} set ${column} = ${column} where ${where} returning 1`;
  return (await statement.execute(db)).rows.length > 0;
}
const keyColumns = ['district_id', 'office_id', 'id', 'year', 'revision', 'framework_id', 'code', 'position'];

/** Inserts a copy of the row under a new key. */
async function insert(
  db: ScopedDb,
  { table, row, accountId }: { table: string; row: Row; accountId: string | null },
): Promise<void> {
  const copy: Row = { ...row, ...tables[table]?.fresh };
  if (table === 'sessions') copy.account_id = row.account_id === accountId ? randomUUID() : row.account_id;
  if (table === 'audit') Object.assign(copy, { account_id: accountId, detail: '{}' });
  if (table === 'drafts') {
    await sql`delete from drafts where office_id = ${row.office_id}`.execute(db);
    copy.fields = '{}';
  }
  if (table === 'document_files') copy.id = await withoutFile(db, row);
  if (table === 'peer_group_members') copy.office_id = officeWithoutGroup(row.district_id);
  const columns = Object.keys(copy);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(copy))})`.execute(db);
}

/** A document of the row's office that has no file; absent where the scope may not add one. */
async function withoutFile(db: ScopedDb, { district_id, office_id }: Row): Promise<unknown> {
  const id = randomUUID();
  await sql`insert into documents (district_id, office_id, id, year, file_name, media_type, sha256, bytes, text)
    values (${district_id}, ${office_id}, ${id}, 2025, 'a', 'a', ${'0'.repeat(64)}, 1, 'a')`.execute(db);
  return id;
}

function officeWithoutGroup(districtId: unknown): unknown {
  const grouped = new Set(rows.get('peer_group_members')?.map((member) => member.office_id));
  return rows.get('offices')?.find(({ id, district_id }) => district_id === districtId && !grouped.has(id))
    ?.id;
}

async function outcomeOf(attempt: Promise<unknown>, command?: Command): Promise<'done' | 'refused'> {
  try {
    await attempt;
    return 'refused';
  } catch (error) {
    if (error instanceof Done) return 'done';
    if (error instanceof ConstraintError && error.kind === 'forbidden') return 'refused';
    // a document goes neither before its file nor while a revision rests on it
    if (command === 'delete' && error instanceof ConstraintError && error.kind === 'reference')
      return 'refused';
    throw error;
  }
}

function sorted(all: Row[]): string[] {
  return all.map((row) => JSON.stringify(row)).toSorted();
}
