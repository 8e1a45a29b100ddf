import type { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { list, readableFrom, type Statement } from './readable.ts';
import { demonstration, onlyOf, resourcesOf, synthesize } from './synthesized.ts';

const { data, application } = synthesize();
const readable = readableFrom(data);

const statementsOf = (document: unknown) => (document as { Statement: Statement[] }).Statement;

/** Every right that somebody has, by the name of the role. */
const rights = [data, application].flatMap((template: Template) => [
  ...resourcesOf(template, 'AWS::IAM::Policy').flatMap(([, { Properties }]) =>
    list(Properties.Roles).map((role) => ({
      role: readable(role),
      statements: statementsOf(Properties.PolicyDocument),
    })),
  ),
  ...resourcesOf(template, 'AWS::IAM::Role').map(([id, { Properties }]) => ({
    role: id.replace(/[0-9A-F]{8}$/, ''),
    statements: list(Properties.Policies as { PolicyDocument: unknown }[] | undefined).flatMap(
      ({ PolicyDocument }) => statementsOf(PolicyDocument),
    ),
  })),
]);

const onFiles = ({ Resource }: Statement) =>
  list(Resource).some((resource) => readable(resource).startsWith('attachments'));

test('nobody has a right on the files but documents, the virus check, and retention', () => {
  const holders = rights.filter(({ statements }) => statements.some(onFiles)).map(({ role }) => role);
  expect(holders.sort()).toEqual(['documentsrole', 'schedulerole', 'viruscheckrole']);
});

test('retention may find what lies beside a submission, and delete it: it reads none of it', () => {
  const erasing = rights
    .filter(({ role }) => role === 'schedulerole')
    .flatMap(({ statements }) => statements.filter(onFiles));
  expect(erasing.map(({ Action, Condition }) => [list(Action), Condition])).toEqual([
    [['s3:ListBucket'], { StringLike: { 's3:prefix': ['attachments/*', 'documents/*'] } }],
    [['s3:DeleteObject'], undefined],
  ]);
});

test('a link gives an attachment only when the virus check left its good result beside it', () => {
  const reading = rights
    .filter(({ role }) => role === 'documentsrole')
    .flatMap(({ statements }) => statements)
    .filter(({ Action }) => list(Action).some((action) => /^s3:GetObject(Version)?$/.test(action)))
    .filter(({ Resource }) => list(Resource).some((resource) => /attachments\/\*$/.test(readable(resource))))
    .map(({ Action, Condition }) => [list(Action), Condition]);
  expect(reading).toEqual([
    // What the function signs in a header it reads itself; a link is signed in its query.
    [['s3:GetObject'], { StringEquals: { 's3:authType': 'REST-HEADER' } }],
    [
      ['s3:GetObject', 's3:GetObjectVersion'],
      { StringEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' } },
    ],
  ]);
});

interface ScanRule {
  EventPattern: { detail: { s3ObjectDetails: { bucketName: unknown[] } } };
  Targets: { Arn: unknown; Input?: string }[];
}

test('every attachment is scanned and tagged, and documents hears of it as it is told', () => {
  const plan = onlyOf(application, 'AWS::GuardDuty::MalwareProtectionPlan').Properties;
  expect(plan.Actions).toEqual({ Tagging: { Status: 'ENABLED' } });
  const { S3Bucket } = plan.ProtectedResource as {
    S3Bucket: { BucketName: unknown; ObjectPrefixes: string[] };
  };
  expect([readable(S3Bucket.BucketName), S3Bucket.ObjectPrefixes]).toEqual(['attachments', ['attachments/']]);

  const [rule] = resourcesOf(application, 'AWS::Events::Rule')
    .filter(([id]) => id.startsWith('viruscheckscanned'))
    .map(([, { Properties }]) => Properties as unknown as ScanRule);
  expect(rule?.EventPattern).toMatchObject({
    source: ['aws.guardduty'],
    'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
  });
  expect(rule?.EventPattern.detail.s3ObjectDetails.bucketName.map(readable)).toEqual(['attachments']);
  expect(rule?.Targets.map(({ Arn, Input }) => [readable(Arn), Input])).toEqual([
    ['documentsfunction', undefined],
  ]);
});

const bucketOf = (template: Template) => {
  const [, bucket] =
    resourcesOf(template, 'AWS::S3::Bucket').find(([id]) => id.startsWith('attachments')) ?? [];
  return bucket?.Properties ?? {};
};

test('pages may send files there, and do nothing else', () => {
  const originsOf = (template: Template) => {
    const { CorsRules } = bucketOf(template).CorsConfiguration as {
      CorsRules: { AllowedMethods: string[]; AllowedOrigins: string[] }[];
    };
    return CorsRules.map(({ AllowedMethods, AllowedOrigins }) => [AllowedMethods, AllowedOrigins]);
  };
  expect(originsOf(data)).toEqual([[['POST'], ['https://*.cloudfront.net']]]);
  const certificate = 'arn:aws:acm:us-east-1:000000000000:certificate/of-the-name';
  const named = synthesize({ ...demonstration, domain: 'kita.example.org', certificate });
  expect(originsOf(named.data)).toEqual([[['POST'], ['https://kita.example.org']]]);
});

test('the bucket is closed, keeps versions, and tells EventBridge without a function of CDK', () => {
  expect(bucketOf(data)).toMatchObject({
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    VersioningConfiguration: { Status: 'Enabled' },
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
  });
  data.resourceCountIs('AWS::Lambda::Function', 0);
});
