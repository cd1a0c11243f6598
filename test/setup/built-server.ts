import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { requireChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the demo, served by the built product. */
    demoUrl: string;
    /** Where Chromium is. */
    chromium: string;
  }
}

/** Serves the demo district for the browser tests exactly as `npm run demo` does, on an embedded database of its own. */
export default async function setup(project: TestProject) {
  project.provide('chromium', requireChromium());
  const folder = await mkdtemp(path.join(tmpdir(), 'duibiao-e2e-'));
  const port = await freePort();
  const demo = startDemo(port, path.join(folder, 'data'));
  const stop = async () => {
    if (demo.exitCode === null) {
      const ended = once(demo, 'exit');
      demo.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await isReady(demo, `http://localhost:${port}/readyz`);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('demoUrl', `http://localhost:${port}`);
  return stop;
}

function startDemo(port: number, dataDir: string): ChildProcess {
  return spawn(process.execPath, ['scripts/demo.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, VITEST: undefined },
  });
}

/** Loading the demo district takes seconds; a build that is missing takes most of a minute. */
async function isReady(demo: ChildProcess, address: string): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    if (demo.exitCode !== null) throw new Error(`The demo ended with ${demo.exitCode} before it was ready.`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('The demo was not ready within three minutes.');
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}
