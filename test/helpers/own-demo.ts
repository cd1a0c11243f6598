import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { type DatabaseHandle, openDatabase } from '#db/client.server.ts';
import { type DemoProcess, startDemo } from '#test/setup/demo-process.ts';

export interface OwnDemoOptions {
  /** Adds to the demo district before it is served. */
  prepare?: (database: DatabaseHandle) => Promise<void>;
  /** More of the environment of the process. */
  env?: Record<string, string>;
}

/**
 * A demo for one test file, ended after it: what the file changes would be in every other file's way. It starts on a copy of the
 * loaded demo district, which takes a tenth of the time of loading it. `url` and `pid` are known once the tests run.
 */
export function ownDemo({ prepare, env }: OwnDemoOptions = {}): Pick<DemoProcess, 'url' | 'pid'> {
  let folder: string;
  let demo: DemoProcess | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'duibiao-demo-'));
    const dataDir = path.join(folder, 'data');
    await cp(inject('demoData'), dataDir, { recursive: true });
    if (prepare) {
      const database = await openDatabase({ dataDir });
      await prepare(database);
      await database.close();
    }
    demo = await startDemo(dataDir, env);
  });
  afterAll(async () => {
    await demo?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const running = (): DemoProcess => {
    if (!demo) throw new Error('The demo of this test file has not started.');
    return demo;
  };
  return {
    get url() {
      return running().url;
    },
    get pid() {
      return running().pid;
    },
  };
}
