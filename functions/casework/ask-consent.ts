import { isGone, mayReadAll, mayReadMessage } from '../../domain/forms/contact-request/access.ts';
import { mailToFamily } from '../../domain/forms/contact-request/follow.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import { ConflictError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { owing } from '../store/owe.ts';
import { readMessages } from '../store/sealed-items.ts';
import type { CaseworkDeps } from './deps.ts';
import { changeCase, openCase } from './open-case.ts';

/** Who had the case before may read the answers, and yet not what was written to somebody in between. */
const readsEverything = async ({ store }: CaseworkDeps, person: string, head: ContactHead) =>
  mayReadAll(person, head) &&
  (await readMessages(store, head.id)).every((message) => mayReadMessage(person, head, message));

/** `POST /api/submissions/{id}/consent-requests`: the question appears in the family's mailbox. */
export const askConsent =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const opened = await openCase(deps, request);
    const { asker, head } = opened;
    if (head.about.consentAskedBy === asker.id || (await readsEverything(deps, asker.id, head)))
      return { status: 204 };
    const allow = (now: ContactHead) => {
      opened.allow(now);
      // No mail and no question to a family that has withdrawn, for nothing could be read after it, or for which it is gone.
      if (now.at === 'withdrawn' || isGone(now, deps.clock.now()))
        throw new ConflictError('ended', { version: now.version, at: now.at });
    };
    await changeCase(deps, { ...opened, allow }, { what: 'consent-asked' }, (now) =>
      owing(
        { ...now, about: { ...now.about, consentAskedBy: asker.id } },
        deps.clock.now(),
        mailToFamily(now, 'news', deps.clock.now()),
      ),
    );
    return { status: 204 };
  };
