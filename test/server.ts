import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/calendar/period.ts';
import { contactRequestExample } from '../domain/forms/contact-request/example.ts';
import { createSurveyStore, type SurveyStore } from '../functions/store/client.ts';
import { credentialsOf } from '../local/credentials.ts';
import type { Call, Observe } from '../local/observe.ts';
import { type RunningServer, type ServerOptions, startServer } from '../local/server.ts';
import { ANSWERS_TABLE, KEYS_TABLE, TABLE, TOKENS_TABLE } from '../local/tables.ts';
import { breachOf } from './conforms.ts';
import { dynamoDbLocal } from './dynamodb-local-table.ts';

/** A Tuesday morning in the week of the first of May. */
export const START = '2026-04-28T08:00:00.000Z';

export interface Request {
  /** Who is logged in, by the id of the register. */
  as?: string | undefined;
  receipt?: string | undefined;
  /** Sent as JSON; text is sent as it stands. */
  body?: unknown;
  /** Accept-Language. */
  language?: string;
  headers?: Record<string, string>;
}

export interface Answer<B> {
  status: number;
  body: B;
  text: string;
  headers: Headers;
}

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test is about
type Anything = any;

export interface TestServer extends RunningServer {
  /** The folder with everything durable. */
  data: string;
  /** Calls the API. @throws when the answer is none that the OpenAPI document promises */
  api<B = Anything>(method: string, path: string, request?: Request): Promise<Answer<B>>;
  /** Moves the clock forward and waits for all that falls due on the way. */
  moveClock(to: Instant): Promise<void>;
  /** The calls of services and functions that happen while `during` runs. */
  callsWhile(during: () => Promise<unknown>): Promise<Call[]>;
  /** Everything that the tables hold. */
  items(): Promise<Record<string, unknown>[]>;
  store: SurveyStore;
  /** Sends a contact request like the example, waits until it is routed, and answers what came back. */
  submit(answers?: Record<string, unknown>): Promise<{ id: string; receipt: string }>;
  /** Decides the open step of a case as it stands for this person. */
  decide<B = Anything>(as: string, id: string, action: string, more?: object): Promise<Answer<B>>;
}

/** A UUIDv7 as a browser makes one. */
export const newId = (): string => {
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const bodyOf = (body: unknown) =>
  body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };

const allItems = async (store: SurveyStore): Promise<Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  for (const TableName of [store.table, store.keysTable, store.answersTable, store.tokensTable]) {
    let from: Record<string, unknown> | undefined;
    do {
      const page = await store.db.send(
        new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey: from }),
      );
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from);
  }
  return items;
};

/**
 * One machine for a test file, in a folder that goes with it; on DynamoDB Local where that is to be tested. The clock
 * starts at START unless told otherwise.
 */
export const startTestServer = async (options: Partial<ServerOptions> = {}): Promise<TestServer> => {
  const data = mkdtempSync(join(tmpdir(), 'bindeglied-server-'));
  const listeners = new Set<Observe>();
  const official = process.env.DYNAMODB_LOCAL_ENDPOINT;
  const server = await startServer({
    port: 0,
    data,
    county: 'alzey-worms',
    clock: START,
    quiet: true,
    pages: false,
    ...(official && { startTable: dynamoDbLocal(official) }),
    ...options,
    async observe(call) {
      await options.observe?.(call);
      for (const listener of listeners) await listener(call);
    },
  });
  const store = createSurveyStore(
    {
      TABLE_NAME: TABLE,
      KEYS_TABLE_NAME: KEYS_TABLE,
      ANSWERS_TABLE_NAME: ANSWERS_TABLE,
      TOKENS_TABLE_NAME: TOKENS_TABLE,
    },
    { credentials: credentialsOf('admin') },
  );
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (user: string) => {
    const token = tokens.get(user) ?? server.token(user);
    tokens.set(user, token);
    return token;
  };

  const api: TestServer['api'] = async (method, path, request = {}) => {
    const { as, receipt, body, language, headers } = request;
    const response = await fetch(server.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(language && { 'accept-language': language }),
        ...(as && { authorization: `Bearer ${await tokenOf(as)}` }),
        ...(receipt !== undefined && { authorization: `Receipt ${receipt}` }),
        ...headers,
      },
      ...(method !== 'GET' && bodyOf(body)),
    });
    const text = await response.text();
    const contentType = response.headers.get('content-type') ?? '';
    const answered = /json/.test(contentType) ? JSON.parse(text) : undefined;
    const { status } = response;
    const breach = breachOf({ method, path: path.split('?')[0] ?? '', status, contentType, body: answered });
    if (breach) throw new Error(`${method} ${path} broke the OpenAPI document: ${breach}\n${text}`);
    return { status, body: answered, text, headers: response.headers };
  };

  return {
    ...server,
    data,
    api,
    store,
    moveClock: server.advance,
    items: () => allItems(store),
    async callsWhile(during) {
      const calls: Call[] = [];
      const listener: Observe = (call) => {
        if (call.phase === 'before') calls.push(call);
      };
      listeners.add(listener);
      await during();
      listeners.delete(listener);
      return calls;
    },
    async submit(answers = {}) {
      const id = newId();
      const sent = await api('PUT', `/api/contact-requests/${id}`, {
        body: { ...contactRequestExample, ...answers },
      });
      if (sent.status !== 201) throw new Error(`the contact request was answered with ${sent.text}`);
      await server.idle();
      return { id, receipt: sent.body.receipt };
    },
    async decide(as, id, action, more) {
      const { body } = await api('GET', `/api/submissions/${id}`, { as });
      const decided = await api('POST', `/api/submissions/${id}/decisions`, {
        as,
        body: { step: body.at, action, version: body.version, ...more },
      });
      await server.idle();
      return decided;
    },
    async close() {
      store.db.destroy();
      await server.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
