import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { attemptsPerAccount } from '#app/lib/lockout.server.ts';
import { hashPassword } from '#app/lib/password.server.ts';
import { absoluteHours, idleMinutes } from '#app/lib/session.server.ts';
import type { RunningServer } from '#app/server.ts';
import { kyselyOf } from '#db/client.server.ts';
import { updateAccount } from '#db/queries/accounts.server.ts';
import { updateOffice } from '#db/queries/offices.server.ts';
import { type Scope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { openSession, startTestServer, Visitor } from '#test/helpers/front.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';

const password = '正确的密码 123';
let test: TestDatabase;
let world: TwoDistricts;
let server: RunningServer;
let leader: { id: string; loginName: string };

beforeAll(async () => {
  test = await testDatabase();
  world = await insertTwoDistricts(test.database);
  server = await startTestServer(test.database);
  leader = await withPassword(world.home.leader);
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await server.stop();
  await test.close();
});

describe('signing in', () => {
  it('starts a session and goes where the reader wanted to go', async () => {
    const visitor = new Visitor(server);
    const asked = await visitor.fetch(`/districts/${world.home.code}/2025?unit=yi`);
    expect(asked.status).toBe(302);
    expect(asked.headers.get('location')).toBe(
      `/login?next=${encodeURIComponent(`/districts/${world.home.code}/2025?unit=yi`)}`,
    );
    const answer = await visitor.signIn(leader.loginName, password, { next: '/?unit=yi' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/?unit=yi');
    expect(answer.headers.get('set-cookie')).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const home = await visitor.fetch('/');
    expect(home.headers.get('location')).toBe(`/districts/${world.home.code}/2025`);
  });

  it('stores the hash of the token, never the token', async () => {
    const visitor = new Visitor(server);
    await visitor.signIn(leader.loginName, password);
    const rows = await kyselyOf(test.owner).selectFrom('sessions').select('id').execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ id }) => id)).not.toContain(visitor.cookies.get('session'));
  });

  it('keeps the sign-in before as the last visit, for every role', async () => {
    for (const scope of [world.home.reviewer, world.home.preparers[0], world.operator]) {
      const { id, loginName } = await withPassword(scope ?? world.operator);
      const times = () =>
        kyselyOf(test.owner)
          .selectFrom('accounts')
          .select(['last_sign_in_at as signedIn', 'last_visit_at as visit'])
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
      expect(await times()).toEqual({ signedIn: null, visit: null });
      await new Visitor(server).signIn(loginName, password);
      const first = await times();
      expect(first).toEqual({ signedIn: expect.any(String), visit: null });
      await new Visitor(server).signIn(loginName, '错的');
      await new Visitor(server).signIn(loginName, password);
      expect((await times()).visit).toBe(first.signedIn);
    }
  });

  it('leads to no other site', async () => {
    const answer = await new Visitor(server).signIn(leader.loginName, password, { next: '//evil.example' });
    expect(answer.headers.get('location')).toBe('/');
  });

  it('draws a new token and ends the old session', async () => {
    const visitor = new Visitor(server);
    await visitor.signIn(leader.loginName, password);
    const before = visitor.cookies.get('session');
    await visitor.signIn(leader.loginName, password);
    expect(visitor.cookies.get('session')).not.toBe(before);
    expect(await isSignedIn(new Visitor(server, before))).toBe(false);
  });

  it('gives one message for a wrong password, an unknown name and a disabled account, and keeps the name', async () => {
    const disabled = await withPassword(world.home.approvers[0]);
    await withScope(world.operator, (db) => updateAccount(db, { id: disabled.id, active: false }));
    const attempts: [string, string][] = [
      [leader.loginName, 'wrong'],
      ['nobody-of-this-name', password],
      [disabled.loginName, password],
    ];
    for (const [loginName, tried] of attempts) {
      const answer = await new Visitor(server).signIn(loginName, tried);
      const html = await answer.text();
      expect(answer.status).toBe(400);
      expect(html).toContain('账号或密码不正确');
      expect(html).toContain(`value="${loginName}"`);
      expect(html).toContain('role="alert"');
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it('says beside the field what is missing', async () => {
    const html = await (await new Visitor(server).signIn('', '')).text();
    expect(html).toContain('id="loginName-error"');
    expect(html).toContain('id="password-error"');
  });

  it('locks the account for this address after too many attempts, even for the right password', async () => {
    const { loginName } = await withPassword(world.foreign.leader);
    for (let i = 0; i < attemptsPerAccount; i++) await new Visitor(server).signIn(loginName, 'wrong');
    const answer = await new Visitor(server).signIn(loginName, password);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain('15 分钟');
  });

  it('sends whoever is signed in on', async () => {
    const visitor = new Visitor(server, await openSession(test.database, leader.id));
    expect((await visitor.fetch('/login?next=/language')).headers.get('location')).toBe('/language');
  });
});

describe('a session', () => {
  it('ends by signing out', async () => {
    const token = await openSession(test.database, leader.id);
    const visitor = new Visitor(server, token);
    expect(await isSignedIn(visitor)).toBe(true);
    const answer = await visitor.post('/logout');
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await isSignedIn(new Visitor(server, token))).toBe(false);
  });

  it('is not ended by a link', async () => {
    const visitor = new Visitor(server, await openSession(test.database, leader.id));
    await visitor.fetch('/logout');
    expect(await isSignedIn(visitor)).toBe(true);
  });

  it(`ends after ${idleMinutes} minutes without a request, not before`, async () => {
    const visitor = new Visitor(server, await openSession(test.database, leader.id));
    expect(await isSignedIn(visitor)).toBe(true);
    later((idleMinutes - 2) * 60_000);
    expect(await isSignedIn(visitor)).toBe(true);
    later((idleMinutes - 2) * 60_000);
    expect(await isSignedIn(visitor)).toBe(true);
    later((idleMinutes + 1) * 60_000);
    expect(await isSignedIn(visitor)).toBe(false);
    const page = await visitor.fetch('/login');
    expect(await page.text()).toContain('登录已过期');
  });

  it(`ends after ${absoluteHours} hours, used or not`, async () => {
    const visitor = new Visitor(server, await openSession(test.database, leader.id));
    for (let minutes = 0; minutes < absoluteHours * 60 - 25; minutes += 25) {
      expect(await isSignedIn(visitor)).toBe(true);
      later(25 * 60_000);
    }
    expect(await isSignedIn(visitor)).toBe(true);
    later(26 * 60_000);
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it('ends at once when the account or its office is switched off', async () => {
    const [preparer] = world.home.preparers;
    const [office] = world.home.offices;
    if (!preparer?.accountId || !office) throw new Error('fixture');
    const { accountId } = preparer;
    const visit = async () => isSignedIn(new Visitor(server, await openSession(test.database, accountId)));
    expect(await visit()).toBe(true);
    const setOffice = (active: boolean) =>
      withScope(world.home.reviewer, (db) => updateOffice(db, { id: office.id, active }));
    await setOffice(false);
    expect(await visit()).toBe(false);
    await setOffice(true);
    expect(await visit()).toBe(true);
    await withScope(world.operator, (db) => updateAccount(db, { id: accountId, active: false }));
    expect(await visit()).toBe(false);
  });

  it.each(['', 'x', 'a'.repeat(43), '../../etc/passwd', '%00'])(
    'is not opened by the cookie %j',
    async (token) => {
      const visitor = new Visitor(server);
      visitor.cookies.set('session', token);
      expect(await isSignedIn(visitor)).toBe(false);
    },
  );
});

/** The fixture's accounts have no usable password. */
async function withPassword(scope: Scope | undefined): Promise<{ id: string; loginName: string }> {
  const id = scope?.accountId ?? '';
  const passwordHash = await hashPassword(password);
  await withScope(world.operator, (db) => updateAccount(db, { id, passwordHash }));
  const { login_name } = await kyselyOf(test.owner)
    .selectFrom('accounts')
    .select('login_name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, loginName: login_name };
}

async function isSignedIn(visitor: Visitor): Promise<boolean> {
  const answer = await visitor.fetch('/');
  return !answer.headers.get('location')?.startsWith('/login');
}

/** Moves the server's clock; timers keep running. */
function later(ms: number): void {
  const now = Date.now() + ms;
  vi.useFakeTimers({ toFake: ['Date'], now });
}
