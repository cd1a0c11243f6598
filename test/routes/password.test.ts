import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptsPerAccount } from '#app/lib/lockout.server.ts';
import { hashPassword } from '#app/lib/password.server.ts';
import type { RunningServer } from '#app/server.ts';
import { findAccount, updateAccount } from '#db/queries/accounts.server.ts';
import { findAllAudit } from '#db/queries/audit.server.ts';
import { readScope, type Scope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { openSession, startTestServer, Visitor } from '#test/helpers/front.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';

const issued = 'abcd-efgh-jkmn-pqrs';
const own = '一句不会忘记的长长长长的话';
let test: TestDatabase;
let world: TwoDistricts;
let server: RunningServer;

beforeAll(async () => {
  test = await testDatabase();
  world = await insertTwoDistricts(test.database);
  server = await startTestServer(test.database);
});
afterAll(async () => {
  await server.stop();
  await test.close();
});

/** Gives an account a password that somebody else made; returns its login name. */
async function issue(scope: Scope | undefined): Promise<string> {
  const id = scope?.accountId ?? '';
  const passwordHash = await hashPassword(issued);
  await withScope(world.operator, (db) => updateAccount(db, { id, passwordHash, passwordIssued: true }));
  return (await withScope(world.operator, (db) => findAccount(db, id)))?.loginName ?? '';
}

describe('a password that somebody else made', () => {
  it('opens nothing but the page on which it is changed, by whatever way', async () => {
    const [preparer] = world.home.preparers;
    const visitor = new Visitor(server);
    const loginName = await issue(preparer);
    expect((await visitor.signIn(loginName, issued)).status).toBe(302);
    const office = `/offices/${world.home.offices[0]?.code}/2025`;
    for (const address of ['/', office, `${office}/edit`, `${office}/template.xlsx`]) {
      const answer = await visitor.fetch(address);
      const back = address === '/' ? '' : `?next=${encodeURIComponent(address)}`;
      expect([address, answer.headers.get('location')]).toEqual([address, `/password${back}`]);
    }
    const data = await visitor.fetch(
      `${office}?_data=${encodeURIComponent('routes/offices.$code.$year._index')}`,
    );
    expect(data.headers.get('x-remix-redirect')).toMatch(/^\/password/);
    expect(await data.text()).not.toContain(world.home.canary);
    for (const address of [`${office}/edit`, `${office}/submit`, `${office}/edit.json`]) {
      const posted = await visitor.post(address, { intent: 'submit', seen: '0' });
      expect([address, posted.headers.get('location')]).toEqual([address, '/password']);
    }
    expect((await visitor.fetch('/password')).status).toBe(200);
  });

  it('is changed for one’s own: every session ends, the old one opens nothing, the trail tells it without either', async () => {
    const [, preparer] = world.home.preparers;
    const loginName = await issue(preparer);
    const [visitor, elsewhere] = [new Visitor(server), new Visitor(server)];
    for (const each of [visitor, elsewhere]) await each.signIn(loginName, issued);
    const changed = await visitor.post('/password', {
      current: issued,
      next: own,
      again: own,
      to: '/?unit=yi',
    });
    expect(changed.headers.get('location')).toBe('/login?password-changed=&next=%2F%3Funit%3Dyi');
    for (const each of [visitor, elsewhere])
      expect((await each.fetch('/')).headers.get('location')).toBe('/login');
    expect((await visitor.signIn(loginName, issued)).status).toBe(400);
    expect((await visitor.signIn(loginName, own)).status).toBe(302);
    expect((await visitor.fetch('/')).headers.get('location')).toMatch(/^\/offices\//);
    const told = await readScope(world.home.leader, (db) => findAllAudit(db));
    expect(told[0]).toMatchObject({ action: 'account.own_password', subject: loginName });
    for (const hidden of [issued, own, 'argon2']) expect(JSON.stringify(told)).not.toContain(hidden);
  });
});

describe('changing it', () => {
  it.each<[string, 'name' | Record<string, string>]>([
    ['short', { next: 'kurz', again: 'kurz' }],
    ['with the login name in it', 'name'],
    ['the same', { next: issued, again: issued }],
    ['typed otherwise the second time', { next: own, again: `${own}。` }],
    ['empty', {}],
  ])('is refused: %s', async (_what, fields) => {
    const preparer = world.home.preparers[2];
    const name = `${await issue(preparer)} 2026`;
    const visitor = new Visitor(server, await openSession(test.database, preparer?.accountId ?? ''));
    const chosen = fields === 'name' ? { next: name, again: name } : fields;
    const answer = await visitor.post('/password', { current: issued, ...chosen });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    for (const typed of [issued, own]) expect(page).not.toContain(typed);
    expect((await visitor.fetch('/password')).status).toBe(200);
  });

  it('takes no guesses at the present one: wrong ones lock the account as at sign-in', async () => {
    const { leader } = world.home;
    const loginName = await issue(leader);
    const visitor = new Visitor(server, await openSession(test.database, leader.accountId ?? ''));
    for (let attempt = 0; attempt < attemptsPerAccount; attempt += 1)
      expect((await visitor.post('/password', { current: 'wrong', next: own, again: own })).status).toBe(400);
    expect((await visitor.post('/password', { current: issued, next: own, again: own })).status).toBe(429);
    expect((await new Visitor(server).signIn(loginName, issued)).status).toBe(429);
  });

  it('is for whoever is signed in, in a district', async () => {
    expect((await new Visitor(server).fetch('/password')).headers.get('location')).toBe(
      '/login?next=%2Fpassword',
    );
    const posted = await new Visitor(server).post('/password', { current: issued, next: own, again: own });
    expect(posted.headers.get('location')).toBe('/login');
    const operator = new Visitor(server, await openSession(test.database, world.operator.accountId ?? ''));
    expect((await operator.fetch('/password')).status).toBe(404);
  });
});
