import type { SurveysAnswer } from '../../../../domain/api/survey-results.ts';
import { type Group, groups } from '../../../../domain/survey/group.ts';
import { questionnaireOf } from '../../../../domain/survey/questionnaires.ts';
import type { ChoiceGroup } from '../../../fields/Select.tsx';
import { groupText, questionText } from '../texts.ts';

type Round = SurveysAnswer['items'][number];

const SEPARATOR = ' ';
export const questionValue = (group: Group, question: string) => `${group}${SEPARATOR}${question}`;
export const readQuestion = (value: string): { group: Group; question: string } | undefined => {
  const [group, question] = value.split(SEPARATOR);
  return group && question ? { group: group as Group, question } : undefined;
};

/** What a round asked, by whom it asked; what was said in own words is no result. */
export const askedQuestions = ({ groups: asked }: Pick<Round, 'groups'>): ChoiceGroup[] =>
  groups.flatMap((group) => {
    const version = asked[group];
    if (version === undefined) return [];
    const { questions } = questionnaireOf(group, version);
    return {
      label: groupText(group),
      options: questions
        .filter(({ kind }) => kind !== 'text')
        .map(({ code }) => ({ value: questionValue(group, code), label: questionText(code) })),
    };
  });
