import { defineConfig } from 'vitest/config';
import LongestFirst from './test/longest-first.ts';

const project = (
  name: string,
  include: string[],
  more: { exclude?: string[]; testTimeout?: number; isolate?: boolean; globalSetup?: string[] },
) => ({
  extends: true as const,
  test: { name, include, hookTimeout: more.testTimeout, ...more },
});

/**
 * Everything on two cores, two files at a time. Where `isolate` is false a process runs one file after the other and imports
 * what they share once: a file there leaves nothing behind, as in the environment or in the clock. Time-outs are there to
 * end what hangs, not to measure. The report for machines is read by .ci/run.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: [
      'default',
      ['json', { outputFile: process.env.TEST_REPORT ?? '.cache/tests.json' }],
      './test/last-line.ts',
    ],
    projects: [
      // Starting a process and importing what they share took longer than most of these files' tests.
      project('unit', ['{domain,functions,local,web,bench}/**/*.test.{ts,tsx}'], {
        testTimeout: 60_000,
        isolate: false,
      }),
      project('system', ['test/**/*.test.ts'], {
        exclude: ['test/{browser,faults,infra}/**'],
        testTimeout: 120_000,
        isolate: false,
      }),
      project('faults', ['test/faults/**/*.test.ts'], {
        testTimeout: 120_000,
        globalSetup: ['test/faults/global-setup.ts'],
      }),
      // Importing CDK takes longer than all its tests: once per process, not once per file.
      project('infra', ['{infra,test/infra}/**/*.test.ts'], { testTimeout: 120_000, isolate: false }),
      project('browser', ['test/browser/**/*.test.ts'], {
        testTimeout: 240_000,
        globalSetup: ['test/browser/global-setup.ts'],
      }),
    ],
  },
});
