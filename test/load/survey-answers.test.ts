import { fork } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyAnswers } from '../../domain/survey/answers.ts';
import { anyAnswers } from '../../domain/survey/any-answers.test-data.ts';
import { addCounts, type Counts, countsOf } from '../../domain/survey/counts.ts';
import { latestQuestionnaire } from '../../domain/survey/questionnaires.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { keptOf, newAnswerId, putRound } from '../survey/an-open-round.ts';
import type { Answered, Orders, Sent } from './answer.test-program.ts';

/**
 * How many arrive at once: with every test a twentieth, `SURVEY_ANSWERS=60000` all those of a large round. On the embedded table,
 * where transactions wait for each other, the whole takes some minutes.
 */
const ANSWERS = Number(process.env.SURVEY_ANSWERS ?? 3_000);
const PROCESSES = 3;
const KITAS = 40;
const questionnaire = latestQuestionnaire('parents');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A process that is ready to send these. @returns how to let it, and hear what it was answered */
const instance = async (sent: readonly Sent[]) => {
  const child = fork(join(import.meta.dirname, 'answer.test-program.ts'));
  const said = <T>() =>
    new Promise<T>((resolve, reject) => {
      child.once('message', (message) => resolve(message as T));
      child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
    });
  await said();
  const orders: Orders = { sent, now: server.clock.now() };
  return async () => {
    const answer = said<Answered>();
    child.send(orders);
    return answer;
  };
};

/** The same list in another order, by its own content alone. */
const shuffled = <T>(all: readonly T[], seed: number): T[] => {
  const mixed = [...all];
  let state = seed;
  for (let n = mixed.length - 1; n > 0; n -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const m = state % (n + 1);
    [mixed[n], mixed[m]] = [mixed[m] as T, mixed[n] as T];
  }
  return mixed;
};

test(`${ANSWERS} answers at once, out of order, some of them twice: each counts once, and a recount agrees`, async () => {
  const units = Array.from({ length: KITAS }, (_, n) => ({
    kind: 'kita' as const,
    id: `k-${n}`,
    name: `Kita ${n}`,
  }));
  const round = await putRound(server.store, { units, groups: { parents: 1 } });
  const some = fc.sample(anyAnswers(questionnaire), { numRuns: 500, seed: 7 });
  const all = Array.from({ length: ANSWERS }, (_, n) => {
    const unit = `kita:k-${n % KITAS}`;
    return {
      unit,
      link: round.linkOf(unit),
      id: newAnswerId(),
      token: n.toString(36).padStart(22, '0'),
      answers: some[n % some.length] as SurveyAnswers,
    };
  });
  // A tenth is sent twice, a twentieth once more with another id: a second answer of the same browser.
  const twice = all.filter((_, n) => n % 10 === 3);
  const again = all.filter((_, n) => n % 20 === 7).map((one) => ({ ...one, id: newAnswerId() }));
  const arriving = shuffled([...all, ...twice, ...again], 11);
  const share = Math.ceil(arriving.length / PROCESSES);
  const parts = Array.from({ length: PROCESSES }, (_, n) => arriving.slice(n * share, (n + 1) * share));

  const instances = await Promise.all(parts.map(instance));
  const answered = await Promise.all(instances.map((go) => go()));
  const statuses = addCounts(...answered);
  // Which of two answers with one token came first is chance; that one of them came is not.
  expect(statuses).toEqual({ 201: ANSWERS, 200: expect.any(Number), 409: expect.any(Number) });
  expect((statuses[200] ?? 0) + (statuses[409] ?? 0)).toBe(twice.length + again.length);

  const counted = new Map<string, Counts>();
  for (const { id } of units) {
    const unit = `kita:${id}`;
    const { counts, answers } = await keptOf(server.store, { round: round.id, group: 'parents', unit });
    expect(counts, unit).toEqual(addCounts(...answers.map((one) => countsOf(questionnaire, one.answers))));
    expect(counts.n).toBe(all.filter((one) => one.unit === unit).length);
    counted.set(unit, counts);
  }
  // Whoever of the two won: both said the same, so the sum is known.
  expect(addCounts(...counted.values())).toEqual(
    addCounts(...all.map(({ answers }) => countsOf(questionnaire, answers))),
  );
  const { body } = await server.api('GET', `/api/survey-rounds/${round.id}/recount`, { as: 'coordinator' });
  expect(body.items).toHaveLength(KITAS);
  for (const { agrees } of body.items) expect(agrees).toBe(true);
}, 1_800_000);
