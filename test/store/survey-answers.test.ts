import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyAnswers } from '../../domain/survey/any-answers.test-data.ts';
import { addCounts, countsOf } from '../../domain/survey/counts.ts';
import { latestQuestionnaire } from '../../domain/survey/questionnaires.ts';
import { eraseSurveyAnswers } from '../../functions/store/erase-survey-answers.ts';
import { surveyCountsKey } from '../../functions/store/keys.ts';
import { isKept, keepAnswer, type NewAnswer } from '../../functions/store/survey-answers.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { keptOf, newAnswerId, putRound } from '../survey/an-open-round.ts';

const UNIT = 'kita:biebelnheim';
const questionnaire = latestQuestionnaire('parents');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const answer = (round: string, more: Partial<NewAnswer> = {}): NewAnswer => ({
  of: { round, group: 'parents', unit: UNIT },
  id: newAnswerId(),
  questionnaire,
  answers: { known: 'used' },
  ...more,
});

test('whatever answers come in, in whatever order and some of them twice, the counters are their sum', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ answers: anyAnswers(questionnaire), paper: fc.boolean(), again: fc.boolean() }), {
        minLength: 1,
        maxLength: 12,
      }),
      async (sent) => {
        const round = newId();
        const all = sent.map(({ answers, paper, again }) => ({
          one: answer(round, { answers, ...(paper && { mode: 'paper' }) }),
          again,
        }));
        const arriving = [...all, ...all.filter(({ again }) => again).toReversed()];
        const kept = await Promise.all(arriving.map(({ one }) => keepAnswer(server.store, one)));
        expect(kept.filter((became) => became === 'counted')).toHaveLength(sent.length);
        const { counts, answers } = await keptOf(server.store, { round, group: 'parents', unit: UNIT });
        expect(answers).toHaveLength(sent.length);
        expect(counts).toEqual(
          addCounts(...all.map(({ one }) => countsOf(questionnaire, one.answers, one.mode))),
        );
      },
    ),
    { numRuns: 15 },
  );
});

test('an answer is known again by what it says, and not by what somebody else said', async () => {
  const one = answer(newId(), { answers: { offers: ['cafe'], known: 'no' } });
  expect(await isKept(server.store, one)).toBe(false);
  expect(await keepAnswer(server.store, one, 'a')).toBe('counted');
  expect(await isKept(server.store, { ...one, answers: { known: 'no', offers: ['cafe'] } })).toBe(true);
  expect(await keepAnswer(server.store, { ...one, answers: { known: 'used' } }, 'a')).toBe('other');
  expect(await keepAnswer(server.store, { ...one, mode: 'paper' }, 'a')).toBe('other');
  expect(await keepAnswer(server.store, { ...one, id: newAnswerId() }, 'a')).toBe('token-used');
});

test('the same token in another round is another one', async () => {
  for (const round of [newId(), newId()])
    expect(await keepAnswer(server.store, answer(round), 'same')).toBe('counted');
});

const recountOf = async (round: string) => {
  const { body } = await server.api('GET', `/api/survey-rounds/${round}/recount`, { as: 'coordinator' });
  return new Map<string, boolean>(
    body.items.map((one: { unit: { id: string }; group: string; agrees: boolean }) => [
      `${one.group} ${one.unit.id}`,
      one.agrees,
    ]),
  );
};

test('a recount finds a counter that says more than the answers, and tells no figure', async () => {
  const { id } = await putRound(server.store);
  for (let n = 0; n < 8; n += 1) await keepAnswer(server.store, answer(id));
  expect([...(await recountOf(id)).values()]).not.toContain(false);
  await server.store.db.send(
    new UpdateCommand({
      TableName: server.store.answersTable,
      Key: surveyCountsKey({ round: id, group: 'parents', unit: UNIT }, '2'),
      UpdateExpression: 'ADD #known :one',
      ExpressionAttributeNames: { '#known': 'known.used' },
      ExpressionAttributeValues: { ':one': 1 },
    }),
  );
  const recounted = await recountOf(id);
  expect([...recounted].filter(([, agrees]) => !agrees)).toEqual([['parents biebelnheim', false]]);
  const { text } = await server.api('GET', `/api/survey-rounds/${id}/recount`, { as: 'coordinator' });
  expect(text).not.toMatch(/:\s*\d/);
});

test('deleting takes answers, counters and tokens of one round, reads nothing but keys, and can be done again', async () => {
  const [round, other] = [newId(), newId()];
  for (let n = 0; n < 30; n += 1)
    for (const of of [round, other])
      expect(await keepAnswer(server.store, answer(of), `token ${n}`)).toBe('counted');
  const all = [{ group: 'parents', unit: UNIT }];
  const itemsOf = async (of: string) =>
    (await server.items()).filter(({ pk }) => String(pk).includes(of)).length;
  const kept = await itemsOf(other);
  expect(await itemsOf(round)).toBe(kept);

  expect(await eraseSurveyAnswers(server.store, round, all, () => true)).toBe(false);
  const calls = await server.callsWhile(async () => {
    expect(await eraseSurveyAnswers(server.store, round, all)).toBe(true);
  });
  for (const { operation, request } of calls)
    if (operation === 'Query')
      expect(request).toMatchObject({ ProjectionExpression: 'pk, sk', Select: 'SPECIFIC_ATTRIBUTES' });
    else expect(operation).toBe('DeleteItem');
  expect(await itemsOf(round)).toBe(0);
  expect(await itemsOf(other)).toBe(kept);
  expect(await eraseSurveyAnswers(server.store, round, all)).toBe(true);
});

test('deleting goes on where it left off', async () => {
  const round = newId();
  for (let n = 0; n < 6; n += 1) await keepAnswer(server.store, answer(round), `${n}`);
  const all = [{ group: 'parents', unit: UNIT }];
  const left = async () => (await server.items()).filter(({ pk }) => String(pk).includes(round)).length;
  let asked = 0;
  expect(await eraseSurveyAnswers(server.store, round, all, () => ++asked > 2)).toBe(false);
  // Answers and counters are gone, the tokens are not.
  expect(await left()).toBe(6);
  expect(await eraseSurveyAnswers(server.store, round, all)).toBe(true);
  expect(await left()).toBe(0);
});
