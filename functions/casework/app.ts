import { api } from '../runtime/http/api.ts';
import { askConsent } from './ask-consent.ts';
import { blockMailbox } from './block-mailbox.ts';
import type { CaseworkDeps } from './deps.ts';
import { endHold } from './end-hold.ts';
import { readCaseAnswers } from './read-case-answers.ts';
import { readCaseMessages } from './read-case-messages.ts';
import { recordSpokenRequest } from './record-spoken-request.ts';
import { reissueReceipt } from './reissue-receipt.ts';
import { releaseContent } from './release-content.ts';
import { replyToFamily } from './reply-to-family.ts';

/** The few routes that show or write sealed content, for the person who is responsible now. */
export const create = (deps: CaseworkDeps) =>
  api('casework', deps, {
    'GET /api/submissions/{id}/answers': readCaseAnswers(deps),
    'GET /api/submissions/{id}/messages': readCaseMessages(deps),
    'POST /api/submissions/{id}/messages': replyToFamily(deps),
    'POST /api/submissions/{id}/consent-requests': askConsent(deps),
    'POST /api/submissions/{id}/receipt': reissueReceipt(deps),
    'POST /api/submissions/{id}/block': blockMailbox(deps),
    'POST /api/submissions/{id}/release': releaseContent(deps),
    'POST /api/submissions/{id}/hold-end': endHold(deps),
    'PUT /api/spoken-requests/{id}': recordSpokenRequest(deps),
  });
