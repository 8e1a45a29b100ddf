import type { ContactHead } from '../../domain/submission/head.ts';
import { normalizedCode } from '../../domain/submission/receipt-code.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { ApiRequest } from '../runtime/http/request.ts';
import { readHeadByCode } from '../store/receipts.ts';
import type { FamiliesDeps } from './deps.ts';

/** The case that the receipt code opens; a malformed, unknown or replaced code looks alike. @throws NotFoundError */
export const caseOf = async ({ store }: FamiliesDeps, { receipt }: ApiRequest): Promise<ContactHead> => {
  const head = await readHeadByCode(store, normalizedCode(receipt ?? '') ?? '-');
  if (!head) throw new NotFoundError('no case under this code');
  return head;
};
