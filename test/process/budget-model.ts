import { isNothing, totalOf } from '../../domain/budget/amounts.ts';
import { effectOf, frameAfter, refusalOf } from '../../domain/budget/effect.ts';
import type { Frame } from '../../domain/budget/frame.ts';
import { movementsBetween, NO_HOLDING } from '../../domain/budget/holding.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import type { Instant } from '../../domain/calendar/period.ts';
import { retentionMonthsOf } from '../../domain/forms/behaviours.ts';
import { aBudgetHead } from '../../domain/forms/budget-application/a-budget-head.test-data.ts';
import { budgetStanding } from '../../domain/forms/budget-application/access.ts';
import type { BudgetApplicationAnswers } from '../../domain/forms/budget-application/answers.ts';
import { followBudgetApplication } from '../../domain/forms/budget-application/follow.ts';
import type { BudgetHead, BudgetParticulars } from '../../domain/forms/budget-application/particulars.ts';
import { wordsOfMail } from '../../domain/mails/words-of-mail.ts';
import type { Grant } from '../../domain/payments/grant.ts';
import type { Asker, Standing } from '../../domain/people/asker.ts';
import { standsInFor } from '../../domain/people/assignment.ts';
import type { Person } from '../../domain/people/person.ts';
import { type Act, applyAct, begin, type Refusal } from '../../domain/process/apply-act.ts';
import type { Process } from '../../domain/process/process.ts';
import type { Registers } from '../../domain/registers/registers.ts';
import type { Owed } from '../../domain/submission/head.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { nextHead, positionOf } from '../../domain/submission/next-head.ts';

/** How an application and the frame of its year must stand. */
export interface BudgetState {
  head: BudgetHead;
  frame: Frame;
}

/** How they must stand after an act, and the mails that the act brings: `subject → address`. */
export interface BudgetAfter extends BudgetState {
  mails: string[];
}

interface Given {
  at: Instant;
  by: Actor;
  particulars?: BudgetParticulars;
}

type OwedMail = Owed & { do: 'mail' };

/** What the run steps find, and the mail about the notice: undefined where a person has the turn. */
interface Found {
  outcome: string;
  /** What is found instead when the frame does not have the money. */
  otherwise?: string;
  particulars?: BudgetParticulars;
}

/** What was granted, in one instalment: how it is split is shown elsewhere, here it must only be all of it. */
const grantOf = ({ money }: BudgetHead['about'], since: Instant): Grant => {
  const all = { due: dateOf(since), amount: totalOf(money.committed), amounts: money.committed };
  return {
    openedAt: since,
    payee: { holder: '', iban: '', since },
    instalments: [{ n: 1, order: '', ...all }],
  };
};

/**
 * An application as the pure functions of the domain have it: no table, no execution, no mail service. Only the providers'
 * first applications are modelled, so that none goes on from last year's grant, and no session of the committee.
 */
