import { isDeepStrictEqual } from 'node:util';
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';
import { AwsServiceError, operation } from '../aws-server.ts';
import { arnOf, checkName, epoch } from './names.ts';

/** Amazon States Language as JSON; the engine's own type is narrower than the language (no `ResultPath: null`). */
export type Definition = object;

/** A state as far as this service looks into it. */
export interface TaskState {
  Resource: string;
  TimeoutSeconds: number;
}

export interface Machine {
  arn: string;
  name: string;
  definition: Definition;
  runnable: StateMachine;
  /** By the state's name, those in branches and iterations too. */
  tasks: Map<string, TaskState>;
  created: Date;
}

export type Machines = ReturnType<typeof defineMachines>;

/** 24.8 days: a longer timer of Node fires at once. Without a timeout the engine would end a task after 60 s. */
const longestTimeoutSeconds = 2_147_483;

/** What the engine passes over in silence. */
const unknownToEngine = [
  'QueryLanguage',
  'Arguments',
  'Output',
  'Assign',
  'HeartbeatSeconds',
  'HeartbeatSecondsPath',
  'TimeoutSecondsPath',
];

const resources = /^arn:[^:]+:states:::lambda:invoke(\.waitForTaskToken)?$/;

export function defineMachines() {
  const machines = new Map<string, Machine>();

  function find(arn: string): Machine {
    const machine = machines.get(arn);
    if (!machine)
      throw new AwsServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return machine;
  }

  /** `checked`: by the engine's validator, which takes half a second; the project's own are validated by its tests. */
  function put(name: string, definition: Definition, checked: boolean): string {
    checkName(name);
    const arn = arnOf('stateMachine', name);
    const created = machines.get(arn)?.created ?? new Date();
    machines.set(arn, { arn, name, definition, ...prepare(definition, checked), created });
    return arn;
  }

  const operations = {
    CreateStateMachine: operation(
      z.object({ name: z.string(), definition: z.string(), type: z.string().optional() }),
      ({ name, definition, type }) => {
        if (type && type !== 'STANDARD') {
          throw new AwsServiceError('StateMachineTypeNotSupported', 'Only STANDARD is embedded');
        }
        const existing = machines.get(arnOf('stateMachine', name));
        const parsed = parseDefinition(definition);
        if (existing && !isDeepStrictEqual(existing.definition, parsed)) {
          throw new AwsServiceError(
            'StateMachineAlreadyExists',
            `State Machine Already Exists: '${existing.arn}'`,
          );
        }
        const machine = find(existing?.arn ?? put(name, parsed, true));
        return { stateMachineArn: machine.arn, creationDate: epoch(machine.created) };
      },
    ),
    UpdateStateMachine: operation(
      z.object({ stateMachineArn: z.string(), definition: z.string() }),
      ({ stateMachineArn, definition }) => {
        put(find(stateMachineArn).name, parseDefinition(definition), true);
        return { updateDate: epoch(new Date()) };
      },
    ),
  };

  return {
    define: (name: string, definition: Definition) => put(name, definition, false),
    find,
    operations,
  };
}

function parseDefinition(text: string): Definition {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new AwsServiceError('InvalidDefinition', 'The definition is not a JSON object');
  }
}

/** Refuses what the engine would ignore or do otherwise than AWS, and fills in the timeouts that it needs. */
function prepare(definition: Definition, checked: boolean): Pick<Machine, 'runnable' | 'tasks'> {
  const copy: { TimeoutSeconds?: number; QueryLanguage?: string } = structuredClone(definition);
  if (copy.TimeoutSeconds) copy.TimeoutSeconds = Math.min(copy.TimeoutSeconds, longestTimeoutSeconds);
  const tasks = new Map<string, TaskState>();
  if ((copy.QueryLanguage ?? 'JSONPath') !== 'JSONPath') refuse('the embedded engine knows JSONPath only');
  for (const [name, state] of statesIn(copy)) {
    const field = unknownToEngine.find((name) => name in state);
    if (field) refuse(`the embedded engine does not know ${field} (state ${name})`);
    if (state.ResultPath === '$') refuse(`leave ResultPath out instead of '$' (state ${name})`);
    if (state.Type !== 'Task') continue;
    const { Resource, TimeoutSeconds } = state;
    if (typeof Resource !== 'string' || !resources.test(Resource)) {
      refuse(`a task is lambda:invoke or lambda:invoke.waitForTaskToken (state ${name})`);
    }
    state.TimeoutSeconds = Math.min(Number(TimeoutSeconds ?? longestTimeoutSeconds), longestTimeoutSeconds);
    tasks.set(name, state as unknown as TaskState);
  }
  try {
    // The partitions that the engine's validator knows are older than the European one; Resource is checked above.
    const validationOptions = { noValidate: !checked, checkArn: false };
    const runnable = new StateMachine(copy as StateMachineDefinition, { validationOptions });
    return { runnable, tasks };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(why: string): never {
  throw new AwsServiceError('InvalidDefinition', `Invalid State Machine Definition: ${why}`);
}

function* statesIn(value: unknown): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'States') yield* Object.entries(inner as Record<string, Record<string, unknown>>);
    if (key !== 'Parameters') yield* statesIn(inner);
  }
}
