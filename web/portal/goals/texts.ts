import goals from '../../../domain/languages/de/goals.json' with { type: 'json' };
import survey from '../../../domain/languages/de/survey.json' with { type: 'json' };
import institutions from '../../../domain/languages/de/survey-institutions.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** The words of the pages of goals. */
export const { say } = speakerOf(goals);

const asked = speakerOf({ ...institutions, ...survey });

/** The sentence of a question, as the group was asked it. */
export const questionText = (question: string): string =>
  asked.knows(question) ? asked.say(question) : question;
export const groupText = (group: string): string => {
  const key = `group.${group}`;
  return asked.knows(key) ? asked.say(key) : group;
};
