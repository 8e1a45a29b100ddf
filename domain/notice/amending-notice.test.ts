import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asGranted } from '../amendments/as-granted.ts';
import { amountsOf, totalOf } from '../budget/amounts.ts';
import { targetOf } from '../budget/difference.ts';
import type { Block, Table } from '../documents/blocks.ts';
import type { OfficeDocument } from '../documents/document.ts';
import { applications } from '../forms/budget-application/any-application.test-data.ts';
import { totalsOf } from '../forms/budget-application/totals.ts';
import { anAmendment, aPartialDecision } from './a-decision.test-data.ts';
import { noticeDocument } from './notice-document.ts';
import type { AmendedFacts, NoticeFacts } from './notice-facts.ts';

const amending = (facts: Partial<NoticeFacts>, change: Partial<AmendedFacts> = {}): NoticeFacts => ({
  ...anAmendment,
  ...facts,
  amends: { ...(anAmendment.amends as AmendedFacts), ...change },
});
const tablesOf = ({ blocks }: OfficeDocument) =>
  blocks.filter((block): block is Block & Table => block.kind === 'table');
const typed = (rows: string[][] = []) => rows.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')));
const textOf = (document: OfficeDocument) => JSON.stringify(document).replaceAll('\u00a0', ' ');
const cents = (cell: string | undefined = '') => Number(cell.replace(/[.,]|\u00a0€/g, '').replace('–', '0'));

describe('the amending notice', () => {
  const document = noticeDocument(anAmendment);

  test('names the notice that it changes, and says what was granted, what is granted now, and from when', () => {
    expect(document.title).toBe('Änderungsbescheid, Aktenzeichen 51.3-SRB-2027-7D8C9B');
    expect(document.letter?.information).toContainEqual({
      label: 'Geändert wird',
      value: '51.3-SRB-2027-5C6B6A vom 25.11.2026',
    });
    const text = textOf(document);
    expect(text).toContain(
      'beträgt mit der Änderung ab dem 01.04.2027 51.365,68 €; bewilligt waren bisher 71.234,56 €.',
    );
    expect(text).toContain('(§ 48 SGB X)');
    expect(text).toContain('Rechtsbehelfsbelehrung');
    expect(text).toContain('rechnen wir mit dem Verwendungsnachweis ab');
  });

  test('has every position before and now, and every share with its difference', () => {
    const [parts, shares] = tablesOf(document);
    expect(typed(parts?.rows)).toEqual([
      [
        'Kita-Sozialarbeit in beiden Kitas',
        '0,77',
        '01.01.2027 – 31.03.2027 (bisher 01.01.2027 – 31.12.2027)',
        '50.388,00 €',
        '12.424,44 €',
      ],
      ['Kita-Sozialarbeit in beiden Kitas (nicht besetzt)', '0,77', '01.04.2027 – 30.06.2027', '–', '0,00 €'],
      ['Kita-Sozialarbeit in beiden Kitas', '0,77', '01.07.2027 – 31.12.2027', '–', '25.401,07 €'],
      [
        'Elterncafé und Gruppen',
        '0,50',
        '15.03.2027 – 30.09.2027 (bisher 15.03.2027 – 31.12.2027)',
        '22.640,00 €',
        '15.506,85 €',
      ],
      ['Fortbildung und Fachberatung', '', '', '706,56 €', '533,32 €'],
      ['abzüglich Drittmittel', '', '', '-2.500,00 €', '-2.500,00 €'],
    ]);
    expect(typed(shares?.rows)).toEqual([
      ['Anteil des Landes (60 %), vorläufig', '42.740,74 €', '30.819,41 €', '-11.921,33 €'],
      ['Anteil des Landkreises, vorläufig', '28.493,82 €', '20.546,27 €', '-7.947,55 €'],
    ]);
  });

  test('says when the office acts of its own accord, and for which Kita it ends', () => {
    const left = [{ kita: 'albig-muster', on: '2027-07-31' }];
    const filed = noticeDocument(amending({}, { exOfficio: true, left, reason: 'provider-changed' }));
    expect(textOf(filed)).toContain('von Amts wegen:');
    expect(textOf(filed)).toContain('Für Kita Albig (erfunden) endet die Zuwendung mit dem 31.07.2027');
    expect(filed.letter?.information.map(({ label }) => label)).not.toContain('Ihr Antrag vom');
  });

  test('of a change that is refused says what stays', () => {
    const refused = noticeDocument(
      amending({ decision: { kind: 'refuse', amount: 0, voluntary: 0, note: 1 }, note: { text: 'Nein.' } }),
    );
    expect(textOf(refused)).toContain('Es bleibt bei 71.234,56 €.');
    expect(tablesOf(refused)).toEqual([]);
    expect(textOf(refused)).toContain('Rechtsbehelfsbelehrung');
  });

  test('inside the county is a change of the allotment, and no notice', () => {
    const { county } = anAmendment;
    const document = noticeDocument(
      amending({ county: { ...county, budget: { ...county.budget, mode: 'allotment' } } }),
    );
    expect(document.title).toContain('Änderung der Zuweisung');
    expect(textOf(document)).not.toContain('Rechtsbehelfsbelehrung');
  });

  test('begins from the parts of a partial grant', () => {
    const answers = asGranted(aPartialDecision.answers, aPartialDecision.note.granted);
    const before = targetOf(60_000_00, 5_000_00);
    const { answers: now, decision } = aPartialDecision;
    const document = noticeDocument(
      amending(
        { answers: now, decision: { ...decision, kind: 'grant', amount: 71_234_56 } },
        { answers, before },
      ),
    );
    expect(typed(tablesOf(document)[0]?.rows)[1]?.slice(3)).toEqual(['11.500,00 €', '22.640,00 €']);
    expect(textOf(document)).toContain('Freiwillige Mittel');
  });
});

test('whatever was granted and is granted, the sums before and now are those of their parts', () => {
  fc.assert(
    fc.property(applications, applications, (was, is) => {
      const [before, now] = [totalsOf(was).total, totalsOf(is).total];
      const document = noticeDocument(
        amending(
          { answers: is, decision: { kind: 'grant', amount: now, voluntary: 0, note: 1 } },
          { answers: was, before: amountsOf(before) },
        ),
      );
      const [parts, shares] = tablesOf(document);
      for (const [column, total] of [
        [3, before],
        [4, now],
      ] as const)
        expect(
          Math.max(
            0,
            (parts?.rows ?? []).reduce((sum, row) => sum + cents(row[column]), 0),
          ),
        ).toBe(total);
      for (const column of [1, 2, 3])
        expect((shares?.rows ?? []).reduce((sum, row) => sum + cents(row[column]), 0)).toBe(
          cents(shares?.total?.[column]),
        );
      expect(cents(shares?.total?.[3])).toBe(now - totalOf(amountsOf(before)));
    }),
  );
});
