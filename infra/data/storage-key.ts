import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { administration, THIS_KEY } from './key-policy.ts';

/** What a caller of a storing service needs of the key that the service encrypts with. */
export const STORAGE_ACTIONS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

const through = (service: string) => `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}`;

/**
 * A key for what a service keeps at rest: who has the right in IAM may use it, but only through that service, never
 * directly. Grants are for the service itself, which makes them when a table is created.
 */
export const createStorageKey = (
  scope: Construct,
  id: string,
  { description, services }: { description: string; services: string[] },
): Key => {
  const viaService = { StringEquals: { 'kms:ViaService': services.map(through) } };
  const use = (sid: string, actions: string[], conditions: Record<string, unknown>) =>
    new PolicyStatement({
      sid,
      principals: [new AccountRootPrincipal()],
      actions,
      resources: THIS_KEY,
      conditions,
    });
  return new Key(scope, id, {
    description,
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
    policy: new PolicyDocument({
      minimize: false,
      statements: [
        administration(),
        use('throughTheService', STORAGE_ACTIONS, viaService),
        use('grantsOfTheService', ['kms:CreateGrant'], {
          ...viaService,
          Bool: { 'kms:GrantIsForAWSResource': 'true' },
        }),
      ],
    }),
  });
};
