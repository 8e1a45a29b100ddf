import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { newId } from './new-id.ts';

it('makes ids of UUID version 7 that sort by time and never repeat', () => {
  const at = Date.parse('2026-11-04T12:00:00Z');
  const ids = [newId(at), newId(at + 1), newId(at + 2)];
  expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(newId(at)).not.toBe(newId(at));
});
