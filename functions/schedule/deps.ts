import type { Logger } from '@aws-lambda-powertools/logger';
import { createRegisters, type Registers } from '../cases/registers.ts';
import { createFileEraser, type EraseFiles } from '../gateways/file-eraser.ts';
import { createWorkflows, type Workflows } from '../gateways/workflows.ts';
import { parseEnvironment, settings } from '../runtime/environment.ts';
import { type Clock, type LocalParts, realClock } from '../runtime/local-parts.ts';
import { createLogger } from '../runtime/logger.ts';
import { createStore, type Store } from '../store/client.ts';

export interface ScheduleDeps {
  store: Store;
  registers: Registers;
  workflows: Pick<Workflows, 'isRunning'>;
  eraseFiles: EraseFiles;
  clock: Clock;
  log: Logger;
}

export const createDeps = (env: NodeJS.ProcessEnv, local: LocalParts = {}): ScheduleDeps => {
  const { TABLE_NAME, KEYS_TABLE_NAME, STATE_MACHINES, FILES_BUCKET } = settings;
  const set = parseEnvironment({ TABLE_NAME, KEYS_TABLE_NAME, STATE_MACHINES, FILES_BUCKET }, env);
  const store = createStore(set, local);
  return {
    store,
    registers: createRegisters(store),
    workflows: createWorkflows(set, local),
    eraseFiles: createFileEraser(set, local),
    clock: local.clock ?? realClock,
    log: createLogger('schedule'),
  };
};
