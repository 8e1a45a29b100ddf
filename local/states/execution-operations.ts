import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsServiceError, operation } from '../aws-server.ts';
import type { Engine, Execution } from './engine.ts';
import { longestDataBytes } from './history.ts';
import type { Machines } from './machines.ts';
import { arnOf, checkName, epoch } from './names.ts';

const page = { maxResults: z.number().int().min(0).max(1000).default(100), nextToken: z.string().optional() };
const statuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

export function executionOperations(machines: Machines, { executions, start }: Engine) {
  function find(arn: string): Execution {
    const execution = executions.get(arn);
    if (!execution) throw new AwsServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  }

  return {
    StartExecution: operation(
      z.object({ stateMachineArn: z.string(), name: z.string().optional(), input: z.string().default('{}') }),
      ({ stateMachineArn, name = randomUUID(), input }) => {
        checkName(name);
        checkInput(input);
        const machine = machines.find(stateMachineArn);
        const same = executions.get(arnOf('execution', machine.name, name));
        if (same && (same.status !== 'RUNNING' || same.input !== input)) {
          throw new AwsServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${same.arn}'`);
        }
        const execution = same ?? start(machine, name, input);
        return { executionArn: execution.arn, startDate: epoch(execution.started) };
      },
    ),

    StopExecution: operation(
      z.object({ executionArn: z.string(), error: z.string().optional(), cause: z.string().optional() }),
      async ({ executionArn, error, cause }) => {
        const execution = find(executionArn);
        if (execution.status === 'RUNNING') await execution.stop(error, cause);
        return { stopDate: epoch(execution.stopped) };
      },
    ),

    DescribeExecution: operation(z.object({ executionArn: z.string() }), ({ executionArn }) => {
      const execution = find(executionArn);
      const { input, output, error, cause } = execution;
      return { ...summary(execution), input, output, error, cause };
    }),

    ListExecutions: operation(
      z.object({ stateMachineArn: z.string(), statusFilter: z.enum(statuses).optional(), ...page }),
      ({ stateMachineArn, statusFilter, ...paging }) => {
        const machine = machines.find(stateMachineArn);
        const all = [...executions.values()]
          .filter((execution) => execution.machine.arn === machine.arn)
          .reverse();
        // The pages hang on the last ARN seen: executions that start meanwhile do not move them.
        const from = all.findIndex(({ arn }) => arn === paging.nextToken) + 1;
        const rest = all.slice(from).filter(({ status }) => !statusFilter || status === statusFilter);
        const items = rest.slice(0, paging.maxResults || 100);
        const nextToken = items.length < rest.length ? items.at(-1)?.arn : undefined;
        return { executions: items.map(summary), nextToken };
      },
    ),

    GetExecutionHistory: operation(
      z.object({ executionArn: z.string(), reverseOrder: z.boolean().default(false), ...page }),
      ({ executionArn, reverseOrder, maxResults, nextToken }) => {
        const all = find(executionArn).history.events;
        const ordered = reverseOrder ? all.toReversed() : all;
        const from = Number(nextToken ?? 0);
        const end = from + (maxResults || 100);
        return { events: ordered.slice(from, end), nextToken: end < all.length ? String(end) : undefined };
      },
    ),
  };
}

function summary({ arn, machine, name, status, started, stopped }: Execution) {
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    name,
    status,
    startDate: epoch(started),
    stopDate: epoch(stopped),
  };
}

function checkInput(input: string): void {
  const refuse = (why: string) => {
    throw new AwsServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`);
  };
  if (Buffer.byteLength(input) > longestDataBytes) refuse(`more than ${longestDataBytes} bytes`);
  try {
    JSON.parse(input);
  } catch {
    refuse('not JSON');
  }
}
