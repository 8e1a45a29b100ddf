import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import { machinePrefix } from '../names.ts';
import { mailIdentityOf, type Settings } from '../settings.ts';
import { machinesOf } from '../workflows/machines-of.ts';
import { BoundaryFunction } from './boundary-function.ts';
import { environmentOf, type Surroundings } from './environment.ts';
import { keysTableRights, machineRights, mailRights, streamRights, tableRights } from './rights.ts';

export type BoundaryFunctions = Record<FunctionName, BoundaryFunction>;

/** Every function of the registry with the rights that stand there; the use of the keys stands in their own policies. */
export const createFunctions = (
  scope: Construct,
  { settings, ...given }: Omit<Surroundings, 'machines'> & { settings: Settings },
): BoundaryFunctions => {
  const { data } = given;
  const { slug, mailFrom } = settings.county;
  const stack = Stack.of(scope);
  const arn = (service: string, resource: string, resourceName: string, arnFormat: ArnFormat) =>
    stack.formatArn({ service, resource, resourceName, arnFormat });
  // By name, not by reference: the machines name the functions already.
  const states = (resource: string, name: string) =>
    arn('states', resource, name, ArnFormat.COLON_RESOURCE_NAME);
  const machines = machinesOf(slug).map(({ name }) => name);

  const rightsOf = (name: FunctionName): PolicyStatement[] => {
    const definition = functions[name];
    return [
      ...tableRights(definition, data.table, data.tableKey),
      ...keysTableRights(definition, data.keysTable, data.keysTableKey),
      ...(name === 'dispatch' ? [streamRights(data.table)] : []),
      ...(definition.states
        ? machineRights(
            machines.map((machine) => states('stateMachine', machine)),
            machines.map((machine) => states('execution', `${machine}:*`)),
          )
        : []),
      ...(definition.mail
        ? [
            mailRights({
              identityArn: arn('ses', 'identity', mailIdentityOf(settings), ArnFormat.SLASH_RESOURCE_NAME),
              from: mailFrom,
            }),
          ]
        : []),
    ];
  };

  const create = (name: FunctionName) =>
    new BoundaryFunction(scope, {
      slug,
      name,
      role: data.roles[name],
      rights: rightsOf(name),
      environment: environmentOf(name, { ...given, machines: states('stateMachine', machinePrefix(slug)) }),
    });
  const names = Object.keys(functions) as FunctionName[];
  return Object.fromEntries(names.map((name) => [name, create(name)])) as BoundaryFunctions;
};
