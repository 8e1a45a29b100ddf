import { FieldsError } from '../../runtime/errors.ts';
import { requireFields } from './allowed-fields.ts';
import type { ReadParticulars } from './particulars.ts';

const FIELDS = {
  pass: { must: ['reason'] },
  assign: { must: ['assignTo'] },
  close: { must: ['outcome'] },
} as const;

/** Of a decision on a contact request: why it is passed on, to whom it goes, how it ended. */
export const contactParticulars: ReadParticulars<'contact-request'> = async (
  { registers },
  decision,
  { head, asker },
) => {
  requireFields(decision, FIELDS);
  const { assignTo, outcome, reason } = decision;
  const brought = { particulars: { assignTo, outcome }, reason: reason ?? outcome, ref: assignTo };
  // Who stands in for whom follows from whose case it is; nobody chooses it.
  if (decision.for !== undefined) throw new FieldsError([{ path: ['for'], message: 'unknown-field' }]);
  if (assignTo === undefined) return brought;
  const person = (await registers.people()).find(({ id }) => id === assignTo);
  // Nobody takes a case back and gives it to themselves, whatever roles they have.
  const fits =
    person?.roles.includes('social-worker') && !head.excluded.includes(person.id) && person.id !== asker.id;
  if (!fits) throw new FieldsError([{ path: ['assignTo'], message: 'unknown-choice' }]);
  return brought;
};
