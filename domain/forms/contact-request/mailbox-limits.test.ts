import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterMessage,
  afterReaction,
  MOST_UNANSWERED,
  MOST_WRITTEN,
  mailboxLimit,
} from './mailbox-limits.ts';

type Written = Parameters<typeof mailboxLimit>[0];

const many = (times: number, of: Written = {}): Written =>
  Array.from({ length: times }).reduce<Written>((now) => afterMessage(now), of);

test('a mailbox is open at first, closes for a while after many messages in a row, and opens with a reaction', () => {
  expect(mailboxLimit({})).toBeUndefined();
  expect(mailboxLimit(many(MOST_UNANSWERED - 1))).toBeUndefined();
  expect(mailboxLimit(many(MOST_UNANSWERED))).toBe('wait-for-answer');
  expect(mailboxLimit(afterReaction(many(MOST_UNANSWERED)))).toBeUndefined();
});

test('what was never counted stays so when the office reacts', () => {
  expect(afterReaction({})).toEqual({});
});

test('however the two sides take turns, a mailbox takes so many messages in a row, and so many in all', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 2 * MOST_WRITTEN }), (turns) => {
      let [now, all, inARow]: [Written, number, number] = [{}, 0, 0];
      for (const byFamily of turns) {
        if (!byFamily) {
          now = afterReaction(now);
          inARow = 0;
        } else if (mailboxLimit(now) === undefined) {
          now = afterMessage(now);
          all += 1;
          inARow += 1;
        }
        expect(all).toBeLessThanOrEqual(MOST_WRITTEN);
        expect(inARow).toBeLessThanOrEqual(MOST_UNANSWERED);
        const full = all === MOST_WRITTEN ? 'mailbox-full' : undefined;
        const wait = inARow === MOST_UNANSWERED ? 'wait-for-answer' : undefined;
        expect(mailboxLimit(now)).toBe(full ?? wait);
      }
    }),
  );
});
