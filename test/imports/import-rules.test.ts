import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterEach, beforeEach, expect, test } from 'vitest';
import rules from '../../import-rules.config.ts';

const root = join(import.meta.dirname, '../..');
let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'bindeglied-imports-'));
  for (const name of ['node_modules', 'package.json', 'tsconfig.json'])
    await symlink(join(root, name), join(project, name));
});
afterEach(() => rm(project, { recursive: true }));

/** The names of the rules that these files break; each file gets the text that it has in the table. */
const broken = async (files: Record<string, string>): Promise<string[]> => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(project, name)), { recursive: true });
    await writeFile(join(project, name), text);
  }
  const { forbidden, options } = rules;
  const found = await cruise(
    Object.keys(files),
    { ...options, ruleSet: { forbidden }, validate: true, baseDir: project, tsConfig: undefined },
    options?.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  );
  const { violations } = (found.output as ICruiseResult).summary;
  return [...new Set(violations.map(({ rule }) => rule.name))].sort();
};

const it = 'export const it = 1;\n';
const importing = (path: string) => `import { it } from '${path}';\nexport const mine = it;\n`;

test.each([
  ['the domain imports a function', 'domain/a.ts', 'functions/runtime/b.ts', ['domain-imports']],
  ['a page imports a function', 'web/families/a.ts', 'functions/families/b.ts', ['web-imports']],
  ['a function imports one machine', 'functions/runtime/a.ts', 'local/b.ts', ['functions-imports']],
  ['a function imports another', 'functions/portal/a.ts', 'functions/casework/b.ts', ['boundaries']],
  ['the store imports the cases', 'functions/store/a.ts', 'functions/cases/b.ts', ['store-stays-below']],
  [
    'a shared part imports a function',
    'functions/runtime/a.ts',
    'functions/portal/b.ts',
    ['shared-parts-know-no-function'],
  ],
  [
    'a handler makes its own gateway',
    'functions/portal/a.ts',
    'functions/gateways/b.ts',
    ['gateways-are-handed-in'],
  ],
  ['infra imports a handler', 'infra/a.ts', 'functions/portal/app.ts', ['infra-imports']],
  ['one machine reaches into the store', 'local/a.ts', 'functions/store/heads.ts', ['local-imports']],
  ["the families' page imports the portal", 'web/families/a.ts', 'web/portal/b.ts', ['pages-apart']],
  ["the portal imports the families' page", 'web/portal/a.ts', 'web/families/b.ts', ['pages-apart']],
  ['a shared field imports a page', 'web/fields/a.ts', 'web/portal/b.ts', ['fields-are-shared']],
  ['the product imports a test', 'local/a.ts', 'test/b.ts', ['local-imports', 'test-and-bench-stay-outside']],
])('refused: %s', async (_, from, to, names) => {
  const path = `${'../'.repeat(from.split('/').length - 1)}${to}`;
  expect(await broken({ [from]: importing(path), [to]: it })).toEqual(names);
});

test.each([
  ['the domain reads files', 'domain/a.ts', 'node:fs', ['domain-without-io']],
  ['the domain knows AWS', 'domain/a.ts', '@aws-sdk/client-kms', ['aws-at-the-edge', 'domain-packages']],
  ['the domain renders', 'domain/a.ts', 'preact', ['domain-packages', 'preact-in-web']],
  ['a function takes the large zod', 'functions/portal/a.ts', 'zod', ['zod-mini']],
  ['a handler talks to AWS', 'functions/portal/a.ts', '@aws-sdk/client-kms', ['aws-at-the-edge']],
  ['one machine uses CDK', 'local/a.ts', 'aws-cdk-lib', ['cdk-in-infra']],
  [
    'a function needs a development tool',
    'functions/portal/a.ts',
    'fast-check',
    ['no-dev-packages-at-run-time'],
  ],
  ['a file is missing', 'domain/a.ts', './nowhere.ts', ['nothing-missing']],
])('refused: %s', async (_, from, what, names) => {
  expect(await broken({ [from]: importing(what) })).toEqual(names);
});

test('refused: two files that need each other', async () => {
  const files = { 'domain/a.ts': importing('./b.ts'), 'domain/b.ts': importing('./a.ts') };
  expect(await broken(files)).toEqual(['no-circles']);
});

test('refused: a file that only passes on, unless it is a registry', async () => {
  const passing = "export { it } from './a.ts';\n";
  expect(await broken({ 'domain/a.ts': it, 'domain/all.ts': passing })).toEqual(['no-barrels']);
  await rm(join(project, 'domain/all.ts'));
  expect(await broken({ 'domain/a.ts': it, 'domain/registry.ts': passing })).toEqual([]);
});

test('refused: an index file', async () => {
  const files = { 'domain/index.ts': it, 'domain/a.ts': importing('./index.ts') };
  expect(await broken(files)).toEqual(['no-index-files']);
});

test('allowed: everything imports the domain, and deps.ts the gateways', async () => {
  expect(
    await broken({
      'domain/b.ts': it,
      'functions/gateways/b.ts': it,
      'functions/portal/deps.ts': importing('../gateways/b.ts'),
      'functions/store/a.ts': importing('../../domain/b.ts'),
      'infra/a.ts': importing('../domain/b.ts'),
      'local/a.ts': importing('../domain/b.ts'),
      'web/portal/a.ts': importing('../../domain/b.ts'),
    }),
  ).toEqual([]);
});
