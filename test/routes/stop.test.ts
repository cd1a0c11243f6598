import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { readConfig } from '#app/lib/env.server.ts';
import { startServer } from '#app/server.ts';
import { testDatabase, testEngine } from '#test/helpers/database.ts';
import { execute, freshName, urlOf } from '#test/setup/postgres-cluster.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

it('finishes the requests under way and takes no new ones', async () => {
  const test = await testDatabase();
  cleanups.push(() => test.close());
  const server = await startServer({
    config: readConfig({ PORT: '0', LOG_LEVEL: 'silent' }),
    database: test.database,
    pages: {
      build: () => Promise.reject(new Error('No page is asked for here.')),
      assets: async (_request, response) => {
        await sleep(400);
        response.send('finished');
      },
    },
  });
  const underWay = fetch(`${server.url}/slow`).then((answer) => answer.text());
  await sleep(100);
  const stopped = server.stop();
  await expect(fetch(`${server.url}/late`)).rejects.toThrow();
  expect(await underWay).toBe('finished');
  await stopped;
  expect(await test.database.isReady()).toBe(false);
});

describe('the process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'exits with 0 on %s, with the pool and connections open',
    async (signal) => {
      const { child, url } = await startProcess(await freshEnvironment());
      const agent = new Agent({ keepAlive: true });
      cleanups.push(() => agent.destroy());
      expect(await statusOf(`${url}/readyz`, agent)).toBe(200);
      expect(await statusOf(`${url}/login`, agent)).toBe(200);
      const started = performance.now();
      child.kill(signal);
      expect(await exitOf(child)).toBe(0);
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );

  it('refuses the embedded database in production, in plain words', async () => {
    const { code, errors } = await refusedStart({ DATA_DIR: temporaryFolder() });
    expect(code).toBe(1);
    expect(errors).toContain('Set DATABASE_URL');
    expect(errors).not.toMatch(/^\s+at /m);
  });

  it('refuses settings that cannot be used, in plain words', async () => {
    const { code, errors } = await refusedStart({ PORT: 'http' });
    expect(code).toBe(1);
    expect(errors).toContain('PORT: must be a port number');
    expect(errors).not.toMatch(/^\s+at /m);
  });
});

/** What the engine under test needs to serve: a folder, or a migrated database of its own. */
async function freshEnvironment(): Promise<Record<string, string>> {
  if (testEngine === 'embedded') return { DATA_DIR: temporaryFolder(), ALLOW_EMBEDDED: '1' };
  const cluster = inject('postgresCluster');
  const name = freshName();
  await execute(cluster, 'postgres', [`create database ${name} template ${cluster.template}`]);
  cleanups.push(() => execute(cluster, 'postgres', [`drop database ${name} with (force)`]));
  return { DATABASE_URL: urlOf(cluster, cluster.login, name) };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-stop-'));
  cleanups.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return join(folder, 'data');
}

function launch(env: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['app/server.ts'], {
    env: {
      PATH,
      HOME,
      LOG_LEVEL: 'silent',
      ORIGIN: 'http://duibiao.test',
      PORT: '0',
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  cleanups.push(() => child.kill('SIGKILL'));
  return child;
}

async function startProcess(env: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const child = launch(env);
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const line = await new Promise<string>((done, fail) => {
    child.stdout?.once('data', (chunk) => done(String(chunk)));
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}: ${errors}`)));
  });
  const url = /\((http:[^)]+)\)/.exec(line)?.[1];
  if (!url) throw new Error(`No address in: ${line}`);
  return { child, url };
}

async function refusedStart(env: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const child = launch(env);
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  return { code: await exitOf(child), errors };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('exit', done));
}

function statusOf(url: string, agent: Agent): Promise<number | undefined> {
  return new Promise((done, fail) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => done(response.statusCode));
    }).on('error', fail);
  });
}
