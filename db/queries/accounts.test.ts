import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { readScope, withScope, withSignIn } from '../scope.server.ts';
import {
  findAccount,
  findAccountByLoginName,
  findAllAccounts,
  insertAccount,
  updateAccount,
} from './accounts.server.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findAllSessionsByAccount,
  findSessionWithAccount,
  insertSession,
  updateSessionExpiry,
} from './sessions.server.ts';

let database: TestDatabase;
let districts: TwoDistricts;

beforeAll(async () => {
  database = await testDatabase();
  districts = await insertTwoDistricts(database.database);
});
afterAll(() => database.close());

const later = '2099-01-01T00:00:00.000Z';
const loginName = '990101-2-office_preparer';

test('a login name finds its account, and no other', async () => {
  const found = await withSignIn(database.database, { loginName }, (db) =>
    findAccountByLoginName(db, loginName),
  );
  expect(found).toMatchObject({ loginName, role: 'office_preparer', passwordHash: '$argon2id$test' });
  const other = await withSignIn(database.database, { loginName }, (db) =>
    findAccountByLoginName(db, 'operator'),
  );
  expect(other).toBeUndefined();
});

test('a session brings its account, district and office; another session does not', async () => {
  const { home, operator } = districts;
  const accounts = {
    's-office': home.preparers[0]?.accountId ?? '',
    's-leader': home.leader.accountId ?? '',
    's-operator': operator.accountId ?? '',
  };
  for (const [id, accountId] of Object.entries(accounts))
    await withSignIn(database.database, { accountId }, (db) =>
      insertSession(db, { id, accountId, expiresAt: later }),
    );
  const find = (sessionId: string, asked = sessionId) =>
    withSignIn(database.database, { sessionId }, (db) => findSessionWithAccount(db, asked));
  expect(await find('s-office')).toMatchObject({
    session: { id: 's-office', expiresAt: later },
    account: { loginName, districtId: home.id, officeId: home.offices[0]?.id, active: true },
    district: { code: '990101', name: '鹤鸣区' },
    office: { code: '990101001', active: true },
  });
  expect(await find('s-leader')).toMatchObject({ district: { code: '990101' }, office: undefined });
  expect(await find('s-operator')).toMatchObject({ district: undefined, office: undefined });
  expect(await find('s-office', 's-leader')).toBeUndefined();
  expect(await find('unknown')).toBeUndefined();
});

test('a session moves and ends by its own id', async () => {
  const moved = '2098-01-01T00:00:00.000Z';
  await withSignIn(database.database, { sessionId: 's-office' }, async (db) => {
    await updateSessionExpiry(db, { id: 's-office', expiresAt: moved });
    await updateSessionExpiry(db, { id: 's-leader', expiresAt: moved });
    await deleteSession(db, 's-leader');
    expect((await findSessionWithAccount(db, 's-office'))?.session.expiresAt).toBe(moved);
  });
  await withSignIn(database.database, { sessionId: 's-leader' }, async (db) => {
    expect((await findSessionWithAccount(db, 's-leader'))?.session.expiresAt).toBe(later);
    await deleteSession(db, 's-leader');
    expect(await findSessionWithAccount(db, 's-leader')).toBeUndefined();
  });
});

test('all sessions of an account end together; expired ones are swept', async () => {
  const accountId = districts.home.preparers[0]?.accountId ?? '';
  await withSignIn(database.database, { accountId }, async (db) => {
    await insertSession(db, { id: 's-old', accountId, expiresAt: '2020-01-01T00:00:00.000Z' });
    await insertSession(db, { id: 's-new', accountId, expiresAt: later });
    expect((await findAllSessionsByAccount(db, accountId)).map(({ id }) => id).toSorted()).toEqual([
      's-new',
      's-office',
      's-old',
    ]);
  });
  const sweep = () => withSignIn(database.database, { expired: true }, deleteExpiredSessions);
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  await withSignIn(database.database, { accountId }, async (db) => {
    await deleteSessionsOf(db, accountId);
    expect(await findAllSessionsByAccount(db, accountId)).toEqual([]);
  });
});

test('a reviewer runs the accounts of the own district', async () => {
  const { reviewer, offices, id: districtId } = districts.home;
  const account = {
    id: '5f8fad5b-d9cb-469f-a165-70867728950e',
    districtId,
    officeId: offices[1]?.id ?? '',
    loginName: 'newcomer',
    displayName: '新人',
    role: 'office_preparer' as const,
    locale: null,
    active: true,
    demo: false,
    passwordHash: 'x',
  };
  await withScope(reviewer, async (db) => {
    await insertAccount(db, account);
    expect(await updateAccount(db, { id: account.id, active: false })).toBe(true);
    expect(await updateAccount(db, { id: districts.foreign.leader.accountId ?? '', active: false })).toBe(
      false,
    );
    expect(await findAccount(db, account.id)).toMatchObject({ loginName: 'newcomer', active: false });
  });
  await expect(
    withScope(reviewer, (db) =>
      insertAccount(db, { ...account, id: '6f8fad5b-d9cb-469f-a165-70867728950e' }),
    ),
  ).rejects.toMatchObject({ kind: 'duplicate', constraint: 'accounts_login_name_key' });
  const seen = await readScope(districts.home.leader, findAllAccounts);
  expect(seen).toHaveLength(9);
});
