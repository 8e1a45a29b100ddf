import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { SubmissionAnswer } from '../../domain/api/portal.ts';
import { KilledError, type Machine, type Moment, startMachine } from './machine.ts';

/** A writing that the machine is killed before or after: the `nth` of a function. */
export const write = (phase: Moment['phase'], by: string, nth = 1): Moment => ({
  call: 'dynamodb TransactWriteItems',
  phase,
  by,
  nth,
});

/** The machine of a file of tests, with people of the register at it: it is killed, and started again on its files. */
export const mortalMachine = (name: string, clock: string) => {
  const data = mkdtempSync(join(tmpdir(), `bindeglied-${name}-`));
  let machine: Machine;
  beforeAll(async () => {
    machine = await startMachine(data, clock);
  });
  afterAll(async () => {
    await machine.stop();
    rmSync(data, { recursive: true });
  });

  const ask = <Body>(user: string, method: string, path: string, body?: unknown) =>
    machine.api.ask<Body>(user, method, path, body);
  const decide = async (user: string, id: string, action: string, more: object = {}) => {
    const { body } = await ask<SubmissionAnswer>(user, 'GET', `submissions/${id}`);
    const { at: step, version } = body;
    return ask(user, 'POST', `submissions/${id}/decisions`, { step, action, version, ...more });
  };
  /** Decides, and waits for what follows. */
  const decided = async (...given: Parameters<typeof decide>) => {
    expect((await decide(...given)).status).toBe(200);
    await machine.idle();
  };
  /** Starts a machine that is killed while it starts or soon after it. */
  const startedDying = async (at: readonly Moment[]) => {
    const ended = await startMachine(data, clock, at).catch((error: unknown) => error);
    if (ended instanceof KilledError) return;
    await (ended as Machine).dead();
    await (ended as Machine).stop();
  };
  /**
   * Does something until the machine is dead, and starts it again.
   * @param again when it is killed once more, after it has started again
   */
  const killedDuring = async (
    at: readonly Moment[],
    act: () => Promise<unknown>,
    again?: readonly Moment[],
  ) => {
    await machine.arm(at);
    try {
      await act();
      await machine.idle();
    } catch (error) {
      if (!(error instanceof KilledError || error instanceof TypeError)) throw error;
    }
    await machine.dead();
    await machine.stop();
    if (again) await startedDying(again);
    machine = await startMachine(data, clock);
    await machine.idle();
  };
  return {
    get api() {
      return machine.api;
    },
    get inside() {
      return machine.inside;
    },
    idle: () => machine.idle(),
    ask,
    decide,
    decided,
    killedDuring,
  };
};
export type MortalMachine = ReturnType<typeof mortalMachine>;
