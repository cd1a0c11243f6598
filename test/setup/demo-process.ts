import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export interface DemoProcess {
  url: string;
  pid: number;
  /** What it has printed so far. */
  output(): string;
  /** Ends it as Ctrl+C would; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `npm run demo`’s script on a free port with the data in `dataDir`; resolves when it is ready to serve. `env`: more of it. */
export async function startDemo(dataDir: string, env: Record<string, string> = {}): Promise<DemoProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/demo.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      VITEST: undefined,
      ...env,
    },
  });
  let printed = '';
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  const demo = {
    url: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    output: () => printed,
    stop: () => stop(child),
  };
  try {
    await isReady(child, `${demo.url}/readyz`);
  } catch (error) {
    await demo.stop();
    throw error;
  }
  return demo;
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return child.exitCode;
}

/** Loading the demo district takes seconds; a build that is missing takes most of a minute. */
async function isReady(child: ChildProcess, address: string): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`The demo ended with ${child.exitCode} before it was ready.`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('The demo was not ready within three minutes.');
}

export function freePort(): Promise<number> {
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
