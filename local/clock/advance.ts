import type { Instant } from '../../domain/calendar/period.ts';
import { ClockBackwardsError, type MovedClock } from './moved-clock.ts';

/** The same submissions stayed due although the calendar's function ran: moving on would pass them over. */
export class StuckError extends Error {
  override name = 'StuckError';
  constructor(at: Instant, ids: readonly string[]) {
    super(`At ${at} these submissions stay due: ${ids.join(', ')}. The functions' log says why.`);
  }
}

export interface Calendar {
  clock: MovedClock;
  /** The next instant at which something falls due. */
  nextWake(): Promise<Instant | undefined>;
  /** Ids of what is due by now and was not dealt with yet. */
  due(): Promise<string[]>;
  sweep(): Promise<void>;
  /** Resolves when nothing is going on any more. */
  quiet(): Promise<void>;
}

const TRIES = 3;

/** Deals with everything that is due at this instant. */
const settle = async ({ clock, due, sweep, quiet }: Calendar): Promise<void> => {
  let before = '';
  for (let same = 0; same < TRIES; ) {
    await sweep();
    await quiet();
    const left = await due();
    if (left.length === 0) return;
    same = left.join() === before ? same + 1 : 0;
    before = left.join();
  }
  throw new StuckError(clock.now(), before.split(','));
};

/**
 * Moves the clock from due date to due date, so that each finds the world as it would have been, and answers when all
 * that fell due on the way is done. With an aborted `signal` it goes no further than the due date where it is.
 * @throws ClockBackwardsError StuckError
 */
export type Advance = (target: Instant, signal?: AbortSignal) => Promise<void>;

export const createAdvance = (calendar: Calendar): Advance => {
  const { clock, nextWake, quiet } = calendar;
  const advance: Advance = async (target, signal) => {
    if (target < clock.now()) throw new ClockBackwardsError(clock.now());
    await quiet();
    for (let wake = await nextWake(); wake && wake <= target; wake = await nextWake()) {
      if (signal?.aborted) return;
      if (wake > clock.now()) await clock.set(wake);
      await settle(calendar);
    }
    if (signal?.aborted) return;
    if (target > clock.now()) await clock.set(target);
    await settle(calendar);
  };
  // One move at a time: a second one begins where the first one ends.
  let last: Promise<void> = Promise.resolve();
  return (target, signal) => {
    const moved = last.then(() => advance(target, signal));
    last = moved.catch(() => undefined);
    return moved;
  };
};
