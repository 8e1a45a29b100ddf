import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line, for people and for logs that are cut at the top. */
export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') count[state] += 1;
      }
      // A file that cannot be loaded has no tests, and has failed.
      if (module.state() === 'failed' && module.children.allTests('failed').next().done) count.failed += 1;
    }
    const more = errors.length > 0 ? `, ${errors.length} errors outside of tests` : '';
    // After the other reporters' summaries, which are written when this event has been handled.
    process.once('exit', () => {
      console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped${more}`);
    });
  }
}
