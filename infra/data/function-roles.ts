import { RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import { functionName } from '../names.ts';

export type FunctionRoles = Record<FunctionName, Role>;

/**
 * One role per function, without any right: the keys' policies name them here, the application stack adds the rest.
 * They outlive the stack, because a policy that names a deleted role no longer means the role of the same name.
 */
export const createFunctionRoles = (scope: Construct, slug: string): FunctionRoles => {
  const roleOf = (name: FunctionName) => {
    const role = new Role(scope, `${name}-role`, {
      roleName: functionName(slug, name),
      description: functions[name].reason,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return role;
  };
  const names = Object.keys(functions) as FunctionName[];
  return Object.fromEntries(names.map((name) => [name, roleOf(name)])) as FunctionRoles;
};
