import type { Instant } from '../../domain/calendar/period.ts';
import { isInstitution } from '../../domain/forms/institution-survey/particulars.ts';
import type { RoundHead } from '../../domain/forms/survey-round/particulars.ts';
import type { RoundUnit } from '../../domain/survey/round-unit.ts';
import { decided } from '../cases/decide.ts';
import { institutionIdOf, isAskedByForm } from '../cases/institution-form.ts';
import { headsOf } from '../store/head-lists.ts';
import { changeHead } from '../store/heads.ts';
import { readUnits } from '../store/rounds.ts';
import type { WorkflowDeps } from './deps.ts';
import { roundTask } from './round-task.ts';

/** The forms of a round that stand in one of these steps are over: what is not accepted does not count. */
export const endForms = async (
  { store, registers, clock }: WorkflowDeps,
  round: RoundHead,
  steps: readonly string[],
): Promise<void> => {
  const county = await registers.county();
  for (const unit of await readUnits(store, round.id)) {
    if (!isAskedByForm(round, unit)) continue;
    await changeHead(store, institutionIdOf(round.id, unit), (now) =>
      isInstitution(now) && steps.includes(now.at)
        ? decided(store, now, {
            act: { kind: 'result', step: now.at, outcome: 'ended' },
            by: { system: true },
            at: clock.now(),
            county,
            ref: round.id,
          })
        : undefined,
    );
  }
};

/** A form that ended goes now, and not when its longest time is over. */
const deleteNow = ({ store }: WorkflowDeps, round: string, unit: RoundUnit, at: Instant) =>
  changeHead(store, institutionIdOf(round, unit), (now) =>
    isInstitution(now) && now.deleteAt && now.deleteAt > at ? { head: { ...now, deleteAt: at } } : undefined,
  );

/** No form is kept longer than two years: older rounds have none. */
const YEARS_BACK = 2;

/** What institutions answered in earlier rounds goes when the next one that asks them closes: it was there to begin this one with. */
const deleteEarlier = async (deps: WorkflowDeps, round: RoundHead): Promise<void> => {
  const at = deps.clock.now();
  for (let back = 0; back <= YEARS_BACK; back += 1)
    for await (const earlier of headsOf(deps.store, 'survey-round', String(round.about.year - back))) {
      const isEarlier = (earlier.about.openedAt ?? '~') < (round.about.openedAt ?? '');
      if (earlier.id === round.id || !isEarlier || !['published', 'closed'].includes(earlier.at)) continue;
      for (const unit of await readUnits(deps.store, earlier.id))
        if (isAskedByForm(round, unit)) await deleteNow(deps, earlier.id, unit, at);
    }
};

/** The end of a round: whoever has not answered is asked no more, and what institutions answered in the round before is deleted. */
export const closeRound = roundTask(async (deps, round) => {
  await endForms(deps, round, ['fill']);
  await deleteEarlier(deps, round);
  return { outcome: 'closed' };
});
