import type { BudgetAbout } from './about.ts';
import type { Note } from './note.ts';

type Resolution = NonNullable<BudgetAbout['resolution']>;

/**
 * The committee's resolution while it binds whoever decides: nothing is granted beyond it. What the committee has rejected,
 * or what was examined anew since, goes to it again; such a resolution is no limit.
 */
export const bindingResolution = (resolution: BudgetAbout['resolution']): Resolution | undefined =>
  !resolution || resolution.overtaken || resolution.outcome === 'rejected' ? undefined : resolution;

/** The conditions that the committee tied its consent to: they stand in the note of its resolution. */
export const resolvedConditions = (
  resolution: BudgetAbout['resolution'],
  notes: readonly Pick<Note, 'n' | 'conditions'>[],
): readonly string[] => {
  const binding = bindingResolution(resolution);
  return notes.find(({ n }) => n === binding?.note)?.conditions ?? [];
};

/**
 * Whether the draft of a grant goes to the committee first: above the county's sum; and what it has rejected, or what was
 * examined anew since, however small the sum.
 */
export const isForCommittee = (
  resolution: BudgetAbout['resolution'],
  amount: number,
  committeeAbove: number,
): boolean => (resolution ? !bindingResolution(resolution) : amount > committeeAbove);
