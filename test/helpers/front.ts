import { createHash, randomBytes } from 'node:crypto';
import { type Config, readConfig } from '#app/lib/env.server.ts';
import { type RunningServer, startServer } from '#app/server.ts';
import type { DatabaseHandle } from '#db/client.server.ts';
import { insertSession } from '#db/queries/sessions.server.ts';
import { withSignIn } from '#db/scope.server.ts';
import { pagesFromSources } from './pages.ts';

/** What a form of our own pages carries, whatever port the test server has. */
export const testOrigin = 'http://duibiao.test';

/** The product on a free port, with every page of the sources. `stop` closes the database. */
export async function startTestServer(
  database: DatabaseHandle,
  env: Record<string, string> = {},
): Promise<RunningServer & { config: Config }> {
  const config = readConfig({ PORT: '0', ORIGIN: testOrigin, LOG_LEVEL: 'silent', ...env });
  const server = await startServer({ config, database, pages: { build: await pagesFromSources() } });
  return { ...server, config };
}

/** A browser of sorts: keeps cookies, follows nothing, and sends forms as our own pages do. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #url: string;

  constructor(server: { url: string }, token?: string) {
    this.#url = server.url;
    if (token) this.cookies.set('session', token);
  }

  async fetch(path: string, { headers, ...init }: RequestInit & { headers?: Record<string, string> } = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.#url + path, {
      redirect: 'manual',
      ...init,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
    });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    return response;
  }

  post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
    const body = new URLSearchParams(fields);
    return this.fetch(path, { method: 'POST', body, headers: { origin: testOrigin, ...headers } });
  }

  signIn(loginName: string, password: string, more: Record<string, string> = {}) {
    return this.post('/login', { loginName, password, ...more });
  }

  #keep(set: string): void {
    const [pair = ''] = set.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (value) this.cookies.set(name, value);
    else this.cookies.delete(name);
  }
}

/** A session without a password; returns the token for the cookie. */
export async function openSession(
  database: DatabaseHandle,
  accountId: string,
  { expiresAt = new Date(Date.now() + 30 * 60_000) }: { expiresAt?: Date } = {},
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const id = createHash('sha256').update(token).digest('hex');
  await withSignIn(database, { accountId }, (db) =>
    insertSession(db, { id, accountId, expiresAt: expiresAt.toISOString() }),
  );
  return token;
}
