import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const code = readFileSync(join(import.meta.dirname, '../../infra/pages/page-of-path.js'), 'utf8');

const pageOf = (uri: string): string =>
  (runInNewContext(`${code}; handler`) as (event: object) => { uri: string })({ request: { uri } }).uri;

test.each([
  ['/', '/index.html'],
  ['/mailbox', '/index.html'],
  ['/portal', '/portal/index.html'],
  ['/portal/', '/portal/index.html'],
  ['/portal/cases', '/portal/index.html'],
  ['/portals', '/index.html'],
  ['/assets/page-a1b2c3.js', '/assets/page-a1b2c3.js'],
  ['/portal/config.json', '/portal/config.json'],
])('%s is answered with %s', (path, file) => {
  expect(pageOf(path)).toBe(file);
});
