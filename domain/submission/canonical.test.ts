import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from './canonical.ts';

/** The same content with the fields of every object the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

test('the order of fields does not matter, at any depth and inside lists', () => {
  expect(canonicalText({ b: [{ d: 1, c: 2 }], a: { f: null, e: 'x' } })).toBe(
    '{"a":{"e":"x","f":null},"b":[{"c":2,"d":1}]}',
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalText(reversed(value))).toBe(canonicalText(value));
    }),
  );
});

test('the order of a list, a type and an empty text do matter', () => {
  const texts = [['a', 'b'], ['b', 'a'], ['a'], {}, [], '', null, 0, '0', false, { a: '' }, { a: null }].map(
    canonicalText,
  );
  expect(new Set(texts).size).toBe(texts.length);
});

test('a field that is undefined is as if it were not there', () => {
  expect(canonicalText({ name: undefined, kita: 'x' })).toBe(canonicalText({ kita: 'x' }));
});

test('nothing but the order is lost: the text reads as the content', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
