import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import problems from '../../languages/de/problems.json' with { type: 'json' };
import { problemKeys } from '../../languages/problem.ts';
import { budgetApplicationAnswers, type Position } from './answers.ts';
import { applications } from './any-application.test-data.ts';
import { budgetApplicationExample } from './example.ts';
import { faultsOf } from './faults.test-data.ts';

const example = budgetApplicationExample;
const faults = (body: unknown) => faultsOf(budgetApplicationAnswers, JSON.parse(JSON.stringify(body)));
const withProvider = (change: object) => ({ provider: { ...example.provider, ...change } });
const withContact = (change: object) => withProvider({ contact: { ...example.provider.contact, ...change } });

/** The example's first position as the only one, at 100,000.00 € a year, changed. */
const alone = (change: Partial<Record<keyof Position, unknown>>) => ({
  positions: [{ ...example.positions[0], annualCost: 100_000_00, ...change }],
});

const shares = (first: unknown, second: unknown) => [
  { kita: 'biebelnheim', percent: first },
  { kita: 'albig-muster', percent: second },
];

describe('an application is accepted', () => {
  test.each<[string, object]>([
    ['as the example has it', {}],
    ['with a municipality key', withProvider({ ags: '07331003' })],
    ['with a municipality key taken away again', withProvider({ ags: '' })],
    ['with lists that are empty', { countyGoals: [], attachments: [] }],
    ['with a postcode that begins with zero', withProvider({ postcode: '01067' })],
    ['with an IBAN of another country', { iban: 'LU28 0019 4006 4475 0000' }],
    ['with the least hours that can be written', alone({ hours: 1 })],
    ['with a full week', alone({ hours: 3_900 })],
    ['without training and third-party money', { training: 0, thirdParty: 0 }],
    ['with reasons of 3,000 characters', { reasons: 'ä'.repeat(3_000) }],
    ['with goals of the county and attachments', { countyGoals: ['g-1'], attachments: ['f-1'] }],
  ])('%s', (_how, change) => {
    expect(faults({ ...example, ...change })).toEqual([]);
  });

  test('and comes out as it went in', () => {
    expect(budgetApplicationAnswers.parse(example)).toEqual(example);
  });

  test('with spaces taken away and what people write in several ways written in one', () => {
    const typed = {
      ...example,
      accountHolder: '  Gemeindekasse ',
      iban: ' de89 3704-0044 0532 0130 00 ',
      signature: { ...example.signature, name: 'Žofie'.normalize('NFD') },
    };
    expect(budgetApplicationAnswers.parse(typed)).toMatchObject({
      accountHolder: 'Gemeindekasse',
      iban: 'DE89370400440532013000',
      signature: { name: 'Žofie'.normalize('NFC') },
    });
  });
});

