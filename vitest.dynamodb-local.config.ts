import { defineConfig } from 'vitest/config';

/** The same files as in the project `system`, on the official engine instead of the embedded one. Needs Java. */
export default defineConfig({
  test: {
    name: 'dynamodb-local',
    include: ['test/{store,api}/**/*.test.ts'],
    globalSetup: './test/dynamodb-local.ts',
    pool: 'forks',
    maxWorkers: 2,
    // It answers more slowly than the embedded engine; only what hangs is to be ended.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: [
      'default',
      ['json', { outputFile: process.env.TEST_REPORT ?? '.cache/tests-dynamodb-local.json' }],
      './test/last-line.ts',
    ],
  },
});
