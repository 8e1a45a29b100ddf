import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { ATTACHMENTS, DOCUMENTS, IMPORTS } from '../../domain/files/keys.ts';
import { NO_THREATS, SCAN_TAG } from '../../domain/files/scan-status.ts';
import type { FunctionDefinition } from '../../functions/registry.ts';
import {
  activitiesPk,
  erasureKey,
  exportOrderPk,
  frameKey,
  goalsPk,
  importPk,
  linkPk,
  paymentsPk,
  receiptKey,
  submissionPk,
} from '../../functions/store/keys.ts';
import { mainTable } from '../../functions/store/table.ts';
import { STORAGE_ACTIONS } from '../data/storage-key.ts';

export const statement = (sid: string, actions: string[], resources: string[], conditions = {}) =>
  new PolicyStatement({ sid, actions, resources, conditions });

const READ = ['dynamodb:BatchGetItem', 'dynamodb:ConditionCheckItem', 'dynamodb:GetItem'];
const WRITE = ['dynamodb:DeleteItem', 'dynamodb:PutItem'];
/** The ledger and what was paid are only added to: nobody may delete of them. */
const ADD = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];

/**
 * Partitions that a function may write. Registers, people and settings are no function's to write: the import command does
 * that, with its operator's rights.
 */
const writtenBy = ({ pepper, keys }: FunctionDefinition): string[] => {
  const erases = keys?.includes('delete');
  return [
    submissionPk('*'),
    ...(pepper || erases ? [`${receiptKey('').pk.slice(0, 2)}*`] : []),
    ...(erases ? [erasureKey('').pk] : []),
  ];
};

const KEYS_ACTIONS = {
  put: ['dynamodb:PutItem'],
  get: ['dynamodb:GetItem'],
  delete: ['dynamodb:DeleteItem', 'dynamodb:Query'],
};

export const tableRights = (definition: FunctionDefinition, table: ITable, key: IKey) => [
  statement('readTable', READ, [table.tableArn]),
  statement(
    'queryTable',
    ['dynamodb:Query'],
    [table.tableArn, ...mainTable.indexes.map(({ name }) => `${table.tableArn}/index/${name}`)],
  ),
  ...(definition.table === 'write'
    ? [
        statement('writeSubmissions', WRITE, [table.tableArn], {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': writtenBy(definition) },
        }),
      ]
    : []),
  ...(definition.ledger
    ? [
        statement('addToLedger', ADD, [table.tableArn], {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [frameKey('*').pk] },
        }),
      ]
    : []),
  ...(definition.imports
    ? [
        statement('keepImportsAndOrders', ['dynamodb:PutItem'], [table.tableArn], {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [importPk('*'), exportOrderPk('*')] },
        }),
      ]
    : []),
  ...(definition.payments
    ? [
        statement('addPayments', ADD, [table.tableArn], {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [paymentsPk('*')] },
        }),
      ]
    : []),
  ...(definition.planning
    ? [
        statement('keepPlanning', ['dynamodb:PutItem'], [table.tableArn], {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [goalsPk('*'), activitiesPk('*')] },
        }),
      ]
    : []),
  ...(definition.links
    ? [
        statement('makeLinks', ['dynamodb:PutItem'], [table.tableArn], {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [linkPk('*')] },
        }),
      ]
    : []),
  statement('tableAtRest', STORAGE_ACTIONS, [key.keyArn]),
];

/** What is done with wrapped keys; what they wrap is opened by the sealing key's policy alone. */
export const keysTableRights = ({ keys = [] }: FunctionDefinition, table: ITable, key: IKey) =>
  keys.length === 0
    ? []
    : [
        statement(
          'wrappedKeys',
          keys.flatMap((right) => KEYS_ACTIONS[right]),
          [table.tableArn],
        ),
        statement('wrappedKeysAtRest', STORAGE_ACTIONS, [key.keyArn]),
      ];

export const streamRights = (table: ITable) =>
  statement(
    'followStream',
    ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    [table.tableStreamArn ?? ''],
  );

/** Mail from one address of one identity, and no other. */
export const mailRights = ({ identityArn, from }: { identityArn: string; from: string }) =>
  statement('sendMail', ['ses:SendEmail'], [identityArn], { StringEquals: { 'ses:FromAddress': from } });

export const machineRights = (machineArns: string[], executionArns: string[]) => [
  statement('startAndAnswer', ['states:SendTaskSuccess', 'states:StartExecution'], machineArns),
  statement('lookAtExecutions', ['states:DescribeExecution'], executionArns),
];

/**
 * The function reads whatever lies there; a link, which is asked for by query, gives an attachment only when S3 itself finds
 * the virus check's good result beside it. What is imported is read and never given out. Without the list S3 would not tell
 * what is missing from what is forbidden.
 */
export const fileRights = (bucket: IBucket, key: IKey) => {
  const [attachments, documents, imports] = [ATTACHMENTS, DOCUMENTS, IMPORTS].map((part) =>
    bucket.arnForObjects(`${part}*`),
  ) as [string, string, string];
  return [
    statement('readFiles', ['s3:GetObject'], [attachments, documents, imports], {
      StringEquals: { 's3:authType': 'REST-HEADER' },
    }),
    statement('readScan', ['s3:GetObjectVersionTagging'], [attachments]),
    statement('writeFiles', ['s3:DeleteObject', 's3:PutObject'], [attachments, documents, imports]),
    statement('linkCleanAttachments', ['s3:GetObject', 's3:GetObjectVersion'], [attachments], {
      StringEquals: { [`s3:ExistingObjectTag/${SCAN_TAG}`]: NO_THREATS },
    }),
    statement('linkDocuments', ['s3:GetObject', 's3:GetObjectVersion'], [documents]),
    statement('findMissing', ['s3:ListBucket'], [bucket.bucketArn]),
    statement('filesAtRest', ['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn]),
  ];
};

/** What retention does with files: it finds what lies beside a submission, and deletes it. */
export const eraseFileRights = (bucket: IBucket) => [
  statement('findFiles', ['s3:ListBucket'], [bucket.bucketArn], {
    StringLike: { 's3:prefix': [`${ATTACHMENTS}*`, `${DOCUMENTS}*`] },
  }),
  statement(
    'deleteFiles',
    ['s3:DeleteObject'],
    [ATTACHMENTS, DOCUMENTS].map((part) => bucket.arnForObjects(`${part}*`)),
  ),
];

export const logRights = (log: ILogGroup) =>
  statement('writeLog', ['logs:CreateLogStream', 'logs:PutLogEvents'], [log.logGroupArn]);

export const traceRights = () =>
  statement('sendTraces', ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], ['*']);
