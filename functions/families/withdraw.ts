import { decided, RefusedError } from '../cases/decide.ts';
import { ConflictError, NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { changeHeadOf } from '../store/heads.ts';
import { caseOf } from './case-of.ts';
import type { FamiliesDeps } from './deps.ts';
import { mailboxAnswer } from './mailbox-answer.ts';

/** `POST /api/mailbox/withdrawal`: possible at any time before the end; a second time changes nothing. */
export const withdraw =
  (deps: FamiliesDeps): RouteHandler =>
  async (request) => {
    const { id } = await caseOf(deps, request);
    const county = await deps.registers.county();
    try {
      const head = await changeHeadOf(deps.store, 'contact-request', id, (now) => {
        if (now.at === 'withdrawn') return undefined;
        return decided(deps.store, now, {
          act: { kind: 'action', step: now.at, action: 'withdraw', as: 'family' },
          by: { family: true },
          at: deps.clock.now(),
          county,
        });
      });
      if (!head) throw new NotFoundError('the case is gone');
      return { body: await mailboxAnswer(deps, head) };
    } catch (error) {
      if (error instanceof RefusedError) throw new ConflictError('ended');
      throw error;
    }
  };
