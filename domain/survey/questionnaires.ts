import type { Group } from './group.ts';
import type { Questionnaire } from './questionnaire.ts';
import { childrenV1 } from './questionnaires/children-v1.ts';
import { parentsV1 } from './questionnaires/parents-v1.ts';
import { providersV1 } from './questionnaires/providers-v1.ts';
import { socialAreaV1 } from './questionnaires/social-area-v1.ts';
import { staffV1 } from './questionnaires/staff-v1.ts';

/** Every version that a round can have been opened with; the last one is for new rounds. */
export const questionnaires: Readonly<Record<Group, readonly [Questionnaire, ...Questionnaire[]]>> = {
  children: [childrenV1],
  parents: [parentsV1],
  staff: [staffV1],
  providers: [providersV1],
  'social-area': [socialAreaV1],
};

export const latestQuestionnaire = (group: Group): Questionnaire =>
  questionnaires[group].at(-1) ?? questionnaires[group][0];

/** The questionnaire that a round was opened with. Throws for a version that was never released. */
export const questionnaireOf = (group: Group, version: number): Questionnaire => {
  const found = questionnaires[group].find((one) => one.version === version);
  if (!found) throw new Error(`questionnaire ${group}-v${version} is not installed`);
  return found;
};
