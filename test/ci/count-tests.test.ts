import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'bindeglied-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const report = (name: string, content: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const lastLine = (...files: string[]) =>
  execFileSync(process.execPath, [join(import.meta.dirname, '../../.ci/count-tests.mjs'), ...files], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .at(-1);

const good = { numPassedTests: 3, numFailedTests: 0, testResults: [] };
const bad = {
  numPassedTests: 1,
  numFailedTests: 2,
  testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'failed' }] }],
};

test('reports are added up', () => {
  expect(lastLine(report('a', good), report('b', bad))).toBe('4 passed, 2 failed');
});

test('a file that could not be loaded counts as failed', () => {
  const unloaded = { ...good, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(lastLine(report('c', unloaded))).toBe('3 passed, 1 failed');
});

test('a missing or broken report counts as failed', () => {
  expect(lastLine(report('d', good), join(folder, 'missing'), report('e', '{'))).toBe('3 passed, 2 failed');
});
