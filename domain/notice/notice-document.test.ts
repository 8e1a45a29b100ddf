import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Table } from '../documents/blocks.ts';
import type { OfficeDocument } from '../documents/document.ts';
import { applications } from '../forms/budget-application/any-application.test-data.ts';
import { totalsOf } from '../forms/budget-application/totals.ts';
import { formatEuros } from '../money/euros.ts';
import { aDecision, aPartialDecision } from './a-decision.test-data.ts';
import { NoticeError } from './granted.ts';
import { noticeDocument } from './notice-document.ts';
import type { NoticeFacts } from './notice-facts.ts';

const aRefusal: NoticeFacts = {
  ...aDecision,
  decision: { kind: 'refuse', amount: 0, voluntary: 0, note: 3 },
  note: { text: 'Das Konzept sieht für diesen Sozialraum keine Stelle vor.' },
};
const inAllotmentMode = (facts: NoticeFacts): NoticeFacts => ({
  ...facts,
  county: { ...facts.county, budget: { ...facts.county.budget, mode: 'allotment' } },
});

const headingsOf = ({ blocks }: OfficeDocument) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const tablesOf = ({ blocks }: OfficeDocument) =>
  blocks.filter((block): block is Block & Table => block.kind === 'table');
const textOf = (document: OfficeDocument) => JSON.stringify(document);
/** With spaces that a keyboard has. */
const typed = (rows: string[][] = []) => rows.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')));
/** An amount that stands in a cell, in cents. */
const cents = (cell: string | undefined = '') => Number(cell.replace(/[.,]|\u00a0€/g, ''));
const last = (row: string[] | undefined) => cents(row?.at(-1));
const sumOf = ({ rows }: Table) => rows.reduce((sum, row) => sum + last(row), 0);

describe('the notice of a grant', () => {
  const document = noticeDocument(aDecision);

  test('names authority, file number, date and who issues it', () => {
    expect(document).toMatchObject({
      title: 'Bewilligungsbescheid, Aktenzeichen 51.3-SRB-2027-5C6B6A',
      author: 'Kreisverwaltung Alzey-Worms (Vorführung)',
      language: 'de-DE',
      date: '2026-11-24',
      letter: {
        information: [
          { label: 'Unser Zeichen', value: '51.3-SRB-2027-5C6B6A' },
          { label: 'Ihr Antrag vom', value: '12.10.2026' },
          { label: 'Auskunft erteilt', value: 'Olga Annahme' },
          { label: 'E-Mail', value: 'clerk@alzey-worms.example.org' },
          { label: 'Datum', value: '24.11.2026' },
        ],
      },
    });
    expect(document.watermark).toBeUndefined();
    expect(document.blocks.at(-1)).toMatchObject({ kind: 'signature', name: 'Rosa Leitbild' });
  });

  test('says in its order what was decided, how it was calculated, on what it depends, why, and what can be done', () => {
    expect(headingsOf(document)).toEqual([
      'Bewilligungsbescheid: Zuwendung aus dem Sozialraumbudget 2027',
      '1. Entscheidung',
      '2. Berechnung',
      '3. Nebenbestimmungen',
      '4. Begründung',
      '5. Auszahlung',
      '6. Rechtsbehelfsbelehrung',
    ]);
  });

  test('has every figure to the cent', () => {
    const [parts, shares, kitas] = tablesOf(document);
    expect(typed(parts?.rows)).toEqual([
      ['Kita-Sozialarbeit in beiden Kitas', '0,77', '01.01.2027 – 31.12.2027', '50.388,00 €', '50.388,00 €'],
      ['Elterncafé und Gruppen', '0,50', '15.03.2027 – 31.12.2027', '22.640,00 €', '22.640,00 €'],
      ['Fortbildung und Fachberatung', '', '', '706,56 €', '706,56 €'],
      ['abzüglich Drittmittel', '', '', '-2.500,00 €', '-2.500,00 €'],
    ]);
    expect(parts?.total?.slice(3)).toEqual([formatEuros(71_234_56), formatEuros(71_234_56)]);
    expect(typed(shares?.rows)).toEqual([
      ['Anteil des Landes (60 %), vorläufig', '42.740,74 €'],
      ['Anteil des Landkreises, vorläufig', '28.493,82 €'],
    ]);
    expect(typed(kitas?.rows)).toEqual([
      ['Kita Biebelnheim', '62,50 %', '44.521,60 €'],
      ['Kita Albig (erfunden)', '37,50 %', '26.712,96 €'],
    ]);
  });

  test('numbers its conditions, and tells authority, seat, period and form of an objection', () => {
    const list = document.blocks.find((block) => block.kind === 'list');
    expect(list).toEqual({
      kind: 'list',
      ordered: true,
      items: aDecision.note.conditions,
    });
    const text = textOf(document);
    expect(text).toContain('innerhalb eines Monats nach seiner Bekanntgabe');
    expect(text).toContain('Kreisverwaltung Alzey-Worms, Musterstraße 1, 55232 Alzey.');
    expect(text).toContain(
      'Eine einfache E-Mail genügt nicht, ebenso wenig eine Nachricht oder eine Schaltfläche',
    );
  });

  test('is the same for the same facts, and another when one of them differs', () => {
    expect(noticeDocument(structuredClone(aDecision))).toEqual(document);
    expect(noticeDocument({ ...aDecision, date: '2026-11-25' })).not.toEqual(document);
    expect(noticeDocument({ ...aDecision, signatory: 'Jemand Anderes' })).not.toEqual(document);
  });
});

