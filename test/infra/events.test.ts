import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { checkLedgers } from '../../functions/schedule/check-ledgers.ts';
import { sweep } from '../../functions/schedule/sweep.ts';
import { LEDGERS_CHECKED, SWEPT } from '../../infra/watching/schedule-metrics.ts';
import { readableFrom } from './readable.ts';
import { onlyOf, resourcesOf, synthesize } from './synthesized.ts';

const { data, application } = synthesize();
const readable = readableFrom(data);

interface Rule {
  ScheduleExpression?: string;
  EventPattern?: { detail: Record<string, unknown>; source?: string[] };
  Targets: { Arn: unknown; Input?: string }[];
  State: string;
}

const rules = new Map(
  resourcesOf(application, 'AWS::Events::Rule').map(([id, { Properties }]) => [
    id.replace(/^watching/, '').replace(/[0-9A-F]{8}$/, ''),
    Properties as unknown as Rule,
  ]),
);

const ruleOf = (name: string): Rule => {
  const rule = rules.get(name);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule;
};
const detailOf = <T>(name: string) => ruleOf(name).EventPattern?.detail as T;

test('the stream wakes dispatch for written heads only, in small parts, and lets the sweep do the rest', () => {
  const { Properties } = onlyOf(application, 'AWS::Lambda::EventSourceMapping');
  expect(readable(Properties.EventSourceArn)).toBe('table/stream');
  expect(readable(Properties.FunctionName)).toBe('dispatchfunction');
  const { Filters } = Properties.FilterCriteria as { Filters: { Pattern: string }[] };
  expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
    { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: ['HEAD'] } } } },
  ]);
  expect(Properties).toMatchObject({
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRetryAttempts: 2,
  });
  expect(Properties).not.toHaveProperty('DestinationConfig');
});

test('the calendar sweeps every five minutes and checks the runs every day', () => {
  expect(ruleOf('sweep')).toMatchObject({ ScheduleExpression: 'rate(5 minutes)' });
  expect(ruleOf('sweep').Targets[0]?.Input).toBe('{"task":"sweep"}');
  expect(ruleOf('checkruns').ScheduleExpression).toMatch(/^cron\(/);
  expect(ruleOf('checkruns').Targets[0]?.Input).toBe('{"task":"check-runs"}');
  for (const name of ['sweep', 'checkruns', 'replaceruns'])
    expect(readable(ruleOf(name).Targets[0]?.Arn)).toBe('schedulefunction');
});

test('an execution of ours that failed, timed out or was stopped is told as it is, and no other', () => {
  const { EventPattern, Targets } = ruleOf('replaceruns');
  expect(EventPattern?.source).toEqual(['aws.states']);
  const { status, stateMachineArn } = detailOf<{ status: string[]; stateMachineArn: unknown[] }>(
    'replaceruns',
  );
  expect(status).toEqual(['FAILED', 'TIMED_OUT', 'ABORTED']);
  expect(stateMachineArn.map(readable)).toEqual([
    'contactrequestv1',
    'budgetapplicationv1',
    'committeesessionv1',
    'paymentorderv1',
    'proofofusev1',
    'surveyroundv1',
    'kitasurveyv1',
    'providersurveyv1',
  ]);
  expect(Targets[0]).not.toHaveProperty('Input');
});

interface UseByOthers {
  resources: { ARN: unknown[] };
  $or: {
    userIdentity: {
      sessionContext: { sessionIssuer: { arn: [{ 'anything-but'?: unknown[]; exists?: boolean }] } };
    };
  }[];
}

test('the operator hears when a key is changed, or used by anybody but the functions', () => {
  for (const name of ['keychanged', 'keyusedbyothers', 'functionchanged']) {
    const rule = ruleOf(name);
    // The use of a key is a read event, which rules see only in this state.
    expect(rule.State, name).toBe('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS');
    expect(readable(rule.Targets[0]?.Arn), name).toBe('watchingalarms');
  }
  const { resources, $or } = detailOf<UseByOthers>('keyusedbyothers');
  expect(resources.ARN.map(readable)).toEqual(['sealingkey', 'mackey']);
  const [others, nobody] = $or.map(({ userIdentity }) => userIdentity.sessionContext.sessionIssuer.arn[0]);
  expect(others?.['anything-but']?.map(readable)).toHaveLength(8);
  expect(nobody).toEqual({ exists: false });
});

test('the operator hears when attachments are no longer scanned', () => {
  const { EventPattern, Targets } = ruleOf('viruscheckfails') as unknown as {
    EventPattern: { 'detail-type': { 'equals-ignore-case': string }[]; resources: unknown[] };
    Targets: { Arn: unknown }[];
  };
  expect(EventPattern['detail-type'].map((one) => one['equals-ignore-case'])).toEqual([
    'GuardDuty Malware Protection Resource Status Warning',
    'GuardDuty Malware Protection Resource Status Error',
    'GuardDuty Malware Protection Post Scan Action Failed',
  ]);
  expect(EventPattern.resources.map(readable)).toEqual(['viruscheckplan']);
  expect(Targets.map(({ Arn }) => readable(Arn))).toEqual(['watchingalarms']);
});

test.each([
  { run: sweep, line: SWEPT, filter: '{ $.message = "swept" }', metric: 'StayedOwed' },
  {
    run: checkLedgers,
    line: LEDGERS_CHECKED,
    filter: '{ $.message = "ledgers checked" }',
    metric: 'LedgersDiffering',
  },
])('what schedule logs is what the alarm on $metric counts', async ({ run, line, filter, metric }) => {
  const lines: object[] = [];
  const log = { info: (message: string, more: object) => lines.push({ message, ...more }) };
  const db = {
    send: () => Promise.resolve({ Items: [], Responses: {} }),
  } as unknown as DynamoDBDocumentClient;
  await run({
    store: { db, table: 't', keysTable: 'k' },
    log,
    clock: { now: () => '2026-01-30T08:00:00.000Z' },
  } as unknown as Parameters<typeof sweep>[0]);
  expect(lines).toContainEqual(expect.objectContaining({ message: line.message, [line.counts]: 0 }));
  application.hasResourceProperties('AWS::Logs::MetricFilter', {
    FilterPattern: filter,
    MetricTransformations: [{ MetricName: metric, MetricValue: `$.${line.counts}` }],
  });
});

test('every alarm says what it means and reaches the topic', () => {
  const alarms = resourcesOf(application, 'AWS::CloudWatch::Alarm');
  expect(alarms.length).toBeGreaterThan(9);
  for (const [id, { Properties }] of alarms) {
    expect(String(Properties.AlarmDescription).length, id).toBeGreaterThan(50);
    expect((Properties.AlarmActions as unknown[]).map(readable), id).toEqual(['watchingalarms']);
  }
});
