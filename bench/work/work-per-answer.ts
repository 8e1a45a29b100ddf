import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { anyAnswers } from '../../domain/survey/any-answers.test-data.ts';
import { latestQuestionnaire } from '../../domain/survey/questionnaires.ts';
import { type Machine, startMachine } from '../machine.ts';
import { newId } from '../new-id.ts';
import type { Section } from '../report.ts';
import { collectCalls, figures, per1000, type Work, workOf } from './count-work.ts';
import { wholeRequest } from './work-per-submission.ts';

/** How many answer in a county where everybody does. */
const ROUND = 60_000;
/** What the counters of one unit have come to before: an item grows until every option was chosen once. */
const BEFORE = 40;

const answers = fc.sample(anyAnswers(latestQuestionnaire('parents')), { numRuns: BEFORE + 20, seed: 3 });

const openRound = async (machine: Machine): Promise<string> => {
  const id = newId();
  const path = `/api/survey-rounds/${id}`;
  const as = 'coordinator';
  const body = { year: 2026, from: '2026-04-28', to: '2026-05-29', groups: ['parents'] };
  await machine.call('PUT', path, { as, body });
  await machine.idle();
  const { version } = await machine.call<{ version: number }>('GET', `/api/submissions/${id}`, { as });
  await machine.call('POST', `/api/submissions/${id}/decisions`, {
    as,
    body: { step: 'prepare-round', action: 'open', version, saved: 1 },
  });
  await machine.idle();
  const { units } = await machine.call<{ units: { link?: string }[] }>('GET', path, { as });
  const link = units.find((unit) => unit.link)?.link;
  if (!link) throw new Error('the round has no link');
  return link;
};

const sum = (all: readonly Work[]): Work =>
  Object.fromEntries(
    figures.concat([['memoryTime', '']]).map(([key]) => [key, all.reduce((n, one) => n + one[key], 0)]),
  ) as unknown as Work;
const divided = (work: Work, by: number): Work =>
  Object.fromEntries(Object.entries(work).map(([key, value]) => [key, value / by])) as unknown as Work;

/** What one family's answer costs in work and money, from the opening of the link to its count. */
export const workPerAnswer = async (): Promise<Section> => {
  const whole = await wholeRequest();
  const { observe, take } = collectCalls();
  const machine = await startMachine(observe);
  try {
    const link = await openRound(machine);
    const counted: Work[] = [];
    for (const [n, one] of answers.entries()) {
      take();
      const { token } = await machine.call<{ token: string }>('GET', `/api/surveys/${link}`);
      const path = `/api/surveys/${link}/answers/${randomUUID()}`;
      await machine.call('PUT', path, { body: { token, answers: one } });
      await machine.idle();
      if (n >= BEFORE) counted.push(workOf(take(), 0));
    }
    const each = divided(sum(counted), counted.length);
    const shown = (value: number) => String(Math.round(value * 10) / 10);
    return {
      about: 'Work per answer of the needs survey',
      rows: [
        ...figures.map(([key, name]) => ({
          name,
          ours: shown(each[key]),
          peer: `${shown(whole[key])} of a contact request`,
          ...(whole[key] > 0 && { ratio: each[key] / whole[key] }),
        })),
        {
          name: 'price of 1,000',
          ours: `$${per1000(each).toFixed(3)}`,
          peer: `$${per1000(whole).toFixed(3)} of contact requests`,
          ratio: per1000(each) / per1000(whole),
        },
        {
          name: `price of a round of ${ROUND.toLocaleString('en')}`,
          ours: `$${((per1000(each) * ROUND) / 1000).toFixed(2)}`,
        },
      ],
      notes: [
        `A parent opens the link and answers (any answers of the questionnaire, the mean of ${counted.length} after ${BEFORE} others): the answer, what it adds to its counters and the token that it uses up are one transaction of three items, which counts twice. Nothing follows it: no state machine, no key, no mail. Reading results costs the same whatever the number of answers, for it reads counters.`,
      ],
    };
  } finally {
    await machine.close();
  }
};
