import { followers, isPersonStep, type Process, type RunStep, type Step } from './process.ts';

/** The input of every execution, and what every task of it answers: ids and the place in the process, nothing else. */
export interface ExecutionState {
  id: string;
  run: number;
  /** A step, an end, or SUPERSEDED. */
  at: string;
}

/** Where an execution goes that a later run has replaced. */
export const SUPERSEDED = 'superseded';

/** Placeholders of the definition, filled by the template in AWS and by the engine on one machine. */
export const WORKFLOW_FUNCTION = '${WorkflowFunction}';
export const PARTITION = '${Partition}';

/** A token lives shorter than the engine's longest timer (24.8 days) and is then simply asked for again. */
const TOKEN_SECONDS = 2_000_000;

type State = Record<string, unknown>;

const RETRY = [
  {
    ErrorEquals: [
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
      'TransactionConflictError',
    ],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    JitterStrategy: 'FULL',
  },
];

const goTo = (name: string) => ({ Variable: '$.at', StringEquals: name, Next: name });

const task = (step: string, name: string, more: State) => ({
  FunctionName: WORKFLOW_FUNCTION,
  Payload: { task: name, step, 'id.$': '$.id', 'run.$': '$.run', ...more },
});

const waitForPerson = (name: string): State => ({
  Type: 'Task',
  Resource: `arn:${PARTITION}:states:::lambda:invoke.waitForTaskToken`,
  Parameters: task(name, 'open-step', { 'token.$': '$$.Task.Token' }),
  TimeoutSeconds: TOKEN_SECONDS,
  Retry: RETRY,
  Catch: [{ ErrorEquals: ['States.Timeout'], ResultPath: null, Next: name }],
  Next: `after ${name}`,
});

const runFunction = (name: string, step: RunStep): State => ({
  Type: 'Task',
  Resource: `arn:${PARTITION}:states:::lambda:invoke`,
  Parameters: task(name, step.run, {}),
  OutputPath: '$.Payload',
  TimeoutSeconds: 300,
  Retry: RETRY,
  Next: `after ${name}`,
});

const statesOf = (process: Process, name: string, step: Step): Record<string, State> => ({
  [name]: isPersonStep(step) ? waitForPerson(name) : runFunction(name, step),
  [`after ${name}`]: {
    Type: 'Choice',
    Choices: followers(process, step)
      .filter((to) => to !== name)
      .map(goTo),
    // The head may be further than this process's next step, for another run or an overdue date moved it: look again.
    Default: 'enter',
  },
});

/**
 * The Amazon States Language (JSONPath) of a process: the same object in the template and on one machine. It begins with
 * a choice on `$.at`, so that a new run enters at the step where the table says the submission stands.
 */
export const stateMachineOf = (process: Process): Record<string, unknown> => {
  const steps = Object.entries(process.steps);
  const states = steps.map(([name, step]) => statesOf(process, name, step));
  const goals = [...Object.keys(process.steps), ...process.ends, SUPERSEDED];
  return {
    Comment: `${process.name} ${process.version}: the table is the truth, this execution its replaceable driver`,
    StartAt: 'enter',
    States: {
      enter: { Type: 'Choice', Choices: goals.map(goTo), Default: 'unknown step' },
      ...Object.assign({}, ...states),
      ...Object.fromEntries([...process.ends, SUPERSEDED].map((end) => [end, { Type: 'Succeed' }])),
      'unknown step': { Type: 'Fail', Error: 'UnknownStep' },
    },
  };
};

/** The name of a process's state machine; every released version has one of its own. */
export const machineName = (process: Pick<Process, 'name' | 'version'>): string =>
  `${process.name}-v${process.version}`;

/** The name of one execution, unique for ever: starting it twice is harmless. */
export const executionName = (id: string, process: Pick<Process, 'name' | 'version'>, run: number): string =>
  `${id}.${machineName(process)}.${run}`;
