import { Stack, type StackProps } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { FunctionName } from '../domain/sealed/rights.ts';
import { createAuditTrail } from './data/audit-trail.ts';
import { createFilesBucket, createLogBucket } from './data/buckets.ts';
import { createFunctionRoles, type FunctionRoles } from './data/function-roles.ts';
import type { RoleArns } from './data/key-policy.ts';
import { createMacKey } from './data/mac-key.ts';
import { createSealingKey } from './data/sealing-key.ts';
import { createStorageKey } from './data/storage-key.ts';
import { createAnswersTable, createKeysTable, createMainTable, createTokensTable } from './data/tables.ts';
import { createUserPool } from './data/user-pool.ts';
import type { Settings } from './settings.ts';

/** Everything that must outlive a deployment: data, keys, the roles that the keys trust, and who logs in. */
export class DataStack extends Stack {
  readonly roles: FunctionRoles;
  readonly sealingKey: IKey;
  readonly macKey: IKey;
  readonly tableKey: IKey;
  readonly keysTableKey: IKey;
  readonly answersTableKey: IKey;
  readonly table: Table;
  readonly keysTable: Table;
  readonly answersTable: Table;
  readonly tokensTable: Table;
  readonly files: Bucket;
  readonly people?: UserPool;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, { ...props, terminationProtection: true });
    this.roles = createFunctionRoles(this, settings.county.slug);
    const arns = arnsOf(this.roles);
    this.sealingKey = createSealingKey(this, arns);
    this.macKey = createMacKey(this, arns);

    this.tableKey = createStorageKey(this, 'table-key', {
      description: 'The table and the attachments at rest',
      services: ['dynamodb', 's3'],
    });
    this.keysTableKey = createStorageKey(this, 'keys-table-key', {
      description: 'The table of wrapped keys at rest',
      services: ['dynamodb'],
    });
    this.answersTableKey = createStorageKey(this, 'answers-table-key', {
      description: 'Answers of the needs survey, and the used tokens, at rest',
      services: ['dynamodb'],
    });
    this.table = createMainTable(this, this.tableKey);
    this.keysTable = createKeysTable(this, this.keysTableKey);
    this.answersTable = createAnswersTable(this, this.answersTableKey);
    this.tokensTable = createTokensTable(this, this.answersTableKey);

    const logs = createLogBucket(this);
    this.files = createFilesBucket(this, {
      key: this.tableKey,
      logs,
      pages: settings.domain && `https://${settings.domain}`,
    });
    if (settings.trail) createAuditTrail(this, logs);
    if (!settings.issuer) this.people = createUserPool(this);
  }
}

const arnsOf = (roles: FunctionRoles): RoleArns =>
  Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, role.roleArn])) as Record<
    FunctionName,
    string
  >;
