import type * as z from 'zod/mini';
import type { consentAnswer } from '../../domain/api/families.ts';
import { mailToOffice } from '../../domain/forms/contact-request/follow.ts';
import { ConflictError, NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { changeHeadOf } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import { caseOf } from './case-of.ts';
import type { FamiliesDeps } from './deps.ts';
import { mailboxAnswer } from './mailbox-answer.ts';

/**
 * `POST /api/mailbox/consent`: only the family says who else may read what it entrusted to one person (§ 65 SGB VIII), and
 * only of the person whose name it saw.
 */
export const answerConsent =
  (deps: FamiliesDeps): RouteHandler =>
  async (request) => {
    const { allow, person: shown } = request.body as z.infer<typeof consentAnswer>;
    const people = await deps.registers.people();
    const { id } = await caseOf(deps, request);
    const at = deps.clock.now();
    const head = await changeHeadOf(deps.store, 'contact-request', id, (now) => {
      const { consentAskedBy: person, ...about } = now.about;
      if (!person) throw new ConflictError('not-asked');
      const name = people.find(({ id }) => id === person)?.name;
      if (shown !== undefined && shown !== name) throw new ConflictError('other-asks');
      const consents = allow ? [...about.consents, person] : about.consents;
      const entry = logged(
        deps.store,
        { ...now, about: { ...about, consents } },
        { at, by: { family: true }, what: allow ? 'consent-given' : 'consent-refused', ref: person },
      );
      return { head: owing(entry.head, at, mailToOffice(entry.head, 'news', at)), with: entry.with };
    });
    if (!head) throw new NotFoundError('the case is gone');
    return { body: await mailboxAnswer(deps, head) };
  };
