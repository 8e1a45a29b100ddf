import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const check = join(import.meta.dirname, 'check-node.js');
/** Makes a Node say that it is another one. */
const pretend = (version: string) =>
  `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

test('on Node 24 the first check says nothing', () => {
  const { status, stdout, stderr } = run(check);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('on an older Node it says which one is needed and what to do', () => {
  const { status, stderr } = run('--import', pretend('20.20.2'), check);
  expect(status).toBe(1);
  expect(stderr).toContain('This runs on Node 20.20.2, but Bindeglied needs Node 24.');
  expect(stderr).toContain('npm ci --ignore-scripts=false');
});

test('loaded before a program it keeps that one from starting', () => {
  const { status, stdout } = run(
    ...['--import', pretend('22.0.0'), '--import', check],
    ...['--eval', 'console.log("started")'],
  );
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
});
