import { describe, expect, it } from 'vitest';
import type { Agenda, AgendaItem } from './agenda.ts';
import { hasPart, type PaperPart, sessionPaper } from './paper.ts';

const open: AgendaItem = {
  case: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a',
  fileNumber: '51.3-SRB-2027-4C5B6A',
  provider: { name: 'Verbandsgemeinde Muster', kind: 'municipal' },
  kitas: [
    { name: 'Kita Eins', percent: 6_250, amount: 105_459_10 },
    { name: 'Kita Zwei', percent: 3_750, amount: 63_275_46 },
  ],
  period: { from: '2027-01-01', to: '2027-12-31' },
  purpose: 'kita-social-work',
  positions: 2,
  fte: 127,
  personnel: 170_528_00,
  training: 706_56,
  thirdParty: 2_500_00,
  applied: 168_734_56,
  state: 101_240_74,
  county: 67_493_82,
  proposed: { kind: 'partial', amount: 150_000_01, voluntary: 10_000_00 },
  opinion: 'recommend',
  concept: { version: 'Konzept 2026', resolvedOn: '2025-11-19' },
  public: true,
};
const closed: AgendaItem = {
  ...open,
  case: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b',
  fileNumber: '51.3-SRB-2027-4C5B6B',
  provider: { name: 'Verein Beispiel', kind: 'free' },
  kitas: [{ name: 'Kita Drei', percent: 10_000, amount: 61_000_00 }],
  purpose: 'french',
  positions: 1,
  fte: 100,
  personnel: 61_000_00,
  training: 0,
  thirdParty: 0,
  applied: 61_000_00,
  proposed: { kind: 'grant', amount: 61_000_00, voluntary: 0 },
  public: false,
  reason: 'personal-interest',
};
const agenda: Agenda = {
  authority: 'Kreisverwaltung',
  department: 'Kreisjugendamt',
  kind: 'session',
  on: '2026-11-18',
  convenedOn: '2026-11-04',
  items: [closed, open],
};

/** All texts of a paper, one on a line, with plain spaces. */
const textOf = (part: PaperPart, of: Agenda = agenda): string => {
  const lines: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'string') lines.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(sessionPaper(of, part));
  return lines.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');
};

describe('the paper of a session', () => {
  it('says in its public part what is proposed, and who pays how much, to the cent', () => {
    const text = textOf('public');
    for (const said of [
      'Vorlage für die Sitzung des Jugendhilfeausschusses am 18.11.2026, öffentlicher Teil',
      'TOP 2: Verbandsgemeinde Muster: Kita-Sozialarbeit',
      'Verbandsgemeinde Muster erhält für den Zweck „Kita-Sozialarbeit“ in der Zeit vom 01.01.2027 bis zum 31.12.2027 eine Zuwendung von 150.000,01 € aus dem Sozialraumbudget. Im Übrigen wird der Antrag abgelehnt.',
      'Verbandsgemeinde Muster (kommunaler Träger)',
      '2 Stellen, zusammen 1,27 Vollzeitäquivalente',
      '170.528,00 €',
      '168.734,56 €',
      'Konzept 2026, vom Jugendhilfeausschuss beschlossen am 19.11.2025',
      'Der Antrag wird befürwortet.',
      '105.459,10 €',
      '84.000,01 €',
      '56.000,00 €',
      '10.000,00 €',
      '150.000,01 €',
    ])
      expect(text.split('\n'), said).toContain(said);
  });

  it('says there of an item that is not public nothing but that it is there, and why', () => {
    const text = textOf('public');
    expect(text).toContain('nichtöffentlich: Berechtigte Interessen einzelner Personen (§ 71 SGB VIII)');
    expect(text).not.toMatch(/Verein Beispiel|4C5B6B|Kita Drei|61\.000|französisch|TOP 1/);
  });

  it('has a second part with what is not public, and only that, where there is something', () => {
    const text = textOf('non-public');
    expect(text).toContain('TOP 1: Verein Beispiel: französischsprachige Fachkraft');
    expect(text).toContain('Nicht zur Veröffentlichung.');
    expect(text).not.toContain('TOP 2');
    expect(hasPart(agenda, 'non-public')).toBe(true);
    expect(hasPart({ items: [open] }, 'non-public')).toBe(false);
    expect(hasPart({ items: [closed] }, 'public')).toBe(true);
  });

  it('does not tell the public what a single position costs', () => {
    const single = { ...agenda, items: [{ ...open, positions: 1 }] };
    expect(textOf('public', single)).not.toContain('Personalkosten');
    expect(textOf('public', { ...agenda, items: [open] })).toContain('Personalkosten');
    expect(textOf('non-public')).toContain('Personalkosten');
  });

  it('is as old as the agenda, and is the same whenever it is made', () => {
    expect(sessionPaper(agenda, 'public').date).toBe('2026-11-04');
    expect(sessionPaper(agenda, 'public')).toEqual(sessionPaper(agenda, 'public'));
  });
});
