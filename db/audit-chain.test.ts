import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { kyselyOf } from './client.server.ts';
import { migrateToLatest } from './migrate.server.ts';
import { down, up } from './migrations/20261124-1020-chain-audit.ts';
import { type AuditState, findAllAudit, insertAudit, verifyAudit } from './queries/audit.server.ts';
import { readScope, type Scope, scopeOf, withScope } from './scope.server.ts';

let database: TestDatabase;
let districts: TwoDistricts;

beforeAll(async () => {
  database = await testDatabase();
  districts = await insertTwoDistricts(database.database);
});
afterAll(() => database.close());

const add = (scope: Scope, action: string, more: { districtId?: string; at?: string } = {}) =>
  withScope(scope, (db) =>
    insertAudit(db, { action, subject: '2025', detail: { b: 1, a: ['甲', null] }, ...more }),
  );
const verify = (scope: Scope): Promise<AuditState | undefined> => readScope(scope, verifyAudit);
const asOwner = (statement: string) => sql.raw(statement).execute(kyselyOf(database.owner));

describe('who adds to the chain', () => {
  test('a district starts with an empty trail, and its head is the district’s alone', async () => {
    const { home, foreign } = districts;
    expect(await verify(foreign.leader)).toEqual({ entries: 0, hash: '', brokenAt: undefined });
    expect(await verify(home.preparers[0] ?? home.leader)).toBeUndefined();
  });

  test('every role, the operator and scripts, one after the other', async () => {
    const { home, operator } = districts;
    const script = scopeOf(database.database, {
      ...{ id: null, role: 'district_reviewer', districtId: home.id, officeId: null },
    });
    const scopes = [home.leader, home.reviewer, home.preparers[0], home.approvers[1], script];
    for (const scope of scopes) if (scope) await add(scope, 'round.open');
    await add(operator, 'district.create', { districtId: home.id });
    const entries = await readScope(home.leader, (db) => findAllAudit(db));
    expect(entries.map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(6);
    expect(await verify(home.leader)).toEqual({ entries: 6, hash: entries[0]?.hash, brokenAt: undefined });
    expect(await verify(home.reviewer)).toEqual(await verify(home.leader));
    expect(await verify(districts.foreign.leader)).toMatchObject({ entries: 0 });
  });

  test('what the application sends for the chain is overwritten', async () => {
    const { home } = districts;
    await withScope(home.leader, (db) =>
      sql`insert into audit (district_id, id, account_id, action, subject, detail, seq, previous_hash, hash)
        values (${home.id}, ${randomUUID()}, ${home.leader.accountId}, 'x', '', '{}', 99, 'forged', 'forged')`.execute(
        db,
      ),
    );
    const [last, before] = await readScope(home.leader, (db) => findAllAudit(db, { limit: 2 }));
    expect(last).toMatchObject({ action: 'x', seq: (before?.seq ?? 0) + 1 });
    expect(last?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await verify(home.leader)).toMatchObject({ brokenAt: undefined });
  });

  test('an entry that is rolled back leaves no gap', async () => {
    const { home } = districts;
    const before = await verify(home.leader);
    const undone = withScope(home.leader, async (db) => {
      await insertAudit(db, { action: 'x', subject: '' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await verify(home.leader)).toEqual(before);
  });

  test('fifty writers at once queue for the head and leave one chain', async () => {
    const { foreign } = districts;
    const writers = [...foreign.preparers, ...foreign.approvers, foreign.reviewer];
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        add(writers[index % writers.length] ?? foreign.leader, `x.${index}`),
      ),
    );
    expect(await verify(foreign.leader)).toMatchObject({ entries: 50, brokenAt: undefined });
  });
});

describe('what somebody with every right changes behind the product is found', () => {
  let place: string;
  beforeEach(async () => {
    const { home } = districts;
    place = `district_id = '${home.id}'`;
    await asOwner('delete from audit');
    await asOwner(`update audit_heads set seq = 0, hash = ''`);
    for (let count = 0; count < 6; count += 1) await add(home.reviewer, `step.${count}`);
    expect(await verify(home.leader)).toMatchObject({ entries: 6, brokenAt: undefined });
  });

  const columns = (
    row: string,
  ) => `(district_id, id, at, action, subject, detail, seq, previous_hash, hash) select
    district_id, gen_random_uuid(), at, 'forged', subject, detail, ${row} from audit`;
  const untriggered = (statement: string) => async () => {
    await asOwner('alter table audit disable trigger chain_audit');
    await asOwner(statement);
    await asOwner('alter table audit enable trigger chain_audit');
  };
  const rehashed = (where: string) => `update audit a set hash = audit_hash(a) where ${where}`;

  const cases: [string, (place: string) => (() => Promise<unknown>)[], number][] = [
    ...['action', 'subject', 'previous_hash', 'hash'].map((column): (typeof cases)[number] => [
      `a changed ${column}`,
      (where) => [() => asOwner(`update audit set ${column} = 'x' where ${where} and seq = 3`)],
      3,
    ]),
    [
      'a changed detail',
      (at) => [() => asOwner(`update audit set detail = '{"b": 2}' where ${at} and seq = 4`)],
      4,
    ],
    [
      'a moved time',
      (at) => [() => asOwner(`update audit set at = at - interval '1 microsecond' where ${at} and seq = 4`)],
      4,
    ],
    [
      'another person',
      (at) => [() => asOwner(`update audit set account_id = null where ${at} and seq = 2`)],
      2,
    ],
    [
      'a changed first entry',
      (at) => [() => asOwner(`update audit set action = 'x' where ${at} and seq = 1`)],
      1,
    ],
    [
      'a changed entry with its hash worked out again',
      (at) => [
        () => asOwner(`update audit set action = 'x' where ${at} and seq = 3`),
        () => asOwner(rehashed(`${at} and seq = 3`)),
      ],
      4,
    ],
    [
      'a changed last entry with its hash worked out again',
      (at) => [
        () => asOwner(`update audit set action = 'x' where ${at} and seq = 6`),
        () => asOwner(rehashed(`${at} and seq = 6`)),
      ],
      6,
    ],
    [
      'a deleted entry in the middle',
      (at) => [() => asOwner(`delete from audit where ${at} and seq = 3`)],
      3,
    ],
    ['a deleted first entry', (at) => [() => asOwner(`delete from audit where ${at} and seq = 1`)], 1],
    ['a deleted last entry', (at) => [() => asOwner(`delete from audit where ${at} and seq = 6`)], 6],
    ['an end cut off', (at) => [() => asOwner(`delete from audit where ${at} and seq > 2`)], 3],
    ['everything deleted', (at) => [() => asOwner(`delete from audit where ${at}`)], 1],
    [
      'an entry put in at the end with a fitting hash',
      (at) => [
        untriggered(`insert into audit ${columns('7, hash, hash')} where ${at} and seq = 6`),
        () => asOwner(rehashed(`${at} and seq = 7`)),
      ],
      7,
    ],
    [
      'an entry put in between',
      (at) => [
        () => asOwner(`update audit set seq = -seq where ${at} and seq > 3`),
        () => asOwner(`update audit set seq = 1 - seq where ${at} and seq < 0`),
        untriggered(`insert into audit ${columns('4, hash, hash')} where ${at} and seq = 3`),
        () => asOwner(rehashed(`${at} and seq = 4`)),
      ],
      5,
    ],
    [
      'two entries that changed places',
      (at) => [
        () => asOwner(`update audit set seq = -seq where ${at} and seq in (3, 4)`),
        () => asOwner(`update audit set seq = 7 + seq where ${at} and seq < 0`),
      ],
      3,
    ],
  ];
  test.each(cases)('%s', async (_name, steps, brokenAt) => {
    for (const step of steps(place)) await step();
    expect((await verify(districts.home.leader))?.brokenAt).toBe(brokenAt);
    expect((await verify(districts.home.reviewer))?.brokenAt).toBe(brokenAt);
  });

  test('a head that was set back with the end', async () => {
    await asOwner(`delete from audit where ${place} and seq = 6`);
    await asOwner(`update audit_heads set seq = 5 where ${place}`);
    expect((await verify(districts.home.leader))?.brokenAt).toBe(5);
  });
});

test('entries written before are chained by their time, for every district', async () => {
  const { database: owner, close } = await emptyDatabase();
  const kysely = kyselyOf(owner);
  const forced = async (force: string) => {
    for (const table of ['districts', 'audit'])
      await sql.raw(`alter table ${table} ${force} row level security`).execute(kysely);
  };
  try {
    await migrateToLatest(owner);
    await kysely.transaction().execute((db) => down(db as unknown as Kysely<unknown>));
    await forced('no force');
    const [home, foreign] = [randomUUID(), randomUUID()];
    await kysely.transaction().execute(async (db) => {
      await sql`select set_config('app.reach', 'platform', true)`.execute(db);
      await sql`insert into districts (id, code, name, name_en)
        values (${home}, '990101', 'a', 'a'), (${foreign}, '990202', 'b', 'b')`.execute(db);
    });
    await sql`insert into audit (district_id, id, at, action, subject, detail) values
      (${home}, ${randomUUID()}, '2025-01-03', 'third', '', '{}'),
      (${home}, ${randomUUID()}, '2025-01-01', 'first', '', '{"a": [1, 2]}'),
      (${foreign}, ${randomUUID()}, '2025-01-02', 'only', '', '{}'),
      (${home}, ${randomUUID()}, '2025-01-02', 'second', '', '{}')`.execute(kysely);
    await forced('force');
    await kysely.transaction().execute((db) => up(db as unknown as Kysely<unknown>));
    await forced('no force');
    const { rows } = await sql<{ district: string; seq: number; action: string; intact: boolean }>`
      select district_id as district, seq, action, hash = audit_hash(a) as intact from audit a
      order by seq`.execute(kysely);
    const chained = (id: string) =>
      rows.filter(({ district }) => district === id).map(({ seq, action }) => [seq, action]);
    expect(chained(home)).toEqual([
      [1, 'first'],
      [2, 'second'],
      [3, 'third'],
    ]);
    expect(chained(foreign)).toEqual([[1, 'only']]);
    expect(rows.every(({ intact }) => intact)).toBe(true);
    await forced('force');
    const leader = scopeOf(owner, { id: null, role: 'district_leader', districtId: home, officeId: null });
    if (owner.engine === 'embedded')
      expect(await verify(leader)).toMatchObject({ entries: 3, brokenAt: undefined });
  } finally {
    await close();
  }
});
