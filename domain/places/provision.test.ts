import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Provision } from './place.ts';
import { covers, providedBy, providersDuring } from './provision.ts';

const provisions: Provision[] = [
  { kita: 'a', provider: 'town', from: '2021-07-01' },
  { kita: 'a', provider: 'club', from: '2025-01-01' },
  { kita: 'a', provider: 'town', from: '2026-08-01' },
  { kita: 'b', provider: 'town', from: '2024-01-01' },
  { kita: 'b', provider: 'town', from: '2025-01-01' },
];

describe('the Kitas of a provider', () => {
  test('are known with the days on which it runs them', () => {
    expect(providedBy('town', provisions)).toEqual([
      { kita: 'a', from: '2021-07-01', to: '2024-12-31' },
      { kita: 'a', from: '2026-08-01' },
      { kita: 'b', from: '2024-01-01' },
    ]);
    expect(providedBy('club', provisions)).toEqual([{ kita: 'a', from: '2025-01-01', to: '2026-07-31' }]);
    expect(providedBy('nobody', provisions)).toEqual([]);
  });

  test('are offered for a period exactly when an application for it is taken', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const provision = fc.record({
      kita: fc.constantFrom('a', 'b'),
      provider: fc.constantFrom('town', 'club'),
      from: day,
    });
    const register = fc.uniqueArray(provision, {
      selector: ({ kita, from }) => `${kita} ${from}`,
      maxLength: 8,
    });
    fc.assert(
      fc.property(register, day, day, (all, one, other) => {
        const [from = '', to = ''] = [one, other].toSorted();
        for (const kita of ['a', 'b']) {
          const isTaken = providersDuring(kita, { from, to }, all).every((who) => who === 'town');
          const spans = providedBy('town', all).filter((span) => span.kita === kita);
          expect(spans.some((span) => covers(span, { from, to }))).toBe(isTaken);
        }
      }),
    );
  });
});
