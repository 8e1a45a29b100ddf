import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, endOf, lastDay, startOf } from '../../calendar/due.ts';
import { days, type Instant } from '../../calendar/period.ts';
import { workingDaysUsed } from '../../calendar/turns.ts';
import { addWorkingDays, workingDaysBetween } from '../../calendar/working-day.ts';
import type { Act } from '../../process/apply-act.ts';
import { aBudgetHead, followAct, type Given } from './a-budget-head.test-data.ts';
import type { BudgetHead } from './particulars.ts';

const FIELDS = [{ path: 'goals', reason: 'Bitte genauer.' }];
const action = (step: string, name: string, as: 'clerk' | 'coordinator' | 'provider' = 'clerk'): Act => ({
  kind: 'action',
  step,
  action: name,
  as,
});
const overdue = (step: string): Act => ({ kind: 'overdue', step });

const acted = (before: BudgetHead, act: Act, at: Instant, more: Given = {}) =>
  followAct(before, act, { at, ...more }).head;
const query = (before: BudgetHead, at: Instant, more: Given = {}) =>
  acted(before, action(before.at, 'query', before.at === 'opinion' ? 'coordinator' : 'clerk'), at, {
    particulars: { note: { fields: FIELDS } },
    ...more,
  });
/** The corrections are sent, looked at by the system in the same moment, and lie with the clerk again. */
const correct = (before: BudgetHead, at: Instant) =>
  acted(
    acted(before, action('queries', 'correct', 'provider'), at),
    { kind: 'result', step: 'screen', outcome: 'full' },
    at,
  );
const lapse = (before: BudgetHead) => {
  const reminded = acted(before, overdue('queries'), before.due ?? '');
  return acted(reminded, overdue('queries'), reminded.due ?? '');
};

describe('a query', () => {
  // Monday 9 March; 28 days later is Easter Monday, so that the period ends on the Tuesday.
  const asked = query(aBudgetHead(), '2026-03-09T10:00:00.000Z');

  test("gives the applicant the county's days, to the end of the last, with a reminder a week before", () => {
    expect(asked).toMatchObject({ at: 'queries', due: startOf('2026-03-31') });
    expect(asked.about).toMatchObject({ answerBy: '2026-04-07', reopened: ['goals'] });
    const reminded = acted(asked, overdue('queries'), asked.due ?? '');
    expect(reminded).toMatchObject({ at: 'queries', due: endOf('2026-04-07'), missed: 1 });
    expect(reminded.about).toMatchObject({ answerBy: '2026-04-07', reopened: ['goals'] });
  });

  test('that nobody answers goes back to the clerk with what was left of the step', () => {
    const back = lapse(asked);
    // Five of ten working days were used; the day on which it came back does not count.
    expect(back).toMatchObject({ at: 'completeness', since: endOf('2026-04-07') });
    expect(back.due).toBe(endOf(addWorkingDays('2026-04-08', 5)));
    expect(back.about.answerBy).toBeUndefined();
    expect(back.about.reopened).toBeUndefined();
  });

  test('of a county that gives a week or less is reminded of with the beginning of the last day', () => {
    for (const queryDays of [1, 2, 7]) {
      const short = query(aBudgetHead(), '2026-03-10T10:00:00.000Z', { rules: { queryDays } });
      const last = lastDay('2026-03-10', days(queryDays));
      expect([short.about.answerBy, short.due]).toEqual([last, startOf(last)]);
      expect(acted(short, overdue('queries'), short.due ?? '').due).toBe(endOf(last));
    }
  });

  test('leaves the hearing its own days', () => {
    const drafted = aBudgetHead({ at: 'route', due: undefined });
    const heard = acted(
      drafted,
      { kind: 'result', step: 'route', outcome: 'hearing' },
      '2026-03-09T10:00:00.000Z',
    );
    expect(heard.about.answerBy).toBe('2026-03-30');
    expect(heard.due).toBe(startOf('2026-03-23'));
  });
});

/** Some hours within a day, never its midnight. */
const hour = fc.integer({ min: 7, max: 20 }).map((h) => String(h).padStart(2, '0'));
const laterBy = (from: Instant, n: number, at: string): Instant =>
  new Date(Date.parse(`${dateOf(from)}T${at}:00:00.000Z`) + n * 86_400_000).toISOString();
const stretch = fc.record({
  office: fc.integer({ min: 1, max: 5 }),
  applicant: fc.integer({ min: 1, max: 27 }),
  hour,
});

