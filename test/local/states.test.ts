import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidDefinition,
  InvalidExecutionInput,
  InvalidName,
  InvalidOutput,
  InvalidToken,
  ListExecutionsCommand,
  paginateGetExecutionHistory,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  TaskTimedOut,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Call } from '../../local/observe.ts';
import { type RunningStates, type StatusChange, startStates } from '../../local/states/start.ts';

interface Payload {
  task: string;
  id: string;
  run: number;
  step?: string;
  token?: string;
}

const id = '0190d1f4-0000-7000-8000-000000000001';
const input = JSON.stringify({ id, run: 1, at: 'accept' });

let states: RunningStates;
let sfn: SFNClient;
let arn: string;
let invoked: Payload[];
let changes: StatusChange[];
let calls: Call[];
/** What the functions do besides being noted; a test sets its own. */
let answer: (payload: Payload) => unknown;

beforeEach(async () => {
  invoked = [];
  changes = [];
  calls = [];
  answer = ({ id, run }) => ({ id, run, at: 'accept' });
  states = await startStates({
    observe: (call) => void calls.push(call),
    invoke: async (functionName, payload) => {
      expect(functionName).toBe('workflow');
      invoked.push(payload as Payload);
      return answer(payload as Payload);
    },
    onStatusChange: (event) => void changes.push(event),
  });
  sfn = new SFNClient({
    endpoint: states.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'dispatch', secretAccessKey: 'local' },
  });
  arn = states.define('contact-request-1', contactRequest());
});

afterEach(async () => {
  sfn.destroy();
  await states.close();
});

