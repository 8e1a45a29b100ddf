import { ReadWriteType, Trail } from 'aws-cdk-lib/aws-cloudtrail';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { createTrailBucket } from './buckets.ts';

/**
 * Without a trail EventBridge never learns of a call to the key service, and nobody would see a key being misused. Uses of
 * a key are read events: they are recorded too.
 */
export const createAuditTrail = (scope: Construct, logs: Bucket): Trail =>
  new Trail(scope, 'trail', {
    bucket: createTrailBucket(scope, logs),
    managementEvents: ReadWriteType.ALL,
    enableFileValidation: true,
    isMultiRegionTrail: true,
  });
