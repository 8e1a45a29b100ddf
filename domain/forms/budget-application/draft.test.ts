import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { budgetApplicationAnswers } from './answers.ts';
import { budgetApplicationDraft } from './draft.ts';
import { budgetApplicationExample } from './example.ts';
import { faultsOf } from './faults.test-data.ts';

const faults = (body: unknown) => faultsOf(budgetApplicationDraft, JSON.parse(JSON.stringify(body)));

describe('a draft is saved', () => {
  test.each<[string, object]>([
    ['with nothing in it', {}],
    ['when it is finished', budgetApplicationExample],
    [
      'with groups that are still empty',
      { provider: { contact: {} }, period: {}, declarations: {}, signature: {} },
    ],
    ['with empty lists', { kitas: [], positions: [], shares: [], attachments: [] }],
    ['with text that was taken away again', { concept: '', provider: { name: '', postcode: '' } }],
    [
      'half-typed',
      { iban: 'DE89 37', provider: { postcode: '55', ags: '0', contact: { email: 'anna@', phone: '0' } } },
    ],
    ['with a row that only has its id', { positions: [{ id: 'p1' }], shares: [{ kita: 'biebelnheim' }] }],
    ['with shares that do not add up yet', { shares: [{ kita: 'biebelnheim', percent: 1 }] }],
    ['with declarations not given yet', { declarations: { truthful: false } }],
    [
      'with a period that is still turned round',
      { year: 2027, period: { from: '2028-02-01', to: '2028-01-01' } },
    ],
  ])('%s', (_how, draft) => {
    expect(faults(draft)).toEqual([]);
  });

  test('with the IBAN and names as they will be sent, so that nothing seems changed', () => {
    const { iban, signature } = budgetApplicationDraft.parse({
      iban: 'de89 3704 0044 0532 0130 00',
      signature: { name: 'Žofie'.normalize('NFD') },
    });
    expect({ iban, signature }).toEqual({ iban: 'DE89370400440532013000', signature: { name: 'Žofie' } });
  });
});

describe('a draft is refused', () => {
  test.each<[string, object, string[]]>([
    ['with an unknown field', { total: 1 }, [': unknown-field']],
    ['with an unknown field inside', { provider: { iban: 'x' } }, ['provider: unknown-field']],
    ['with text for a number', { training: '100' }, ['training: wrong-type']],
    ['with text that is too long', { goals: 'a'.repeat(3_001) }, ['goals: too-long']],
    ['with hours out of bounds', { positions: [{ id: 'p1', hours: 3_901 }] }, ['positions.0.hours: hours']],
    [
      'with a share of more than all',
      { shares: [{ kita: 'k', percent: 10_001 }] },
      ['shares.0.percent: percent'],
    ],
    ['with a day that no calendar has', { period: { from: '2027-02-29' } }, ['period.from: date']],
    ['with a row that cannot be told apart', { positions: [{ hours: 1 }] }, ['positions.0.id: wrong-type']],
    ['with two rows of one id', { positions: [{ id: 'p' }, { id: 'p' }] }, ['positions.1.id: repeated']],
    [
      'with more positions than anybody has',
      { positions: Array.from({ length: 101 }, (_, n) => ({ id: `p${n}` })) },
      ['positions: too-many'],
    ],
  ])('%s', (_how, draft, expected) => {
    expect(faults(draft)).toEqual(expected);
  });
});

test('a draft has the fields of the application, and needs none of them', () => {
  const names = (schema: z.ZodMiniType) => Object.keys(z.toJSONSchema(schema).properties ?? {});
  expect(names(budgetApplicationDraft)).toEqual(names(budgetApplicationAnswers));
  expect(z.toJSONSchema(budgetApplicationDraft).required).toBeUndefined();
});