describe('while the office waits for the applicant its clock stands still', () => {
  test('the due date moves by exactly the working days that the applicant had it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.array(stretch, { minLength: 1, maxLength: 3 }),
        (day, stretches) => {
          const since = laterBy('2026-01-05T09:00:00.000Z', day, '09');
          const first = addWorkingDays(dateOf(since), 10);
          let head = aBudgetHead({
            since,
            due: endOf(first),
            about: { turns: [{ side: 'office', from: since }] },
          });
          let waited = 0;
          for (const { office, applicant, hour: at } of stretches) {
            const asked = laterBy(head.since, office, at);
            const answered = laterBy(asked, applicant, at);
            head = correct(query(head, asked), answered);
            waited += workingDaysBetween(dateOf(asked), dateOf(answered));
          }
          const used = head.about.interrupted?.used ?? 0;
          fc.pre(used < 10);
          expect(head.due).toBe(endOf(addWorkingDays(first, waited)));
          expect(workingDaysUsed(head.about.turns, 'applicant', head.since)).toBe(waited);
          expect(workingDaysUsed(head.about.turns, 'office', head.since)).toBe(used);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('whoever had used all days of a step has the next working day', () => {
    const late = query(aBudgetHead({ missed: 1 }), '2026-03-27T10:00:00.000Z');
    expect(late.about.interrupted).toEqual({ step: 'completeness', used: 19 });
    expect(correct(late, '2026-04-07T10:00:00.000Z').due).toBe(endOf('2026-04-08'));
  });

  test('a step that is done has all of its days when the case comes back to it', () => {
    const back = correct(query(aBudgetHead(), '2026-03-09T10:00:00.000Z'), '2026-03-16T10:00:00.000Z');
    expect(back.due).toBe(endOf(addWorkingDays('2026-03-16', 5)));
    const done = acted(back, action('completeness', 'complete'), '2026-03-17T10:00:00.000Z');
    expect(done.about.interrupted).toBeUndefined();
    const anew = acted(
      { ...done, at: 'release' },
      { kind: 'result', step: 'release', outcome: 'released' },
      '2026-05-04T10:00:00.000Z',
    );
    expect(anew.due).toBe(endOf(addWorkingDays('2026-05-04', 10)));
  });

  test('an opinion that asked has what was left of it after the check that lies between', () => {
    const opinion = acted(aBudgetHead(), action('completeness', 'complete'), '2026-03-03T10:00:00.000Z');
    const asked = query(opinion, '2026-03-06T10:00:00.000Z');
    expect(asked.about.interrupted).toEqual({ step: 'opinion', used: 3 });
    const checked = correct(asked, '2026-03-12T10:00:00.000Z');
    expect(checked.due).toBe(endOf(addWorkingDays('2026-03-12', 10)));
    const again = acted(checked, action('completeness', 'complete'), '2026-03-13T10:00:00.000Z');
    expect(again.due).toBe(endOf(addWorkingDays('2026-03-13', 7)));
  });
});

describe('whose turn it was', () => {
  test('nobody has it before an application is sent', () => {
    const draft = aBudgetHead({ at: 'draft', visit: 1, about: { sent: 0, turns: [] } });
    expect(acted(draft, overdue('draft'), draft.due ?? '').about.turns).toEqual([]);
    const sent = acted(draft, action('draft', 'submit', 'provider'), '2026-03-02T09:00:00.000Z');
    expect(sent.about.turns).toEqual([{ side: 'office', from: '2026-03-02T09:00:00.000Z' }]);
  });

  test('ends with the case', () => {
    const ended = acted(
      aBudgetHead(),
      action('completeness', 'withdraw', 'provider'),
      '2026-03-05T09:00:00.000Z',
    );
    expect(ended.about.turns).toEqual([
      { side: 'office', from: '2026-03-02T09:00:00.000Z', to: '2026-03-05T09:00:00.000Z' },
    ]);
    expect(ended.due).toBeUndefined();
  });
});

describe('the period for objections ends with its very day, and three working days later the waiting for what came in by then', () => {
  const approved = { sha256: 'a'.repeat(64), by: 'cora', at: '2026-01-29T09:00:00.000Z' };
  const toAnnounce = aBudgetHead({ at: 'announce', about: { approved } });

  // The domain's own examples.
  test.each([
    ['2026-01-30', '2026-02-03', '2026-03-03', '2026-03-06'],
    // The third day after the end: the fourth of June is Corpus Christi, and a week-end follows.
    ['2026-04-29', '2026-05-03', '2026-06-03', '2026-06-09'],
  ])('posted on %s', (sentOn, announcedOn, objectionEnds, entered) => {
    const posted = acted(toAnnounce, action('announce', 'post'), `${sentOn}T12:00:00.000Z`, {
      particulars: { sentOn },
    });
    expect(posted.about.announced).toEqual({ by: 'post', sentOn, announcedOn, objectionEnds });
    expect([posted.at, posted.due]).toEqual(['objection-period', endOf(entered)]);
  });

  test('notified on 2026-01-30', () => {
    const notifying = acted(toAnnounce, action('announce', 'notify'), '2026-01-30T12:00:00.000Z');
    const notified = acted(
      notifying,
      { kind: 'result', step: 'notifying', outcome: 'notified' },
      '2026-01-30T12:00:00.000Z',
      {
        particulars: { sentOn: '2026-01-30' },
      },
    );
    expect(notified.about).toMatchObject({
      notified: '2026-01-30',
      announced: { by: 'electronic', announcedOn: '2026-02-02', objectionEnds: '2026-03-02' },
    });
    expect(notified.due).toBe(endOf('2026-03-05'));
    const opening = acted(notified, overdue('objection-period'), notified.due ?? '');
    const final = acted(opening, { kind: 'result', step: 'opening', outcome: 'opened' }, notified.due ?? '');
    expect([final.at, final.endedAt]).toEqual(['final', '2026-03-05T23:00:00.000Z']);
  });

  test('entered weeks after the posting, it counts from the posting', () => {
    const late = acted(toAnnounce, action('announce', 'post'), '2026-02-20T12:00:00.000Z', {
      particulars: { sentOn: '2026-01-30' },
    });
    expect(late.due).toBe(endOf('2026-03-06'));
  });

  test('entered when the period is over, it leaves time for an objection that has come meanwhile', () => {
    const late = acted(toAnnounce, action('announce', 'post'), '2026-04-02T12:00:00.000Z', {
      particulars: { sentOn: '2026-01-30' },
    });
    expect(late.about.announced?.objectionEnds).toBe('2026-03-03');
    // Good Friday and Easter Monday lie between.
    expect(late.due).toBe(endOf('2026-04-09'));
  });
});
