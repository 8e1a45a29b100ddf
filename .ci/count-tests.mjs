// Adds up vitest's JSON reports and prints "N passed, N failed". Runs on any Node.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.log(`${file}: no report, so this run has failed`);
    failed += 1;
    continue;
  }
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that could not be loaded has no tests, and has failed.
  for (const suite of report.testResults) {
    const hasFailed = suite.assertionResults.some((one) => one.status === 'failed');
    if (suite.status === 'failed' && !hasFailed) failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
