import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writtenDate } from '../../calendar/written.ts';
import words from '../../languages/de/budget-application.json' with { type: 'json' };
import { formatEuros } from '../../money/euros.ts';
import { applications } from './any-application.test-data.ts';
import { budgetApplicationExample } from './example.ts';
import { formatHundredths } from './hundredths.ts';
import { type ProofFacts, proofOfFiling } from './proof-of-filing.ts';
import { totalsOf } from './totals.ts';

const facts: ProofFacts = {
  authority: 'Kreisverwaltung',
  department: 'Kreisjugendamt',
  fileNumber: '51.3-SRB-2027-5C6B6A',
  version: 2,
  receivedAt: '2026-10-12T08:15:07.000Z',
  sentBy: 'Samir Trägermuster',
  sha256: '0123456789abcdef'.repeat(4),
  answers: budgetApplicationExample,
  fullWeek: 3_900,
  kitas: new Map([['biebelnheim', 'Kita Biebelnheim']]),
  attachments: new Map([['a', 'Stellenplan.pdf']]),
  countyGoals: new Map([['g1', 'Kurze Wege zur Beratung']]),
};

/** All texts of the document, each on a line of its own. */
const linesOf = (of: ProofFacts) => {
  const lines: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'string') lines.push(...value.split('\n'));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(proofOfFiling(of).blocks);
  return lines;
};

/** How an answer is written, by the field that it belongs to; rows and groups are gone through. */
const writtenBy: Record<string, (value: never) => string> = {
  hours: formatHundredths,
  percent: (value: number) => `${formatHundredths(value)} %`,
  annualCost: formatEuros,
  training: formatEuros,
  thirdParty: formatEuros,
  from: writtenDate,
  to: writtenDate,
  on: writtenDate,
  iban: (value: string) => value.replaceAll(/(.{4})(?=.)/g, '$1 '),
  purpose: (value: 'french') => words[`purpose.${value}`],
  legalForm: (value: 'other') => words[`provider.legalForm.${value}`],
  kind: (value: 'free') => words[`provider.kind.${value}`],
  filled: (value: boolean) => words[value ? 'positions.filled.yes' : 'positions.filled.no'],
  electronicNotice: (value: boolean) => words[value ? 'proof.yes' : 'proof.no'],
};
const DECLARED = Object.keys(budgetApplicationExample.declarations);
/** What tells rows apart is the page's own, and nobody's answer. */
const UNSAID = ['id'];

const saidOf = (name: string, value: unknown): string[] => {
  if (UNSAID.includes(name)) return [];
  if (DECLARED.includes(name)) return [words[`declarations.${name}` as keyof typeof words]];
  const write = writtenBy[name];
  if (write) return [write(value as never)];
  if (Array.isArray(value)) return value.flatMap((one) => saidOf(name === 'kitas' ? 'kita' : '', one));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([inner, one]) => saidOf(inner, one));
  return String(value).split('\n');
};

test('results of the needs survey stand in the proof by whom and what they asked', () => {
  const round = '0190a3c2-0000-7000-8000-000000000001';
  const surveyResults = [`${round} parents need-mobility`, `${round} social-area waiting`];
  const lines = linesOf({ ...facts, answers: { ...budgetApplicationExample, surveyResults } });
  expect(lines).toEqual(
    expect.arrayContaining([
      'Eltern: Wege, Bus und Auto',
      'Einrichtungen im Sozialraum: Wie viele Familien stehen bei Ihnen auf einer Warteliste?',
    ]),
  );
});

test('every answer of an application stands in the proof, whatever it is', () => {
  fc.assert(
    fc.property(applications, fc.boolean(), (answers, electronicNotice) => {
      const lines = linesOf({ ...facts, answers: { ...answers, electronicNotice } });
      for (const said of saidOf('', { ...answers, electronicNotice })) expect(lines).toContain(said);
    }),
  );
});

test('and so does what is calculated of it', () => {
  fc.assert(
    fc.property(applications, (answers) => {
      const lines = linesOf({ ...facts, answers });
      const { positions, kitas, personnel, total, state, county, hours, fte } = totalsOf(answers);
      const sums = [...positions.map(({ cost = 0 }) => cost), ...kitas.map(({ amount }) => amount)];
      for (const sum of [...sums, personnel, total, state, county]) expect(lines).toContain(formatEuros(sum));
      for (const one of [hours, fte]) expect(lines).toContain(formatHundredths(one));
    }),
  );
});

test('files and Kitas stand there by their names, and what was not said as not said', () => {
  const lines = linesOf({ ...facts, answers: { ...budgetApplicationExample, attachments: ['a', 'b'] } });
  for (const line of ['Stellenplan.pdf', 'b', 'Kita Biebelnheim', 'albig-muster', 'keine Angabe'])
    expect(lines).toContain(line);
});

test('it says when what came in from whom, and by which hash it is told from another', () => {
  const document = proofOfFiling(facts);
  expect(document).toMatchObject({
    title: expect.stringMatching(/^Eingangsnachweis: .*, 51\.3-SRB-2027-5C6B6A, Fassung 2$/),
    date: '2026-10-12',
  });
  expect(linesOf(facts)).toEqual(
    expect.arrayContaining([
      '12.10.2026, 10:15:07 Uhr',
      'Samir Trägermuster',
      facts.sha256.slice(0, 32),
      facts.sha256.slice(32),
    ]),
  );
  expect(document).not.toHaveProperty('letter');
});
