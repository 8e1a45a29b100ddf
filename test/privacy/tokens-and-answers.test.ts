import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyAnswers } from '../../domain/survey/any-answers.test-data.ts';
import { latestQuestionnaire } from '../../domain/survey/questionnaires.ts';
import { eraseSurveyAnswers } from '../../functions/store/erase-survey-answers.ts';
import { keepAnswer } from '../../functions/store/survey-answers.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { newAnswerId, putRound } from '../survey/an-open-round.ts';

const UNIT = 'kita:biebelnheim';
const questionnaire = latestQuestionnaire('parents');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const everything = async () =>
  (await server.items()).map((item) => JSON.stringify(item, Object.keys(item).sort())).sort();

test('whichever token came with which answer, and in whatever order, what is stored is the same', async () => {
  const five = fc.uniqueArray(fc.uuid({ version: 4 }), { minLength: 5, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(
      five,
      fc.array(anyAnswers(questionnaire), { minLength: 5, maxLength: 5 }),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      async (ids, answers, pairing, order) => {
        const round = newId();
        const tokens = ids.map((id) => `token of ${id}`);
        const keep = async (n: number, token: string | undefined) => {
          const [id = '', said = {}] = [ids[n], answers[n]];
          const of = { round, group: 'parents', unit: UNIT };
          expect(await keepAnswer(server.store, { of, id, questionnaire, answers: said }, token)).toBe(
            'counted',
          );
        };
        for (const n of ids.keys()) await keep(n, tokens[n]);
        const one = await everything();
        expect(await eraseSurveyAnswers(server.store, round, [{ group: 'parents', unit: UNIT }])).toBe(true);
        for (const n of order) await keep(n, tokens[pairing[n] ?? 0]);
        expect(await everything()).toEqual(one);
        await eraseSurveyAnswers(server.store, round, [{ group: 'parents', unit: UNIT }]);
      },
    ),
    { numRuns: 10 },
  );
});

test('a used token and an answer say what they are, and nothing of each other, of a time or of anybody', async () => {
  const round = await putRound(server.store);
  const link = round.linkOf(UNIT);
  const id = newAnswerId();
  const { token } = (await server.api('GET', `/api/surveys/${link}`)).body;
  const answers = { known: 'used' };
  const path = `/api/surveys/${link}/answers/${id}`;
  const calls = await server.callsWhile(async () => {
    expect((await server.api('PUT', path, { body: { token, answers } })).status).toBe(201);
    await server.idle();
  });
  // Nothing follows an answer: no stream, no other function, no mail.
  expect(new Set(calls.map(({ service, by }) => `${service} by ${by}`))).toEqual(
    new Set(['lambda by gateway', 'dynamodb by families']),
  );
  const items = (await server.items()).filter(({ pk }) => String(pk).includes(round.id));
  const used = items.filter(({ pk }) => String(pk).startsWith(round.id));
  expect(used).toEqual([
    { pk: expect.stringMatching(/#[0-9a-f]$/), sk: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  expect(items.filter(({ pk }) => String(pk).startsWith('ANSWERS#'))).toEqual([
    {
      pk: `ANSWERS#${round.id}#parents#${UNIT}`,
      sk: id,
      questionnaire: 1,
      answers,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
  const all = JSON.stringify(await server.items());
  expect(all).not.toContain(token);
  expect(all.split(String(used[0]?.sk))).toHaveLength(2);
  expect(all.split(id)).toHaveLength(2);
});
