import { expect, test } from 'vitest';
import { readUnit, socialAreaId, unitName } from './unit.ts';

test.each(['kita:biebelnheim', 'social-area:alzey-sued', 'provider:vg-alzey-land'])(
  '%s is read and written back',
  (name) => {
    const unit = readUnit(name);
    expect(unit && unitName(unit)).toBe(name);
  },
);

test.each(['', 'kita', 'kita:', 'county:alzey', 'kita:Ä', 'kita:a#b', 'kita:a:b'])(
  '%j names no unit',
  (name) => {
    expect(readUnit(name)).toBeUndefined();
  },
);

test.each([
  ['Alzey – Süd', 'alzey-sued'],
  ['alzey süd', 'alzey-sued'],
  ['Wöllstein/Großwinternheim', 'woellstein-grosswinternheim'],
  ['  Süd\u0308 ', 'sued'],
  ['Café (Nord)', 'cafe-nord'],
  ['–', undefined],
])('the social area %j has the id %s', (name, id) => {
  expect(socialAreaId(name)).toBe(id);
});

test('an id of a social area can be part of a key, however long its name', () => {
  const id = socialAreaId(`${'Rheinhessische Schweiz '.repeat(9)}`) ?? '';
  expect(readUnit(unitName({ kind: 'social-area', id }))).toEqual({ kind: 'social-area', id });
});
