import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegisters, registerFiles } from './parse-registers.ts';
import { type RegisterFault, RegistersError } from './registers.ts';

const folder = new URL('../../counties/alzey-worms/', import.meta.url);
const demonstration = Object.fromEntries(
  registerFiles.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]),
);

const lists = {
  'county.json': demonstration['county.json'],
  'municipalities.csv': 'id;name;ags\nalzey;Stadt Alzey;07331003\n',
  'providers.csv': 'id;name;kind;invented\nstadt;Stadt Alzey;municipal;no\n',
  'kitas.csv':
    'id;name;place;municipality;social_area;places;invented\nigel;Kita Igel;Alzey;alzey;Nord;75;yes\n',
  'provisions.csv': 'kita;provider;from\nigel;stadt;2025-01-01\n',
  'people.csv': `id;name;subject;roles;email;language;phone;hours;employer;agreement;kitas;provider
anna;Anna Muster;;social-worker;anna@example.org;de;06731 000001;Mo–Do 9–12 Uhr, Di 14–16 Uhr;;;;
bert;Bert Muster;;social-worker coordinator;bert@example.org;de;;;;;igel;
`,
  'assignments.csv': 'place;person;from;to\nigel;anna;2025-01-01;\n',
  'deputyships.csv': 'person;deputy;from;to\nanna;bert;2025-03-01;2025-03-14\n',
};

const faultsOf = (
  changed: Partial<Record<keyof typeof lists | 'notices.json', string | undefined>>,
): RegisterFault[] => {
  try {
    parseRegisters({ ...lists, ...changed });
    return [];
  } catch (error) {
    if (!(error instanceof RegistersError)) throw error;
    return error.faults;
  }
};

describe('the registers of a county', () => {
  it('are read from the demonstration files', () => {
    const { kitas, people, assignments } = parseRegisters(demonstration);
    expect(kitas).toHaveLength(40);
    expect(people.filter(({ roles }) => roles.includes('social-worker'))).toHaveLength(12);
    expect(assignments[0]).toEqual({ place: 'biebelnheim', person: 'social-worker', from: '2025-01-01' });
  });

  it('turn cells into values: several in one cell, numbers, yes and no, empty ones', () => {
    const { people, kitas, assignments } = parseRegisters(lists);
    expect(people[1]).toEqual({
      id: 'bert',
      name: 'Bert Muster',
      roles: ['social-worker', 'coordinator'],
      email: 'bert@example.org',
      language: 'de',
      kitas: ['igel'],
    });
    expect(kitas[0]).toMatchObject({ places: 75, invented: true, socialArea: 'Nord' });
    expect(assignments[0]).not.toHaveProperty('to');
  });

  it('may have a byte order mark, commas, quotation marks, line ends of Windows and German dates', () => {
    const { provisions, municipalities } = parseRegisters({
      ...lists,
      'municipalities.csv': '\uFEFFid,name,ags\r\nalzey,"Alzey, Stadt",\r\n\r\n',
      'provisions.csv': 'kita;provider;from\nigel;stadt;1.2.2025\n',
    });
    expect(municipalities).toEqual([{ id: 'alzey', name: 'Alzey, Stadt' }]);
    expect(provisions[0]?.from).toBe('2025-02-01');
  });
});

