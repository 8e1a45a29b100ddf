import { isDeepStrictEqual } from 'node:util';
import type { Head, Owed } from '../../domain/submission/head.ts';
import { changeHead } from '../store/heads.ts';
import { paid } from '../store/owe.ts';
import type { DispatchDeps } from './deps.ts';
import { letterFor } from './letters.ts';

type OwedMail = Owed & { do: 'mail' };

/** Longer than sending can take with its time-outs and attempts (real time, ms). */
const CLAIM = 15_000;

const mailsOf = (head: Head): [string, OwedMail][] =>
  Object.entries(head.owed).flatMap(([name, owed]) => (owed.do === 'mail' ? [[name, owed]] : []));

/** A mail to a role becomes one to each of its people, so that each is sent and marked by itself. */
const toEach = async ({ registers }: DispatchDeps, head: Head): Promise<Head> => {
  const people = await registers.people();
  const owed: Record<string, Owed> = {};
  for (const [name, one] of Object.entries(head.owed)) {
    if (one.do !== 'mail' || !('role' in one.to)) owed[name] = one;
    else {
      const { role } = one.to;
      const able = people.filter(({ id, roles }) => roles.includes(role) && !head.excluded.includes(id));
      for (const { id } of able) owed[`${name}-${id}`] = { ...one, to: { person: id } };
    }
  }
  return { ...head, owed };
};

const isFree = (owed: OwedMail, now: number) => !owed.claimedUntil || Date.parse(owed.claimedUntil) <= now;

/** Claims what nobody else is sending, in the same write that takes away what is done already. */
const claim = async (deps: DispatchDeps, id: string, done: readonly string[]) => {
  let mine: string[] = [];
  const head = await changeHead(deps.store, id, async (now) => {
    const open = await toEach(deps, paid(now, done));
    const real = Date.now();
    const claimedUntil = new Date(real + CLAIM).toISOString();
    const free = mailsOf(open).filter(([, owed]) => isFree(owed, real));
    mine = free.map(([name]) => name);
    const claimed = Object.fromEntries(free.map(([name, owed]) => [name, { ...owed, claimedUntil }]));
    const next = paid({ ...open, owed: { ...open.owed, ...claimed } }, []);
    return isDeepStrictEqual(next, now) ? undefined : { head: next };
  });
  return { head, mine };
};

const waitForOthers = async (head: Head) => {
  const until = mailsOf(head).map(([, { claimedUntil }]) => Date.parse(claimedUntil ?? '') || 0);
  const wait = Math.max(0, ...until) - Date.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(wait, CLAIM) + 50));
};

/**
 * Takes away what is done and sends what is owed. Each mail is claimed before it is sent and marked right after the mail
 * service's answer: only a kill between the two can repeat one. A claim that a dead dispatcher left is waited for.
 */
export const sendMails = async (deps: DispatchDeps, id: string, done: readonly string[]): Promise<void> => {
  let finished = done;
  for (;;) {
    const { head, mine } = await claim(deps, id, finished);
    if (!head || mailsOf(head).length === 0) return;
    if (mine.length === 0) await waitForOthers(head);
    finished = [];
    for (const [name, owed] of mailsOf(head).filter(([one]) => mine.includes(one))) {
      const letter = await letterFor(deps, head, owed);
      if (letter) await deps.postman(letter);
      else deps.log.warn('nobody to write to', { id, mail: owed.mail });
      await changeHead(deps.store, id, (now) => (name in now.owed ? { head: paid(now, [name]) } : undefined));
    }
  }
};
