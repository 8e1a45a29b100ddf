import type { Logger } from '@aws-lambda-powertools/logger';
import { createRegisters, type Registers } from '../cases/registers.ts';
import { createPostman, type Postman } from '../gateways/postman.ts';
import { createSealer, type Sealer } from '../gateways/sealer.ts';
import { createWorkflows, type Workflows } from '../gateways/workflows.ts';
import { parseEnvironment, settings } from '../runtime/environment.ts';
import { type Clock, type LocalParts, realClock } from '../runtime/local-parts.ts';
import { createLogger } from '../runtime/logger.ts';
import { createStore, type Store } from '../store/client.ts';

export interface DispatchDeps {
  store: Store;
  registers: Registers;
  sealer: Pick<Sealer, 'open'>;
  workflows: Workflows;
  postman: Postman;
  siteUrl: string;
  /** Claims from before this moment are a dead process's (real time, ms). */
  aloneSince: number;
  clock: Clock;
  log: Logger;
}

export const createDeps = (env: NodeJS.ProcessEnv, local: LocalParts = {}): DispatchDeps => {
  const { TABLE_NAME, KEYS_TABLE_NAME, SEALING_KEY_ID, STATE_MACHINES, SITE_URL } = settings;
  const set = parseEnvironment(
    { TABLE_NAME, KEYS_TABLE_NAME, SEALING_KEY_ID, STATE_MACHINES, SITE_URL },
    env,
  );
  const store = createStore(set, local);
  return {
    store,
    registers: createRegisters(store),
    sealer: createSealer(set, local),
    workflows: createWorkflows(set, local),
    postman: createPostman(local),
    siteUrl: set.SITE_URL.replace(/\/$/, ''),
    aloneSince: local.aloneSince ?? 0,
    clock: local.clock ?? realClock,
    log: createLogger('dispatch'),
  };
};
