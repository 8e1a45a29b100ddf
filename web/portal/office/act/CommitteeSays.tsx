import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import {
  bindingResolution,
  isForCommittee,
  resolvedConditions,
} from '../../../../domain/forms/budget-application/resolved.ts';
import type { Cents } from '../../../../domain/money/cents.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { say } from '../texts.ts';

/** The conditions of a grant as they begin: the county's usual ones, and what the committee wants. */
export const firstConditions = ({
  rules,
  resolution,
  notes,
}: Pick<ApplicationFile, 'rules' | 'resolution' | 'notes'>) =>
  [...new Set([...(rules?.conditions ?? []), ...resolvedConditions(resolution, notes)])].map((text) => ({
    text,
  }));

/** What the committee has resolved on the sum that is drafted, or that it is asked first. */
export const CommitteeSays = ({ sum, file }: { sum: Cents; file: ApplicationFile }) => {
  const { resolution, notes, rules } = file;
  const binding = bindingResolution(resolution);
  if (binding)
    return (
      <p class="kern-body">
        {say('grant.resolved', { sum: formatEuros(binding.amount) })}
        {resolvedConditions(resolution, notes).length > 0 && ` ${say('grant.resolved.conditions')}`}
      </p>
    );
  const above = rules?.committeeAbove ?? Number.MAX_SAFE_INTEGER;
  if (!isForCommittee(resolution, sum, above)) return null;
  return (
    <p class="kern-body">
      {resolution ? say('grant.committee-again') : say('grant.committee', { sum: formatEuros(above) })}
    </p>
  );
};
