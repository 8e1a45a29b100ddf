import { describe, expect, it } from 'vitest';
import type { Kita } from '../places/place.ts';
import { roundUnits } from './round-units.ts';

const kita = (id: string, more: Partial<Kita> = {}): Kita => ({
  id,
  name: `Kita ${id}`,
  municipality: 'alzey',
  invented: true,
  ...more,
});

const places = {
  kitas: [
    kita('a', { socialArea: 'Alzey Süd', places: 75 }),
    kita('b', { socialArea: 'Alzey Süd' }),
    kita('c'),
  ],
  municipalities: [{ id: 'alzey', name: 'Stadt Alzey' }],
  provisions: [
    { kita: 'a', provider: 'old', from: '2021-07-01' },
    { kita: 'a', provider: 'new', from: '2026-01-01' },
    { kita: 'b', provider: 'new', from: '2021-07-01' },
  ],
  providerNames: new Map([
    ['new', 'Neuer Träger'],
    ['old', 'Alter Träger'],
  ]),
};

const named = (units: ReturnType<typeof roundUnits>) => units.map(({ kind, id }) => `${kind}:${id}`);

describe('the units of a round', () => {
  it('are every Kita as the registers have it on the day, with its places, area and provider', () => {
    expect(roundUnits(['parents'], '2026-05-01', places)[0]).toEqual({
      kind: 'kita',
      id: 'a',
      name: 'Kita a',
      municipality: { id: 'alzey', name: 'Stadt Alzey' },
      socialArea: { id: 'alzey-sued', name: 'Alzey Süd' },
      places: 75,
      provider: { id: 'new', name: 'Neuer Träger' },
    });
    expect(roundUnits(['staff'], '2025-05-01', places)[0]?.provider?.id).toBe('old');
  });

  it('are social areas and providers where the round asks them, each once and only of Kitas that there are', () => {
    expect(named(roundUnits(['children', 'parents'], '2026-05-01', places))).toEqual([
      'kita:a',
      'kita:b',
      'kita:c',
    ]);
    expect(named(roundUnits(['social-area', 'providers'], '2026-05-01', places))).toEqual([
      'kita:a',
      'kita:b',
      'kita:c',
      'social-area:alzey-sued',
      'provider:new',
    ]);
  });
});
