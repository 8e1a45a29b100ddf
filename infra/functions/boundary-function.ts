import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { Policy, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import { acknowledge } from '../acknowledge.ts';
import { functionName } from '../names.ts';
import { bundlingOf } from './bundling.ts';
import { logRights, traceRights } from './rights.ts';

const PROJECT = join(import.meta.dirname, '../..');

export interface BoundaryFunctionProps {
  slug: string;
  name: FunctionName;
  /** From the stateful stack. Its rights are added here, in a policy of this stack. */
  role: Role;
  rights: PolicyStatement[];
  environment: Record<string, string>;
}

/** One function per trust boundary: runtime, bundling, log, tracing and rights are the same construct for all of them. */
export class BoundaryFunction extends Construct {
  readonly function: NodejsFunction;
  readonly log: LogGroup;
  readonly rights: Policy;

  constructor(scope: Construct, { slug, name, role, rights, environment }: BoundaryFunctionProps) {
    super(scope, name);
    const { entry, memory, timeout, reason } = functions[name];
    this.log = new LogGroup(this, 'log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.function = new NodejsFunction(this, 'function', {
      functionName: functionName(slug, name),
      description: reason,
      entry: join(PROJECT, entry),
      projectRoot: PROJECT,
      depsLockFilePath: join(PROJECT, 'package-lock.json'),
      bundling: bundlingOf(name),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout: Duration.seconds(timeout),
      // All rights of a function stand in one policy, written out: constructs that mean to help may not add to it.
      role: role.withoutPolicyUpdates(),
      environment,
      tracing: Tracing.ACTIVE,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
    });
    this.rights = new Policy(this, 'rights', {
      roles: [role],
      statements: [...rights, logRights(this.log), traceRights()],
    });
    this.function.node.addDependency(this.rights);
    acknowledge(this.rights, {
      'IAM5[Resource::*]': `${name} rights: X-Ray has no resources to name; the two actions only send this function's own traces`,
    });
  }
}
