import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wishedLanguages } from '../../languages/language.ts';
import { askers, contactRequestAnswers, dayTimes, replyChannels, topics, weekdays } from './answers.ts';
import { contactRequestExample } from './example.ts';

/** The least that somebody can send: no name, no address, the answer only in the mailbox. */
const least = { iAm: 'guardian', municipality: 'alzey-land', replyBy: 'receipt', language: 'de' };

/** The first fault of each field: what stands beside it. */
const faults = (body: unknown): string[] => {
  const first = new Map<string, string>();
  for (const { path, message } of contactRequestAnswers.safeParse(body).error?.issues ?? [])
    first.set(path.join('.'), first.get(path.join('.')) ?? message);
  return [...first].map(([path, message]) => `${path}: ${message}`);
};

describe('a contact request is accepted', () => {
  test.each<[string, Record<string, unknown>]>([
    ['with the least that can be said', {}],
    ['as the example has it', contactRequestExample],
    ['with a Kita instead of a place of residence', { municipality: undefined, kita: 'biebelnheim' }],
    ['with both', { kita: 'biebelnheim' }],
    ['with the longest id that a register can have', { kita: 'a'.repeat(60), municipality: 'b'.repeat(60) }],
    [
      'with a telephone number and the word about messages',
      { replyBy: 'telephone', phone: '06731 123456', mayLeaveMessage: false },
    ],
    [
      'with a number in Arabic digits',
      { replyBy: 'telephone', phone: '٠٦٧٣١ ١٢٣٤٥٦', mayLeaveMessage: true },
    ],
    ['with an e-mail address', { replyBy: 'e-mail', email: 'a.b+c@post.example.org' }],
    ['at the Kita', { replyBy: 'at-kita', kita: 'biebelnheim' }],
    ['for somebody else than the one responsible', { notToResponsible: true }],
    ['for somebody else than the one shown', { notToResponsible: true, notToPerson: 'social-worker-2' }],
    ['with every topic and every time', { topics, reachableOn: weekdays, reachableAt: dayTimes }],
    ['with a message of 1,000 characters', { message: 'ä'.repeat(1000) }],
    ['with a message in any writing, over several lines', { message: 'مرحبا\nПривіт 👋\n1. ¿?' }],
    ['with a name of 100 characters', { name: 'Ä'.repeat(100) }],
  ])('%s', (_how, change) => {
    expect(faults({ ...least, ...change })).toEqual([]);
  });
});

describe('a contact request is refused, and the field named with a code,', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['without who asks', { iAm: undefined }, ['iAm: required']],
    [
      'with a list of radio buttons of which none was chosen',
      { iAm: null, replyBy: '' },
      ['iAm: required', 'replyBy: required'],
    ],
    ['by somebody who cannot ask', { iAm: 'neighbour' }, ['iAm: unknown-choice']],
    ['without a Kita and a place of residence', { municipality: undefined }, ['kita: required']],
    ['with an empty Kita', { municipality: undefined, kita: '' }, ['kita: required']],
    ['with a Kita that is no text', { kita: 7 }, ['kita: wrong-type']],
    ['with a Kita longer than any id', { kita: 'a'.repeat(61) }, ['kita: too-long']],
    ['with a municipality longer than any id', { municipality: 'a'.repeat(61) }, ['municipality: too-long']],
    ['with a word for yes', { notToResponsible: 'yes' }, ['notToResponsible: wrong-type']],
    [
      'with a person to whom it must not go, and without the wish',
      { notToPerson: 'social-worker-2' },
      ['notToResponsible: required'],
    ],
    ['with a name in Arabic letters', { name: 'فاطمة' }, ['name: din-91379']],
    ['with digits in the name', { name: 'Anna 2' }, ['name: din-91379']],
    ['with a name of spaces', { name: '   ' }, ['name: required']],
    ['with a name of 101 characters', { name: 'a'.repeat(101) }, ['name: too-long']],
    ['without a channel', { replyBy: undefined }, ['replyBy: required']],
    ['with a channel that does not exist', { replyBy: 'fax' }, ['replyBy: unknown-choice']],
    ['by telephone without a number', { replyBy: 'telephone', mayLeaveMessage: false }, ['phone: required']],
    [
      'by telephone without the word about messages',
      { replyBy: 'telephone', phone: '06731 1234' },
      ['mayLeaveMessage: required'],
    ],
    ['by telephone with neither', { replyBy: 'telephone' }, ['phone: required', 'mayLeaveMessage: required']],
    ['with a number that is none', { phone: 'abends' }, ['phone: phone']],
    ['with a number of 31 characters', { phone: `0${'1'.repeat(30)}` }, ['phone: too-long']],
    ['with text for yes or no', { mayLeaveMessage: 'no' }, ['mayLeaveMessage: wrong-type']],
    ['by e-mail without an address', { replyBy: 'e-mail' }, ['email: required']],
    ['with an address without a domain', { email: 'anna@' }, ['email: email']],
    ['with two addresses', { email: 'a@example.org, b@example.org' }, ['email: email']],
    ['with an address of 255 characters', { email: `${'a'.repeat(243)}@example.org` }, ['email: too-long']],
    ['on a day without office hours', { reachableOn: ['sunday'] }, ['reachableOn.0: unknown-choice']],
    ['on a day that is no list', { reachableOn: 'monday' }, ['reachableOn: wrong-type']],
    ['with more days than there are', { reachableOn: Array(6).fill('monday') }, ['reachableOn: too-many']],
    ['at night', { reachableAt: ['noon', 'night'] }, ['reachableAt.1: unknown-choice']],
    ['without a language', { language: undefined }, ['language: required']],
    ['in a language that nobody offers', { language: 'tlh' }, ['language: unknown-choice']],
    ['with a number of interpreters', { interpreter: 1 }, ['interpreter: wrong-type']],
    ['with a topic that is none', { topics: ['money', 'gossip'] }, ['topics.1: unknown-choice']],
    ['with a message of 1,001 characters', { message: 'a'.repeat(1001) }, ['message: too-long']],
    ['with a message that is a list', { message: ['a'] }, ['message: wrong-type']],
    ['with a field that the form does not have', { childName: 'Mia' }, [': unknown-field']],
    ['with a field that every object has', JSON.parse('{"__proto__":{"admin":true}}'), [': unknown-field']],
  ])('%s', (_how, change, expected) => {
    expect(faults(JSON.parse(JSON.stringify({ ...least, ...change })))).toEqual(expected);
  });

  test('with everything that is wrong at once', () => {
    const wrong = {
      iAm: 'neighbour',
      name: 'Anna 2',
      replyBy: 'telephone',
      language: 'tlh',
      message: 'a'.repeat(1001),
      topics: ['x'],
      age: 3,
    };
    expect(new Set(faults(wrong))).toEqual(
      new Set([
        'iAm: unknown-choice',
        'name: din-91379',
        'language: unknown-choice',
        'message: too-long',
        'topics.0: unknown-choice',
        ': unknown-field',
        'kita: required',
        'phone: required',
        'mayLeaveMessage: required',
      ]),
    );
  });

  test.each([[null], ['text'], [7], [[]], [true]])('and not with a crash, when the body is %j', (body) => {
    expect(faults(body)).toEqual([': wrong-type']);
  });
});

