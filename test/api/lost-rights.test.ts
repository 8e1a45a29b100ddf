import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deputyshipKey, personKey } from '../../functions/store/keys.ts';
import { budgetCases } from '../budget-cases.ts';
import { proofCases } from '../proof-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

const [ABSENT, DEPUTY] = ['social-worker-7', 'social-worker-6'];
const WORKER = 'social-worker';

let server: TestServer;
/** What happens when a decision has been checked and is about to be written. */
let meanwhile: (() => Promise<unknown>) | undefined;

beforeAll(async () => {
  server = await startTestServer({
    async observe({ by, operation, phase }) {
      if (by !== 'portal' || operation !== 'TransactWriteItems' || phase !== 'before') return;
      const happen = meanwhile;
      meanwhile = undefined;
      await happen?.();
    },
  });
});
afterAll(() => server.close());

const decideWhile = async (as: string, id: string, happens: () => Promise<unknown>) => {
  const { body } = await server.api('GET', `/api/submissions/${id}`, { as });
  meanwhile = happens;
  return server.api('POST', `/api/submissions/${id}/decisions`, {
    as,
    body: { step: body.at, action: 'accept', version: body.version },
  });
};

const expectUntouched = async (id: string) => {
  const { body } = await server.api('GET', `/api/submissions/${id}`, { as: 'coordinator' });
  expect(body.at).toBe('accept');
  const log = await server.api('GET', `/api/submissions/${id}/log`, { as: 'coordinator' });
  expect(log.body.items.map(({ what }: { what: string }) => what)).not.toContain('accept');
};

test('who loses the role while they decide decides nothing', async () => {
  const { id } = await server.submit();
  const { store, people } = server;
  const put = (roles: string[]) =>
    store.db.send(
      new PutCommand({
        TableName: store.table,
        Item: { ...personKey(WORKER), ...people.find((one) => one.id === WORKER), roles },
      }),
    );
  const decided = await decideWhile(WORKER, id, () => put(['clerk']));
  expect([decided.status, decided.body.type]).toEqual([403, '/problems/forbidden']);
  await expectUntouched(id);
  await put(['social-worker']);
  expect((await server.decide(WORKER, id, 'accept')).status).toBe(200);
});

test('whose deputyship is ended while they decide decides nothing', async () => {
  const { id } = await server.submit({ kita: 'dittelsheim-muster' });
  await server.decide('coordinator', id, 'assign', { assignTo: ABSENT });
  const { store } = server;
  const Key = deputyshipKey({ person: ABSENT, deputy: DEPUTY, from: '2025-09-01' });
  const decided = await decideWhile(DEPUTY, id, () =>
    store.db.send(new DeleteCommand({ TableName: store.table, Key })),
  );
  expect([decided.status, decided.body.type]).toEqual([403, '/problems/forbidden']);
  await expectUntouched(id);
  expect((await server.decide(ABSENT, id, 'accept')).status).toBe(200);
});

test('who loses the role while they save a proof saves nothing, and is told so', async () => {
  const cases = budgetCases(server);
  const proofs = proofCases(server, cases);
  await cases.frame();
  const id = await proofs.awaited(await proofs.granted(0));
  const { store, people } = server;
  const person = people.find((one) => one.id === 'provider');
  const put = (roles: string[]) =>
    store.db.send(
      new PutCommand({ TableName: store.table, Item: { ...personKey('provider'), ...person, roles } }),
    );
  meanwhile = () => put(['kita']);
  const { status, body } = await proofs.save(id, { training: 1 });
  expect([status, body.type]).toEqual([403, '/problems/forbidden']);
  expect((await proofs.headOf(id)).about.saved).toBe(0);
  await put(['provider']);
  expect((await proofs.save(id, { training: 1 })).status).toBe(200);
});
