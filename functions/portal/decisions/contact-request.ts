import type { Decision } from '../../../domain/api/portal.ts';
import { ownEntry } from '../../../domain/process/process.ts';
import { FieldsError } from '../../runtime/errors.ts';
import type { ReadParticulars } from './particulars.ts';

const REQUIRED: Record<string, 'reason' | 'assignTo' | 'outcome'> = {
  pass: 'reason',
  assign: 'assignTo',
  close: 'outcome',
};

const checkFields = (decision: Decision) => {
  const required = ownEntry(REQUIRED, decision.action);
  if (required && !decision[required]) throw new FieldsError([{ path: [required], message: 'required' }]);
  for (const field of ['reason', 'assignTo', 'outcome'] as const) {
    if (decision[field] && field !== required)
      throw new FieldsError([{ path: [field], message: 'unknown-field' }]);
  }
};

/** Of a decision on a contact request: why it is passed on, to whom it goes, how it ended. */
export const contactParticulars: ReadParticulars<'contact-request'> = async (
  { registers },
  decision,
  { head, asker },
) => {
  checkFields(decision);
  const { assignTo, outcome, reason } = decision;
  const brought = { particulars: { assignTo, outcome }, reason: reason ?? outcome, ref: assignTo };
  if (!assignTo) return brought;
  const person = (await registers.people()).find(({ id }) => id === assignTo);
  // Nobody takes a case back and gives it to themselves, whatever roles they have.
  const fits =
    person?.roles.includes('social-worker') && !head.excluded.includes(person.id) && person.id !== asker.id;
  if (!fits) throw new FieldsError([{ path: ['assignTo'], message: 'unknown-choice' }]);
  return brought;
};
