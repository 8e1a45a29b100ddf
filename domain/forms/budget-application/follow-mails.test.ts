import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act } from '../../process/apply-act.ts';
import { isPersonStep, type Process } from '../../process/process.ts';
import type { Owed } from '../../submission/head.ts';
import { aBudgetHead, followAct, type Given } from './a-budget-head.test-data.ts';
import type { BudgetAbout } from './about.ts';
import { anyWalk } from './any-walk.test-data.ts';
import { budgetApplicationV1 } from './process.ts';

const process: Process = budgetApplicationV1;
const result = (step: string, outcome: string): Act => ({ kind: 'result', step, outcome });
const overdue = (step: string): Act => ({ kind: 'overdue', step });
const action = (
  step: string,
  name: string,
  as: 'clerk' | 'head' | 'coordinator' | 'provider' = 'clerk',
): Act => ({
  kind: 'action',
  step,
  action: name,
  as,
});

const mailsOf = (owed: Record<string, Owed>) =>
  Object.values(owed).map((one) =>
    one.do === 'mail' ? `${one.mail} → ${Object.entries(one.to).join(' ').replace(',', ' ')}` : one.do,
  );
const mails = (act: Act, given: Given & { about?: Partial<BudgetAbout> } = {}) => {
  const before = aBudgetHead({ at: act.step, ...(given.about && { about: given.about }) });
  return mailsOf(
    followAct(before, act, { ...(act.kind === 'overdue' && { at: before.due ?? '' }), ...given }).owed,
  );
};

const sent = {
  kitas: ['kita-1', 'kita-3'] as string[],
  purpose: 'kita-social-work',
  applied: 5,
  electronicNotice: true,
} as const;
const by = { person: 'vera' };

describe('a mail goes to', () => {
  test.each<[string, string[], string[]]>([
    [
      'the Kitas that a first version names',
      mails(action('draft', 'submit', 'provider'), {
        by,
        particulars: { sent },
        about: { sent: 0, kitas: [] },
      }),
      ['cosign → kita kita-1', 'cosign → kita kita-3'],
    ],
    [
      'only those that a correction adds',
      mails(action('queries', 'correct', 'provider'), { by, particulars: { sent } }),
      ['cosign → kita kita-3'],
    ],
    [
      'the clerks, when it is theirs',
      mails(result('screen', 'full'), { particulars: { unstaffed: [] } }),
      ['assigned → role clerk'],
    ],
    [
      'the head as well, when nobody would remain',
      mails(result('screen', 'full'), { particulars: { unstaffed: ['approval'] } }),
      ['assigned → role clerk', 'unstaffed → role head'],
    ],
    [
      'the head not again for the same step',
      mails(result('screen', 'full'), {
        particulars: { unstaffed: ['approval'] },
        about: { unstaffed: ['approval'] },
      }),
      ['assigned → role clerk'],
    ],
    [
      'the head again for another step',
      mails(result('screen', 'full'), {
        particulars: { unstaffed: ['opinion'] },
        about: { unstaffed: ['approval'] },
      }),
      ['assigned → role clerk', 'unstaffed → role head'],
    ],
    [
      'everybody of the provider who is asked',
      mails(action('completeness', 'query'), {
        particulars: { note: { fields: [{ path: 'goals', reason: 'Warum?' }] } },
      }),
      ['assigned → provider verein'],
    ],
    ['and reminded before the time is over', mails(overdue('queries')), ['ending → provider verein']],
    ['the office, reminded when it is over', mails(overdue('completeness')), ['reminder → role clerk']],
    [
      'the provider and the clerks, when it has to wait',
      mails(result('reserve', 'wait')),
      ['assigned → role clerk', 'news → provider verein'],
    ],
    ['the head, for approval', mails(result('route', 'approval')), ['assigned → role head']],
    ["the committee's office", mails(result('route', 'committee')), ['assigned → role committee']],
    [
      'the one who sent it, about a notice in the mailbox',
      mails(action('announce', 'notify')),
      ['assigned → role clerk', 'notice → person vera'],
    ],
    [
      'the provider, when it is final',
      mails({ kind: 'result', step: 'opening', outcome: 'nothing' }),
      ['news → provider verein'],
    ],
    [
      'nobody, when the provider withdraws',
      mails(action('completeness', 'withdraw', 'provider'), { by }),
      [],
    ],
    ['nobody, when the system works on', mails(action('opinion', 'recommend', 'coordinator')), []],
  ])('%s', (_whom, owed, expected) => {
    expect(owed).toEqual(expected);
  });
});

test("whoever has the turn gets one mail, and a provider learns of nothing that is only the office's", () => {
  fc.assert(
    fc.property(anyWalk, (steps) => {
      for (const { before, head, owed } of steps) {
        const step = process.steps[head.at];
        const turn = step && isPersonStep(step) ? step.by : undefined;
        const all = mailsOf(owed);
        const mine = all.filter((mail) => /^(assigned|reminder|ending)/.test(mail));
        const name = head.visit > before.visit ? 'assigned' : turn === 'provider' ? 'ending' : 'reminder';
        const whom = turn === 'provider' ? 'provider verein' : `role ${turn}`;
        expect(mine).toEqual(turn ? [`${name} → ${whom}`] : []);
        const toProvider = all.filter((mail) => mail.endsWith('provider verein'));
        if (turn !== 'provider' && !['waiting', 'objection', 'appeal', 'final'].includes(head.at))
          expect(toProvider).toEqual([]);
        expect(new Set(Object.keys(owed)).size).toBe(all.length);
      }
    }),
    { numRuns: 60 },
  );
});
