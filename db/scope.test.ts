import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAs, type TestDatabase, testDatabase, testOn } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { kyselyOf } from './client.server.ts';
import { findAllDistricts } from './queries/districts.server.ts';
import { findAllOffices, insertOffices } from './queries/offices.server.ts';
import { assertSafeRole, readScope, type Scope, scopeOf, withScope, withSignIn } from './scope.server.ts';

let database: TestDatabase;
let districts: TwoDistricts;

beforeAll(async () => {
  database = await testDatabase();
  districts = await insertTwoDistricts(database.database);
});
afterAll(() => database.close());

test('a scope needs the district and office of its role', () => {
  const account = { id: null, districtId: null, officeId: null };
  expect(() => scopeOf(database.database, { ...account, role: 'district_leader' })).toThrow(/district/);
  expect(() =>
    scopeOf(database.database, { ...account, role: 'office_preparer', districtId: randomUUID() }),
  ).toThrow(/office/);
  expect(() =>
    scopeOf(database.database, { ...account, role: 'platform_operator', districtId: randomUUID() }),
  ).toThrow(/district/);
});

test('a scope that was put together by hand is refused', async () => {
  const forged = { ...districts.home.leader } as Scope;
  await expect(readScope(forged, findAllDistricts)).rejects.toThrow(/scopeOf/);
});

test('a scope inside a scope fails at once, and the outer transaction can go on', async () => {
  const { leader, reviewer } = districts.home;
  const offices = await withScope(reviewer, async (db) => {
    await expect(readScope(leader, findAllDistricts)).rejects.toThrow(/inside another/);
    await expect(withSignIn(database.database, { loginName: 'x' }, async () => undefined)).rejects.toThrow(
      /inside another/,
    );
    return findAllOffices(db);
  });
  expect(offices).toHaveLength(3);
});

test('scopes side by side each see their own', async () => {
  const all = [districts.home, districts.foreign].flatMap(({ leader, preparers }) => [leader, ...preparers]);
  const seen = await Promise.all(all.map((scope) => readScope(scope, findAllOffices)));
  for (const [index, offices] of seen.entries()) {
    const district = index < 4 ? districts.home : districts.foreign;
    expect(offices.every(({ name }) => name.startsWith(district.canary))).toBe(true);
    expect(offices).toHaveLength(index % 4 === 0 ? 3 : 1);
  }
});

test('settings and role end with the transaction', async () => {
  await readScope(districts.home.leader, findAllDistricts);
  const { rows } = await sql<{ role: string; district: string }>`
    select current_user::text as role, coalesce(current_setting('app.district_id', true), '') as district`.execute(
    kyselyOf(database.database),
  );
  expect(rows[0]?.role).not.toBe('duibiao_app');
  expect(rows[0]?.district).toBe('');
});

