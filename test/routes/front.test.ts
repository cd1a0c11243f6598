import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyLimitBytes } from '#app/lib/front/body-limit.server.ts';
import type { RunningServer } from '#app/server.ts';
import { openDatabase } from '#db/client.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { openSession, startTestServer, testOrigin, Visitor } from '#test/helpers/front.ts';
import { insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';

let test: TestDatabase;
let world: TwoDistricts;
let server: RunningServer;
let visitor: Visitor;

beforeAll(async () => {
  test = await testDatabase();
  world = await insertTwoDistricts(test.database);
  server = await startTestServer(test.database);
  visitor = new Visitor(server);
});
afterAll(async () => {
  await server.stop();
  await test.close();
});

describe('headers', () => {
  it('of a page: a strict policy with a nonce of its own, no store, no frame, no sniffing', async () => {
    const answer = await visitor.fetch('/login');
    const html = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe|\*/);
    for (const part of [
      `object-src 'none'`,
      `base-uri 'none'`,
      `frame-ancestors 'none'`,
      `form-action 'self'`,
    ])
      expect(policy).toContain(part);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('strict-transport-security')).toBeNull();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect((await visitor.fetch('/login')).headers.get('content-security-policy')).not.toContain(nonce);
  });

  it('of data: no store either', async () => {
    const answer = await visitor.fetch('/login?_data=routes%2Flogin');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).not.toContain('nonce');
  });

  it('over HTTPS: HSTS, and a cookie that only this host gets back', async () => {
    const own = await testDatabase();
    const secure = await startTestServer(own.database, { ORIGIN: 'https://duibiao.test' });
    const answer = await new Visitor(secure).fetch('/language?to=en&next=/login');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(answer.headers.get('set-cookie')).toContain('; Secure');
    const out = await new Visitor(secure).post('/logout', {}, { origin: 'https://duibiao.test' });
    expect(out.headers.get('set-cookie')).toMatch(
      /^__Host-session=; Path=\/; HttpOnly; SameSite=Lax; Secure/,
    );
    await secure.stop();
    await own.close();
  });
});

describe('methods', () => {
  it('HEAD has the headers of GET and no body', async () => {
    for (const path of ['/login', '/healthz', '/nowhere']) {
      const [head, get] = [await visitor.fetch(path, { method: 'HEAD' }), await visitor.fetch(path)];
      expect(head.status).toBe(get.status);
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
      expect(await head.text()).toBe('');
    }
  });

  it.each([
    ['/login', {}],
    ['/login?_data=routes%2Flogin', {}],
    ['/logout', { origin: 'https://evil.example' }],
    ['/logout?_data=routes%2Flogout', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['/logout', { 'sec-fetch-site': 'none' }],
    ['/logout', { origin: 'null' }],
    ['/logout', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
  ])('POST %s with %j comes from elsewhere: 403, and nothing happens', async (path, headers) => {
    const token = await openSession(test.database, world.home.leader.accountId ?? '');
    const reader = new Visitor(server, token);
    const answer = await reader.fetch(path, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ a: 'b' }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('请求来源不符');
    expect((await reader.fetch('/')).headers.get('location')).toMatch(/^\/districts\//);
  });

  it('a form of our own pages is taken, by either header', async () => {
    const accepted: Record<string, string>[] = [{ origin: testOrigin }, { 'sec-fetch-site': 'same-origin' }];
    for (const headers of accepted) {
      const answer = await visitor.fetch('/logout', { method: 'POST', headers });
      expect(answer.status).toBe(302);
    }
  });

  it('a Host header changes nothing', async () => {
    for (const host of ['evil.example', 'evil.example:99999', 'a b', '[::1']) {
      const { status, location } = await rawGet(`${server.url}/`, { Host: host, 'X-Forwarded-Host': host });
      expect(status).toBe(302);
      expect(location).toBe('/login');
    }
  });
});

describe('limits', () => {
  it('refuses a body that is too large before reading it', async () => {
    const answer = await visitor.post('/login', { loginName: 'a'.repeat(bodyLimitBytes) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('提交的内容过大');
  });

  it('refuses a body of unknown length', async () => {
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('loginName=a'));
        controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { origin: testOrigin } };
    expect(
      (await visitor.fetch('/login', init as RequestInit & { headers: Record<string, string> })).status,
    ).toBe(400);
  });
});

describe('states', () => {
  it('says that the process is up and the database ready', async () => {
    expect((await visitor.fetch('/healthz')).status).toBe(200);
    expect((await visitor.fetch('/readyz')).status).toBe(200);
  });

  it('answers an unknown address with a page in the reader’s language and no stack', async () => {
    const chinese = await visitor.fetch('/nowhere/at/all');
    const english = await visitor.fetch('/nowhere', { headers: { cookie: 'lang=en' } });
    expect([chinese.status, english.status]).toEqual([404, 404]);
    const [zh, en] = [await chinese.text(), await english.text()];
    expect(zh).toContain('<html lang="zh-CN">');
    expect(zh).toContain('找不到该页面');
    expect(en).toContain('<html lang="en">');
    expect(en).toContain('Page not found');
    expect(zh + en).not.toMatch(/ at .*\.tsx?:/);
  });

  it('never sends a page in place of a missing script', async () => {
    const answer = await visitor.fetch('/assets/old-12345678.js');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/plain');
  });

  it.each(['/%', '/%E0%A4%A', '/login?_data=routes%2Fnone', '/login?_data=__proto__'])(
    'takes the odd address %s without failing',
    async (path) => {
      const { status } = await visitor.fetch(path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  );

  it('remembers the language and goes back', async () => {
    const reader = new Visitor(server);
    const answer = await reader.fetch('/language?to=en&next=/login%3Fnext%3D%252F');
    expect(answer.headers.get('location')).toBe('/login?next=%2F');
    expect(await (await reader.fetch('/login')).text()).toContain('<html lang="en">');
    expect((await reader.fetch('/language?to=fr&next=//evil.example')).headers.get('location')).toBe('/');
  });

  it('without its database: up, not ready, and pages say what was kept', async () => {
    const database = await openDatabase({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' });
    const down = await startTestServer(database);
    const reader = new Visitor(down, 'a'.repeat(43));
    expect((await reader.fetch('/healthz')).status).toBe(200);
    expect((await reader.fetch('/readyz')).status).toBe(503);
    const page = await reader.fetch('/');
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('此前保存和提交的数据都在');
    const data = await reader.fetch('/?_data=root');
    expect(data.status).toBe(503);
    expect(data.headers.get('x-remix-catch')).toBe('yes');
    await down.stop();
  });
});

/** `fetch` writes the Host header itself. */
function rawGet(url: string, headers: Record<string, string>) {
  return new Promise<{ status?: number; location?: string }>((done, fail) => {
    httpRequest(url, { headers }, (response) => {
      response.resume();
      done({ status: response.statusCode, location: response.headers.location });
    })
      .on('error', fail)
      .end();
  });
}
