import type { Head } from '../../domain/submission/head.ts';
import { renewRun } from '../cases/renew-run.ts';
import { readHead } from '../store/heads.ts';
import { readToken } from '../store/tokens.ts';
import type { DispatchDeps } from './deps.ts';
import { sendMails } from './send-mails.ts';

/** Lets the waiting task follow the head. A token that belongs to the step that is open now keeps waiting. */
const answerToken = async (deps: DispatchDeps, head: Head): Promise<void> => {
  const waiting = await readToken(deps.store, head.id);
  if (!waiting || waiting.run !== head.run || waiting.visit === head.visit) return;
  const heard = await deps.workflows.answer(waiting.token, { id: head.id, run: head.run, at: head.at });
  if (heard || head.endedAt || (await deps.workflows.isRunning(head))) return;
  await renewRun(deps.store, head, deps.clock.now());
};

/**
 * Does what a head owes and takes it away: starts its run, answers the waiting task, sends mails. Everything here may
 * happen twice and does no harm.
 */
export const doOwed = async (deps: DispatchDeps, id: string): Promise<void> => {
  const head = await readHead(deps.store, id);
  if (!head?.pendingSince) return;
  const done: string[] = [];
  for (const [name, owed] of Object.entries(head.owed)) {
    if (owed.do === 'start' && owed.run === head.run && !head.endedAt) await deps.workflows.start(head);
    if (owed.do === 'answer') await answerToken(deps, head);
    if (owed.do !== 'mail') done.push(name);
  }
  await sendMails(deps, id, done);
};
