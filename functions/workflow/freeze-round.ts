import { isInstitution } from '../../domain/forms/institution-survey/particulars.ts';
import type { RoundHead } from '../../domain/forms/survey-round/particulars.ts';
import { type Counts, countsOf } from '../../domain/survey/counts.ts';
import { unitsOf } from '../../domain/survey/evaluation/area.ts';
import { evaluate, type GroupResults } from '../../domain/survey/evaluation/evaluate.ts';
import { groups, isAnonymous } from '../../domain/survey/group.ts';
import type { Questionnaire } from '../../domain/survey/questionnaire.ts';
import { questionnaireOf } from '../../domain/survey/questionnaires.ts';
import type { RoundUnit } from '../../domain/survey/round-unit.ts';
import { unitName } from '../../domain/survey/unit.ts';
import { institutionIdOf } from '../cases/institution-form.ts';
import { readHead } from '../store/heads.ts';
import { readInstitutionVersion } from '../store/institution-answers.ts';
import { readUnits } from '../store/rounds.ts';
import { readCounts } from '../store/survey-counts.ts';
import { freezeResults, readFrozen } from '../store/survey-results.ts';
import type { WorkflowDeps } from './deps.ts';

type EvaluationDeps = Pick<WorkflowDeps, 'store' | 'registers'>;
type Asked = Pick<RoundHead, 'id' | 'about'>;

/** What an institution's form adds: only one that was accepted counts. */
const countsOfForm = async (
  { store }: EvaluationDeps,
  round: string,
  { unit, questionnaire }: { unit: RoundUnit; questionnaire: Questionnaire },
): Promise<Counts> => {
  const head = await readHead(store, institutionIdOf(round, unit));
  if (!head || !isInstitution(head) || head.at !== 'accepted') return {};
  const sent = await readInstitutionVersion(store, head.id, head.about.sent);
  return sent ? countsOf(questionnaire, sent.answers) : {};
};

/** Units that are read at once. */
const AT_ONCE = 10;

/** What was counted of each unit: a few items for each, however many have answered. */
const countAll = async (
  deps: EvaluationDeps,
  round: Asked,
  { questionnaire, units }: { questionnaire: Questionnaire; units: readonly RoundUnit[] },
): Promise<ReadonlyMap<string, Counts>> => {
  const { group } = questionnaire;
  const counts = new Map<string, Counts>();
  for (let from = 0; from < units.length; from += AT_ONCE) {
    const some = units.slice(from, from + AT_ONCE).map(async (unit) => {
      const name = unitName(unit);
      const found = isAnonymous(group)
        ? readCounts(deps.store, { round: round.id, group, unit: name })
        : countsOfForm(deps, round.id, { unit, questionnaire });
      counts.set(name, await found);
    });
    await Promise.all(some);
  }
  return counts;
};

/** The results of a round as it stands: read from its counters, some for each unit, however many have answered. */
export const evaluateRound = async (deps: EvaluationDeps, round: Asked): Promise<GroupResults[]> => {
  const { store, registers } = deps;
  const units = await readUnits(store, round.id);
  const county = (await registers.county()).name;
  const results: GroupResults[] = [];
  for (const group of groups) {
    const version = round.about.groups[group];
    if (version === undefined) continue;
    const questionnaire = questionnaireOf(group, version);
    const counts = await countAll(deps, round, { questionnaire, units: unitsOf(group, units) });
    results.push(evaluate(questionnaire, { units, county }, counts));
  }
  return results;
};

/** Computes the results of a round and freezes them; a round that has some keeps those. */
export const freezeRound = async (deps: WorkflowDeps, round: RoundHead): Promise<void> => {
  const { store, clock } = deps;
  if (await readFrozen(store, round.id)) return;
  const { year, from, to, previous } = round.about;
  await freezeResults(
    store,
    round.id,
    { at: clock.now(), year, from, to, ...(previous && { previous }) },
    await evaluateRound(deps, round),
  );
};
