import { create } from '../../functions/portal/app.ts';
import { createDeps } from '../../functions/portal/deps.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { KEYS_TABLE, TABLE } from '../../local/tables.ts';

// An instance of the portal's function in a process of its own, on the same table as all others: it approves its cases all
// at once when it is told to, and tells what was answered.

export interface Orders {
  ids: readonly string[];
  issuer: string;
  now: string;
  document: string;
}
export interface Approved {
  id: string;
  status: number;
  type?: string;
  at?: string;
}

const orders: Orders = JSON.parse(process.argv[2] ?? '{}');
const handler = create(
  createDeps(
    { TABLE_NAME: TABLE, KEYS_TABLE_NAME: KEYS_TABLE },
    { credentials: credentialsOf('portal'), clock: { now: () => orders.now } },
  ),
) as unknown as (event: unknown, context: unknown) => Promise<{ statusCode: number; body: string }>;

const approve = async (id: string): Promise<Approved> => {
  const { statusCode, body } = await handler(
    {
      version: '2.0',
      routeKey: 'POST /api/submissions/{id}/decisions',
      headers: { 'content-type': 'application/json' },
      pathParameters: { id },
      requestContext: { authorizer: { jwt: { claims: { iss: orders.issuer, sub: 'head' } } } },
      body: JSON.stringify({ step: 'approval', action: 'approve', version: 3, document: orders.document }),
      isBase64Encoded: false,
    },
    // The embedded table is slower than the real one: who waits for it is not cut off here.
    { getRemainingTimeInMillis: () => 600_000 },
  );
  const { type, at, current } = JSON.parse(body);
  return { id, status: statusCode, type, at: current?.at ?? at };
};

process.once('message', async () => {
  process.send?.({ approved: await Promise.all(orders.ids.map(approve)) });
  process.disconnect();
});
process.send?.({ ready: true });
