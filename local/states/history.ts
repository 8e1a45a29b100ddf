import type { StateMachine } from 'aws-local-stepfunctions';
import { epoch } from './names.ts';

/** Step Functions' limit for an input, an output and a task's result. */
export const longestDataBytes = 262_144;

export type EngineEvent =
  ReturnType<StateMachine['run']>['eventLogs'] extends AsyncGenerator<infer Event> ? Event : never;

/** An event in the form of GetExecutionHistory. */
export interface HistoryEvent {
  id: number;
  previousEventId: number;
  /** Seconds since 1970. */
  timestamp: number;
  type: string;
  /** `taskFailedEventDetails` and its like. */
  [details: string]: unknown;
}

type Entry = { type: string; [details: string]: unknown };

export type History = ReturnType<typeof keepHistory>;

/** What Step Functions would keep of an execution: every input, parameter, result, output and cause. */
export function keepHistory() {
  const events: HistoryEvent[] = [];
  const record = (entry: Entry | undefined, at = new Date()) => {
    if (!entry) return;
    const id = events.length + 1;
    events.push({ id, previousEventId: id - 1, timestamp: epoch(at), ...entry });
  };
  return {
    events,
    record,
    recordEngine: (event: EngineEvent) => record(entryFor(event), new Date(event.timestamp)),
    scheduled: (resource: string, parameters: unknown) => {
      const details = { resourceType: 'lambda', resource: resource.replace(/^.*:/, '') };
      record({
        type: 'TaskScheduled',
        taskScheduledEventDetails: { ...details, region: 'local', parameters: JSON.stringify(parameters) },
      });
      record({ type: 'TaskStarted', taskStartedEventDetails: details });
    },
    result: (type: 'TaskSubmitted' | 'TaskSucceeded', resource: string, output: unknown) => {
      record({
        type,
        [`t${type.slice(1)}EventDetails`]: {
          resourceType: 'lambda',
          resource: resource.replace(/^.*:/, ''),
          output: JSON.stringify(output),
        },
      });
    },
  };
}

/** What the engine tells more finely than AWS (a state that was retried or caught) shows in its neighbours there. */
function entryFor(event: EngineEvent): Entry | undefined {
  switch (event.type) {
    case 'ExecutionStarted':
      return { type: event.type, executionStartedEventDetails: { input: JSON.stringify(event.input) } };
    case 'StateEntered': {
      const { name, type, input } = event.state;
      return {
        type: `${type}StateEntered`,
        stateEnteredEventDetails: { name, input: JSON.stringify(input) },
      };
    }
    case 'StateExited': {
      const { name, type, output } = event.state;
      return {
        type: `${type}StateExited`,
        stateExitedEventDetails: { name, output: JSON.stringify(output) },
      };
    }
    case 'StateFailed': {
      if (event.state.type !== 'Task') return undefined;
      const details = { resourceType: 'lambda', resource: 'invoke', ...errorOf(event) };
      if (event.Error === 'States.Timeout')
        return { type: 'TaskTimedOut', taskTimedOutEventDetails: details };
      return { type: 'TaskFailed', taskFailedEventDetails: details };
    }
    case 'ExecutionSucceeded':
      return { type: event.type, executionSucceededEventDetails: { output: JSON.stringify(event.output) } };
    case 'ExecutionFailed':
      return { type: event.type, executionFailedEventDetails: errorOf(event) };
    case 'ExecutionAborted':
      return { type: event.type };
    case 'ExecutionTimeout':
      return { type: 'ExecutionTimedOut' };
    default:
      return undefined;
  }
}

export function errorOf({ Error: error, Cause }: { Error: string; Cause: unknown }) {
  return { error, cause: typeof Cause === 'string' ? Cause : JSON.stringify(Cause) };
}
