import type { BudgetSubmission, LogAnswer } from '../../../../domain/api/portal.ts';
import { dayText } from '../../time/dates.ts';
import { stateText } from '../list/turn-text.ts';
import { say } from '../texts.ts';
import { type Phase, phaseOf, phaseStates, phases } from './phases.ts';

/** The furthest phase that an application was in, as its log tells those who read it here. */
const reached = (log: LogAnswer['items']): Phase => {
  const been = log.flatMap(({ from }) => (from ? [phases.indexOf(phaseOf(from))] : []));
  return phases[Math.max(0, ...been)] ?? 'draft';
};

/** Where the application is, with what was done and what comes. */
export const Phases = ({ of, log }: { of: BudgetSubmission; log: LogAnswer['items'] }) => (
  <ol class="stations" aria-label={say('phase.title')}>
    {phaseStates(of.at, reached(log)).map(({ phase, state }) => (
      <li
        key={phase}
        class={`station station--${of.ended && state === 'now' ? 'done' : state}`}
        aria-current={state === 'now' ? 'step' : undefined}
      >
        <span class="station-mark" aria-hidden="true" />
        <span class="station-name">{say(`phase.${phase}`)}</span>
        <span class="station-note">
          {state === 'now' ? `${stateText(of)}, ${dayText(of.since)}` : say(`phase.${state}`)}
        </span>
      </li>
    ))}
  </ol>
);
