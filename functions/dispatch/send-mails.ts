import { isDeepStrictEqual } from 'node:util';
import { dateOf } from '../../domain/calendar/due.ts';
import type { Instant } from '../../domain/calendar/period.ts';
import type { Head, Owed } from '../../domain/submission/head.ts';
import { decided } from '../cases/decide.ts';
import { changeHead } from '../store/heads.ts';
import { paid } from '../store/owe.ts';
import type { DispatchDeps } from './deps.ts';
import { letterFor } from './letters.ts';
import { toEach } from './to-each.ts';

type OwedMail = Owed & { do: 'mail' };

/** Longer than sending can take with its time-outs and attempts (real time, ms). */
const CLAIM = 15_000;

const mailsOf = (head: Head): [string, OwedMail][] =>
  Object.entries(head.owed).flatMap(([name, owed]) => (owed.do === 'mail' ? [[name, owed]] : []));

/** Whether somebody who may be alive is sending it. */
const isClaimed = ({ claimedUntil }: OwedMail, { aloneSince }: DispatchDeps, real: number) => {
  const until = Date.parse(claimedUntil ?? '') || 0;
  return until > real && until >= aloneSince + CLAIM;
};

/** Not longer than a day, not shorter than the schedule's patience (ms). */
const PAUSES = { shortest: 5 * 60 * 1000, longest: 24 * 60 * 60 * 1000 };

/**
 * A refused mail as it waits: as long again as it is owed already. Every attempt writes the head and so wakes dispatch:
 * without the pause a mail that is refused for good would be tried for ever without a rest.
 */
const paused = ({ claimedUntil: _, ...owed }: OwedMail, now: Instant): OwedMail => {
  const owedFor = Date.parse(now) - Date.parse(owed.at);
  const pause = Math.min(Math.max(owedFor, PAUSES.shortest), PAUSES.longest);
  return { ...owed, retryAt: new Date(Date.parse(now) + pause).toISOString() };
};

/** What became of the mail before: sent, done without (there is nobody to write to), or refused. */
interface Progress {
  done?: readonly string[];
  sent?: string;
  refused?: string;
}

/**
 * The head without what is done. A mail about a notice that was accepted for delivery is the proof of notification: the
 * announcement counts from that day, in the same write that marks the mail.
 */
const notified = async (
  { store, registers, clock }: DispatchDeps,
  now: Head,
  { done = [], sent }: Progress,
) => {
  const settled = paid(now, done);
  const one = sent === undefined ? undefined : now.owed[sent];
  const isProof = one?.do === 'mail' && one.mail === 'notice';
  const hasNotice = settled.form === 'budget-application' || settled.form === 'proof-of-use';
  if (!isProof || !hasNotice || settled.at !== 'notifying') return { head: settled, with: [] };
  const at = clock.now();
  return decided(store, settled, {
    act: { kind: 'result', step: settled.at, outcome: 'notified' },
    by: { system: true },
    at,
    county: await registers.county(),
    particulars: { sentOn: dateOf(at) },
  });
};

/** Claims the first mail that nobody else is sending, in the same write that says what became of the one before. */
const claim = async (deps: DispatchDeps, id: string, progress: Progress) => {
  const { refused } = progress;
  let mine: [string, OwedMail] | undefined;
  const real = Date.now();
  const head = await changeHead(deps.store, id, async (now) => {
    const settled = await notified(deps, now, progress);
    const { owed, ...rest } = await toEach(deps, settled.head);
    const clock = deps.clock.now();
    const after = Object.fromEntries(
      Object.entries(owed).map(([name, one]) => [
        name,
        one.do === 'mail' && name === refused ? paused(one, clock) : one,
      ]),
    );
    mine = mailsOf({ ...rest, owed: after }).find(
      ([, mail]) => !isClaimed(mail, deps, real) && (mail.retryAt ?? '') <= clock,
    );
    if (mine) after[mine[0]] = { ...mine[1], claimedUntil: new Date(real + CLAIM).toISOString() };
    const next = paid({ ...rest, owed: after }, []);
    return isDeepStrictEqual(next, now) ? undefined : { head: next, with: settled.with };
  });
  const claimed = head ? mailsOf(head).filter(([, mail]) => isClaimed(mail, deps, real)) : [];
  return { head, mine, claimed };
};

/** Whoever claimed it is mostly done long before the claim ends (ms). */
const LOOK_AGAIN = 1_000;

const waitForOthers = async (mails: [string, OwedMail][]) => {
  const until = mails.map(([, { claimedUntil }]) => Date.parse(claimedUntil ?? '') || 0);
  const wait = Math.max(0, ...until) - Date.now();
  await new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(wait, 0), LOOK_AGAIN) + 50));
};

/** @returns whether there was somebody to send it to */
const send = async (deps: DispatchDeps, head: Head, owed: OwedMail): Promise<boolean> => {
  const letter = await letterFor(deps, head, owed);
  if (letter) await deps.postman(letter);
  else deps.log.warn('nobody to write to', { id: head.id, mail: owed.mail });
  return letter !== undefined;
};

/**
 * Takes away what is done and sends what is owed, one after the other. Each mail is claimed before it is sent and marked
 * right after the mail service's answer: only a kill between the two can repeat one. A claim that a dead dispatcher left
 * is waited for. A mail that is refused stays owed and holds up no other.
 * @throws the first refusal, when all others are sent.
 */
export const sendMails = async (deps: DispatchDeps, id: string, done: readonly string[]): Promise<void> => {
  let failure: unknown;
  for (let progress: Progress = { done }; ; ) {
    const { head, mine, claimed } = await claim(deps, id, progress);
    progress = {};
    if (!head || (!mine && claimed.length === 0)) break;
    if (!mine) {
      await waitForOthers(claimed);
      continue;
    }
    const [name, owed] = mine;
    try {
      const isSent = await send(deps, head, owed);
      progress = { done: [name], ...(isSent && { sent: name }) };
    } catch (error) {
      failure ??= error;
      progress = { refused: name };
    }
  }
  if (failure) throw failure;
};
