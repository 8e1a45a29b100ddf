import alzeyWorms from '../../counties/alzey-worms/county.json' with { type: 'json' };
import { amended } from '../amendments/changes.ts';
import { amountsOf } from '../budget/amounts.ts';
import type { BudgetSettings } from '../budget/settings.ts';
import { budgetApplicationExample } from '../forms/budget-application/example.ts';
import { totalsOf } from '../forms/budget-application/totals.ts';
import type { NoticeFacts } from './notice-facts.ts';

/** The facts of a notice on the example, as the demonstration's county would issue it. */
export const aDecision: NoticeFacts = {
  county: { office: alzeyWorms.office, budget: alzeyWorms.budget as BudgetSettings },
  texts: {},
  fileNumber: '51.3-SRB-2027-5C6B6A',
  answers: budgetApplicationExample,
  decision: { kind: 'grant', amount: 71_234_56, voluntary: 0, note: 3 },
  note: { conditions: alzeyWorms.budget.notice.conditions },
  kitas: new Map([
    ['biebelnheim', 'Kita Biebelnheim'],
    ['albig-muster', 'Kita Albig (erfunden)'],
  ]),
  appliedOn: '2026-10-12',
  heard: false,
  contact: { name: 'Olga Annahme', email: 'clerk@alzey-worms.example.org' },
  date: '2026-11-24',
  signatory: 'Rosa Leitbild',
};

/** The same with less than was applied for: 60.000,00 € of it, 5.000,00 € from the county's own line. */
export const aPartialDecision: NoticeFacts = {
  ...aDecision,
  decision: { kind: 'partial', amount: 60_000_00, voluntary: 5_000_00, note: 3 },
  note: {
    ...aDecision.note,
    text: 'Für das Elterncafé sieht das Konzept im Sozialraum Albig höchstens 13 Wochenstunden vor.\n\nDie Fortbildung war auf 1 % der anerkannten Personalkosten zu kürzen.',
    granted: {
      positions: [
        { id: 'kita-sozialarbeit', amount: 50_388_00 },
        { id: 'elterncafe', amount: 11_500_00 },
      ],
      training: 612_00,
      thirdParty: 2_500_00,
    },
  },
};

/** The example's grant with another cost from July on, and a vacancy before it: an amending notice on it. */
const amendedAnswers = amended(budgetApplicationExample, [
  { kind: 'vacancy', position: 'kita-sozialarbeit', from: '2027-04-01', to: '2027-06-30' },
  { kind: 'end', position: 'elterncafe', on: '2027-09-30' },
]);
export const anAmendment: NoticeFacts = {
  ...aDecision,
  fileNumber: '51.3-SRB-2027-7D8C9B',
  answers: amendedAnswers,
  decision: { kind: 'grant', amount: totalsOf(amendedAnswers).total, voluntary: 0, note: 1 },
  appliedOn: '2027-07-05',
  amends: {
    grantNumber: aDecision.fileNumber,
    grantedOn: '2026-11-25',
    reason: 'vacancy',
    from: '2027-04-01',
    exOfficio: false,
    left: [],
    answers: budgetApplicationExample,
    before: amountsOf(71_234_56),
  },
  date: '2027-08-16',
};
