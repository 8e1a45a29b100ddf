import { mayReadAll } from '../../domain/forms/contact-request/access.ts';
import { mailToFamily } from '../../domain/forms/contact-request/follow.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { owing } from '../store/owe.ts';
import type { CaseworkDeps } from './deps.ts';
import { changeCase, openCase } from './open-case.ts';

/** `POST /api/submissions/{id}/consent-requests`: the question appears in the family's mailbox. */
export const askConsent =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const opened = await openCase(deps, request);
    const { asker, head } = opened;
    if (mayReadAll(asker.id, head) || head.about.consentAskedBy === asker.id) return { status: 204 };
    await changeCase(deps, opened, { what: 'consent-asked' }, (now) =>
      owing(
        { ...now, about: { ...now.about, consentAskedBy: asker.id } },
        deps.clock.now(),
        mailToFamily(now, 'news', deps.clock.now()),
      ),
    );
    return { status: 204 };
  };
