import { closedOn } from '../../domain/amendments/closed-on.ts';
import { closedEarly } from '../../domain/forms/proof-of-use/closed-early.ts';
import { owedMail } from '../../domain/mails/owed-mail.ts';
import { proofIdOf } from '../cases/open-proof.ts';
import { readGranted } from '../cases/read-granted.ts';
import { changeHeadOf, readHead } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import type { WorkflowDeps } from './deps.ts';

/**
 * When an amendment is final by which the last Kita of a grant left its provider, the grant's proof is due soon after that day, and its
 * provider is told. A repeat finds it so.
 */
export const closeEarly = async (deps: WorkflowDeps, application: string): Promise<void> => {
  const { store, registers, clock } = deps;
  const grant = await readHead(store, application);
  if (grant?.form !== 'budget-application') return;
  const [granted, { budget }] = await Promise.all([readGranted(store, grant), registers.county()]);
  const ended = granted && closedOn(granted, grant.about.amended);
  const at = clock.now();
  await changeHeadOf(store, 'proof-of-use', proofIdOf(grant), (now) => {
    const closed = closedEarly(now, ended, { at, settings: budget.proof });
    if (!closed) return undefined;
    const done = { at, by: { system: true }, what: 'due-otherwise', ref: application } as const;
    const { head, with: writes } = logged(store, closed, done);
    const mail = owedMail(head, 'assigned', { provider: head.about.provider }, at);
    return { head: owing(head, at, mail), with: writes };
  });
};
