import { expect, test } from 'vitest';
import { uuidV4, uuidV7 } from './uuid.ts';

test('an id is a UUID of version 7 that begins with its time', () => {
  const id = uuidV7(Date.UTC(2026, 0, 30));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 0, 30));
});

test('two ids of one moment differ', () => {
  expect(uuidV7(1)).not.toBe(uuidV7(1));
});

test('an id of chance is a UUID of version 4, and no two are alike', () => {
  expect(uuidV4()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuidV4()).not.toBe(uuidV4());
});
