import { defineConfig } from 'vitest/config';

/**
 * unit: pure modules, no database. database: every test runs against the engine named by TEST_ENGINE, which the two
 * projects set. e2e: the built product in Chromium.
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
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/setup/built-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
