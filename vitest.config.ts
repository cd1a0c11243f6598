import { defineConfig } from 'vitest/config';

/**
 * unit: pure modules, no database. embedded, postgres: every test runs against the engine named by TEST_ENGINE. e2e: the built
 * product in Chromium, two files at once; e2e-alone: where it is about how long something takes, with nothing else running.
 */
export default defineConfig({
  test: {
    // By default one core is left idle, on CI's two half the machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'app/{domain,files,lib,components}/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'db/demo/**/*.test.ts',
          ],
          exclude: ['db/demo/**/*.server.test.ts'],
          // a file that is refused for the time it takes is given ten seconds first
          testTimeout: 30_000,
        },
      },
      ...(['embedded', 'postgres'] as const).map((engine) => ({
        test: {
          name: engine,
          include: [
            'db/*.test.ts',
            'db/queries/**/*.test.ts',
            'db/demo/**/*.server.test.ts',
            'app/usecases/**/*.test.ts',
            'test/routes/**/*.test.ts',
          ],
          env: { TEST_ENGINE: engine },
          globalSetup: engine === 'postgres' ? ['test/setup/postgres-cluster.ts'] : [],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      })),
      ...[
        { name: 'e2e', include: ['test/e2e/*.test.ts'], maxWorkers: 2, sequence: { groupOrder: 1 } },
        {
          name: 'e2e-alone',
          include: ['test/e2e/alone/*.test.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      ].map((project) => ({
        test: {
          ...project,
          globalSetup: ['test/setup/built-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      })),
    ],
  },
});
