import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, normalizedCode, receiptCode } from './receipt-code.ts';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a receipt code', () => {
  it('has 16 characters and none that looks like another', () => {
    fc.assert(fc.property(bytes, (seed) => /^[34679ACDEFGHJKMNPQRTUVWXY]{16}$/.test(receiptCode(seed))));
  });

  it('is understood however it was typed', () => {
    fc.assert(
      fc.property(bytes, (seed) => {
        const code = receiptCode(seed);
        expect(normalizedCode(grouped(code))).toBe(code);
        expect(normalizedCode(` ${grouped(code).toLowerCase().replaceAll('-', ' – ')} `)).toBe(code);
      }),
    );
  });

  it.each(['', '7REJ', '7REJ-UFWK-X49G-EQW', '7REJ-UFWK-X49G-EQW0', '7REJ-UFWK-X49G-EQWAA', 'null'])(
    'is not made of %j',
    (typed) => {
      expect(normalizedCode(typed)).toBeUndefined();
    },
  );

  it('differs when a single byte differs', () => {
    const one = new Uint8Array(32);
    const other = new Uint8Array(32);
    other[31] = 1;
    expect(receiptCode(one)).not.toBe(receiptCode(other));
  });
});
