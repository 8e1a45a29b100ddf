import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { changeHeadOf } from '../../functions/store/heads.ts';
import type { MortalMachine } from './mortal-machine.ts';
import { newId } from './running-case.ts';

/** The notice's document, as if the head of the office had looked at it. */
export const SHA = 'd0c'.padEnd(64, '0');

/** @param on the day, as the machine's clock has it */
export const looked = ({ inside }: MortalMachine, id: string, on: string) =>
  changeHeadOf(inside.store, 'budget-application', id, (now) => ({
    head: { ...now, about: { ...now.about, notice: { sha256: SHA, for: 'head', on } } },
  }));

/** An application whose notice is announced. */
export const announced = async (
  machine: MortalMachine,
  on: string,
  answers: object = budgetApplicationExample,
): Promise<string> => {
  const { ask, decided } = machine;
  const id = newId();
  await ask('provider', 'PUT', `budget-applications/${id}`, answers);
  await ask('provider', 'POST', `budget-applications/${id}/submission`, { saved: 1 });
  await machine.idle();
  await decided('clerk', id, 'complete');
  await decided('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.' });
  await decided('clerk', id, 'grant');
  await looked(machine, id, on);
  await decided('head', id, 'approve', { document: SHA });
  await decided('clerk', id, 'post', { sentOn: on });
  return id;
};