test('whatever is applied for and granted, all sums of the notice are right', () => {
  fc.assert(
    fc.property(applications, fc.double({ min: 0, max: 1, noNaN: true }), (answers, part) => {
      const { total } = totalsOf(answers);
      const voluntary = Math.floor(total * part);
      const document = noticeDocument({
        ...aDecision,
        answers,
        decision: { kind: 'grant', amount: total, voluntary, note: 1 },
      });
      for (const table of tablesOf(document)) {
        expect(sumOf(table)).toBe(total);
        expect(last(table.total)).toBe(total);
      }
      const [, shares] = tablesOf(document);
      const [state, county] = (shares?.rows ?? []).map(last);
      expect((state ?? 0) + (county ?? 0)).toBe(total - voluntary);
      expect(state).toBe(Math.floor(((total - voluntary) * 6 + 5) / 10));
    }),
  );
});

describe('a partial grant', () => {
  const document = noticeDocument(aPartialDecision);

  test('shows side by side what was applied for and what is granted, and voluntary money apart', () => {
    const [parts, shares] = tablesOf(document);
    expect(typed(parts?.rows.map((row) => row.slice(3)))).toEqual([
      ['50.388,00 €', '50.388,00 €'],
      ['22.640,00 €', '11.500,00 €'],
      ['706,56 €', '612,00 €'],
      ['-2.500,00 €', '-2.500,00 €'],
    ]);
    expect(parts?.total?.slice(3)).toEqual([formatEuros(71_234_56), formatEuros(60_000_00)]);
    expect(shares?.rows.map(last)).toEqual([33_000_00, 22_000_00, 5_000_00]);
    expect(textOf(document)).toContain(
      `in Höhe von ${formatEuros(5_000_00)} gehören nicht zum Sozialraumbudget`,
    );
  });

  test('says that the rest is refused, and gives the office’s reasons in their paragraphs', () => {
    expect(textOf(document)).toContain('Im Übrigen lehnen wir den Antrag ab.');
    const reasons = (aPartialDecision.note.text ?? '').split('\n\n');
    expect(document.blocks).toEqual(
      expect.arrayContaining(reasons.map((text) => ({ kind: 'paragraph', style: 'normal', text }))),
    );
  });

  test('whose parts do not add up to its sum is no notice', () => {
    const decision = { ...aPartialDecision.decision, amount: 60_000_01 };
    expect(() => noticeDocument({ ...aPartialDecision, decision })).toThrow(NoticeError);
    expect(() => noticeDocument({ ...aPartialDecision, note: { text: 'ohne Teile' } })).toThrow(NoticeError);
  });
});

test('a refusal grants nothing and pays nothing: what was refused, why, and what can be done', () => {
  const document = noticeDocument({ ...aRefusal, heard: true });
  expect(headingsOf(document).slice(1)).toEqual([
    '1. Entscheidung',
    '2. Begründung',
    '3. Rechtsbehelfsbelehrung',
  ]);
  expect(tablesOf(document)).toEqual([]);
  const text = textOf(document);
  expect(text).toContain(`in Höhe von ${formatEuros(71_234_56)} ab.`);
  expect(text).toContain('Das Konzept sieht für diesen Sozialraum keine Stelle vor.');
  expect(text).toContain('hatten Sie Gelegenheit, sich zu äußern (§ 24 SGB X).');
  const answered = noticeDocument({ ...aRefusal, heard: true, respondedOn: '2026-11-10' });
  expect(textOf(answered)).toContain('Ihre Stellungnahme vom 10.11.2026 haben wir berücksichtigt.');
});

describe('where the county has no notices', () => {
  test('an allotment has no instruction on remedies and no payment', () => {
    const document = noticeDocument(inAllotmentMode(aPartialDecision));
    expect(headingsOf(document)).toEqual([
      'Zuweisung von Mitteln aus dem Sozialraumbudget 2027',
      '1. Entscheidung',
      '2. Berechnung',
      '3. Bedingungen der Verwendung',
      '4. Begründung',
    ]);
    expect(textOf(document)).not.toMatch(/Widerspruch|Bescheid|SGB X/);
  });

  test('what is refused is refused by a notice', () => {
    expect(noticeDocument(inAllotmentMode(aRefusal))).toEqual(noticeDocument(aRefusal));
  });
});

test('a draft says so to the eye and to the ear, and is issued by nobody', () => {
  const draft = noticeDocument({ ...aDecision, signatory: undefined });
  expect(draft.watermark).toBe('Entwurf');
  expect(draft.title).toMatch(/^Entwurf: Bewilligungsbescheid/);
  expect(draft.blocks[1]).toMatchObject({ kind: 'paragraph', text: expect.stringMatching(/^Entwurf: /) });
  expect(draft.blocks.at(-1)).not.toHaveProperty('note');
  expect(textOf(draft)).not.toContain('Rosa Leitbild');
});

test('corrections, a session and an earlier notice are named where there were any', () => {
  const plain = textOf(noticeDocument(aDecision));
  expect(plain).not.toMatch(/in der Fassung|tritt an die Stelle|Jugendhilfeausschuss hat/);
  const text = textOf(
    noticeDocument({
      ...aDecision,
      correctedOn: '2026-10-30',
      earlierSentOn: '2026-09-01',
      resolution: { outcome: 'approved', on: '2026-11-18' },
    }),
  );
  expect(text).toContain('in der Fassung, die Sie am 30.10.2026 gesendet haben');
  expect(text).toContain('tritt an die Stelle des Bescheids, den wir am 01.09.2026 abgesandt haben');
  expect(text).toContain('Der Jugendhilfeausschuss hat der Bewilligung am 18.11.2026 zugestimmt.');
});
