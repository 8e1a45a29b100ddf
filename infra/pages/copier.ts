import { DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { logRights } from '../functions/rights.ts';

/** What copying needs: CDK's own policy would also let its function delete and read everything in both buckets. */
export const createCopier = (
  scope: Construct,
  { from, to, log }: { from: IBucket; to: IBucket; log: ILogGroup },
): Role => {
  const role = new Role(scope, 'copier', {
    description: 'Copies the pages from the bucket of CDK assets',
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      copy: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['s3:GetObject'], resources: [from.arnForObjects('*')] }),
          new PolicyStatement({ actions: ['s3:PutObject'], resources: [to.arnForObjects('*')] }),
          new PolicyStatement({ actions: ['s3:ListBucket'], resources: [to.bucketArn] }),
          logRights(log),
        ],
      }),
    },
  });
  const { synthesizer } = Stack.of(scope);
  const qualifier = synthesizer.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
  const pages = Stack.of(scope).getLogicalId(to.node.defaultChild as CfnBucket);
  acknowledge(role, {
    [`IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-${qualifier}-assets-<AWS::AccountId>-<AWS::Region>/*]`]:
      'copier: an asset is named by its hash, which is known only when the template is done; that bucket holds code',
    [`IAM5[Resource::<${pages}.Arn>/*]`]:
      'copier: the built files carry hashes in their names; it may only add files to the pages, not delete any',
  });
  return role;
};
