import { describe, expect, test } from 'vitest';
import { NO_HOLDING } from '../../budget/holding.ts';
import { aBudgetHead, budgetRules } from '../budget-application/a-budget-head.test-data.ts';
import { aProofHead, followProofAct } from './a-proof-head.test-data.ts';
import type { Claim } from './claim.ts';
import { fileByOf } from './follow-dates.ts';

const act = (step: string, action: string, as: 'clerk' | 'head' | 'provider' | 'treasurer' = 'clerk') =>
  ({ kind: 'action', step, action, as }) as const;
const mailsOf = (owed: object) =>
  Object.keys(owed)
    .filter((name) => name.startsWith('mail-'))
    .map((name) => name.replace(/-\d+-/, ' '));

const claim: Omit<Claim, 'note'> = {
  kind: 'repayment',
  paid: 71_234_56,
  recognised: 47_489_71,
  repayment: 23_744_85,
  payable: 23_744_85,
};

describe('the day by which a proof is due', () => {
  test.each([
    [2027, '2028-03-31'],
    // Easter Sunday, and Monday is a holiday.
    [2023, '2024-04-02'],
    [2028, '2029-04-03'],
  ])('of %i is %s: 31 March of the next year, or the working day after it', (year, day) => {
    expect(fileByOf(year, budgetRules.proof)).toBe(day);
  });

  test('that a month does not have is its last one', () => {
    expect(fileByOf(2026, { ...budgetRules.proof, due: '02-30' })).toBe('2027-03-01');
  });
});

describe('a late proof', () => {
  const late = aProofHead({ at: 'filing', visit: 1, due: '2028-03-31T22:00:00.000Z', about: { sent: 0 } });

  test('is reminded of three times, every other week, and then the clerk decides', () => {
    let head = late;
    const reminded: (string | undefined)[] = [];
    for (let n = 0; n < 3; n += 1) {
      reminded.push(head.due);
      const { head: next, owed } = followProofAct(
        head,
        { kind: 'overdue', step: 'filing' },
        { at: head.due ?? '' },
      );
      expect(mailsOf(owed)).toEqual(['mail-reminder provider-verein']);
      expect([next.at, next.due]).toEqual(['filing', expect.any(String)]);
      head = next;
    }
    expect([...reminded, head.due]).toEqual([
      '2028-03-31T22:00:00.000Z',
      '2028-04-18T22:00:00.000Z',
      '2028-05-03T22:00:00.000Z',
      '2028-05-18T22:00:00.000Z',
    ]);
    const { head: missing, owed } = followProofAct(
      head,
      { kind: 'overdue', step: 'filing' },
      { at: head.due ?? '' },
    );
    expect(missing.at).toBe('missing');
    expect(mailsOf(owed)).toEqual(['mail-assigned clerk']);
  });

  test('gets more time until the day that the clerk names', () => {
    const missing = aProofHead({ at: 'missing', about: { sent: 0 } });
    const { head } = followProofAct(missing, act('missing', 'extend'), {
      particulars: { fileBy: '2028-06-30' },
    });
    expect(head).toMatchObject({
      at: 'filing',
      due: '2028-06-30T22:00:00.000Z',
      about: { fileBy: '2028-06-30' },
    });
  });
});

describe('a hearing', () => {
  test('lasts three weeks, with a reminder a week before its end, and is remembered', () => {
    const { head, owed } = followProofAct(aProofHead(), act('check', 'intend-claim'), {
      particulars: {
        intended: { kind: 'repayment', recognised: 47_489_71 },
        note: { text: 'Nicht alles nachgewiesen.' },
      },
    });
    expect(head).toMatchObject({
      at: 'hearing',
      due: '2028-04-02T22:00:00.000Z',
      about: { answerBy: '2028-04-10' },
    });
    expect(head.about.intended).toEqual({ kind: 'repayment', recognised: 47_489_71, note: 1 });
    expect(mailsOf(owed)).toEqual(['mail-assigned provider-verein']);
    const { head: reminded, owed: reminder } = followProofAct(
      head,
      { kind: 'overdue', step: 'hearing' },
      { at: '2028-04-02T22:00:00.000Z' },
    );
    expect(mailsOf(reminder)).toEqual(['mail-ending provider-verein']);
    expect(reminded.due).toBe('2028-04-10T22:00:00.000Z');
    const over = followProofAct(
      reminded,
      { kind: 'overdue', step: 'hearing' },
      { at: '2028-04-10T22:00:00.000Z' },
    );
    expect(over.head).toMatchObject({ at: 'claim', about: { heard: true } });
  });
});

