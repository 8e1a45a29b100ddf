import { dateOf } from '../../../domain/calendar/due.ts';
import { roundAsks } from '../../../domain/forms/survey-round/asks.ts';
import { ConflictError, FieldsError, ForbiddenError } from '../../runtime/errors.ts';
import { requireFields } from './allowed-fields.ts';
import { requireDeputy } from './deputy.ts';
import type { ReadParticulars } from './particulars.ts';

/** Of a decision on a round: what is opened is what was looked at, and there is time left to answer. */
export const roundParticulars: ReadParticulars<'survey-round'> = async (deps, decision, { head, asker }) => {
  requireFields(decision, roundAsks);
  await requireDeputy(deps, decision, head, asker);
  if (!asker.roles.includes('coordinator')) throw new ForbiddenError('other-role');
  if (decision.action === 'open') {
    if (decision.saved !== head.about.saved)
      throw new ConflictError('changed-meanwhile', { version: head.about.saved, at: head.at });
    if (head.about.to < dateOf(deps.clock.now()))
      throw new FieldsError([{ path: ['to'], message: 'date-past' }]);
  }
  return { particulars: {}, for: decision.for };
};
