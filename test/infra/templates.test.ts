import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Runtime, RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { expect, test } from 'vitest';
import { answersTable, keysTable, mainTable, tokensTable } from '../../functions/store/table.ts';
import { readableFrom } from './readable.ts';
import { createApp, demonstration, onlyOf, resourcesOf, synthesize } from './synthesized.ts';

const { data, application } = synthesize();
const both = [data, application];

test('no template names a region, an account or a partition', () => {
  for (const template of both) {
    const text = JSON.stringify(template.toJSON());
    expect(text).not.toMatch(/arn:aws/);
    expect(text).not.toMatch(/\b(af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(-[a-z]+)+-\d\b/);
    expect(text.replaceAll(/[0-9a-f]{64}/g, '').match(/\b\d{12}\b/)).toBeNull();
  }
});

const KINDS = /DynamoDB|KMS|S3::Bucket$|Cognito::UserPool$|IAM::Role|CloudTrail/;

test('what holds data keeps its logical id: another one would be another, empty one', () => {
  const stateful = Object.entries(data.toJSON().Resources as Record<string, { Type: string }>)
    .filter(([, { Type }]) => KINDS.test(Type))
    .map(([id, { Type }]) => `${Type} ${id}`);
  expect(stateful.sort()).toMatchSnapshot();
});

test('what holds data stays when its stack goes', () => {
  for (const [id, resource] of Object.entries(
    data.toJSON().Resources as Record<string, Record<string, string>>,
  ))
    if (KINDS.test(resource.Type ?? '') && !/CloudTrail/.test(resource.Type ?? '')) {
      expect(resource.DeletionPolicy, id).toBe('Retain');
      expect(resource.UpdateReplacePolicy, id).toBe('Retain');
    }
  expect(createApp().data.terminationProtection).toBe(true);
});

test('the tables are those that the store defines, with their recovery', () => {
  const tables = resourcesOf(data, 'AWS::DynamoDB::Table');
  const shapeOf = (id: string) => {
    const properties = tables.find(([logicalId]) => logicalId.startsWith(id))?.[1].Properties ?? {};
    const keys = (schema: unknown) =>
      Object.fromEntries(
        (schema as { KeyType: string; AttributeName: string }[]).map(({ KeyType, AttributeName }) => [
          KeyType === 'HASH' ? 'pk' : 'sk',
          AttributeName,
        ]),
      );
    const indexes = (properties.GlobalSecondaryIndexes ?? []) as Record<string, unknown>[];
    return {
      ...keys(properties.KeySchema),
      indexes: indexes.map(({ IndexName, KeySchema, Projection }) => ({
        name: IndexName,
        ...keys(KeySchema),
        projection: (Projection as { ProjectionType: string }).ProjectionType,
      })),
      stream: (properties.StreamSpecification as { StreamViewType?: string } | undefined)?.StreamViewType,
      recovery: properties.PointInTimeRecoverySpecification,
      guarded: [properties.DeletionProtectionEnabled, properties.BillingMode],
    };
  };
  const guarded = [true, 'PAY_PER_REQUEST'];
  const { stream: _, ...main } = mainTable;
  expect(shapeOf('table')).toEqual({
    ...main,
    stream: 'KEYS_ONLY',
    recovery: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
    guarded,
  });
  expect(shapeOf('keystable')).toEqual({
    ...keysTable,
    stream: undefined,
    recovery: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
    guarded,
  });
  expect(shapeOf('answerstable')).toEqual({
    ...answersTable,
    stream: undefined,
    recovery: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
    guarded,
  });
  // Set back to the second of an answer, the newest token would be its sender's.
  expect(shapeOf('tokenstable')).toEqual({
    ...tokensTable,
    stream: undefined,
    recovery: undefined,
    guarded,
  });
  for (const [, { Properties }] of tables)
    expect(Properties.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
});

test('functions run on the newest Node that CDK knows, on arm64, with logs as JSON that are not kept for ever', () => {
  const newest = Runtime.ALL.filter(({ family, name }) => family === RuntimeFamily.NODEJS && /\d/.test(name))
    .map(({ name }) => name)
    .sort((a, b) => Number.parseInt(a.slice(6), 10) - Number.parseInt(b.slice(6), 10))
    .at(-1);
  const ours = resourcesOf(application, 'AWS::Lambda::Function').filter(([id]) => !id.startsWith('Custom'));
  expect(ours).toHaveLength(8);
  for (const [id, { Properties }] of ours) {
    expect(Properties.Runtime, id).toBe(newest);
    expect(Properties.Architectures, id).toEqual(['arm64']);
    expect(Properties.LoggingConfig, id).toMatchObject({ LogFormat: 'JSON' });
  }
  for (const [id, { Properties }] of resourcesOf(application, 'AWS::Logs::LogGroup'))
    expect(Properties.RetentionInDays, id).toBeDefined();
});

/** What a policy of the distribution adds to its answers. */
const headersOf = (template: typeof application, id: string) => {
  const policies = resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy');
  const [, policy] = policies.find(([logicalId]) => logicalId.startsWith(id)) ?? [];
  return policy?.Properties.ResponseHeadersPolicyConfig as {
    SecurityHeadersConfig: Record<string, Record<string, unknown>>;
  };
};

test('pages may fetch from nobody but the house, its files and the issuer, and run nothing inline', () => {
  const policyOf = (of: ReturnType<typeof synthesize>) => {
    const { ContentSecurityPolicy } = headersOf(of.application, 'sitesecurityheaders').SecurityHeadersConfig;
    return readableFrom(of.data)(ContentSecurityPolicy?.ContentSecurityPolicy);
  };
  const given = synthesize({
    ...demonstration,
    issuer: 'https://login.example.org/realm',
    clientId: 'portal',
  });
  expect(policyOf(given)).toContain(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self' https://login.example.org https://attachments; ",
  );
  expect(policyOf({ data, application })).not.toContain('unsafe');
});

test('behind /api nothing is cached, and no page takes the place of an error', () => {
  const { DistributionConfig } = onlyOf(application, 'AWS::CloudFront::Distribution').Properties as {
    DistributionConfig: Record<string, unknown> & { CacheBehaviors: Record<string, unknown>[] };
  };
  expect(DistributionConfig.CustomErrorResponses).toBeUndefined();
  expect(DistributionConfig.CacheBehaviors).toHaveLength(1);
  // AWS's own policies: caching disabled; everything of the viewer's request but its host.
  expect(DistributionConfig.CacheBehaviors[0]).toMatchObject({
    PathPattern: '/api/*',
    CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    ResponseHeadersPolicyId: { Ref: expect.stringMatching(/^siteapiheaders/) },
  });
  expect(headersOf(application, 'siteapiheaders')).toMatchObject({
    SecurityHeadersConfig: {
      ContentSecurityPolicy: {
        ContentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
        Override: true,
      },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: 63_072_000,
        IncludeSubdomains: true,
        Override: true,
      },
    },
    CustomHeadersConfig: { Items: [{ Header: 'cache-control', Value: 'no-store', Override: true }] },
  });
  expect(DistributionConfig.CacheBehaviors[0]).not.toHaveProperty('FunctionAssociations');
});

test('the distribution shows the API the word by which it knows it, and the template does not hold that word', () => {
  interface Origin {
    Id: string;
    OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[];
  }
  const { DistributionConfig } = onlyOf(application, 'AWS::CloudFront::Distribution').Properties as {
    DistributionConfig: { Origins: Origin[]; CacheBehaviors: { TargetOriginId: string }[] };
  };
  const readable = readableFrom(data);
  const shown = DistributionConfig.Origins.flatMap(({ Id, OriginCustomHeaders = [] }) =>
    OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [Id, HeaderName, readable(HeaderValue)]),
  );
  expect(shown).toEqual([
    [
      DistributionConfig.CacheBehaviors[0]?.TargetOriginId,
      'x-origin-secret',
      '{{resolve:secretsmanager:originsecret:SecretString:::}}',
    ],
  ]);
});

test('a synthesis that leaves the operator out warns that nobody is told', () => {
  const { operatorMail: _, ...untold } = demonstration;
  const warned = createApp(untold).application;
  Annotations.fromStack(warned).hasWarning('*', Match.stringLikeRegexp('alarms reach nobody'));
  application.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email' });
  application.resourceCountIs('AWS::Budgets::Budget', 1);
});
