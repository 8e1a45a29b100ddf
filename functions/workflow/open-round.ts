import { dateOf } from '../../domain/calendar/due.ts';
import { institutionOf } from '../../domain/forms/institution-survey/particulars.ts';
import type { RoundHead } from '../../domain/forms/survey-round/particulars.ts';
import { type Group, groups, isLinked } from '../../domain/survey/group.ts';
import { latestQuestionnaire } from '../../domain/survey/questionnaires.ts';
import type { RoundUnit } from '../../domain/survey/round-unit.ts';
import { roundUnits } from '../../domain/survey/round-units.ts';
import { unitKindOf, unitName } from '../../domain/survey/unit.ts';
import {
  formOfUnit,
  institutionIdOf,
  isAskedByForm,
  openInstitutionForm,
} from '../cases/institution-form.ts';
import { readHead } from '../store/heads.ts';
import { newLink, putUnit, readUnit } from '../store/rounds.ts';
import { transact } from '../store/transact.ts';
import type { WorkflowDeps } from './deps.ts';
import { roundTask } from './round-task.ts';

/** The form of the round before, where it was accepted: this one begins with it. */
const previousOf = async (
  { store }: WorkflowDeps,
  { about }: RoundHead,
  unit: RoundUnit,
): Promise<string | undefined> => {
  if (!about.previous) return undefined;
  const head = await readHead(store, institutionIdOf(about.previous, unit));
  return head?.form === formOfUnit(unit) && head?.at === 'accepted' ? head.id : undefined;
};

/** The group that answers for such a unit by a link, if the round asks it. */
const linkedGroupOf = ({ about }: RoundHead, { kind }: RoundUnit): Group | undefined =>
  groups.find((group) => isLinked(group) && unitKindOf[group] === kind && about.groups[group] !== undefined);

/** One unit, its link and its form, in one transaction; one that is there is left as it is. */
const openUnit = async (deps: WorkflowDeps, round: RoundHead, unit: RoundUnit): Promise<void> => {
  const { store, clock } = deps;
  if (await readUnit(store, round.id, unitName(unit))) return;
  const group = linkedGroupOf(round, unit);
  const form = formOfUnit(unit);
  const questionnaire = form && round.about.groups[institutionOf[form].group];
  const writes = [
    ...putUnit(store, round.id, { ...unit, ...(group && { link: newLink() }) }, group),
    ...(questionnaire !== undefined && isAskedByForm(round, unit)
      ? openInstitutionForm(store, round, unit, {
          at: clock.now(),
          questionnaire,
          previous: await previousOf(deps, round, unit),
        })
      : []),
  ];
  // Refused: another run was faster with this unit, or, once in a universe, the link is taken. The unit is looked for again.
  if (await transact(store, writes)) throw new Error('a unit was opened by another run');
};

/** How many units are opened side by side. */
const AT_ONCE = 10;

/**
 * Opens a round: copies Kitas, social areas and providers as they are today, makes their links and the institutions' forms. Done
 * again after a crash, it finds what is there and goes on.
 */
export const openRound = roundTask(async (deps, round) => {
  const { registers, clock } = deps;
  const [kitas, municipalities, provisions, providerNames] = await Promise.all([
    registers.kitas(),
    registers.municipalities(),
    registers.provisions(),
    registers.providerNames(),
  ]);
  const asked = groups.filter((group) => round.about.groups[group] !== undefined);
  const versions = Object.fromEntries(asked.map((group) => [group, latestQuestionnaire(group).version]));
  const opening = { ...round, about: { ...round.about, groups: versions } };
  const units = roundUnits(asked, dateOf(clock.now()), { kitas, municipalities, provisions, providerNames });
  for (let n = 0; n < units.length; n += AT_ONCE)
    await Promise.all(units.slice(n, n + AT_ONCE).map((unit) => openUnit(deps, opening, unit)));
  return { outcome: 'round-opened', particulars: { opened: { units: units.length, groups: versions } } };
});
