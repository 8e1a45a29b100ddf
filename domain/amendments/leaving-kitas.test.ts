import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leavingKitas } from './leaving-kitas.ts';

const provisions = readFileSync('counties/alzey-worms/provisions.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [kita = '', provider = '', from = ''] = line.split(';');
    return { kita, provider, from };
  });
const year = (n: number) => ({ from: `${n}-01-01`, to: `${n}-12-31` });

test('a Kita that goes to another provider at the turn of the year ends no grant', () => {
  const kitas = ['am-effenkranz'];
  expect(leavingKitas({ kitas, period: year(2025) }, 'og-eppelsheim', provisions)).toEqual([]);
});

test('one that goes in the middle of a period ends its grant the day before', () => {
  const moved = [...provisions, { kita: 'biebelnheim', provider: 'demo-verein', from: '2027-08-01' }];
  const grant = { kitas: ['biebelnheim', 'albig-muster'], period: year(2027) };
  expect(leavingKitas(grant, 'vg-alzey-land', moved)).toEqual([{ kita: 'biebelnheim', on: '2027-07-31' }]);
  expect(leavingKitas(grant, 'vg-alzey-land', provisions)).toEqual([]);
  // The new provider's own grant is not ended by how it began.
  const later = { kitas: ['biebelnheim'], period: { from: '2027-08-01', to: '2027-12-31' } };
  expect(leavingKitas(later, 'demo-verein', moved)).toEqual([]);
});

test('the real register has Kitas that changed their provider', () => {
  const changed = new Map<string, number>();
  for (const { kita } of provisions) changed.set(kita, (changed.get(kita) ?? 0) + 1);
  expect([...changed.values()].filter((n) => n > 1).length).toBeGreaterThan(0);
});
