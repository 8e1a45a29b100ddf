import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { keysTable, mainTable, type TableDefinition } from '../../functions/store/table.ts';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

const createTable = (
  scope: Construct,
  id: string,
  definition: TableDefinition,
  { key, recoveryDays }: { key: IKey; recoveryDays: number },
): Table => {
  const table = new Table(scope, id, {
    partitionKey: text(definition.pk),
    sortKey: text(definition.sk),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: recoveryDays,
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...(definition.stream && { stream: StreamViewType.KEYS_ONLY }),
  });
  for (const { name, pk, sk, projection } of definition.indexes) {
    table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(pk),
      sortKey: text(sk),
      projectionType: ProjectionType[projection],
    });
  }
  return table;
};

/** The one table. It can be set back to any second of the last 35 days. */
export const createMainTable = (scope: Construct, key: IKey): Table =>
  createTable(scope, 'table', mainTable, { key, recoveryDays: 35 });

/** Wrapped keys: seven days after its key was deleted, no backup anywhere can make a text readable again. */
export const createKeysTable = (scope: Construct, key: IKey): Table =>
  createTable(scope, 'keys-table', keysTable, { key, recoveryDays: 7 });
