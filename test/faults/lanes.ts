import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KILL_NOTE, KilledError, type Machine, type Moment, startMachine } from './machine.ts';
import type { Answer } from './running-case.ts';

/** One data folder on which one machine after the other lives and is killed. */
export interface Lane {
  data: string;
  machine?: Machine | undefined;
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'bindeglied-killed-'));

/** Does something until the machine is dead. @returns the status of the answer, if there was one */
export const actUntilKilled = async (
  machine: Machine,
  act: () => Promise<Answer<unknown>>,
): Promise<number | undefined> => {
  let status: number | undefined;
  try {
    status = (await act()).status;
    await machine.idle();
  } catch (error) {
    if (!(error instanceof KilledError || error instanceof TypeError)) throw error;
  }
  await machine.dead();
  return status;
};

/** Whose mails the last kill may have repeated. */
export const repeatableOf = (lane: Lane) =>
  JSON.parse(readFileSync(join(lane.data, KILL_NOTE), 'utf8')) as string[];

/** To whom mails went since there were so many. */
export const sentSince = async (machine: Machine, count: number): Promise<string[]> =>
  (await machine.mails()).slice(count).flatMap(({ to }) => to);

/** Lanes that tests take and give back, each with its machine; @param clock where a new one's begins */
export const createLanes = (count: number, clock: string) => {
  const lanes = Array.from({ length: count }, (): Lane => ({ data: newFolder() }));
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];

  const started = async (lane: Lane): Promise<Machine> => {
    lane.machine ??= await startMachine(lane.data, clock);
    return lane.machine;
  };
  const startAndDie = async (lane: Lane, at: readonly Moment[]) => {
    const ended = await startMachine(lane.data, clock, at).catch((error: unknown) => error);
    if (ended instanceof KilledError) return;
    // It had just told that it is ready.
    await (ended as Machine).dead();
    await (ended as Machine).stop();
  };

  return {
    started,

    /** The next machine on the same files; with `again`, one is killed there while it starts. */
    async restarted(lane: Lane, again?: readonly Moment[]): Promise<Machine> {
      await lane.machine?.stop();
      lane.machine = undefined;
      if (again) await startAndDie(lane, again);
      const machine = await started(lane);
      await machine.idle();
      return machine;
    },

    async use(during: (lane: Lane) => Promise<void>): Promise<void> {
      const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
      try {
        await during(lane);
      } catch (error) {
        // What comes after must not suffer from it.
        await lane.machine?.stop();
        lane.machine = undefined;
        lane.data = newFolder();
        throw error;
      } finally {
        const next = waiting.shift();
        if (next) next(lane);
        else free.push(lane);
      }
    },

    async close(): Promise<void> {
      for (const { machine, data } of lanes) {
        await machine?.stop();
        rmSync(data, { recursive: true });
      }
    },
  };
};
