import type { Logger } from '@aws-lambda-powertools/logger';
import { createRegisters, type Registers } from '../cases/registers.ts';
import { parseEnvironment, settings } from '../runtime/environment.ts';
import { type Clock, type LocalParts, realClock } from '../runtime/local-parts.ts';
import { createLogger } from '../runtime/logger.ts';
import { createStore, type Store } from '../store/client.ts';

export interface PortalDeps {
  store: Store;
  registers: Registers;
  clock: Clock;
  log: Logger;
  originSecret: string | undefined;
}

export const createDeps = (env: NodeJS.ProcessEnv, local: LocalParts = {}): PortalDeps => {
  const { TABLE_NAME, KEYS_TABLE_NAME, ORIGIN_SECRET } = settings;
  const set = parseEnvironment({ TABLE_NAME, KEYS_TABLE_NAME, ORIGIN_SECRET }, env);
  const store = createStore(set, local);
  return {
    store,
    registers: createRegisters(store),
    clock: local.clock ?? realClock,
    log: createLogger('portal'),
    originSecret: set.ORIGIN_SECRET,
  };
};
