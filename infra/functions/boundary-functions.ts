import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ATTACHMENTS, DOCUMENTS, IMPORTS } from '../../domain/files/keys.ts';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import { acknowledge } from '../acknowledge.ts';
import { findingOnObjects } from '../files/finding.ts';
import type { Settings } from '../settings.ts';
import { machinesOf } from '../workflows/machines-of.ts';
import { BoundaryFunction } from './boundary-function.ts';
import { environmentOf, type Surroundings } from './environment.ts';
import { rightsOf } from './rights-of.ts';
import { statesArns } from './states-arns.ts';

export type BoundaryFunctions = Record<FunctionName, BoundaryFunction>;

/** Every function of the registry with the rights that stand there; the use of the keys stands in their own policies. */
export const createFunctions = (
  scope: Construct,
  { settings, ...given }: Omit<Surroundings, 'machines'> & { settings: Settings },
): BoundaryFunctions => {
  const { slug } = settings.county;
  const stack = Stack.of(scope);
  const states = statesArns(stack, slug);
  const create = (name: FunctionName) => {
    const created = new BoundaryFunction(scope, {
      slug,
      name,
      role: given.data.roles[name],
      rights: rightsOf(name, { stack, settings, data: given.data }),
      environment: environmentOf(name, { ...given, machines: states.prefix }),
    });
    if (functions[name].states)
      for (const { name: machine } of machinesOf(slug))
        acknowledge(created.rights, {
          [`IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${machine}:*]`]: `${name} rights: executions carry the ids of cases to come; only those of ${machine}`,
        });
    if (functions[name].files)
      for (const part of [ATTACHMENTS, DOCUMENTS, ...(functions[name].imports ? [IMPORTS] : [])])
        acknowledge(created.rights, {
          [findingOnObjects(given.data.files, part)]:
            `${name} rights: keys are ids and hashes of files to come; only those under ${part}`,
        });
    return created;
  };
  const names = Object.keys(functions) as FunctionName[];
  return Object.fromEntries(names.map((name) => [name, create(name)])) as BoundaryFunctions;
};
