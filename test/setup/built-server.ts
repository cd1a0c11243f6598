import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { requireChromium } from './chromium.ts';
import { startDemo } from './demo-process.ts';

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
  const demo = await startDemo(path.join(folder, 'data'));
  project.provide('demoUrl', demo.url);
  return async () => {
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
