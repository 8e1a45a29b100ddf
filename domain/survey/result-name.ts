import { type Group, groups } from './group.ts';
import { questionnaires } from './questionnaires.ts';

/** A question of a round, asked of one group: what somebody means who speaks of a result of the needs survey. */
export interface ResultOf {
  round: string;
  group: Group;
  question: string;
}

/** Whether a group was ever asked this; what somebody says in own words is no result. */
export const isAsked = (group: Group, code: string): boolean =>
  questionnaires[group].some(({ questions }) =>
    questions.some((one) => one.code === code && one.kind !== 'text'),
  );

/** As it stands in a list of words: `<round> <group> <question>`. */
export const RESULT_NAME = /^[0-9a-f-]{36} [a-z-]{1,20} [a-z0-9-]{1,60}$/;

export const resultName = ({ round, group, question }: ResultOf): string => `${round} ${group} ${question}`;

/** @returns undefined for what nobody was asked */
export const readResultName = (name: string): ResultOf | undefined => {
  const [round = '', asked = '', question = ''] = name.split(' ');
  const group = groups.find((one) => one === asked);
  return group && isAsked(group, question) ? { round, group, question } : undefined;
};
