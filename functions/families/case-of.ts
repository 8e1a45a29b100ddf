import { isGone } from '../../domain/forms/contact-request/access.ts';
import type { ContactHead } from '../../domain/submission/head.ts';
import { normalizedCode } from '../../domain/submission/receipt-code.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { ApiRequest } from '../runtime/http/request.ts';
import { readHeadByCode } from '../store/receipts.ts';
import type { FamiliesDeps } from './deps.ts';

/**
 * The case that the receipt code opens; a malformed, unknown or replaced code and one of a case that is gone look alike.
 * @throws NotFoundError
 */
export const caseOf = async (
  { store, clock }: FamiliesDeps,
  { receipt }: ApiRequest,
): Promise<ContactHead> => {
  const head = await readHeadByCode(store, normalizedCode(receipt ?? '') ?? '-');
  if (!head || isGone(head, clock.now())) throw new NotFoundError('no case under this code');
  return head;
};
