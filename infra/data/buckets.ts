import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { IMPORTS } from '../../domain/files/keys.ts';

const closed = { blockPublicAccess: BlockPublicAccess.BLOCK_ALL, enforceSSL: true };

/** Who read the other buckets of this stack. Only S3 itself writes here. */
export const createLogBucket = (scope: Construct): Bucket =>
  new Bucket(scope, 'logs', {
    ...closed,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(400) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });

/**
 * Attachments and rendered documents. A file that was replaced or deleted can be recovered for 30 days. Pages send their
 * uploads here themselves; who may is decided by the signed form alone, the origin only says which pages are told how it went.
 * @param pages the origin of the pages, where their name is settled already
 */
export const createFilesBucket = (
  scope: Construct,
  { key, logs, pages = 'https://*.cloudfront.net' }: { key: IKey; logs: Bucket; pages?: string | undefined },
): Bucket => {
  const bucket = new Bucket(scope, 'attachments', {
    ...closed,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    versioned: true,
    lifecycleRules: [
      {
        noncurrentVersionExpiration: Duration.days(30),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
      { expiredObjectDeleteMarker: true },
      // What was uploaded to be imported, and never read.
      {
        prefix: IMPORTS,
        expiration: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(1),
      },
    ],
    cors: [{ allowedMethods: [HttpMethods.POST], allowedOrigins: [pages], maxAge: 3600 }],
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'attachments/',
    removalPolicy: RemovalPolicy.RETAIN,
  });
  // For the virus check. CDK's own switch would bring a function along that sets what CloudFormation can set itself.
  (bucket.node.defaultChild as CfnBucket).addPropertyOverride('NotificationConfiguration', {
    EventBridgeConfiguration: { EventBridgeEnabled: true },
  });
  return bucket;
};

/** What the trail recorded, kept for a good year. */
export const createTrailBucket = (scope: Construct, logs: Bucket): Bucket =>
  new Bucket(scope, 'trail-records', {
    ...closed,
    encryption: BucketEncryption.S3_MANAGED,
    versioned: true,
    lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(30) }],
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'trail/',
    removalPolicy: RemovalPolicy.RETAIN,
  });