describe('a claim', () => {
  const drafted = aProofHead({
    at: 'approval',
    about: {
      heard: true,
      claim: { ...claim, note: 2 },
      notice: { sha256: 'a'.repeat(64), for: 'head', on: '2028-04-20' },
    },
  });

  test('that is returned has to be drafted anew, and its document goes with it', () => {
    const { head } = followProofAct(drafted, act('approval', 'return', 'head'));
    expect(head.about.claim).toBeUndefined();
    expect(head.about.notice).toBeUndefined();
    expect(head.about.heard).toBe(true);
  });

  test('is announced by the mail to whoever filed the proof, or posted after all and not announced twice', () => {
    const filed = { person: 'vera', step: 'filing', action: 'submit', at: '2028-03-14T09:00:00.000Z' };
    const announcing = aProofHead({
      at: 'announce',
      about: { claim: { ...claim, note: 2 }, electronicNotice: true, acted: [filed] },
    });
    const { head: notifying, owed } = followProofAct(announcing, act('announce', 'notify'), {
      at: '2028-04-24T09:00:00.000Z',
    });
    expect(mailsOf(owed)).toEqual(['mail-assigned clerk', 'mail-notice vera']);
    const notified = followProofAct(
      notifying,
      { kind: 'result', step: 'notifying', outcome: 'notified' },
      {
        at: '2028-04-24T09:05:00.000Z',
        by: { system: true },
        particulars: { sentOn: '2028-04-24' },
      },
    );
    expect(notified.head.about).toMatchObject({
      notified: '2028-04-24',
      announced: { by: 'electronic', announcedOn: '2028-04-27', objectionEnds: '2028-05-29' },
    });
    const waiting = { ...notifying, owed };
    const posted = followProofAct(waiting, act('notifying', 'post'), {
      at: '2028-04-26T09:00:00.000Z',
      particulars: { sentOn: '2028-04-26' },
    });
    expect(posted.head.about.announced?.by).toBe('post');
    expect(mailsOf(posted.head.owed)).toEqual(['mail-assigned clerk']);
  });

  test('that was posted counts as announced, can be objected to for a month, and is payable by a day', () => {
    const announcing = aProofHead({ at: 'announce', about: { claim: { ...claim, note: 2 } } });
    const { head, owed } = followProofAct(announcing, act('announce', 'post'), {
      at: '2028-04-24T09:00:00.000Z',
      particulars: { sentOn: '2028-04-24' },
    });
    expect(head.about.announced).toEqual({
      by: 'post',
      sentOn: '2028-04-24',
      announcedOn: '2028-04-28',
      objectionEnds: '2028-05-29',
      payBy: '2028-05-29',
    });
    // Three working days to enter what came on the last day.
    expect(head.due).toBe('2028-06-01T22:00:00.000Z');
    expect(mailsOf(owed)).toContain('mail-news provider-verein');
    // Who takes an objection back has not given up the time for another one.
    const objected = followProofAct(head, act('objection-period', 'object'), {
      at: '2028-05-02T09:00:00.000Z',
      particulars: { receivedOn: '2028-05-02' },
    }).head;
    const back = followProofAct(objected, act('objection', 'take-back'), { at: '2028-05-03T09:00:00.000Z' });
    expect([back.head.at, back.head.due]).toEqual(['objection-period', '2028-06-01T22:00:00.000Z']);
  });

  test('that an objection overturns is kept as an earlier notice, and everything begins anew', () => {
    const announced = {
      by: 'post',
      sentOn: '2028-04-24',
      announcedOn: '2028-04-28',
      objectionEnds: '2028-05-29',
      payBy: '2028-05-29',
    } as const;
    const approved = { sha256: 'b'.repeat(64), by: 'head', at: '2028-04-21T09:00:00.000Z' };
    const objection = aProofHead({
      at: 'objection',
      about: { heard: true, claim: { ...claim, note: 2 }, approved, announced },
    });
    const { about } = followProofAct(objection, act('objection', 'remedy'), {
      particulars: { note: { text: 'Belege nachgereicht.' } },
    }).head;
    expect(about).toMatchObject({ earlier: [{ sha256: approved.sha256, announced }] });
    expect([about.claim, about.approved, about.announced, about.heard]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('whose money is back is closed with what was accepted and what came back', () => {
    const money = {
      ...NO_HOLDING,
      paid: { state: 14_246_91, county: 9_497_94, voluntary: 0 },
      accepted: { state: 28_493_83, county: 18_995_88, voluntary: 0 },
    };
    const waiting = aProofHead({ at: 'repayment', about: { claim: { ...claim, note: 2 } } });
    const { head } = followProofAct(waiting, act('repayment', 'money-back', 'treasurer'), {
      particulars: { application: aBudgetHead({ about: { money } }), receivedOn: '2028-06-02' },
    });
    expect(head).toMatchObject({
      at: 'closed',
      about: { result: { on: '2028-06-02', accepted: money.accepted, returned: money.paid } },
    });
    expect(head.deleteAt?.slice(0, 4)).toBe('2038');
  });
});
