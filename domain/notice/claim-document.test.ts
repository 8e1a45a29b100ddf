import { describe, expect, test } from 'vitest';
import type { Block, Table } from '../documents/blocks.ts';
import type { OfficeDocument } from '../documents/document.ts';
import { proofBasisExample, proofOfUseExample } from '../forms/proof-of-use/example.ts';
import { partsStated } from '../forms/proof-of-use/proven.ts';
import { aDecision } from './a-decision.test-data.ts';
import { claimDocument } from './claim-document.ts';
import type { ClaimFacts } from './claim-facts.ts';

const stated = partsStated(proofOfUseExample);
const aClaim: ClaimFacts = {
  ...aDecision,
  county: {
    ...aDecision.county,
    budget: {
      ...aDecision.county.budget,
      proof: { due: '03-31', closedDays: 90, claimPrefix: 'RF', repaymentDays: 30, setOff: false },
    },
  },
  grantedOn: '2026-11-24',
  basis: proofBasisExample,
  stated,
  recognised: stated,
  claim: {
    kind: 'repayment',
    paid: 71_234_56,
    recognised: 47_489_71,
    repayment: 23_744_85,
    payable: 23_744_85,
    note: 2,
  },
  note: { text: 'Das Elterncafé war neun Monate unbesetzt.' },
  respondedOn: '2028-04-20',
  date: '2028-05-03',
};

const textOf = (document: OfficeDocument) => JSON.stringify(document).replaceAll('\u00a0', ' ');
const tablesOf = ({ blocks }: OfficeDocument) =>
  blocks.filter((block): block is Block & Table => block.kind === 'table');

describe('the notice that claims money back', () => {
  test('says what was paid and recognised, what is to be paid until when, why, and what can be done', () => {
    const text = textOf(claimDocument(aClaim));
    for (const part of [
      'Von der ausgezahlten Zuwendung in Höhe von 71.234,56 € sind 47.489,71 € nachgewiesen. Sie haben 23.744,85 € zu erstatten.',
      'Bitte zahlen Sie 23.744,85 € innerhalb von 30 Tagen',
      'Ihre Stellungnahme vom 20.04.2028 haben wir berücksichtigt.',
      'Das Elterncafé war neun Monate unbesetzt.',
      'Widerspruch erhoben werden',
    ])
      expect(text).toContain(part);
  });

  test('sets granted, paid, stated and recognised side by side', () => {
    const [sums, parts] = tablesOf(claimDocument(aClaim));
    expect(sums?.total?.at(-1)?.replaceAll('\u00a0', ' ')).toBe('23.744,85 €');
    expect(parts?.total?.map((cell) => cell.replaceAll('\u00a0', ' '))).toEqual([
      'Summe',
      '71.234,56 €',
      '71.234,56 €',
      '47.489,71 €',
      '47.489,71 €',
    ]);
  });

  test('names interest and what is set off, where there are some', () => {
    const claim = {
      ...aClaim.claim,
      interest: { from: '2028-02-02', to: '2028-05-03', amount: 374_24 },
      setOff: {
        amount: 4_119_09,
        against: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6c',
        fileNumber: '51-2028-4C5B6C',
      },
      payable: 20_000_00,
    };
    const text = textOf(claimDocument({ ...aClaim, claim }));
    expect(text).toContain('Zinsen vom 02.02.2028 bis 03.05.2028');
    expect(text).toContain(
      'Wir rechnen mit 4.119,09 € auf, die wir Ihnen aus der Bewilligung 51-2028-4C5B6C',
    );
    expect(text).toContain('Bitte zahlen Sie 20.000,00 €');
  });

  test('withdraws the notice where that was intended', () => {
    const claim = { ...aClaim.claim, kind: 'withdrawal', recognised: 0, repayment: 71_234_56 } as const;
    expect(textOf(claimDocument({ ...aClaim, claim }))).toContain(
      'Wir widerrufen den Bescheid vom 24.11.2026, soweit er über 0,00 € hinausgeht.',
    );
  });

  test('is a draft on every page while nobody issues it', () => {
    expect(claimDocument(aClaim).watermark).toBeUndefined();
    const { signatory: _nobody, ...draft } = aClaim;
    expect(claimDocument(draft).watermark).toBe('Entwurf');
  });
});
