import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/lib/password.server.ts';
import { kyselyOf } from '#db/client.server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { readScope, type Scope, withScope } from '#db/scope.server.ts';
import { trackWrites } from '#test/helpers/audited-writes.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { openSession } from '#test/helpers/front.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { changeAccount, createAccount, resetPassword, setAccountActive } from './manage-account.server.ts';
import { viewOffices } from './view-offices.server.ts';

let database: TestDatabase;
let world: TwoDistricts;
let unaudited: () => Promise<string[]>;
let code: string;
/** Of nobody: what is stored must be this and nothing else. */
const secret = 'abcd-efgh-jkmn-pqrs';
let passwordHash: string;

beforeAll(async () => {
  database = await testDatabase();
  world = await insertTwoDistricts(database.database);
  unaudited = await trackWrites(database);
  code = world.home.offices[0]?.code ?? '';
  passwordHash = await hashPassword(secret);
});
afterAll(() => database.close());

const texts = { loginName: 'Zhang.San', displayName: ' 填报人　乙 ', role: 'office_preparer' };
const shown = async (loginName: string, scope = world.home.reviewer) => {
  const view = await viewOffices(scope, 2025);
  const account = view?.offices
    .flatMap(({ accounts }) => accounts)
    .find((each) => each.loginName === loginName);
  if (!account) throw new Error(`There is no account ${loginName}.`);
  return account;
};
const stored = (id: string) =>
  kyselyOf(database.owner).selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const sessionsOf = async (id: string) =>
  (await kyselyOf(database.owner).selectFrom('sessions').select('id').where('account_id', '=', id).execute())
    .length;
const trail = () => readScope(world.home.leader, (db) => findAllAudit(db, { limit: 1_000 }));

