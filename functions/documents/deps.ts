import type { Logger } from '@aws-lambda-powertools/logger';
import { createFiles, type Files } from '../gateways/files.ts';
import { parseEnvironment, settings } from '../runtime/environment.ts';
import { type Clock, type LocalParts, realClock } from '../runtime/local-parts.ts';
import { createLogger } from '../runtime/logger.ts';
import { createStore, type Store } from '../store/client.ts';

export interface DocumentsDeps {
  store: Store;
  files: Files;
  clock: Clock;
  log: Logger;
  originSecret: string | undefined;
}

export const createDeps = (env: NodeJS.ProcessEnv, local: LocalParts = {}): DocumentsDeps => {
  const { TABLE_NAME, KEYS_TABLE_NAME, FILES_BUCKET, FILES_URL, ORIGIN_SECRET } = settings;
  const set = parseEnvironment({ TABLE_NAME, KEYS_TABLE_NAME, FILES_BUCKET, FILES_URL, ORIGIN_SECRET }, env);
  return {
    store: createStore(set, local),
    files: createFiles(set, local),
    clock: local.clock ?? realClock,
    log: createLogger('documents'),
    originSecret: set.ORIGIN_SECRET,
  };
};
