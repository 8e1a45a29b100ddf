import { NO_HOLDING } from '../../budget/holding.ts';
import type { BudgetSettings } from '../../budget/settings.ts';
import { budgetSettings } from '../../budget/settings.ts';
import type { County } from '../../places/county.ts';
import { type Act, applyAct } from '../../process/apply-act.ts';
import { head } from '../../submission/head.ts';
import type { Actor } from '../../submission/log.ts';
import { nextHead, positionOf } from '../../submission/next-head.ts';
import type { Followed } from '../circumstances.ts';
import type { BudgetAbout } from './about.ts';
import { followBudgetApplication } from './follow.ts';
import type { BudgetHead, BudgetParticulars } from './particulars.ts';
import { budgetApplicationV1 } from './process.ts';

/** How the county of these tests decides about its budget. */
export const budgetRules: BudgetSettings = budgetSettings.parse({
  mode: 'notice',
  committeeAbove: 100_000_00,
  hearingBeforeRefusal: true,
  exhausted: 'wait',
  commitProvisional: false,
  separate: [['opinion', 'approval']],
  fullWeek: 3_900,
  queryDays: 28,
  hearingDays: 21,
  announcement: [
    { from: '1981-01-01', postDays: 3, electronicDays: 3 },
    { from: '2025-01-01', postDays: 4, electronicDays: 3 },
  ],
  objectionMonths: { instructed: 1, uninstructed: 12 },
  objectionEntryDays: 3,
  retentionYears: 10,
  concepts: [],
  payments: {
    instalments: ['02-15', '05-15', '08-15', '11-15'],
    leadDays: 14,
    payeeWaitDays: 7,
    account: '36500.54310000',
    numberPrefix: 'SRB',
    bookings: {
      columns: { reference: 'Buchung', number: 'Nummer', amount: 'Betrag', on: 'Tag', kind: 'Art' },
      returned: ['Rückgabe'],
    },
    export: {
      separator: ';',
      encoding: 'utf-8',
      decimal: ',',
      date: 'DD.MM.YYYY',
      columns: [{ name: 'Nummer', value: 'number' }],
    },
  },
  notice: {
    authority: 'Kreisverwaltung',
    department: 'Jugendamt',
    street: 'Musterstraße 1',
    town: 'Musterstadt',
    filePrefix: '51',
    objectionTo: 'Kreisverwaltung',
    appealBoard: 'Kreisrechtsausschuss',
    conditions: [],
  },
});

/** An application of the Verein, as it was sent on Monday 2 March 2026 and lies in the check; the schema of heads holds. */
export const aBudgetHead = ({
  about,
  ...change
}: Partial<Omit<BudgetHead, 'about'>> & { about?: Partial<BudgetAbout> } = {}): BudgetHead =>
  head.parse({
    id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a',
    form: 'budget-application',
    process: { name: 'budget-application', version: 1 },
    version: 3,
    rev: 5,
    createdAt: '2026-02-02T09:00:00.000Z',
    at: 'completeness',
    visit: 3,
    since: '2026-03-02T09:00:00.000Z',
    due: '2026-03-16T23:00:00.000Z',
    missed: 0,
    run: 1,
    runSince: '2026-02-02T09:00:00.000Z',
    excluded: [],
    log: { n: 3, hash: 'hash' },
    owed: {},
    ...change,
    about: {
      provider: 'verein',
      kitas: ['kita-1', 'kita-2'],
      year: 2026,
      purpose: 'kita-social-work',
      saved: 1,
      savedBy: 'vera',
      savedAt: '2026-03-02T09:00:00.000Z',
      sent: 1,
      sentBy: 'vera',
      applied: 1_000_00,
      electronicNotice: false,
      notes: 0,
      acted: [],
      money: { ...NO_HOLDING, requested: { state: 600_00, county: 400_00, voluntary: 0 } },
      turns: [{ side: 'office', from: '2026-03-02T09:00:00.000Z' }],
      cosigned: [],
      attachments: [],
      unstaffed: [],
      ...about,
    },
  }) as BudgetHead;

/** What comes with an act in a test: everything has a usual value. */
export interface Given {
  at?: string;
  by?: Actor;
  particulars?: BudgetParticulars;
  rules?: Partial<BudgetSettings>;
}

/** One act as the functions do it: the model, the head in its new position, and what follows. @throws when it is refused */
export const followAct = (before: BudgetHead, act: Act, given: Given = {}): Followed<BudgetHead> => {
  const { at = '2026-03-03T09:00:00.000Z', by = { person: 'someone' }, particulars = {}, rules } = given;
  const applied = applyAct(budgetApplicationV1, positionOf(before), act, at);
  if (!applied.ok) throw new Error(`${act.step}: ${applied.refusal}`);
  const placed = nextHead(before, applied, { at, by, retentionMonths: 120 });
  const county = { budget: { ...budgetRules, ...rules } } as County;
  const logged = { ...placed, log: { n: placed.log.n + 1, hash: 'hash' } };
  const { head: after, owed } = followBudgetApplication(before, logged, act, { at, by, county, particulars });
  return { head: head.parse(after) as BudgetHead, owed };
};