describe('an account of an office', () => {
  beforeAll(() => createAccount(world.home.reviewer, { officeCode: code, texts, passwordHash }));

  test('is made with the role and the hash alone, in its office, and the trail says by whom', async () => {
    const account = await shown('zhang.san');
    expect(account).toMatchObject({ displayName: '填报人 乙', role: 'office_preparer', active: true });
    expect(await stored(account.id)).toMatchObject({
      district_id: world.home.id,
      office_id: world.home.offices[0]?.id,
      password_hash: passwordHash,
      password_issued: true,
      demo: false,
    });
    const [entry] = await trail();
    expect(entry).toMatchObject({
      action: 'account.create',
      subject: 'zhang.san',
      accountId: world.home.reviewer.accountId,
      officeId: world.home.offices[0]?.id,
    });
  });

  test.each([
    ['a name that is taken, whatever its spelling', { loginName: 'ＺＨＡＮＧ.san' }, 'loginName login_taken'],
    ['a name that is none', { loginName: '张三' }, 'loginName bad_login'],
    ['a name too short', { loginName: 'ab' }, 'loginName bad_login'],
    ['no name', { loginName: ' ' }, 'loginName missing'],
    ['nothing shown', { displayName: '​' }, 'displayName missing'],
    ['too long a name', { displayName: '名'.repeat(41) }, 'displayName too_long'],
    ['the role of the reviewer', { role: 'district_reviewer' }, 'role unknown_choice'],
    ['the role of the leader', { role: 'district_leader' }, 'role unknown_choice'],
    ['the role of the operator', { role: 'platform_operator' }, 'role unknown_choice'],
  ])('is not made with %s', async (_what, wrong, refusal) => {
    const before = (await trail()).length;
    const attempt = createAccount(world.home.reviewer, {
      officeCode: code,
      texts: { ...texts, ...wrong },
      passwordHash,
    });
    const refused = await attempt.catch((error) => error.refused);
    expect(refused.map(({ field, code: why }: { field: string; code: string }) => `${field} ${why}`)).toEqual(
      [refusal],
    );
    expect((await trail()).length).toBe(before);
  });

  test('made twice at once is made once', async () => {
    const both = { ...texts, loginName: 'race' };
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(() =>
        createAccount(world.home.reviewer, { officeCode: code, texts: both, passwordHash }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('what the reviewer does to an account', () => {
  let id: string;
  beforeEach(async () => {
    id = (await shown('zhang.san')).id;
    await openSession(database.database, id);
  });
  const key = async () => ({ id, seen: (await shown('zhang.san')).seen });

  test('another name keeps the sessions, another role ends them', async () => {
    await changeAccount(world.home.reviewer, { ...(await key()), texts: { ...texts, displayName: '丙' } });
    expect(await sessionsOf(id)).toBeGreaterThan(0);
    await changeAccount(world.home.reviewer, {
      ...(await key()),
      texts: { displayName: '丙', role: 'office_approver' },
    });
    expect(await sessionsOf(id)).toBe(0);
    expect((await trail())[0]?.detail).toEqual({
      changes: [{ field: 'role', from: 'office_preparer', to: 'office_approver' }],
    });
  });

  test('an inactive account has no session left, and active again gets none back', async () => {
    await setAccountActive(world.home.reviewer, { ...(await key()), active: false });
    expect([await sessionsOf(id), (await stored(id)).active]).toEqual([0, false]);
    await setAccountActive(world.home.reviewer, { ...(await key()), active: true });
    expect([await sessionsOf(id), (await stored(id)).active]).toEqual([0, true]);
    expect((await trail()).slice(0, 2).map(({ action }) => action)).toEqual([
      'account.enable',
      'account.disable',
    ]);
  });

  test('a new password ends every session', async () => {
    await openSession(database.database, id);
    const other = await hashPassword('another');
    await resetPassword(world.home.reviewer, { ...(await key()), passwordHash: other });
    expect([await sessionsOf(id), (await stored(id)).password_hash]).toEqual([0, other]);
  });

  test('nothing is done to what somebody changed meanwhile, or to what is so already', async () => {
    const seen = await key();
    await changeAccount(world.home.reviewer, {
      ...seen,
      texts: { displayName: '丁', role: 'office_approver' },
    });
    const late = setAccountActive(world.home.reviewer, { ...seen, active: false });
    await expect(late).rejects.toMatchObject({ whole: 'changed_meanwhile' });
    const again = setAccountActive(world.home.reviewer, { ...(await key()), active: true });
    await expect(again).rejects.toMatchObject({ whole: 'done_already' });
  });

  test('the trail holds no password and no hash', async () => {
    const told = JSON.stringify(await trail());
    for (const hidden of [secret, passwordHash, 'argon2', 'password_hash'])
      expect(told).not.toContain(hidden);
  });

  test('every write is in the trail in its own transaction', async () => {
    expect(await unaudited()).toEqual([]);
  });
});

describe('whose accounts they are not', () => {
  const everything = (scope: Scope, id: string, seen: string) => [
    () => changeAccount(scope, { id, seen, texts: { displayName: '戊', role: 'office_preparer' } }),
    () => setAccountActive(scope, { id, seen, active: false }),
    () => resetPassword(scope, { id, seen, passwordHash }),
  ];

  test('another district’s account is not there, with the same answer as one that is nowhere', async () => {
    const { foreign } = world;
    const account = await shown('zhang.san');
    for (const [id, seen] of [
      [account.id, account.seen],
      ['00000000-0000-4000-8000-000000000000', account.seen],
      ['nonsense', ''],
    ] as const)
      for (const attempt of everything(foreign.reviewer, id, seen))
        await expect(attempt()).rejects.toMatchObject({ whole: 'unknown_account' });
    const abroad = createAccount(foreign.reviewer, {
      officeCode: code,
      texts: { ...texts, loginName: 'abroad' },
      passwordHash,
    });
    await expect(abroad).rejects.toMatchObject({ whole: 'unknown_office' });
  });

  test('the reviewer touches neither the own account nor another of the bureau, so nobody is locked out', async () => {
    const { reviewer, leader } = world.home;
    const view = await viewOffices(reviewer, 2025);
    expect(view?.bureau.map(({ role }) => role).toSorted()).toEqual(['district_leader', 'district_reviewer']);
    for (const { accountId } of [reviewer, leader]) {
      const account = view?.bureau.find(({ id }) => id === accountId);
      for (const attempt of everything(reviewer, account?.id ?? '', account?.seen ?? ''))
        await expect(attempt()).rejects.toMatchObject({ whole: 'unknown_account' });
    }
  });

  test('leader, preparer and approver make and change none, whatever the page asks', async () => {
    const account = await shown('zhang.san');
    const before = await stored(account.id);
    for (const scope of [world.home.leader, world.home.preparers[0], world.home.approvers[0]] as Scope[]) {
      for (const attempt of everything(scope, account.id, account.seen))
        await expect(attempt()).rejects.toThrow();
      const made = createAccount(scope, {
        officeCode: code,
        texts: { ...texts, loginName: 'smuggled' },
        passwordHash,
      });
      await expect(made).rejects.toThrow();
    }
    expect(await stored(account.id)).toEqual(before);
  });

  test('the database refuses the reviewer an account of the bureau, another login name and another place', async () => {
    const { reviewer, leader } = world.home;
    const { id } = await shown('zhang.san');
    const set = (values: object, where: string | null) =>
      withScope(reviewer, (db) =>
        db.updateTable('accounts').set(values).where('id', '=', where).returning('id').execute(),
      ).then((rows) => rows.length);
    expect(await set({ active: false }, leader.accountId)).toBe(0);
    for (const [values, where] of [
      [{ role: 'district_leader' }, reviewer.accountId],
      [{ active: false }, reviewer.accountId],
      [{ login_name: 'other' }, id],
      [{ office_id: world.home.offices[1]?.id }, id],
      [{ demo: true }, id],
    ] as const)
      await expect(set(values, where)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
