import { expect, test } from 'vitest';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import { list, readableFrom, type Statement } from './readable.ts';
import { resourcesOf, synthesize } from './synthesized.ts';

const { data, application } = synthesize();
const readable = readableFrom(data);

const policies = [data, application].flatMap((template) =>
  [...resourcesOf(template, 'AWS::IAM::Policy'), ...resourcesOf(template, 'AWS::IAM::ManagedPolicy')].map(
    ([, { Properties }]) => ({
      roles: list(Properties.Roles).map(readable),
      statements: (Properties.PolicyDocument as { Statement: Statement[] }).Statement,
    }),
  ),
);

/** `action → resource, resource [condition]`, sorted. */
const rightsOfRole = (role: string): string[] =>
  policies
    .filter(({ roles }) => roles.includes(role))
    .flatMap(({ statements }) => statements)
    .flatMap(({ Action, Resource, Condition }) =>
      list(Action).map((action) => {
        const when = Object.values(Condition ?? {})
          .flatMap(Object.entries)
          .map(([key, value]) => ` [${key}: ${list(value).join(', ')}]`);
        return `${action} → ${list(Resource).map(readable).sort().join(', ')}${when.join('')}`;
      }),
    )
    .sort();

const names = Object.keys(functions) as FunctionName[];

test.each(names)('%s has exactly these rights', (name) => {
  expect(rightsOfRole(`${name}role`)).toMatchSnapshot();
});

test('the roles themselves come without rights: no managed policy, nothing inline, only Lambda takes them on', () => {
  for (const [, { Properties }] of resourcesOf(data, 'AWS::IAM::Role')) {
    expect(Properties.ManagedPolicyArns).toBeUndefined();
    expect(Properties.Policies).toBeUndefined();
    const { Statement } = Properties.AssumeRolePolicyDocument as { Statement: Statement[] };
    expect(Statement.map(({ Principal }) => Principal)).toEqual([{ Service: 'lambda.amazonaws.com' }]);
  }
});

/** What has no name that could stand there, with the reason. */
const NAMELESS: Record<string, string> = {
  'xray:PutTraceSegments': 'X-Ray knows no resources',
  'xray:PutTelemetryRecords': 'X-Ray knows no resources',
  'xray:GetSamplingRules': 'X-Ray knows no resources',
  'xray:GetSamplingTargets': 'X-Ray knows no resources',
  'logs:CreateLogDelivery': 'deliveries of a state machine’s log belong to the account',
  'logs:DeleteLogDelivery': 'deliveries of a state machine’s log belong to the account',
  'logs:DescribeLogGroups': 'deliveries of a state machine’s log belong to the account',
  'logs:DescribeResourcePolicies': 'deliveries of a state machine’s log belong to the account',
  'logs:GetLogDelivery': 'deliveries of a state machine’s log belong to the account',
  'logs:ListLogDeliveries': 'deliveries of a state machine’s log belong to the account',
  'logs:PutResourcePolicy': 'deliveries of a state machine’s log belong to the account',
  'logs:UpdateLogDelivery': 'deliveries of a state machine’s log belong to the account',
};

test('a right on everything is one of those that have nothing to name, and no action is a pattern', () => {
  const inline = resourcesOf(application, 'AWS::IAM::Role').flatMap(([, { Properties }]) =>
    list(Properties.Policies as { PolicyDocument: { Statement: Statement[] } }[] | undefined).flatMap(
      ({ PolicyDocument }) => PolicyDocument.Statement,
    ),
  );
  for (const { Action, Resource } of [...policies.flatMap(({ statements }) => statements), ...inline]) {
    for (const action of list(Action)) expect(action).not.toContain('*');
    if (list(Resource).map(readable).includes('*'))
      for (const action of list(Action)) expect(NAMELESS).toHaveProperty([action]);
  }
});

test('no function may use the sealing or the receipts’ key but by the key’s own policy', () => {
  for (const name of names)
    for (const right of rightsOfRole(`${name}role`)) expect(right).not.toMatch(/sealingkey|mackey/);
});
