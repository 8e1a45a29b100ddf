import { Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/** What cdk-nag calls a right on all objects under a prefix of a bucket that belongs to another stack. */
export const findingOnObjects = (bucket: IBucket, prefix: string): string => {
  const owner = Stack.of(bucket);
  const imported = owner.resolve(owner.exportValue(bucket.bucketArn)) as { 'Fn::ImportValue': string };
  return `IAM5[Resource::${imported['Fn::ImportValue']}/${prefix}*]`;
};