describe('an execution of a process', () => {
  test('waits for a token at a human step, goes where the answer says and ends', async () => {
    const executionArn = await start();
    expect(invoked).toEqual([{ task: 'open-step', step: 'accept', id, run: 1, token: expect.any(String) }]);
    expect(await describeExecution(executionArn)).toMatchObject({ status: 'RUNNING', input });

    await succeed(token(), 'contact');
    expect(invoked.at(-1)).toMatchObject({ step: 'contact' });
    await succeed(token(), 'closed');

    const ended = await describeExecution(executionArn);
    expect(ended).toMatchObject({
      status: 'SUCCEEDED',
      output: JSON.stringify({ id, run: 1, at: 'closed' }),
    });
    expect(ended.stopDate).toBeInstanceOf(Date);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      source: 'aws.states',
      detail: { executionArn, stateMachineArn: arn, name: 'one', status: 'SUCCEEDED' },
    });
  });

  test('enters in the middle where its input says', async () => {
    await start('two', JSON.stringify({ id, run: 2, at: 'contact' }));
    expect(invoked).toEqual([expect.objectContaining({ step: 'contact', run: 2 })]);
  });

  test('runs a function and goes on at the step that the function names, as a plain string', async () => {
    const executionArn = await start('three', JSON.stringify({ id, run: 1, at: 'route' }));
    expect(invoked.map(({ task, step }) => step ?? task)).toEqual(['route-request', 'accept']);
    const { events } = await history(executionArn);
    const entered = events.find((event) => event.stateEnteredEventDetails?.name === 'accept');
    expect(JSON.parse(entered?.stateEnteredEventDetails?.input ?? '')).toEqual({ id, run: 1, at: 'accept' });
  });

  test("takes a function's bare string as the step when the rest comes from the execution's input", async () => {
    answer = ({ task }) => (task === 'route-request' ? 'contact' : undefined);
    const selector = {
      'id.$': '$$.Execution.Input.id',
      'run.$': '$$.Execution.Input.run',
      'at.$': '$.Payload',
    };
    const { route, ...others } = contactRequest().States;
    const States = { ...others, route: { ...route, ResultSelector: selector } };
    arn = states.define('bare', { StartAt: 'enter', States });
    await start('three', JSON.stringify({ id, run: 3, at: 'route' }));
    expect(invoked.at(-1)).toMatchObject({ step: 'contact', id, run: 3 });
  });

  test('fails at a step that the process does not know, and somebody is told', async () => {
    const executionArn = await start('four', JSON.stringify({ id, run: 1, at: 'nowhere' }));
    expect(await describeExecution(executionArn)).toMatchObject({ status: 'FAILED', error: 'UnknownStep' });
    expect(changes[0]?.detail).toMatchObject({ status: 'FAILED', error: 'UnknownStep' });
  });

  test('goes on when the function answers its own token while it still runs', async () => {
    answer = async (payload) => {
      if (payload.step !== 'accept') return;
      await sfn.send(new SendTaskSuccessCommand({ taskToken: payload.token, output: '"contact"' }));
    };
    await start();
    expect(invoked.map(({ step }) => step)).toEqual(['accept', 'contact']);
  });

  test('enters the step anew with a new token when the old one timed out, and keeps its data', async () => {
    arn = states.define('impatient', contactRequest({ TimeoutSeconds: 1 }));
    const executionArn = await start();
    const old = token();
    await expect.poll(() => invoked.length, { timeout: 10_000 }).toBe(2);
    await states.idle();
    expect(invoked[1]).toEqual({ task: 'open-step', step: 'accept', id, run: 1, token: expect.any(String) });
    expect(token()).not.toBe(old);
    await expect(sfn.send(success(old, 'contact'))).rejects.toThrow(TaskTimedOut);
    const { events } = await history(executionArn);
    expect(events.map(({ type }) => type)).toContain('TaskTimedOut');
  });

  test('retries a function that failed with a named error, as often as the definition says', async () => {
    let failures = 2;
    answer = (payload) => {
      if (failures-- > 0) throw Object.assign(new Error('busy'), { name: 'Lambda.ServiceException' });
      return { ...payload, at: 'accept' };
    };
    const executionArn = await start('five', JSON.stringify({ id, run: 1, at: 'route' }));
    expect(invoked.map(({ task }) => task)).toEqual([
      'route-request',
      'route-request',
      'route-request',
      'open-step',
    ]);
    expect(await describeExecution(executionArn)).toMatchObject({ status: 'RUNNING' });
  });

  test.each([
    ['that waits for a token', 'accept'],
    ['that runs', 'route'],
  ])('fails with the name of the error that a function %s has thrown', async (_, at) => {
    answer = () => {
      throw new TypeError('broken');
    };
    const executionArn = await start('six', JSON.stringify({ id, run: 1, at }));
    const ended = await describeExecution(executionArn);
    expect(ended).toMatchObject({ status: 'FAILED', error: 'TypeError' });
    expect(JSON.parse(ended.cause ?? '')).toMatchObject({ errorType: 'TypeError', errorMessage: 'broken' });
  });

  test('ends when it is stopped; its token is closed and nothing is retried', async () => {
    const executionArn = await start();
    await sfn.send(new StopExecutionCommand({ executionArn, error: 'Superseded', cause: 'a new run' }));
    await states.idle();
    expect(await describeExecution(executionArn)).toMatchObject({
      status: 'ABORTED',
      error: 'Superseded',
      cause: 'a new run',
    });
    expect(changes.map(({ detail }) => detail.status)).toEqual(['ABORTED']);
    await expect(sfn.send(success(token(), 'contact'))).rejects.toThrow(TaskTimedOut);
    expect(invoked).toHaveLength(1);
    await sfn.send(new StopExecutionCommand({ executionArn }));
  });

  test('goes on by the old definition when the machine gets a new one', async () => {
    await start();
    const definition = JSON.stringify({ StartAt: 'end', States: { end: { Type: 'Succeed' } } });
    await sfn.send(new UpdateStateMachineCommand({ stateMachineArn: arn, definition }));
    await succeed(token(), 'contact');
    expect(invoked.at(-1)).toMatchObject({ step: 'contact' });
    const executionArn = await start('seven');
    expect(await describeExecution(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('starting', () => {
  test('twice with the same name and input is one execution', async () => {
    const first = await sfn.send(new StartExecutionCommand({ stateMachineArn: arn, name: 'one', input }));
    const second = await sfn.send(new StartExecutionCommand({ stateMachineArn: arn, name: 'one', input }));
    await states.idle();
    expect([second.executionArn, second.startDate]).toEqual([first.executionArn, first.startDate]);
    expect(invoked).toHaveLength(1);
  });

  test('with a name that is taken by another input or by an execution that ended is refused', async () => {
    const executionArn = await start();
    await expect(start('one', JSON.stringify({ id, run: 2, at: 'accept' }))).rejects.toThrow(
      ExecutionAlreadyExists,
    );
    await sfn.send(new StopExecutionCommand({ executionArn }));
    await expect(start()).rejects.toThrow(ExecutionAlreadyExists);
  });

  test('refuses a wrong name, a wrong input and a machine that is not there', async () => {
    await expect(start('a/b')).rejects.toThrow(InvalidName);
    await expect(start('x'.repeat(81))).rejects.toThrow(InvalidName);
    await expect(start('one', '{')).rejects.toThrow(InvalidExecutionInput);
    arn = `${arn}0`;
    await expect(start()).rejects.toThrow(StateMachineDoesNotExist);
  });

  test('a machine can be created through the API, and twice alike', async () => {
    const create = new CreateStateMachineCommand({
      name: 'created',
      definition: JSON.stringify(contactRequest()),
      roleArn: 'arn:aws:iam::000000000000:role/none',
    });
    const first = await sfn.send(create);
    expect((await sfn.send(create)).stateMachineArn).toBe(first.stateMachineArn);
  });

  test.each([
    ['calls anything but a function', { Resource: 'arn:aws:states:::sqs:sendMessage' }],
    ['has a heartbeat, which the engine would ignore', { HeartbeatSeconds: 60 }],
    ['is not in JSONPath', { QueryLanguage: 'JSONata' }],
    ['leads nowhere', { Next: 'nowhere' }],
  ])('refuses a definition that %s', async (_, broken) => {
    const definition = JSON.stringify(contactRequest(broken));
    const create = new CreateStateMachineCommand({
      name: 'broken',
      definition,
      roleArn: 'arn:aws:iam::0:role/none',
    });
    await expect(sfn.send(create)).rejects.toThrow(InvalidDefinition);
  });
});

describe('a task token', () => {
  test('is answered once', async () => {
    await start();
    const first = token();
    await succeed(first, 'contact');
    await expect(sfn.send(success(first, 'contact'))).rejects.toThrow(TaskTimedOut);
    await expect(sfn.send(new SendTaskFailureCommand({ taskToken: first }))).rejects.toThrow(TaskTimedOut);
    expect(invoked).toHaveLength(2);
  });

  test('that was never given out is refused', async () => {
    await expect(sfn.send(success('foreign', 'contact'))).rejects.toThrow(InvalidToken);
  });

  test('stays open after an answer that is not JSON, and after a heartbeat', async () => {
    await start();
    const broken = new SendTaskSuccessCommand({ taskToken: token(), output: 'contact' });
    await expect(sfn.send(broken)).rejects.toThrow(InvalidOutput);
    await sfn.send(new SendTaskHeartbeatCommand({ taskToken: token() }));
    await succeed(token(), 'contact');
    expect(invoked.at(-1)).toMatchObject({ step: 'contact' });
  });

  test('answered with a failure fails the task with that error', async () => {
    const executionArn = await start();
    await sfn.send(
      new SendTaskFailureCommand({ taskToken: token(), error: 'Withdrawn', cause: 'by the family' }),
    );
    await states.idle();
    expect(await describeExecution(executionArn)).toMatchObject({
      status: 'FAILED',
      error: 'Withdrawn',
      cause: 'by the family',
    });
  });
});

describe('what is kept', () => {
  test('the history has every input, parameter, result and output in order', async () => {
    answer = ({ task, ...rest }) => ({ ...rest, at: 'accept', note: `from ${task}` });
    const executionArn = await start('one', JSON.stringify({ id, run: 1, at: 'route' }));
    await succeed(token(), 'closed');
    const { events } = await history(executionArn);
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'ChoiceStateEntered',
      'ChoiceStateExited',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ChoiceStateEntered',
      'ChoiceStateExited',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ChoiceStateEntered',
      'ChoiceStateExited',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    const text = JSON.stringify(events);
    for (const kept of ['from route-request', 'from open-step', token()]) expect(text).toContain(kept);
    expect(events.at(-1)?.timestamp).toBeInstanceOf(Date);
  });

  test('the history comes in pages and backwards', async () => {
    const executionArn = await start();
    const { events } = await history(executionArn);
    const paged = [];
    const pages = paginateGetExecutionHistory(
      { client: sfn, pageSize: 2 },
      { executionArn, reverseOrder: true },
    );
    for await (const { events } of pages) paged.push(...(events ?? []));
    expect(paged.reverse()).toEqual(events);
  });

  test('executions are listed newest first, by status and in pages', async () => {
    await start('one');
    await start('two');
    await start('three');
    await sfn.send(success(invoked[1]?.token ?? '', 'closed'));
    await states.idle();
    expect(await list({ maxResults: 2 })).toEqual(['three', 'two']);
    const { nextToken } = await sfn.send(new ListExecutionsCommand({ stateMachineArn: arn, maxResults: 2 }));
    expect(await list({ nextToken })).toEqual(['one']);
    expect(await list({ statusFilter: 'SUCCEEDED' })).toEqual(['two']);
    expect(await list({ statusFilter: 'RUNNING' })).toEqual(['three', 'one']);
  });

  test('an execution that never was does not exist', async () => {
    await expect(describeExecution(`${arn}:none`)).rejects.toThrow(ExecutionDoesNotExist);
  });

  test('who watches sees each call before and after, and who made it', async () => {
    await start();
    expect(calls).toEqual([
      expect.objectContaining({
        service: 'states',
        operation: 'StartExecution',
        by: 'dispatch',
        phase: 'before',
      }),
      expect.objectContaining({
        phase: 'after',
        response: expect.objectContaining({ executionArn: expect.any(String) }),
      }),
    ]);
  });
});

function contactRequest(changes: object = {}) {
  const steps = ['accept', 'contact', 'route', 'closed'];
  const choices = steps.map((step) => ({ Variable: '$.at', StringEquals: step, Next: step }));
  const retry = [
    { ErrorEquals: ['Lambda.ServiceException'], IntervalSeconds: 0, MaxAttempts: 3, BackoffRate: 2 },
  ];
  const humanStep = (step: string) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Parameters: {
      FunctionName: 'workflow',
      Payload: { task: 'open-step', step, 'id.$': '$.id', 'run.$': '$.run', 'token.$': '$$.Task.Token' },
    },
    ResultPath: '$.at',
    TimeoutSeconds: 2_000_000,
    Retry: retry,
    Catch: [{ ErrorEquals: ['States.Timeout'], ResultPath: null, Next: step }],
    Next: `after ${step}`,
    ...changes,
  });
  const after = { Type: 'Choice', Choices: choices, Default: 'unknown' };
  return {
    StartAt: 'enter',
    States: {
      enter: after,
      accept: humanStep('accept'),
      'after accept': after,
      contact: humanStep('contact'),
      'after contact': after,
      route: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: {
          FunctionName: 'workflow',
          Payload: { task: 'route-request', 'id.$': '$.id', 'run.$': '$.run' },
        },
        ResultSelector: { 'id.$': '$.Payload.id', 'run.$': '$.Payload.run', 'at.$': '$.Payload.at' },
        Retry: retry,
        Next: 'after route',
      },
      'after route': after,
      closed: { Type: 'Succeed' },
      unknown: { Type: 'Fail', Error: 'UnknownStep' },
    },
  };
}

async function start(name = 'one', given = input): Promise<string> {
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn: arn, name, input: given }),
  );
  await states.idle();
  return executionArn ?? '';
}

/** The token that the last invocation was handed. */
function token(): string {
  return invoked.at(-1)?.token ?? 'none';
}

function success(taskToken: string, at: string) {
  return new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(at) });
}

async function succeed(taskToken: string, at: string): Promise<void> {
  await sfn.send(success(taskToken, at));
  await states.idle();
}

const describeExecution = (executionArn: string) => sfn.send(new DescribeExecutionCommand({ executionArn }));

async function history(executionArn: string) {
  const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
  return { events };
}

async function list(filter: Partial<ConstructorParameters<typeof ListExecutionsCommand>[0]>) {
  const { executions } = await sfn.send(new ListExecutionsCommand({ stateMachineArn: arn, ...filter }));
  return executions?.map(({ name }) => name);
}
