import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { machinePrefix } from '../names.ts';
import { machinesOf } from '../workflows/machines-of.ts';

/** ARNs of the state machines by name, not by reference: the machines refer to the functions already. */
export const statesArns = (stack: Stack, slug: string) => {
  const arn = (resource: string, resourceName: string) =>
    stack.formatArn({ service: 'states', resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  const names = machinesOf(slug).map(({ name }) => name);
  return {
    prefix: arn('stateMachine', machinePrefix(slug)),
    machines: names.map((name) => arn('stateMachine', name)),
    executions: names.map((name) => arn('execution', `${name}:*`)),
  };
};
