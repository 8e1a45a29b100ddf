import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kitaSurveyExample } from '../../domain/forms/kita-survey/example.ts';
import { readHead } from '../../functions/store/heads.ts';
import { surveyAnswersPk } from '../../functions/store/keys.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { type SurveyCases, surveyCases } from '../survey-cases.ts';

let server: TestServer;
let surveys: SurveyCases;
beforeAll(async () => {
  server = await startTestServer();
  surveys = surveyCases(server);
});
afterAll(() => server.close());

const at = (day: string) => server.moveClock(`${day}T10:00:00.000Z`);
const mailsTo = (person: string) =>
  server.mails().filter(({ to }) => to.includes(`${person}@alzey-worms.example.org`));
const mailsWhile = async (during: () => Promise<unknown>, person: string) => {
  const before = mailsTo(person).length;
  await during();
  await server.idle();
  return mailsTo(person)
    .slice(before)
    .map(({ subject }) => subject);
};
const answered = async (id: string) => {
  await surveys.answer(id, kitaSurveyExample);
  expect((await surveys.send(id)).status).toBe(200);
  await surveys.decide('coordinator', id, 'accept-answers');
};

/** How many parents' answers of Biebelnheim lie in the answers' table. */
const answersIn = async (round: string) => {
  const of = { round, group: 'parents', unit: 'kita:biebelnheim' } as const;
  const page = await server.store.db.send(
    new QueryCommand({
      TableName: server.store.answersTable,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': surveyAnswersPk(of) },
    }),
  );
  return page.Count;
};

const ENDING = 'Erinnerung: eine Frist endet bald';

test('a round goes its whole way: opened, reminded of, extended, ended, evaluated, and what was answered is deleted', async () => {
  const round = await surveys.opened({ groups: ['staff', 'parents'] });
  const own = surveys.kitaForm(round);
  const other = surveys.kitaForm(round, 'mettenheim-muster');
  expect(mailsTo('kita').at(-1)?.subject).toBe('Neue Aufgabe im Portal');
  await answered(own);
  await server.api('PUT', `/api/survey-rounds/${round}/answers/${crypto.randomUUID()}`, {
    as: 'coordinator',
    body: { group: 'parents', unit: 'kita:biebelnheim', answers: { known: 'used' } },
  });
  expect(await answersIn(round)).toBe(1);

  // A week before the end only those who have not answered are reminded.
  let toOther: string[] = [];
  const toOwn = await mailsWhile(async () => {
    toOther = await mailsWhile(() => at('2026-05-22'), 'kita-2');
  }, 'kita');
  expect(toOwn).toEqual([]);
  expect(new Set(toOther)).toEqual(new Set([ENDING]));
  // kita-2 acts for two Kitas: one mail for each.
  expect(toOther).toHaveLength(2);

  // One of them gets more time: its form ends later, and with it the round; it is reminded again before the new end.
  expect((await surveys.extend(round, 'kita:mettenheim-muster', '2026-06-12')).status).toBe(204);
  await at('2026-05-31');
  expect(await surveys.at(surveys.kitaForm(round, 'alzey-muster-dorf'))).toBe('missed');
  expect([await surveys.at(other), await surveys.at(round)]).toEqual(['fill', 'open']);
  expect(await mailsWhile(() => at('2026-06-06'), 'kita-2')).toEqual([ENDING]);
  expect((await surveys.answer(other, kitaSurveyExample, { as: 'kita-2' })).status).toBe(200);

  // What is not sent by the end is not sent: nobody can after it, and nobody is reminded.
  const late = await mailsWhile(() => at('2026-06-13'), 'kita-2');
  expect(late).toEqual([]);
  expect([await surveys.at(other), await surveys.at(round)]).toEqual(['missed', 'evaluation']);
  expect((await surveys.send(other, 1, 'kita-2')).body.type).toBe('/problems/survey-ended');
  expect((await surveys.extend(round, 'kita:mettenheim-muster', '2026-07-01')).status).toBe(409);

  await surveys.decide('coordinator', round, 'evaluate');
  expect(await surveys.at(round)).toBe('published');
  const { deleteAt } = (await readHead(server.store, own)) ?? {};
  expect(deleteAt?.slice(0, 10)).toBe('2028-04-28');

  // The next round begins with what was accepted, and deletes it when it closes.
  await at('2027-04-27');
  const next = await surveys.opened({
    year: 2027,
    from: '2027-04-27',
    to: '2027-05-28',
    groups: ['staff'],
    previous: round,
  });
  expect((await surveys.form(surveys.kitaForm(next))).answers).toEqual(kitaSurveyExample);
  await at('2027-05-20');
  expect(await surveys.at(own)).toBe('accepted');
  await at('2027-05-30');
  expect(await surveys.at(next)).toBe('evaluation');
  expect(await surveys.at(own)).toBeUndefined();

  // A year after its end raw answers go; the round and its evaluation stay.
  expect(await surveys.at(round)).toBe('published');
  expect(await answersIn(round)).toBe(1);
  await at('2027-06-15');
  expect(await surveys.at(round)).toBe('closed');
  expect(await answersIn(round)).toBe(0);
  const head = await readHead(server.store, round);
  expect(head?.deleteAt?.slice(0, 4)).toBe('2037');
}, 120_000);

test('a round that everybody forgets is evaluated by itself, in time to delete what was answered', async () => {
  const round = await surveys.opened({
    year: 2027,
    from: '2027-06-15',
    to: '2027-06-30',
    groups: ['parents'],
  });
  await at('2027-07-01');
  expect(await surveys.at(round)).toBe('evaluation');
  await at('2027-10-30');
  expect(await surveys.at(round)).toBe('published');
  await at('2028-06-29');
  expect(await surveys.at(round)).toBe('published');
  await at('2028-07-02');
  expect(await surveys.at(round)).toBe('closed');
}, 120_000);
