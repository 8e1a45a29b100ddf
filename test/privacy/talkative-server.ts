import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import { filesOf } from '../../local/data-files.ts';
import { readLoginKey } from '../../local/login/key.ts';
import { issuerOf, signToken } from '../../local/login/tokens.ts';
import { machines, STATE_MACHINES } from '../../local/machines.ts';

export interface Request {
  as?: string;
  receipt?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

const program = join(import.meta.dirname, 'server.test-program.ts');

/** One machine in a process of its own that logs all it can, and what it printed since it began. */
export const talkativeServer = () => {
  const data = mkdtempSync(join(tmpdir(), 'bindeglied-privacy-'));
  let child: ChildProcess;
  let printed = '';
  let at: { url: string; dynamodb: string; states: string };

  const start = async () => {
    child = spawn(process.execPath, [program, data], {
      env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'DEBUG' },
    });
    child.stderr?.on('data', (chunk) => {
      printed += chunk;
    });
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    lines.on('line', (line) => {
      printed += `${line}\n`;
    });
    const ready = await new Promise<string>((resolve, reject) => {
      lines.on('line', (line) => line.startsWith('{"url"') && resolve(line));
      child.once('exit', () => reject(new Error(`the server ended: ${printed}`)));
    });
    at = JSON.parse(ready);
  };

  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };

  const api = async (method: string, path: string, { as, receipt, body, headers }: Request = {}) => {
    const key = await readLoginKey(filesOf(data).loginKey);
    const response = await fetch(at.url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(as && { authorization: `Bearer ${await signToken(key.signing, issuerOf(at.url), as)}` }),
        ...(receipt && { authorization: `Receipt ${receipt}` }),
        ...headers,
      },
      ...(body !== undefined &&
        method !== 'GET' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : {},
    };
  };

  /** Moves the clock a little: answers when nothing is going on any more. */
  const settled = async (to?: string) => {
    const { body } = await api('GET', '/clock', { headers: { accept: 'application/json' } });
    const now = to ?? new Date(Date.parse(body.now) + 1_000).toISOString();
    const moved = await api('POST', '/clock', { body: { now }, headers: { accept: 'application/json' } });
    expect(moved.status).toBe(200);
  };

  const decide = async (as: string, id: string, action: string, more: object = {}) => {
    const { body } = await api('GET', `/api/submissions/${id}`, { as });
    const decided = await api('POST', `/api/submissions/${id}/decisions`, {
      as,
      body: { step: body.at, action, version: body.version, ...more },
    });
    expect(decided.status, decided.text).toBe(200);
    await settled();
  };

  /** Names, inputs, outputs and histories of all executions. */
  const executions = async (): Promise<string> => {
    const credentials = { accessKeyId: 'admin', secretAccessKey: 'local' };
    const client = new SFNClient({ endpoint: at.states, region: 'eu-central-1', credentials });
    const all: unknown[] = [];
    for (const { name } of machines()) {
      const stateMachineArn = `${STATE_MACHINES.slice(0, STATE_MACHINES.lastIndexOf(':') + 1)}${name}`;
      const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn }));
      for (const { executionArn } of executions) {
        all.push(await client.send(new DescribeExecutionCommand({ executionArn })));
        const history = await client.send(
          new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, includeExecutionData: true }),
        );
        all.push(history.events);
      }
    }
    client.destroy();
    return JSON.stringify(all);
  };

  return {
    data,
    start,
    kill,
    api,
    settled,
    decide,
    executions,
    url: () => at.url,
    dynamodb: () => at.dynamodb,
    printed: () => printed,
    end: async () => {
      await kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
