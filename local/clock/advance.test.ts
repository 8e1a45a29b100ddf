import { expect, it } from 'vitest';
import { type Calendar, createAdvance, StuckError } from './advance.ts';
import { ClockBackwardsError, type MovedClock } from './moved-clock.ts';

const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;

/** A calendar whose entries are done by a sweep on their day, unless they are stuck. */
const calendarOf = (dates: string[], stuck: string[] = [], onSwept: () => void = () => undefined) => {
  const swept: string[] = [];
  let now = day(1);
  const clock: MovedClock = {
    now: () => now,
    set: async (to) => {
      now = to;
    },
  };
  const open = () => dates.toSorted();
  const calendar: Calendar = {
    clock,
    nextWake: async () => open()[0],
    due: async () => open().filter((date) => date <= now),
    sweep: async () => {
      for (const date of dates.filter((one) => one <= now && !stuck.includes(one))) {
        swept.push(`${date} at ${now}`);
        onSwept();
        dates.splice(dates.indexOf(date), 1);
      }
    },
    quiet: async () => undefined,
  };
  return { advance: createAdvance(calendar), clock, swept, dates };
};

it('stops at each due date on the way and goes no further than asked', async () => {
  const { advance, clock, swept, dates } = calendarOf([day(9), day(3), day(3), day(5)]);
  await advance(day(7));
  expect(swept).toEqual([`${day(3)} at ${day(3)}`, `${day(3)} at ${day(3)}`, `${day(5)} at ${day(5)}`]);
  expect([clock.now(), dates]).toEqual([day(7), [day(9)]]);
});

it('deals with what was due before, at the time it is', async () => {
  const { advance, swept } = calendarOf(['2025-12-01T00:00:00.000Z']);
  await advance(day(2));
  expect(swept).toEqual([`2025-12-01T00:00:00.000Z at ${day(1)}`]);
});

it('moves twice one after the other, never at once, and never back', async () => {
  const { advance, clock, swept } = calendarOf([day(3), day(5)]);
  const [first, second, third] = await Promise.allSettled([
    advance(day(4)),
    advance(day(6)),
    advance(day(2)),
  ]);
  expect([first?.status, second?.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(third).toMatchObject({ status: 'rejected', reason: expect.any(ClockBackwardsError) });
  expect([clock.now(), swept.length]).toEqual([day(6), 2]);
});

it('stands still at the due date where it is when nobody waits for it any more, and goes on when somebody does', async () => {
  const gone = new AbortController();
  const { advance, clock, swept } = calendarOf([day(3), day(5), day(7)], [], () => gone.abort());
  await advance(day(9), gone.signal);
  expect([clock.now(), swept.length]).toEqual([day(3), 1]);
  await advance(day(9));
  expect([clock.now(), swept.length]).toEqual([day(9), 3]);
});

it('does not pass over what stays due, and says what it is', async () => {
  const { advance, clock } = calendarOf([day(3), day(5)], [day(3)]);
  await expect(advance(day(6))).rejects.toThrow(StuckError);
  expect(clock.now()).toBe(day(3));
});
