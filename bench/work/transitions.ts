import { GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { credentialsOf } from '../../local/credentials.ts';
import type { Call } from '../../local/observe.ts';

/** The executions that some calls started. */
export const startedBy = (calls: readonly Call[]): string[] =>
  calls
    .filter(({ service, operation }) => service === 'states' && operation === 'StartExecution')
    .map(({ response }) => (response as { executionArn: string }).executionArn);

/**
 * State transitions that AWS would bill for executions, so far: one for each state entered, and one for the start, as the
 * examples of the pricing page count it.
 */
export const transitionsOf = async (executions: readonly string[]): Promise<number> => {
  const states = new SFNClient({ credentials: credentialsOf('bench') });
  let count = 0;
  for (const executionArn of executions) {
    const { events = [] } = await states.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
    );
    count += events.filter(
      ({ type }) => type === 'ExecutionStarted' || type?.endsWith('StateEntered'),
    ).length;
  }
  states.destroy();
  return count;
};
