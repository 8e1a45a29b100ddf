/** The way of an application as those see it who are not the office: five phases, whatever happens inside them. */
export const phases = ['draft', 'check', 'decision', 'notice', 'end'] as const;
export type Phase = (typeof phases)[number];

const OF_STEP: Record<string, Phase> = {
  draft: 'draft',
  screen: 'check',
  completeness: 'check',
  continuation: 'check',
  queries: 'check',
  opinion: 'check',
  reserve: 'check',
  waiting: 'check',
  decision: 'decision',
  release: 'check',
  route: 'decision',
  hearing: 'decision',
  committee: 'decision',
  approval: 'decision',
  announce: 'notice',
  notifying: 'notice',
  'objection-period': 'notice',
  objection: 'notice',
  appeal: 'notice',
  opening: 'notice',
  final: 'end',
  expired: 'end',
  withdrawn: 'end',
};

/** In which phase a step belongs. */
export const phaseOf = (step: string): Phase => OF_STEP[step] ?? 'check';

export interface PhaseState {
  phase: Phase;
  state: 'done' | 'now' | 'later';
}

/**
 * How far an application is. One that ended early has not gone through what lies between: what it had not reached is left out.
 * @param reached the last phase before the end, for one that has ended
 */
export const phaseStates = (step: string, reached: Phase): PhaseState[] => {
  const now = phases.indexOf(phaseOf(step));
  const last = phases.indexOf(reached);
  return phases
    .map((phase, n): PhaseState => ({ phase, state: n < now ? 'done' : n === now ? 'now' : 'later' }))
    .filter((_, n) => phaseOf(step) !== 'end' || n <= last || n === now);
};
