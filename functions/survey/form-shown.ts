import { standingOf } from '../../domain/forms/behaviours.ts';
import { isInstitution } from '../../domain/forms/institution-survey/particulars.ts';
import { isAnonymous } from '../../domain/survey/group.ts';
import { readUnit } from '../../domain/survey/unit.ts';
import { institutionIdOf } from '../cases/institution-form.ts';
import { readHead } from '../store/heads.ts';
import type { SurveyDeps } from './deps.ts';
import type { ResultsAsked } from './results-asked.ts';

/** The accepted form of an institution, for who may open it: what was counted here. */
export const formShown = async (
  { store }: SurveyDeps,
  { asker, round, group, area }: ResultsAsked,
): Promise<string | undefined> => {
  const unit = readUnit(area.key);
  if (isAnonymous(group) || !unit) return undefined;
  const head = await readHead(store, institutionIdOf(round, unit));
  if (!head || !isInstitution(head) || head.at !== 'accepted') return undefined;
  return standingOf(asker, head) ? head.id : undefined;
};
