import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/client.server.ts';
import { loadDemo } from '#db/demo/load.server.ts';
import { migrateToLatest } from '#db/migrate.server.ts';
import { requireChromium } from './chromium.ts';
import { startDemo } from './demo-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the demo, served by the built product. */
    demoUrl: string;
    /** Folder of an embedded database that holds the demo district and that nobody has open: to be copied. */
    demoData: string;
    /** Where Chromium is. */
    chromium: string;
  }
}

/** Serves the demo district for the browser tests exactly as `npm run demo` does, on an embedded database of its own. */
export default async function setup(project: TestProject) {
  project.provide('chromium', requireChromium());
  const folder = await mkdtemp(path.join(tmpdir(), 'duibiao-e2e-'));
  const demoData = path.join(folder, 'loaded');
  await load(demoData);
  project.provide('demoData', demoData);
  const served = path.join(folder, 'data');
  await cp(demoData, served, { recursive: true });
  const demo = await startDemo(served);
  project.provide('demoUrl', demo.url);
  return async () => {
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function load(dataDir: string): Promise<void> {
  const database = await openDatabase({ dataDir });
  await migrateToLatest(database);
  await loadDemo(database);
  await database.close();
}