test('reading scopes cannot write, and a failed scope leaves nothing behind', async () => {
  const { reviewer, id: districtId } = districts.home;
  const office = {
    id: randomUUID(),
    code: '990101900',
    name: '新',
    nameEn: 'New',
    sortKey: 'x',
    invented: true,
    active: true,
  };
  await expect(
    readScope(reviewer, (db) => insertOffices(db, { districtId, offices: [office] })),
  ).rejects.toMatchObject({ code: '25006' });
  await expect(
    withScope(reviewer, async (db) => {
      await insertOffices(db, { districtId, offices: [office] });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await readScope(reviewer, findAllOffices)).toHaveLength(3);
});

test('what one transaction reads is of one instant, whatever is written meanwhile', async () => {
  const { reviewer, id: districtId } = districts.foreign;
  const office = {
    code: '990102901',
    name: '后来',
    nameEn: 'Later',
    sortKey: 'x',
    invented: true,
    active: true,
  };
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const reading = readScope(reviewer, async (db) => {
    const before = await findAllOffices(db);
    begin();
    await setTimeout(200); // the embedded engine lets the writer wait for this transaction
    return [before, await findAllOffices(db)];
  });
  await begun;
  await withScope(reviewer, (db) =>
    insertOffices(db, { districtId, offices: [{ ...office, id: randomUUID() }] }),
  );
  const [before, after] = await reading;
  expect(after).toEqual(before);
  expect(await readScope(reviewer, findAllOffices)).toHaveLength((before?.length ?? 0) + 1);
});

test('a refused write says which kind and nothing else', async () => {
  const { reviewer, id: districtId, offices } = districts.home;
  const [first] = offices;
  const taken = {
    id: first?.id ?? '',
    code: first?.code ?? '',
    name: '重复',
    nameEn: 'Again',
    sortKey: 'x',
    invented: true,
    active: true,
  };
  const error = await withScope(reviewer, (db) => insertOffices(db, { districtId, offices: [taken] })).catch(
    (caught: unknown) => caught,
  );
  expect(error).toMatchObject({ name: 'ConstraintError', kind: 'duplicate' });
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(taken.id);
  expect(error).not.toHaveProperty('cause');
});

test('a transaction is closed when its callback has returned', async () => {
  const escaped = await readScope(districts.home.leader, async (db) => db);
  await expect(findAllOffices(escaped)).rejects.toThrow();
});

test('the application’s role is safe', async () => {
  await expect(assertSafeRole(database.database)).resolves.toBeUndefined();
});

testOn('embedded')('the embedded engine refuses a role that owns or bypasses', async () => {
  const owner = kyselyOf(database.owner);
  await sql`alter role duibiao_app bypassrls`.execute(owner);
  await expect(assertSafeRole(database.database)).rejects.toThrow(/bypass/);
  await sql`alter role duibiao_app nobypassrls`.execute(owner);
  await sql`alter table audit owner to duibiao_app`.execute(owner);
  await expect(assertSafeRole(database.database)).rejects.toThrow(/owns tables \(audit\)/);
  await sql`alter table audit owner to postgres`.execute(owner);
  await expect(assertSafeRole(database.database)).resolves.toBeUndefined();
});

testOn('postgres')('PostgreSQL refuses every login that could get past the policies', async () => {
  const owner = kyselyOf(database.owner);
  await expect(assertSafeRole(database.owner)).rejects.toThrow(/superuser/);
  const suffix = randomUUID().slice(0, 8);
  const cases: [string, string, RegExp][] = [
    ['bypassing', 'bypassrls in role duibiao_app', /bypass/],
    ['creating', 'createrole in role duibiao_app', /create roles/],
    ['owning', 'in role duibiao_app, duibiao_owner', /owns tables/],
    ['mighty', 'in role duibiao_app, postgres', /become superuser/],
    ['peering', 'in role duibiao_app, duibiao_peers', /duibiao_peers/],
    ['chaining', 'in role duibiao_app, duibiao_audit', /duibiao_audit/],
    ['carrying', 'in role duibiao_app, duibiao_carrier', /duibiao_carrier/],
    ['ending', 'in role duibiao_app, duibiao_sessions', /duibiao_sessions/],
    ['stranger', '', /not a member/],
  ];
  for (const [name, options, reason] of cases) {
    const role = `${name}_${suffix}`;
    await sql.raw(`create role ${role} login ${options}`).execute(owner);
    const handle = await openAs(database, role);
    await expect(assertSafeRole(handle)).rejects.toThrow(reason);
    await handle.close();
    await sql.raw(`drop role ${role}`).execute(owner);
  }
});

testOn('postgres')('a backend that dies inside a scope fails that scope alone', async () => {
  const { leader, reviewer } = districts.home;
  const kill = (pid: number) => sql`select pg_terminate_backend(${pid})`.execute(kyselyOf(database.owner));
  const attempt = withScope(reviewer, async (db) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    await kill(rows[0]?.pid ?? 0);
    await findAllOffices(db);
  });
  await expect(attempt).rejects.toThrow();
  const rounds = await Promise.all(Array.from({ length: 20 }, () => readScope(leader, findAllOffices)));
  expect(rounds.every((offices) => offices.length === 3)).toBe(true);
});
