import type { Logger } from '@aws-lambda-powertools/logger';
import { parseEnvironment, settings } from '../runtime/environment.ts';
import { type Clock, type LocalParts, realClock } from '../runtime/local-parts.ts';
import { createLogger } from '../runtime/logger.ts';
import { createSurveyStore, type SurveyStore } from '../store/client.ts';

export interface SurveyDeps {
  store: SurveyStore;
  clock: Clock;
  log: Logger;
  originSecret: string | undefined;
}

export const createDeps = (env: NodeJS.ProcessEnv, local: LocalParts = {}): SurveyDeps => {
  const { TABLE_NAME, KEYS_TABLE_NAME, ANSWERS_TABLE_NAME, TOKENS_TABLE_NAME, ORIGIN_SECRET } = settings;
  const set = parseEnvironment(
    { TABLE_NAME, KEYS_TABLE_NAME, ANSWERS_TABLE_NAME, TOKENS_TABLE_NAME, ORIGIN_SECRET },
    env,
  );
  return {
    store: createSurveyStore(set, local),
    clock: local.clock ?? realClock,
    log: createLogger('survey'),
    originSecret: set.ORIGIN_SECRET,
  };
};
