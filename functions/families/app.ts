import { api } from '../runtime/http/api.ts';
import { answerConsent } from './answer-consent.ts';
import { answerSurvey } from './answer-survey.ts';
import type { FamiliesDeps } from './deps.ts';
import { findKitas } from './find-kitas.ts';
import { findResponsible } from './find-responsible.ts';
import { readMailbox } from './read-mailbox.ts';
import { replaceReceipt } from './replace-receipt.ts';
import { sendContactRequest } from './send-contact-request.ts';
import { sendMessage } from './send-message.ts';
import { showCounty } from './show-county.ts';
import { showOpenApi } from './show-openapi.ts';
import { showSurvey } from './show-survey.ts';
import { withdraw } from './withdraw.ts';

/** The public API: families without login. */
export const create = (deps: FamiliesDeps) =>
  api('families', deps, {
    'GET /api/openapi.json': showOpenApi,
    'GET /api/county': showCounty(deps),
    'GET /api/kitas': findKitas(deps),
    'GET /api/responsible': findResponsible(deps),
    'PUT /api/contact-requests/{id}': sendContactRequest(deps),
    'GET /api/surveys/{survey}': showSurvey(deps),
    'PUT /api/surveys/{survey}/answers/{answer}': answerSurvey(deps),
    'GET /api/mailbox': readMailbox(deps),
    'POST /api/mailbox/messages': sendMessage(deps),
    'POST /api/mailbox/withdrawal': withdraw(deps),
    'POST /api/mailbox/consent': answerConsent(deps),
    'POST /api/mailbox/receipt': replaceReceipt(deps),
  });