export const budgetModelOf = (process: Process, { county, people, deputyships }: Registers) => {
  const isOneOf = ({ to }: OwedMail, { id, roles, provider, kitas }: Person): boolean => {
    if ('person' in to) return id === to.person;
    if ('role' in to) return roles.includes(to.role);
    if ('provider' in to) return roles.includes('provider') && provider === to.provider;
    return 'kita' in to && roles.includes('kita') && kitas.includes(to.kita);
  };

  const mailsOf = (owed: Record<string, Owed>): string[] =>
    Object.values(owed).flatMap((one) => {
      if (one.do !== 'mail') return [];
      const { subject } = wordsOfMail(one.mail, 'staff', 'de', '');
      return people.filter((person) => isOneOf(one, person)).map(({ email }) => `${subject} → ${email}`);
    });

  /** One act, and nothing that follows by itself. */
  const once = (
    { head, frame }: BudgetState,
    deed: Act,
    given: Given,
  ): BudgetAfter | Refusal | 'exhausted' => {
    const applied = applyAct(process, positionOf(head), deed, given.at);
    if (!applied.ok) return applied.refusal;
    const placed = nextHead(head, applied, { ...given, retentionMonths: retentionMonthsOf(head, county) });
    const entered = { ...placed, log: { ...placed.log, n: placed.log.n + 1 } };
    const followed = followBudgetApplication(head, entered, deed, { ...given, county });
    const effect = effectOf(movementsBetween(head.about.money, followed.head.about.money));
    if (refusalOf(frame, effect, county.budget)) return 'exhausted';
    return { head: followed.head, frame: frameAfter(frame, effect), mails: mailsOf(followed.owed) };
  };

  const route = ({ decision, heard }: BudgetHead['about']): string => {
    if (decision?.kind === 'refuse') return heard ? 'approval' : 'hearing';
    return (decision?.amount ?? 0) > county.budget.committeeAbove ? 'committee' : 'approval';
  };

  const findings: Record<string, (head: BudgetHead, at: Instant) => Found> = {
    screen: () => ({ outcome: 'full', particulars: { unstaffed: [] } }),
    reserve: () => ({ outcome: 'reserved', otherwise: county.budget.exhausted }),
    release: () => ({ outcome: 'released' }),
    route: ({ about }) => ({ outcome: route(about) }),
    // The mail is taken at once, and is the proof.
    notifying: (_head, at) => ({ outcome: 'notified', particulars: { sentOn: dateOf(at) } }),
    opening: ({ since, about }) =>
      isNothing(about.money.committed)
        ? { outcome: 'nothing' }
        : { outcome: 'opened', particulars: { grant: grantOf(about, since) } },
  };

  /** With everything that follows by itself, until a person has the turn. */
  const goOn = (after: BudgetAfter, at: Instant): BudgetAfter => {
    const found = findings[after.head.at]?.(after.head, at);
    if (!found) return after;
    const { outcome, otherwise = outcome, particulars = {} } = found;
    const result = (of: string) =>
      once(
        after,
        { kind: 'result', step: after.head.at, outcome: of },
        { at, by: { system: true }, particulars },
      );
    const first = result(outcome);
    const next = first === 'exhausted' ? result(otherwise) : first;
    if (typeof next === 'string') throw new Error(`${after.head.at} could not go on: ${next}`);
    return goOn({ ...next, mails: [...after.mails, ...next.mails] }, at);
  };

  const act = (state: BudgetState, deed: Act, given: Given): BudgetAfter | Refusal | 'exhausted' => {
    const after = once(state, deed, given);
    return typeof after === 'string' ? after : goOn(after, given.at);
  };

  return {
    act,

    /** A draft that was saved once. */
    draft(
      id: string,
      { kitas, year, purpose }: BudgetApplicationAnswers,
      by: string,
      at: Instant,
    ): BudgetHead {
      const { provider } = people.find((one) => one.id === by) ?? {};
      const saved = { saved: 1, savedBy: by, savedAt: at, sent: 0, sentBy: undefined, applied: undefined };
      return aBudgetHead({
        id,
        version: 1,
        createdAt: at,
        ...begin(process, at),
        log: { n: 1, hash: '' },
        about: {
          ...saved,
          provider: provider ?? '',
          kitas,
          year,
          purpose,
          money: NO_HOLDING,
          turns: [],
        },
      });
    },

    /** Somebody of the register on a day. */
    asker(user: string, at: Instant): Asker {
      const { roles = [], provider, kitas = [] } = people.find(({ id }) => id === user) ?? {};
      return { id: user, roles, provider, kitas, standsInFor: standsInFor(user, deputyships, dateOf(at)) };
    },

    standing(head: BudgetHead, asker: Asker): Standing | undefined {
      return budgetStanding(asker, head);
    },

    /** Everything that the calendar does up to an instant. */
    wait(state: BudgetState, until: Instant): BudgetAfter {
      let now: BudgetAfter = { ...state, mails: [] };
      while (!now.head.endedAt && now.head.due && now.head.due <= until) {
        const { at: step, due } = now.head;
        const passed = act(now, { kind: 'overdue', step }, { at: due, by: { system: true } });
        if (typeof passed === 'string') throw new Error(`a date could not pass: ${passed}`);
        now = { ...passed, mails: [...now.mails, ...passed.mails] };
      }
      return now;
    },
  };
};
export type BudgetModel = ReturnType<typeof budgetModelOf>;