test('spaces around an answer fall away, and a name comes in normal form C', () => {
  const name = '  Thị Phượng \n';
  const parsed = contactRequestAnswers.parse({ ...least, name: name.normalize('NFD'), message: ' Hallo ' });
  expect(parsed).toEqual({ ...least, name: 'Thị Phượng'.normalize('NFC'), message: 'Hallo' });
});

test('what is too long is looked at no further: nobody makes the server normalise 100 kB', () => {
  const codes = (change: object) =>
    contactRequestAnswers.safeParse({ ...least, ...change }).error?.issues.map(({ message }) => message);
  expect(codes({ name: `a${'\u0315\u0300\u0323'.repeat(50)}` })).toEqual(['too-long']);
  expect(codes({ replyBy: 'telephone', mayLeaveMessage: true, phone: '('.repeat(31) })).toEqual(['too-long']);
});

test('nothing of a child is asked, and no consent', () => {
  const fields = Object.keys(contactRequestAnswers.shape);
  expect(fields.filter((field) => /child|birth|consent|diagnos/i.test(field))).toEqual([]);
});

const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });

const wishes = fc.constantFrom(
  {},
  { notToResponsible: false },
  { notToResponsible: true },
  { notToResponsible: true, notToPerson: 'social-worker-2' },
  { notToPerson: 'social-worker-2' },
);

/** Bodies that a page might send: mostly right, sometimes wrong. */
const fields = fc.record({
  iAm: fc.constantFrom(...askers),
  kita: optional(fc.constantFrom('biebelnheim', 'regenbogen')),
  municipality: optional(fc.constant('alzey-land')),
  name: optional(fc.oneof(fc.constantFrom('Familie Öz', ' Şükrü ', 'Žofie'.normalize('NFD')), words)),
  replyBy: fc.constantFrom(...replyChannels),
  phone: optional(fc.constantFrom('06731 123456', '+49 151 23456789', '٠٦٧٣١ ١٢٣٤', 'x')),
  email: optional(fc.oneof(fc.emailAddress(), words)),
  mayLeaveMessage: optional(fc.boolean()),
  reachableOn: optional(fc.subarray([...weekdays])),
  reachableAt: optional(fc.subarray([...dayTimes])),
  language: fc.constantFrom(...wishedLanguages),
  interpreter: optional(fc.boolean()),
  topics: optional(fc.subarray([...topics])),
  message: optional(words),
});

const bodies = fc.tuple(fields, wishes).map(([one, wish]) => ({ ...one, ...wish }));

test('answers that were accepted are accepted again after a round trip, as the same', () => {
  let accepted = 0;
  fc.assert(
    fc.property(bodies, (body) => {
      const parsed = contactRequestAnswers.safeParse(body);
      if (!parsed.success) return;
      accepted += 1;
      const again = contactRequestAnswers.parse(JSON.parse(JSON.stringify(parsed.data)));
      expect(JSON.stringify(again)).toBe(JSON.stringify(parsed.data));
    }),
    { numRuns: 2000 },
  );
  expect(accepted).toBeGreaterThan(20);
});

test('whatever somebody sends, the answer is a list of codes and never a crash', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.record({ iAm: fc.jsonValue(), phone: fc.jsonValue(), name: fc.jsonValue() }),
      ),
      (body) => {
        for (const fault of faults(body))
          expect(fault).toMatch(
            /: (required|wrong-type|unknown-(field|choice)|too-(long|many)|din-91379|phone|email)$/,
          );
      },
    ),
  );
});
