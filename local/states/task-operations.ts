import * as z from 'zod';
import { AwsServiceError, operation } from '../aws-server.ts';
import { longestDataBytes } from './history.ts';
import { TaskFailedError, type Tasks } from './tasks.ts';

const taskToken = z.string().min(1).max(2048);

export function taskOperations(tasks: Tasks) {
  return {
    SendTaskSuccess: operation(z.object({ taskToken, output: z.string() }), ({ taskToken, output }) => {
      const result = parseOutput(output);
      tasks.answer(taskToken, (task) => task.succeed(result));
    }),
    SendTaskFailure: operation(
      z.object({
        taskToken,
        error: z.string().max(256).default(''),
        cause: z.string().max(32_768).default(''),
      }),
      ({ taskToken, error, cause }) => {
        tasks.answer(taskToken, (task) => task.fail(new TaskFailedError(error, cause)));
      },
    ),
    SendTaskHeartbeat: operation(z.object({ taskToken }), ({ taskToken }) => {
      tasks.open(taskToken);
    }),
  };
}

function parseOutput(output: string): unknown {
  if (Buffer.byteLength(output) > longestDataBytes) {
    throw new AwsServiceError('ValidationException', `output: more than ${longestDataBytes} bytes`);
  }
  try {
    return JSON.parse(output);
  } catch {
    throw new AwsServiceError('InvalidOutput', "Invalid Output: 'Output is not JSON'");
  }
}
