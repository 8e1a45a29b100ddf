import type { ContactRequestReceipt } from '../../../domain/api/families.ts';
import type { ContactRequestAnswers } from '../../../domain/forms/contact-request/answers.ts';
import { isOtherBody, ProblemError } from '../api/call.ts';
import { contactRequest } from '../api/families.ts';
import { changeDraft, currentDraft } from './draft.ts';

export interface Sent extends ContactRequestReceipt {
  /** What arrived is an earlier version: it was sent before and its answer got lost. */
  earlier: boolean;
}

/** Answers by which the server says that it kept nothing. */
const refused = (error: unknown) =>
  error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== 409;

/**
 * Sends the draft. When an earlier try did arrive and the text was changed since, the server refuses the new one under the
 * same id (409); repeating the earlier one then brings its receipt, which the sender would otherwise never see.
 * @throws ProblemError or ConnectionError; the draft stays as it is
 */
export const send = async (answers: ContactRequestAnswers): Promise<Sent> => {
  const { id, key, tried } = currentDraft();
  changeDraft({ tried: tried ?? answers });
  try {
    return { ...(await contactRequest(id, key, answers)), earlier: false };
  } catch (error) {
    if (refused(error) && !tried) changeDraft({ tried: undefined });
    if (!isOtherBody(error) || !tried) throw error;
    return { ...(await contactRequest(id, key, tried)), earlier: true };
  }
};
