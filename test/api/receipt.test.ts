import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../domain/api/routes.ts';
import type { Call } from '../../local/observe.ts';
import { type Answer, newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What a request had done: which service was asked for what, from which table. */
const workOf = (calls: Call[]) =>
  calls.map(({ service, operation, by, request }) => {
    const { TableName = '', function: name = '' } = request as Record<string, string>;
    return `${by} ${service} ${operation} ${TableName}${name}`;
  });

const seenOf = ({ status, text, headers }: Answer<unknown>) => ({
  status,
  text,
  headers: [...headers].filter(([name]) => name !== 'date'),
});

/** Sends a request and tells everything that somebody outside could tell it by. */
const traceOf = async (send: () => Promise<Answer<unknown>>) => {
  let answer: Answer<unknown> | undefined;
  const calls = await server.callsWhile(async () => {
    answer = await send();
  });
  return { seen: answer && seenOf(answer), work: workOf(calls) };
};

const bodyFor = (path: string) => {
  if (path.endsWith('/messages')) return { id: newId(), text: 'Guten Tag' };
  if (path.endsWith('/decisions')) return { step: 'accept', action: 'accept', version: 2 };
  return routes.map((route): { path: string; example?: unknown } => route).find((one) => one.path === path)
    ?.example;
};

describe('a receipt code that opens nothing', () => {
  test('is answered alike whether it is unknown, malformed, replaced or missing, and takes the same work', async () => {
    const { receipt: old } = await server.submit();
    const { body } = await server.api('POST', '/api/mailbox/receipt', {
      receipt: old,
      body: { id: newId() },
    });
    expect((await server.api('GET', '/api/mailbox', { receipt: body.receipt })).status).toBe(200);
    const useless = [
      old,
      '3333-4444-6666-7777',
      '3333-4444-6666',
      '0O1I-2Z5S-8B00-0000',
      'x'.repeat(500),
      '😀',
      undefined,
    ];
    for (const { method, path } of routes.filter(({ access }) => access === 'receipt')) {
      const sent = bodyFor(path);
      const traces = [];
      for (const receipt of useless) {
        const headers: Record<string, string> =
          receipt === undefined ? {} : { authorization: `Receipt ${encodeURI(receipt)}` };
        traces.push(await traceOf(() => server.api(method, path, { headers, body: sent })));
      }
      expect(traces[0]?.seen?.status).toBe(404);
      expect(traces[0]?.work.length).toBeGreaterThan(1);
      for (const trace of traces) expect(trace).toEqual(traces[0]);
    }
  });

  test('is looked up with as many reads as one that opens a case', async () => {
    const { receipt } = await server.submit();
    const reads = async (code: string) =>
      workOf(await server.callsWhile(() => server.api('GET', '/api/mailbox', { receipt: code }))).filter(
        (call) => call.includes('GetItem'),
      );
    await reads(receipt);
    expect(await reads('3333-4444-6666-7777')).toEqual(await reads(receipt));
  });

  test('a code is read however it was typed', async () => {
    const { receipt } = await server.submit();
    for (const typed of [receipt.toLowerCase(), receipt.replaceAll('-', ''), receipt.replaceAll('-', ' - ')])
      expect((await server.api('GET', '/api/mailbox', { receipt: typed })).status).toBe(200);
  });
});

describe('a case of others', () => {
  test('is answered like one that does not exist, on every route, and takes the same work', async () => {
    const { id } = await server.submit();
    for (const as of ['social-worker-2', 'head']) {
      for (const { method, path } of routes.filter((route) =>
        route.path.startsWith('/api/submissions/{id}'),
      )) {
        const sent = bodyFor(path);
        const ask = (of: string) =>
          traceOf(() => server.api(method, path.replace('{id}', of), { as, body: sent }));
        await ask(id);
        const foreign = await ask(id);
        const unknown = await ask(newId());
        expect(foreign.seen?.status, `${as} ${method} ${path}`).toBe(404);
        expect(foreign).toEqual(unknown);
        const malformed = await ask('no-id-at-all');
        expect(malformed).toEqual(unknown);
      }
    }
  });

  test('and no list of theirs names it', async () => {
    const { id } = await server.submit();
    for (const as of ['social-worker-2', 'head', 'auditor', 'admin', 'kita', 'committee']) {
      for (const path of ['/api/tasks', '/api/submissions'])
        expect((await server.api('GET', path, { as })).text).not.toContain(id);
    }
  });
});

describe('whoever does not say who they are', () => {
  test('is refused on every route with login', async () => {
    for (const { method, path } of routes.filter(({ access }) => access === 'login')) {
      const url = path.replace('{id}', newId());
      for (const authorization of [
        '',
        'Bearer',
        'Bearer x.y.z',
        'Receipt 3333-4444-6666-7777',
        'Basic YTpi',
      ]) {
        const answer = await server.api(method, url, { headers: { authorization }, body: bodyFor(path) });
        expect([url, authorization, answer.status]).toEqual([url, authorization, 401]);
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      }
    }
  });

  test('is refused when the register does not know them, though their token is good', async () => {
    for (const path of ['/api/me', '/api/tasks', '/api/submissions', `/api/submissions/${newId()}`]) {
      const answer = await server.api('GET', path, { as: 'nobody-we-know' });
      expect([answer.status, answer.body.type]).toEqual([403, '/problems/unknown-person']);
    }
  });
});
