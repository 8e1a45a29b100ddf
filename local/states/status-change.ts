import { randomUUID } from 'node:crypto';
import type { Execution } from './engine.ts';

/** EventBridge's event of an execution that ended. Dates in `detail` are milliseconds since 1970. */
export interface StatusChange {
  version: '0';
  id: string;
  'detail-type': 'Step Functions Execution Status Change';
  source: 'aws.states';
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: {
    executionArn: string;
    stateMachineArn: string;
    name: string;
    status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
    startDate: number;
    stopDate: number;
    /** JSON. */
    input: string;
    output: string | null;
    error: string | null;
    cause: string | null;
  };
}

export type OnStatusChange = (event: StatusChange) => void | Promise<void>;

export function statusChange(execution: Execution): StatusChange {
  const {
    arn,
    machine,
    name,
    status,
    started,
    stopped = new Date(),
    input,
    output,
    error,
    cause,
  } = execution;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    account: '000000000000',
    time: stopped.toISOString(),
    region: 'local',
    resources: [arn],
    detail: {
      executionArn: arn,
      stateMachineArn: machine.arn,
      name,
      status: status as StatusChange['detail']['status'],
      startDate: started.getTime(),
      stopDate: stopped.getTime(),
      input,
      output: output ?? null,
      error: error ?? null,
      cause: cause ?? null,
    },
  };
}
