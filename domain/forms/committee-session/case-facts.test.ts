import { describe, expect, it } from 'vitest';
import county from '../../../counties/alzey-worms/county.json' with { type: 'json' };
import { budgetSettings } from '../../budget/settings.ts';
import type { BudgetApplicationAnswers } from '../budget-application/answers.ts';
import { budgetApplicationExample } from '../budget-application/example.ts';
import { NAME, namedEverywhere } from '../budget-application/named-everywhere.test-data.ts';
import type { BudgetHead } from '../budget-application/particulars.ts';
import { withoutOwnWords } from '../budget-application/without-own-words.ts';
import { caseFacts, factsOf } from './case-facts.ts';

const head = {
  id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a',
  about: {
    acted: [
      { person: 'marta', step: 'opinion', action: 'advise-against', at: '2026-11-02T09:00:00.000Z' },
      { person: 'marta', step: 'opinion', action: 'recommend', at: '2026-11-09T09:00:00.000Z' },
    ],
    decision: { kind: 'partial', amount: 60_000_00, voluntary: 1_000_00, note: 3 },
  },
} as unknown as BudgetHead;

const facts = (answers: BudgetApplicationAnswers, of = head) =>
  factsOf(of, answers, {
    budget: budgetSettings.parse(county.budget),
    fileNumber: '51.3-SRB-2027-4C5B6A',
    providerName: 'Verbandsgemeinde Muster',
    kitaName: (id) => ({ biebelnheim: 'Kita Biebelnheim' })[id],
  });

describe('what a session learns of a case', () => {
  it('is the institution, the Kitas, the sums, what the office proposes and how the opinion ends', () => {
    expect(facts(budgetApplicationExample)).toMatchObject({
      provider: { name: 'Verbandsgemeinde Muster', kind: 'municipal' },
      kitas: [
        { name: 'Kita Biebelnheim', percent: 6_250, amount: 44_521_60 },
        { name: 'albig-muster', percent: 3_750, amount: 26_712_96 },
      ],
      applied: 71_234_56,
      state: 42_740_74,
      county: 28_493_82,
      positions: 2,
      fte: 127,
      proposed: { kind: 'partial', amount: 60_000_00, voluntary: 1_000_00 },
      opinion: 'recommend',
      concept: { resolvedOn: '2025-11-19' },
    });
  });

  it('is, of an amendment, what is granted by now too', () => {
    const before = { state: 42_740_74, county: 28_493_82, voluntary: 1_00 };
    const amendment = { ...head, about: { ...head.about, amends: { before } } } as BudgetHead;
    expect(caseFacts.parse(facts(budgetApplicationExample, amendment))).toMatchObject({ granted: 71_235_56 });
    expect(facts(budgetApplicationExample)).not.toHaveProperty('granted');
  });

  it('is nothing that anybody wrote in own words', () => {
    for (const shown of [caseFacts.parse(facts(namedEverywhere)), withoutOwnWords(namedEverywhere)]) {
      expect(JSON.stringify(shown).toLowerCase()).not.toContain(NAME.toLowerCase());
      expect(JSON.stringify(shown)).not.toMatch(/DE89|06731|\b5038800\b/);
    }
  });
});
