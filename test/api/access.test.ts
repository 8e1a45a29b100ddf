import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../domain/api/routes.ts';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

/** How somebody stands to the case of this file. */
type Standing = 'responsible' | 'deputy' | 'coordinator' | 'worker' | 'other';

const ANSWER = 'Streng vertraulich, was die Familie schrieb';
const MESSAGE = 'Streng vertraulich, was danach kam';
const REPLY = 'Streng vertraulich, was geantwortet wurde';

/** What each route with login answers to whom. A worker of other Kitas is nobody here, but may record a spoken request. */
const expected: Record<string, Record<Standing, number>> = {
  'GET /api/me': { responsible: 200, deputy: 200, coordinator: 200, worker: 200, other: 200 },
  'GET /api/tasks': { responsible: 200, deputy: 200, coordinator: 200, worker: 200, other: 200 },
  'GET /api/submissions': { responsible: 200, deputy: 200, coordinator: 200, worker: 200, other: 200 },
  'GET /api/submissions/{id}': { responsible: 200, deputy: 200, coordinator: 200, worker: 404, other: 404 },
  'GET /api/submissions/{id}/log': {
    responsible: 200,
    deputy: 200,
    coordinator: 200,
    worker: 404,
    other: 404,
  },
  'GET /api/submissions/{id}/candidates': {
    responsible: 404,
    deputy: 404,
    coordinator: 200,
    worker: 404,
    other: 404,
  },
  // The decision is one that the step does not have: who may decide is told so, the coordinator likewise.
  'POST /api/submissions/{id}/decisions': {
    responsible: 422,
    deputy: 422,
    coordinator: 422,
    worker: 404,
    other: 404,
  },
  'GET /api/submissions/{id}/answers': {
    responsible: 200,
    deputy: 403,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  'GET /api/submissions/{id}/messages': {
    responsible: 200,
    deputy: 200,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  'POST /api/submissions/{id}/messages': {
    responsible: 201,
    deputy: 201,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  'POST /api/submissions/{id}/consent-requests': {
    responsible: 204,
    deputy: 204,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  'POST /api/submissions/{id}/receipt': {
    responsible: 200,
    deputy: 403,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  'POST /api/submissions/{id}/block': {
    responsible: 204,
    deputy: 204,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  'POST /api/submissions/{id}/release': {
    responsible: 200,
    deputy: 403,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  'POST /api/submissions/{id}/hold-end': {
    responsible: 204,
    deputy: 204,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  // A contact request has no documents.
  'POST /api/submissions/{id}/notice': {
    responsible: 404,
    deputy: 404,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  'GET /api/submissions/{id}/documents/{kind}': {
    responsible: 404,
    deputy: 404,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  'GET /api/submissions/{id}/papers/{format}': {
    responsible: 404,
    deputy: 404,
    coordinator: 404,
    worker: 404,
    other: 404,
  },
  'PUT /api/spoken-requests/{id}': {
    responsible: 201,
    deputy: 201,
    coordinator: 403,
    worker: 201,
    other: 403,
  },
};

const [RESPONSIBLE, DEPUTY] = ['social-worker-7', 'social-worker-6'];

const standingOf = ({ id, roles }: { id: string; roles: readonly string[] }): Standing => {
  if (id === RESPONSIBLE) return 'responsible';
  if (id === DEPUTY) return 'deputy';
  if (roles.includes('social-worker')) return 'worker';
  return roles.includes('coordinator') ? 'coordinator' : 'other';
};

let server: TestServer;
let id: string;
beforeAll(async () => {
  server = await startTestServer();
  // A Kita without an assigned person, so that the coordinator gives it to somebody who has a deputy.
  const sent = await server.submit({ kita: 'dittelsheim-muster', message: ANSWER });
  id = sent.id;
  await server.decide('coordinator', id, 'assign', { assignTo: RESPONSIBLE });
  await server.decide(RESPONSIBLE, id, 'accept');
  const { receipt } = sent;
  await server.api('POST', '/api/mailbox/messages', { receipt, body: { id: newId(), text: MESSAGE } });
  await server.api('POST', `/api/submissions/${id}/messages`, {
    as: RESPONSIBLE,
    body: { id: newId(), text: REPLY },
  });
});
afterAll(() => server.close());

const { name: _, ...spoken } = contactRequestExample;
const bodies: Record<string, () => unknown> = {
  'POST /api/submissions/{id}/decisions': () => ({ step: 'contact', action: 'nonsense', version: 4 }),
  'POST /api/submissions/{id}/messages': () => ({ id: newId(), text: 'Guten Tag' }),
  'POST /api/submissions/{id}/block': () => ({ blocked: false }),
  'POST /api/submissions/{id}/release': () => ({ answers: true, messages: [], reason: 'imminent-danger' }),
  'POST /api/submissions/{id}/hold-end': () => ({ reason: 'averted' }),
  'PUT /api/spoken-requests/{id}': () => spoken,
};

const ask = (key: string, as: string) => {
  const [method = '', path = ''] = key.split(' ');
  const of = key.includes('spoken-requests') ? newId() : id;
  const asked = path.replace('{id}', of).replace('{kind}', 'notice').replace('{format}', 'pdf');
  return server.api(method, asked, { as, body: bodies[key]?.() });
};

describe('who may do what', () => {
  test('the table names every route with login, but for those that have to do with the budget (budget-access.test.ts, statistics.test.ts), the committee (committee.test.ts), payments (payment-export.test.ts), proofs of use (proof-of-use.test.ts), imports (imports.test.ts), distributions (distribution.test.ts), goals (goals.test.ts), activities (activities.test.ts), the needs survey and its exports (survey-rounds.test.ts, survey-entry.test.ts, survey-results.test.ts) and tariff rises (tariff-rises.test.ts)', () => {
    const keys = routes
      .filter(
        ({ access, path }) =>
          access === 'login' &&
          !/^\/api\/(budget|statistics|committee|payment|proofs-of-use|imports|distributions|goals|activity|surveys|survey-rounds|kita-surveys|provider-surveys|exports|tariff-rises)/.test(
            path,
          ),
      )
      .map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(expected).sort()).toEqual(keys.sort());
  });

  test('the register has somebody in every role', () => {
    const roles = new Set(server.people.flatMap((person) => person.roles));
    expect(roles.size).toBe(10);
  });

  test.each(Object.keys(expected))('%s', async (key) => {
    for (const person of server.people) {
      const { status } = await ask(key, person.id);
      expect([person.id, status]).toEqual([person.id, expected[key]?.[standingOf(person)]]);
    }
  });

  test('what the family wrote is shown to the responsible person, new messages to the deputy too, to nobody else', async () => {
    const gets = Object.keys(expected).filter((key) => key.startsWith('GET'));
    for (const person of server.people) {
      const shown = (await Promise.all(gets.map((key) => ask(key, person.id))))
        .map(({ text }) => text)
        .join();
      const words = [ANSWER, MESSAGE, REPLY].map((words) => shown.includes(words));
      const standing = standingOf(person);
      const may = { responsible: [true, true, true], deputy: [false, true, false] };
      const none = [false, false, false];
      expect([person.id, words]).toEqual([
        person.id,
        standing === 'responsible' || standing === 'deputy' ? may[standing] : none,
      ]);
    }
  });

  test('lists hold the case for the responsible person and the deputy, and for the coordinators without their turn', async () => {
    for (const person of server.people) {
      const [tasks, list] = await Promise.all(
        ['GET /api/tasks', 'GET /api/submissions'].map((key) => ask(key, person.id)),
      );
      const standing = standingOf(person);
      const isTheirs = standing === 'responsible' || standing === 'deputy';
      expect([person.id, tasks?.text.includes(id), list?.text.includes(id)]).toEqual([
        person.id,
        isTheirs,
        isTheirs || standing === 'coordinator',
      ]);
    }
  });

  test('a token of one who lost the role opens nothing from then on', async () => {
    const { PutCommand } = await import('@aws-sdk/lib-dynamodb');
    const { store } = server;
    const person = server.people.find((one) => one.id === RESPONSIBLE);
    const put = (roles: string[]) =>
      store.db.send(
        new PutCommand({
          TableName: store.table,
          Item: { pk: 'REG#people', sk: RESPONSIBLE, ...person, roles },
        }),
      );
    await put(['clerk']);
    for (const key of Object.keys(expected).filter((one) => one.includes('{id}'))) {
      const { status } = await ask(key, RESPONSIBLE);
      expect([key, status]).toEqual([key, expected[key]?.other]);
    }
    await put(['social-worker']);
    expect((await ask('GET /api/submissions/{id}', RESPONSIBLE)).status).toBe(200);
  });
});