describe('an application is refused, and the field named with a code,', () => {
  test.each<[string, object, string[]]>([
    ['without a name of the provider', withProvider({ name: ' ' }), ['provider.name: required']],
    ['with reasons that nobody sees', { reasons: '\u200b\u2060' }, ['reasons: required']],
    [
      'with a legal form that is none',
      withProvider({ legalForm: 'club' }),
      ['provider.legalForm: unknown-choice'],
    ],
    ['without a kind', withProvider({ kind: undefined }), ['provider.kind: required']],
    ['with a postcode of four digits', withProvider({ postcode: '5523' }), ['provider.postcode: postcode']],
    ['with a postcode of six digits', withProvider({ postcode: '552320' }), ['provider.postcode: too-long']],
    ['with a postcode with a letter', withProvider({ postcode: '5523a' }), ['provider.postcode: postcode']],
    [
      'with a postcode that is a number',
      withProvider({ postcode: 55232 }),
      ['provider.postcode: wrong-type'],
    ],
    ['with a municipality key of seven digits', withProvider({ ags: '0733100' }), ['provider.ags: ags']],
    ['with digits in a name', withContact({ name: 'Anna 2' }), ['provider.contact.name: din-91379']],
    ['with an address that is none', withContact({ email: 'anna@' }), ['provider.contact.email: email']],
    ['with a number that is none', withContact({ phone: 'abends' }), ['provider.contact.phone: phone']],
    ['with a field that no contact has', withContact({ born: 1 }), ['provider.contact: unknown-field']],
    [
      'with an account holder longer than a transfer has',
      { accountHolder: 'a'.repeat(71) },
      ['accountHolder: too-long'],
    ],
    ['with an IBAN that is one digit short', { iban: 'DE8937040044053201300' }, ['iban: iban-length']],
    ['with two digits of the IBAN exchanged', { iban: 'DE89370400440532010300' }, ['iban: iban']],
    ['with an IBAN of no country', { iban: 'XX89370400440532013000' }, ['iban: iban']],
    ['without a Kita', { kitas: [], shares: [] }, ['kitas: required', 'shares: required']],
    [
      'with a Kita named twice',
      { kitas: ['biebelnheim', 'albig-muster', 'biebelnheim'] },
      ['kitas.2: repeated'],
    ],
    [
      'for a year before the Sozialraumbudget',
      { year: 2020 },
      ['year: year', 'period.from: outside-year', 'period.to: outside-year'],
    ],
    ['for half a year', { year: 2027.5 }, ['year: year']],
    [
      'for a day that no calendar has',
      { period: { from: '2027-02-29', to: '2027-12-31' } },
      ['period.from: date'],
    ],
    ['for a purpose that is none', { purpose: 'rent' }, ['purpose: unknown-choice']],
    [
      'without a concept, reasons and goals',
      { concept: '', reasons: undefined, goals: null },
      ['concept: required', 'reasons: required', 'goals: required'],
    ],
    ['with goals of 3,001 characters', { goals: 'a'.repeat(3_001) }, ['goals: too-long']],
    ['without a position', { positions: [] }, ['positions: required']],
    [
      'with two positions of one id',
      { positions: [example.positions[0], { ...example.positions[1], id: 'kita-sozialarbeit' }] },
      ['positions.1.id: repeated'],
    ],
    ['with no hours', alone({ hours: 0 }), ['positions.0.hours: hours']],
    ['with more hours than a week has', alone({ hours: 3_901 }), ['positions.0.hours: hours']],
    ['with hours of three decimals', alone({ hours: 1_950.5 }), ['positions.0.hours: hours']],
    ['with hours as text', alone({ hours: '19,5' }), ['positions.0.hours: hours']],
    [
      'without a word on whether it is filled',
      alone({ filled: undefined }),
      ['positions.0.filled: required'],
    ],
    ['with a cost below zero', alone({ annualCost: -1 }), ['positions.0.annualCost: negative']],
    ['with a fraction of a cent', alone({ annualCost: 0.5 }), ['positions.0.annualCost: wrong-type']],
    [
      'with a share of three decimals',
      { shares: shares(3_333.5, 6_666.5) },
      ['shares.0.percent: percent', 'shares.1.percent: percent'],
    ],
    [
      'with a share below zero',
      { shares: shares(10_001, -1) },
      ['shares.0.percent: percent', 'shares.1.percent: percent'],
    ],
    [
      'with two shares of one Kita',
      { shares: [...shares(5_000, 2_500), { kita: 'biebelnheim', percent: 2_500 }] },
      ['shares.2.kita: repeated'],
    ],
    ['with third-party money below zero', { thirdParty: -1 }, ['thirdParty: negative']],
    ['with more than ten billion euros', { training: 1_000_000_000_001 }, ['training: too-much']],
    ['with an attachment twice', { attachments: ['f-1', 'f-1'] }, ['attachments.1: repeated']],
    ['with a path for an attachment', { attachments: ['../f'] }, ['attachments.0: wrong-type']],
    [
      'with a declaration not given',
      { declarations: { ...example.declarations, provesUse: false } },
      ['declarations.provesUse: not-declared'],
    ],
    ['without a signature', { signature: undefined }, ['signature.name: required', 'signature.on: required']],
    ['with a field that the form does not have', { total: 1 }, [': unknown-field']],
    ['with a field that every object has', JSON.parse('{"__proto__":{"admin":true}}'), [': unknown-field']],
  ])('%s', (_how, change, expected) => {
    expect(faults({ ...example, ...change })).toEqual(expected);
  });

  test('every single one, when nothing is filled in', () => {
    expect(faults({})).toEqual([
      ...['name', 'legalForm', 'kind', 'street', 'postcode', 'town'].map(
        (field) => `provider.${field}: required`,
      ),
      ...['name', 'email', 'phone'].map((field) => `provider.contact.${field}: required`),
      ...['accountHolder', 'iban', 'kitas', 'year', 'period.from', 'period.to', 'purpose'].map(
        (f) => `${f}: required`,
      ),
      ...['concept', 'reasons', 'goals', 'positions', 'shares', 'training', 'thirdParty'].map(
        (f) => `${f}: required`,
      ),
      ...['truthful', 'reportsChanges', 'earmarked', 'notPaidTwice', 'provesUse'].map(
        (f) => `declarations.${f}: required`,
      ),
      'signature.name: required',
      'signature.on: required',
    ]);
  });

  test.each([[null], ['text'], [7], [[]], [true]])('and not with a crash, when the body is %j', (body) => {
    expect(faults(body)).toEqual([': wrong-type']);
  });
});

test('every code that anybody can provoke has its own sentence', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...Object.keys(example)), fc.jsonValue())),
      (body) => {
        for (const issue of budgetApplicationAnswers.safeParse(body).error?.issues ?? [])
          expect(
            problemKeys(issue)
              .slice(0, 2)
              .some((key) => key in problems),
            issue.message,
          ).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('what was accepted is accepted again after a round trip, as the same', () => {
  fc.assert(
    fc.property(applications, (answers) => {
      expect(budgetApplicationAnswers.parse(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
    }),
  );
});

test('what is too long is looked at no further: nobody makes the server normalise 100 kB', () => {
  const marks = `a${'\u0315\u0300\u0323'.repeat(50)}`;
  const { error } = budgetApplicationAnswers.safeParse({
    ...example,
    signature: { name: marks, on: '2026-10-12' },
  });
  expect(error?.issues.map(({ message }) => message)).toEqual(['too-long']);
});

test('programs that read the JSON Schema see whole numbers, bounds and patterns', () => {
  const { properties } = z.toJSONSchema(budgetApplicationAnswers);
  expect(properties).toMatchObject({
    year: { type: 'integer', minimum: 2021, maximum: 2100 },
    positions: { items: { properties: { hours: { type: 'integer', minimum: 1, maximum: 3_900 } } } },
    provider: { properties: { postcode: { type: 'string', maxLength: 5, pattern: '^\\d{5}$' } } },
  });
});