describe('lists with faults', () => {
  it('tell each wrong cell by file, row and column, all at once', () => {
    expect(
      faultsOf({
        'kitas.csv':
          'id;name;place;municipality;social_area;places;invented\n' +
          'Igel!;;Alzey;alzey;;viele;vielleicht\n\nfuchs;Kita Fuchs;;alzey;;0;no\n',
        'provisions.csv': 'kita;provider;from\nigel;stadt;31.02.2025\n',
        'people.csv': lists['people.csv']
          .replace('anna@example.org', 'anna')
          .replace('social-worker', 'boss'),
      }),
    ).toEqual([
      {
        file: 'kitas.csv',
        row: 2,
        column: 'id',
        sentence: 'An id has only small letters a-z, digits and hyphens, and is short.',
      },
      { file: 'kitas.csv', row: 2, column: 'name', sentence: 'This cell must not be empty.' },
      { file: 'kitas.csv', row: 2, column: 'places', sentence: 'This is not a whole number.' },
      { file: 'kitas.csv', row: 2, column: 'invented', sentence: 'This must be yes or no.' },
      { file: 'kitas.csv', row: 4, column: 'places', sentence: 'This must be greater than 0.' },
      { file: 'provisions.csv', row: 2, column: 'from', sentence: 'This is not a date such as 2025-01-31.' },
      {
        file: 'people.csv',
        row: 2,
        column: 'roles',
        sentence: expect.stringMatching(/^This must be one of: kita, provider, social-worker/),
      },
      { file: 'people.csv', row: 2, column: 'email', sentence: 'This is not a mail address.' },
    ]);
  });

  it('tell a missing file, a missing, an unknown and a repeated column, and what is no CSV', () => {
    expect(
      faultsOf({
        'municipalities.csv': undefined,
        'providers.csv': 'id;name;name;invented;colour\n',
        'deputyships.csv': 'person;deputy;from;to\n"anna;bert;2025-03-01;2025-03-14\n',
      }).map(({ file, row, column, sentence }) => [file, row, column, sentence.slice(0, 20)]),
    ).toEqual([
      ['municipalities.csv', undefined, undefined, 'This file is missing'],
      ['providers.csv', 1, 'kind', 'This column is missi'],
      ['providers.csv', 1, 'colour', 'This column is not k'],
      ['providers.csv', 1, 'name', 'This column is there'],
      ['deputyships.csv', expect.any(Number), undefined, 'This is not CSV: loo'],
    ]);
  });

  it('tell rows with more cells than columns', () => {
    const faults = faultsOf({
      'provisions.csv': 'kita;provider;from\nigel;stadt;2025-01-01;;\nigel;stadt;2026-01-01;x\n',
    });
    expect(faults).toMatchObject([{ file: 'provisions.csv', row: 3 }]);
  });

  it('tell what in the settings does not fit', () => {
    expect(faultsOf({ 'county.json': '{' })).toMatchObject([{ sentence: 'This is not JSON.' }]);
    const settings = JSON.stringify({
      ...JSON.parse(lists['county.json'] ?? ''),
      mailFrom: 'x',
      colour: 'red',
    });
    expect(faultsOf({ 'county.json': settings })).toMatchObject([
      { file: 'county.json', column: 'mailFrom' },
      { file: 'county.json', sentence: 'This does not have the expected form: colour is not known.' },
    ]);
  });

  it('tell names that nothing has', () => {
    expect(
      faultsOf({
        'kitas.csv': lists['kitas.csv'].replace('Alzey;alzey', 'Alzey;mainz'),
        'provisions.csv': 'kita;provider;from\nfuchs;land;2025-01-01\n',
        'assignments.csv': 'place;person;from;to\nfuchs;carl;2025-01-01;\n',
        'deputyships.csv': 'person;deputy;from;to\nanna;carl;2025-03-01;2025-03-14\n',
      }).map(({ file, row, column, sentence }) => `${file} ${row} ${column}: ${sentence}`),
    ).toEqual([
      'kitas.csv 2 municipality: There is no municipality "mainz".',
      'provisions.csv 2 kita: There is no Kita "fuchs".',
      'provisions.csv 2 provider: There is no provider "land".',
      'assignments.csv 2 place: There is no Kita or municipality "fuchs".',
      'assignments.csv 2 person: There is no person "carl".',
      'deputyships.csv 2 deputy: There is no person "carl".',
    ]);
  });

  it('tell ids that are there twice', () => {
    const twice = `${lists['kitas.csv']}igel;Kita Igel;;alzey;;;no\nalzey;Kita Alzey;;alzey;;;no\n`;
    expect(faultsOf({ 'kitas.csv': twice })).toEqual([
      { file: 'kitas.csv', row: 3, column: 'id', sentence: 'Row 2 already has this id.' },
      { file: 'kitas.csv', row: 4, column: 'id', sentence: 'A municipality already has this id.' },
    ]);
  });

  it('tell periods that end before they begin, overlap, or leave open who runs a Kita', () => {
    expect(
      faultsOf({
        'provisions.csv': `${lists['provisions.csv']}igel;stadt;2025-01-01\n`,
        'assignments.csv':
          'place;person;from;to\nigel;anna;2025-01-01;\nigel;anna;2026-01-01;\nalzey;anna;2025-02-01;2025-01-31\n',
        'deputyships.csv':
          'person;deputy;from;to\nanna;bert;2025-03-01;2025-03-14\nanna;bert;2025-03-14;2025-03-20\nanna;bert;2025-03-21;2025-03-22\n',
      }).map(({ file, row, sentence }) => `${file} ${row}: ${sentence}`),
    ).toEqual([
      'provisions.csv 3: Row 2 already says who runs this Kita from then on.',
      'assignments.csv 3: This overlaps with row 2, which says the same.',
      'assignments.csv 4: This is before "from".',
      'deputyships.csv 3: This overlaps with row 2, which says the same.',
    ]);
  });

  it('tell roles without what they need, and a county in which requests could reach nobody', () => {
    const people = lists['people.csv']
      .replace('coordinator', 'clerk')
      .replace(';social-worker;', ';kita provider;');
    expect(
      faultsOf({ 'people.csv': people }).map(({ column, sentence }) => `${column}: ${sentence}`),
    ).toEqual([
      'kitas: Who has the role kita needs a Kita here.',
      'provider: Who has the role provider needs a provider here.',
      'roles: Nobody is coordinator, the last resort of requests.',
      'person: This person is no social-worker.',
      'deputy: The two have no role in common.',
    ]);
    expect(
      faultsOf({ 'deputyships.csv': 'person;deputy;from;to\nanna;anna;2025-01-01;2025-01-02\n' }),
    ).toMatchObject([{ row: 2, column: 'deputy', sentence: 'Nobody is their own deputy.' }]);
  });

  it('never repeat what stands in a cell with personal data', () => {
    const people = lists['people.csv'].replace('anna@example.org', 'anna.geheim');
    expect(JSON.stringify(faultsOf({ 'people.csv': people }))).not.toContain('geheim');
  });

  it('have texts of notices of their own, or none, and tell what in them nobody could put together', () => {
    expect(parseRegisters(lists).notices).toEqual({});
    const { notices } = parseRegisters({ ...lists, 'notices.json': '{"greeting":"Guten Tag,"}' });
    expect(notices).toEqual({ greeting: 'Guten Tag,' });
    const faults = faultsOf({ 'notices.json': '{"greeting":"Guten Tag {name},","gruss":"Hallo"}' });
    expect(faults.map(({ file, column }) => `${file} ${column}`)).toEqual([
      'notices.json greeting',
      'notices.json gruss',
    ]);
    for (const text of ['', '[]', '"Guten Tag"', 'null'])
      expect(faultsOf({ 'notices.json': text })).toEqual([
        { file: 'notices.json', sentence: 'This is not JSON with texts by their names.' },
      ]);
  });
});
