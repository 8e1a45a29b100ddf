import { isExcluded } from '../../../domain/forms/budget-application/four-eyes.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { Asker } from '../../../domain/people/asker.ts';
import type { County } from '../../../domain/places/county.ts';
import { ownEntry } from '../../../domain/process/process.ts';
import { processOf } from '../../../domain/submission/process-of.ts';
import { ForbiddenError } from '../../runtime/errors.ts';

/**
 * Refuses whoever did a step that is kept apart from this one, or stands in for somebody who did. It is asked of the head
 * that the write is conditional on: nobody can have acted in between.
 * @throws ForbiddenError with the reason
 */
export const requireFourEyes = (head: BudgetHead, action: string, asker: Asker, { budget }: County): void => {
  const isAnytime = ownEntry(processOf(head).anytime, action) !== undefined;
  if (!isAnytime && isExcluded(asker, head.at, head.about.acted, budget.separate))
    throw new ForbiddenError('four-eyes');
};
