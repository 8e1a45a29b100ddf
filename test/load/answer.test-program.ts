import type { SurveyAnswers } from '../../domain/survey/answers.ts';
import { create } from '../../functions/families/app.ts';
import { createDeps } from '../../functions/families/deps.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { MAC_KEY, SEALING_KEY } from '../../local/key-grants.ts';
import { ANSWERS_TABLE, KEYS_TABLE, TABLE, TOKENS_TABLE } from '../../local/tables.ts';

// An instance of the families' function in a process of its own, on the same tables as all others: it sends the answers that it
// is given, many at a time, and tells how often it was answered with what.

export interface Sent {
  link: string;
  id: string;
  token: string;
  answers: SurveyAnswers;
}
export interface Orders {
  sent: readonly Sent[];
  now: string;
}
/** How many were answered with each status. */
export type Answered = Record<string, number>;

let now = '';
const handler = create(
  createDeps(
    {
      TABLE_NAME: TABLE,
      KEYS_TABLE_NAME: KEYS_TABLE,
      ANSWERS_TABLE_NAME: ANSWERS_TABLE,
      TOKENS_TABLE_NAME: TOKENS_TABLE,
      SEALING_KEY_ID: SEALING_KEY,
      MAC_KEY_ID: MAC_KEY,
      POWERTOOLS_LOG_LEVEL: 'ERROR',
    },
    { credentials: credentialsOf('families'), clock: { now: () => now } },
  ),
) as unknown as (event: unknown, context: unknown) => Promise<{ statusCode: number }>;

const send = ({ link, id, token, answers }: Sent) =>
  handler(
    {
      version: '2.0',
      routeKey: 'PUT /api/surveys/{survey}/answers/{answer}',
      headers: { 'content-type': 'application/json' },
      pathParameters: { survey: link, answer: id },
      requestContext: {},
      body: JSON.stringify({ token, answers }),
      isBase64Encoded: false,
    },
    { getRemainingTimeInMillis: () => 600_000 },
  );

/** At once for the table, and yet within what one process can have under way. */
const AT_ONCE = 60;

process.once('message', async (orders) => {
  const { sent, now: at } = orders as Orders;
  now = at;
  const answered: Answered = {};
  let next = 0;
  const sender = async () => {
    for (let one = sent[next++]; one; one = sent[next++]) {
      const { statusCode } = await send(one);
      answered[statusCode] = (answered[statusCode] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  process.send?.(answered);
  process.disconnect();
});
process.send?.({ ready: true });
