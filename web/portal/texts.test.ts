import { describe, expect, it } from 'vitest';
import {
  askers,
  dayTimes,
  replyChannels,
  topics,
  weekdays,
} from '../../domain/forms/contact-request/answers.ts';
import {
  holdEndReasons,
  outcomes,
  passReasons,
  releaseReasons,
} from '../../domain/forms/contact-request/reasons.ts';
import { processes as installed } from '../../domain/forms/process-registry.ts';
import ar from '../../domain/languages/ar/approved-sentences.json' with { type: 'json' };
import arMailbox from '../../domain/languages/ar/mailbox.json' with { type: 'json' };
import de from '../../domain/languages/de/approved-sentences.json' with { type: 'json' };
import deMailbox from '../../domain/languages/de/mailbox.json' with { type: 'json' };
import en from '../../domain/languages/en/approved-sentences.json' with { type: 'json' };
import enMailbox from '../../domain/languages/en/mailbox.json' with { type: 'json' };
import { wishedLanguages } from '../../domain/languages/language.ts';
import { role } from '../../domain/people/role.ts';
import { isPersonStep, type Process } from '../../domain/process/process.ts';
import { receiptKeys } from './parts/receipt-words.ts';
import { word } from './texts.ts';

const processes: readonly Process[] = Object.values(installed).flat();
const steps = processes.flatMap((one) => Object.entries(one.steps));
const personSteps = steps.flatMap(([, step]) => (isPersonStep(step) ? [step] : []));
const runSteps = steps.flatMap(([, step]) => (isPersonStep(step) ? [] : [step]));
const actions = personSteps.flatMap((step) => Object.keys(step.actions));
const anytime = processes.flatMap((one) => Object.keys(one.anytime ?? {}));

const codes: Record<string, readonly string[]> = {
  form: Object.keys(installed),
  step: [...steps.map(([name]) => name), ...processes.flatMap((one) => one.ends)],
  task: steps.map(([name]) => name),
  action: actions,
  done: actions,
  log: [
    ...actions,
    ...anytime,
    ...runSteps.flatMap((step) => Object.keys(step.then)),
    'reminded',
    'date-missed',
  ],
  role: role.options,
  'pass-reason': passReasons,
  outcome: [...outcomes, 'idle'],
  'release-reason': releaseReasons,
  'hold-end-reason': holdEndReasons,
  iAm: askers,
  replyBy: replyChannels,
  weekday: weekdays,
  dayTime: dayTimes,
  topic: topics,
  language: wishedLanguages,
};

const every = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, expect.any(String)]));

describe('the portal', () => {
  for (const [group, values] of Object.entries(codes)) {
    it(`has a word for every ${group}`, () => {
      expect(values.filter((code) => word(group, code) === code)).toEqual([]);
    });
  }

  it('has the same approved sentences in every language', () => {
    expect(Object.keys(en)).toEqual(Object.keys(de));
    expect(Object.keys(ar)).toEqual(Object.keys(de));
  });

  it('finds the words of the receipt sheet in every language', () => {
    for (const words of [deMailbox, enMailbox, arMailbox]) expect(words).toMatchObject(every(receiptKeys));
  });
});
