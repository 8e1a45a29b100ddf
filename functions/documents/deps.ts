import type { Logger } from '@aws-lambda-powertools/logger';
import { createFiles, type Files } from '../gateways/files.ts';
import { parseEnvironment, settings } from '../runtime/environment.ts';
import type { LocalParts } from '../runtime/local-parts.ts';
import { createLogger } from '../runtime/logger.ts';
import { createStore, type Store } from '../store/client.ts';

export interface DocumentsDeps {
  store: Store;
  files: Files;
  log: Logger;
}

export const createDeps = (env: NodeJS.ProcessEnv, local: LocalParts = {}): DocumentsDeps => {
  const { TABLE_NAME, KEYS_TABLE_NAME, FILES_BUCKET, FILES_URL } = settings;
  const set = parseEnvironment({ TABLE_NAME, KEYS_TABLE_NAME, FILES_BUCKET, FILES_URL }, env);
  return {
    store: createStore(set, local),
    files: createFiles(set, local),
    log: createLogger('documents'),
  };
};
