import type { Logger } from '@aws-lambda-powertools/logger';
import { createRegisters } from '../cases/registers.ts';
import type { SubmissionDeps } from '../cases/submit-contact-request.ts';
import { createReceipts } from '../gateways/receipts.ts';
import { createSealer } from '../gateways/sealer.ts';
import { parseEnvironment, settings } from '../runtime/environment.ts';
import { type LocalParts, realClock } from '../runtime/local-parts.ts';
import { createLogger } from '../runtime/logger.ts';
import { createSurveyStore, type SurveyStore } from '../store/client.ts';

export interface FamiliesDeps extends SubmissionDeps {
  store: SurveyStore;
  log: Logger;
  originSecret: string | undefined;
}

export const createDeps = (env: NodeJS.ProcessEnv, local: LocalParts = {}): FamiliesDeps => {
  const { TABLE_NAME, KEYS_TABLE_NAME, ANSWERS_TABLE_NAME, TOKENS_TABLE_NAME } = settings;
  const { SEALING_KEY_ID, MAC_KEY_ID, ORIGIN_SECRET } = settings;
  const tables = { TABLE_NAME, KEYS_TABLE_NAME, ANSWERS_TABLE_NAME, TOKENS_TABLE_NAME };
  const set = parseEnvironment({ ...tables, SEALING_KEY_ID, MAC_KEY_ID, ORIGIN_SECRET }, env);
  const store = createSurveyStore(set, local);
  return {
    store,
    sealer: createSealer(set, local),
    receipts: createReceipts(set, local),
    registers: createRegisters(store),
    clock: local.clock ?? realClock,
    log: createLogger('families'),
    originSecret: set.ORIGIN_SECRET,
  };
};
