import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../docs/generated-files.ts';

const folder = join(import.meta.dirname, '../../docs/generated');
const wanted = generatedFiles();

test('nothing lies in docs/generated that the code does not make', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(wanted).sort());
});

test.each(Object.entries(wanted))('%s says what the code says (npm run generate)', (name, text) => {
  expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});
