import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  type ExecutionListItem,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ContactRequestReceipt } from '../../domain/api/families.ts';
import type { Decision, LogAnswer, SubmissionAnswer } from '../../domain/api/portal.ts';
import type { ContactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';
import { machineName } from '../../domain/process/state-machine.ts';
import type { Head } from '../../domain/submission/head.ts';
import type { Store } from '../../functions/store/client.ts';
import { readHead } from '../../functions/store/heads.ts';
import { STATE_MACHINES } from '../../local/machines.ts';
import { KEYS_TABLE, TABLE } from '../../local/tables.ts';

/** A UUIDv7, as a browser makes it. */
export const newId = (): string => {
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export interface Answer<Body> {
  status: number;
  body: Body;
}

/** The public interface of a running server, as families and people of the register use it. */
export const apiOf = (url: string, token: (user: string) => Promise<string>) => {
  const call = async <Body>(
    method: string,
    path: string,
    authorization?: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>> => {
    const response = await fetch(`${url}/api/${path}`, {
      method,
      headers: {
        ...(authorization && { authorization }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Body };
  };
  const as = async (user: string) => `Bearer ${await token(user)}`;
  return {
    /** Any other call, by somebody of the register. */
    ask: async <Body = unknown>(
      user: string,
      method: string,
      path: string,
      body?: unknown,
      headers?: Record<string, string>,
    ) => call<Body>(method, path, await as(user), body, headers),
    send: (id: string, answers: ContactRequestAnswers) =>
      call<ContactRequestReceipt>('PUT', `contact-requests/${id}`, undefined, answers),
    mailbox: <Body = unknown>(code: string) => call<Body>('GET', 'mailbox', `Receipt ${code}`),
    write: (code: string, id: string, text: string) =>
      call('POST', 'mailbox/messages', `Receipt ${code}`, { id, text }),
    withdraw: (code: string) => call('POST', 'mailbox/withdrawal', `Receipt ${code}`),
    replaceCode: (code: string) =>
      call<{ receipt: string }>('POST', 'mailbox/receipt', `Receipt ${code}`, { id: newId() }),
    consent: (code: string, allow: boolean) => call('POST', 'mailbox/consent', `Receipt ${code}`, { allow }),
    see: async (user: string, id: string) =>
      call<SubmissionAnswer>('GET', `submissions/${id}`, await as(user)),
    log: async (user: string, id: string) => call<LogAnswer>('GET', `submissions/${id}/log`, await as(user)),
    decide: async (user: string, id: string, decision: Decision) =>
      call<SubmissionAnswer>('POST', `submissions/${id}/decisions`, await as(user), decision),
    reply: async (user: string, id: string, message: { id: string; text: string }) =>
      call('POST', `submissions/${id}/messages`, await as(user), message),
    askConsent: async (user: string, id: string) =>
      call('POST', `submissions/${id}/consent-requests`, await as(user)),
    release: async (user: string, id: string) =>
      call('POST', `submissions/${id}/release`, await as(user), {
        answers: true,
        messages: [],
        reason: 'imminent-danger',
      }),
  };
};
export type Api = ReturnType<typeof apiOf>;

/** Behind the interface: the table and the executions. */
export const insideOf = (endpoints: { dynamodb: string; states: string }) => {
  const common = {
    region: 'eu-central-1',
    credentials: { accessKeyId: 'tester', secretAccessKey: 'local' },
  };
  const dynamodb = new DynamoDBClient({ ...common, endpoint: endpoints.dynamodb });
  const sfn = new SFNClient({ ...common, endpoint: endpoints.states });
  const store: Store = { db: DynamoDBDocumentClient.from(dynamodb), table: TABLE, keysTable: KEYS_TABLE };
  const executionsOf = async (
    id: string,
    process: Head['process'] = { name: 'contact-request', version: 1 },
  ) => {
    const stateMachineArn = STATE_MACHINES + machineName(process);
    const mine: ExecutionListItem[] = [];
    let nextToken: string | undefined;
    do {
      const page = await sfn.send(new ListExecutionsCommand({ stateMachineArn, nextToken }));
      mine.push(...(page.executions ?? []).filter(({ name }) => name?.startsWith(`${id}.`)));
      nextToken = page.nextToken;
    } while (nextToken);
    return mine.map(({ name = '', status, executionArn = '' }) => ({
      run: Number(name.split('.').at(-1)),
      status,
      arn: executionArn,
    }));
  };
  return {
    store,
    sfn,
    head: (id: string) => readHead(store, id),
    executionsOf,
    /** The states that an execution has entered, in order. */
    pathOf: async (executionArn: string) => {
      const { events = [] } = await sfn.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
      );
      return events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
    },
    close: () => {
      dynamodb.destroy();
      sfn.destroy();
    },
  };
};
export type Inside = ReturnType<typeof insideOf>;
