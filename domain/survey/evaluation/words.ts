import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import survey from '../../languages/de/survey.json' with { type: 'json' };
import institutions from '../../languages/de/survey-institutions.json' with { type: 'json' };
import results from '../../languages/de/survey-results.json' with { type: 'json' };
import { REST } from '../hiding/variable.ts';
import { optionWords, type Question } from '../question.ts';

const i18n = setupI18n({ locale: 'de', messages: { de: results } });
i18n.setMessagesCompiler(compileMessage);

export type ResultsTextKey = keyof typeof results;

/** A text about results, ICU values filled in. */
export const sayResults = (key: ResultsTextKey, values?: Record<string, string | number>): string =>
  i18n._(key, values);

const asked: Readonly<Record<string, string>> = { ...survey, ...institutions };

/** A question as it was asked; its code where no words are left of it. */
export const questionText = ({ code }: Pick<Question, 'code'>): string => asked[code] ?? code;

const optionText = (question: Question, option: string): string => {
  if (question.kind === 'text') return option;
  if (option === REST) return sayResults(question.kind === 'choice' ? 'rest.choice' : 'rest.choices');
  return asked[optionWords(question, option)] ?? option;
};

/** What those in a cell answered: one option, or one of several. */
export const cellText = (question: Question, options: readonly string[]): string =>
  options
    .map((option) => optionText(question, option))
    .reduce((one, other) => sayResults('or', { one, other }));

/** `41,3 %` */
export const percent = (share: number): string =>
  `${new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 }).format(share * 100)} %`;

/** How much more or less than before, in percentage points: `+4,2`. */
export const pointsText = (share: number, before: number): string =>
  new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
    (share - before) * 100,
  );
