import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { Instant } from '../../domain/calendar/period.ts';
import { writeWhole } from '../write-file.ts';

/** The clock was asked to go back, which would undo what already fell due. */
export class ClockBackwardsError extends Error {
  override name = 'ClockBackwardsError';
  readonly now: Instant;
  constructor(now: Instant) {
    super(`The clock never goes back; it stands at ${now}.`);
    this.now = now;
  }
}

/** The time that deadlines go by: the real one, moved by an offset that outlives a restart and never shrinks. */
export interface MovedClock {
  now(): Instant;
  /** Goes on from `to`; the new offset is on the disk before anybody sees the new time. @throws ClockBackwardsError */
  set(to: Instant): Promise<void>;
}

const clockFile = z.object({ offset: z.int() });

const readOffset = async (file: string): Promise<number | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : clockFile.parse(JSON.parse(text)).offset;
};

/**
 * @param file where the offset lies, in milliseconds
 * @param first where a clock begins that has no file yet; else with real time
 */
export async function openClock(file: string, first?: Instant): Promise<MovedClock> {
  const known = await readOffset(file);
  let offset = known ?? (first ? Date.parse(first) - Date.now() : 0);
  const write = (value: number) => writeWhole(file, `${JSON.stringify({ offset: value })}\n`);
  if (known === undefined) await write(offset);
  let latest = 0;
  const now = () => {
    // Real time may be set back under us; this clock then stands still.
    latest = Math.max(latest, Date.now() + offset);
    return new Date(latest).toISOString();
  };
  return {
    now,
    async set(to) {
      const by = Date.parse(to) - Date.parse(now());
      if (by < 0) throw new ClockBackwardsError(now());
      await write(offset + by);
      offset += by;
    },
  };
}
