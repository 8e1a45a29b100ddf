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
import {
  answersTable,
  keysTable,
  mainTable,
  type TableDefinition,
  tokensTable,
} from '../../functions/store/table.ts';
import { acknowledge } from '../acknowledge.ts';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

const createTable = (
  scope: Construct,
  id: string,
  definition: TableDefinition,
  { key, recoveryDays }: { key: IKey; recoveryDays?: number },
): Table => {
  const table = new Table(scope, id, {
    partitionKey: text(definition.pk),
    sortKey: text(definition.sk),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    ...(recoveryDays && {
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: recoveryDays,
      },
    }),
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

/** Answers of the needs survey: seven days after they were deleted no backup has them any more. */
export const createAnswersTable = (scope: Construct, key: IKey): Table =>
  createTable(scope, 'answers-table', answersTable, { key, recoveryDays: 7 });

/** Used tokens: with a recovery the table could be set back to the second of an answer, and the newest token be its sender's. */
export const createTokensTable = (scope: Construct, key: IKey): Table => {
  const table = createTable(scope, 'tokens-table', tokensTable, { key });
  acknowledge(table, {
    DDB3: 'tokens table: what it was at a moment would tell when a token was used; when it is lost, somebody could answer twice',
  });
  return table;
};
