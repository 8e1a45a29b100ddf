import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ATTACHMENTS } from '../../domain/files/keys.ts';
import { acknowledge } from '../acknowledge.ts';
import { findingOnObjects } from './finding.ts';

const GUARDDUTY = 'malware-protection-plan.guardduty.amazonaws.com';
/** GuardDuty names its own rule so, and completes the name. */
const ITS_RULE = 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*';
/** It puts this object into the bucket to try out its rights. */
const TRIAL = 'malware-protection-resource-validation-object';

const allow = (actions: string[], resource: string, conditions = {}) =>
  new PolicyStatement({ actions, resources: [resource], conditions });

/** As AWS demands it for one bucket (user guide, "Create or update IAM role policy"), but for attachments only. */
const rightsFor = (bucket: IBucket, key: IKey, rule: string) => [
  allow(['events:DeleteRule', 'events:PutRule', 'events:PutTargets', 'events:RemoveTargets'], rule, {
    StringLike: { 'events:ManagedBy': GUARDDUTY },
  }),
  allow(['events:DescribeRule', 'events:ListTargetsByRule'], rule),
  allow(['s3:GetBucketNotification', 's3:ListBucket', 's3:PutBucketNotification'], bucket.bucketArn),
  allow(['s3:PutObject'], bucket.arnForObjects(TRIAL)),
  allow(
    [
      's3:GetObject',
      's3:GetObjectTagging',
      's3:GetObjectVersion',
      's3:GetObjectVersionTagging',
      's3:PutObjectTagging',
      's3:PutObjectVersionTagging',
    ],
    bucket.arnForObjects(`${ATTACHMENTS}*`),
  ),
  allow(['kms:Decrypt', 'kms:GenerateDataKey'], key.keyArn),
];

/**
 * GuardDuty looks into every attachment that is uploaded, leaves its result as a tag beside the file, and tells `documents`.
 * What is told once and may get lost is no truth: the function also reads the tag.
 */
export class VirusCheck extends Construct {
  /** ARN: the events that GuardDuty sends carry it. */
  readonly plan: string;

  constructor(
    scope: Construct,
    { bucket, key, documents }: { bucket: IBucket; key: IKey; documents: IFunction },
  ) {
    super(scope, 'virus-check');
    const stack = Stack.of(this);
    const rule = stack.formatArn({
      service: 'events',
      resource: 'rule',
      resourceName: ITS_RULE,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const role = new Role(this, 'role', {
      description: 'GuardDuty scans attachments',
      assumedBy: new ServicePrincipal(GUARDDUTY),
      inlinePolicies: { scan: new PolicyDocument({ statements: rightsFor(bucket, key, rule) }) },
    });
    acknowledge(role, {
      [findingOnObjects(bucket, ATTACHMENTS)]:
        'virus-check role: every attachment is looked into, and their keys are ids of submissions to come',
      [`IAM5[Resource::arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:rule/${ITS_RULE}]`]:
        'virus-check role: GuardDuty completes the name of its own rule; it changes only rules that it manages itself',
    });
    const plan = new CfnMalwareProtectionPlan(this, 'plan', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: bucket.bucketName, objectPrefixes: [ATTACHMENTS] } },
      actions: { tagging: { status: 'ENABLED' } },
    });
    this.plan = plan.attrArn;
    new Rule(this, 'scanned', {
      description: 'The virus check has looked into an attachment',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [bucket.bucketName] } },
      },
      targets: [new LambdaFunction(documents, { retryAttempts: 10, maxEventAge: Duration.hours(2) })],
    });
  }
}
