import type { Logger } from '@aws-lambda-powertools/logger';
import { createRegisters, type Registers } from '../cases/registers.ts';
import { createWorkflows, type Workflows } from '../gateways/workflows.ts';
import { parseEnvironment, settings } from '../runtime/environment.ts';
import { type Clock, type LocalParts, realClock } from '../runtime/local-parts.ts';
import { createLogger } from '../runtime/logger.ts';
import { createSurveyStore, type SurveyStore } from '../store/client.ts';

export interface WorkflowDeps {
  store: SurveyStore;
  registers: Registers;
  workflows: Workflows;
  clock: Clock;
  log: Logger;
}

export const createDeps = (env: NodeJS.ProcessEnv, local: LocalParts = {}): WorkflowDeps => {
  const { TABLE_NAME, KEYS_TABLE_NAME, ANSWERS_TABLE_NAME, TOKENS_TABLE_NAME, STATE_MACHINES } = settings;
  const set = parseEnvironment(
    { TABLE_NAME, KEYS_TABLE_NAME, ANSWERS_TABLE_NAME, TOKENS_TABLE_NAME, STATE_MACHINES },
    env,
  );
  const store = createSurveyStore(set, local);
  return {
    store,
    registers: createRegisters(store),
    workflows: createWorkflows(set, local),
    clock: local.clock ?? realClock,
    log: createLogger('workflow'),
  };
};
