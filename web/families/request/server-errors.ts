import { ProblemError } from '../api/call.ts';
import { type Field, fieldOrder, shownField } from './check.ts';
import type { Place } from './values.ts';

/** The person whom the message must not reach is not responsible there, as far as the register knows. */
export const isWrongPerson = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.status === 422 &&
  (error.problem?.errors ?? []).some(({ path }) => path === 'notToPerson');

/** The wrong fields that the server named (422), at the places where the page shows them. */
export const serverErrors = (error: unknown, place: Place): { field: Field; message: string }[] => {
  if (!(error instanceof ProblemError) || error.status !== 422) return [];
  return (error.problem?.errors ?? []).flatMap(({ path, message }) => {
    const name = shownField(path.split('.')[0] ?? '', place);
    const field = fieldOrder.find((one) => one === name);
    return field ? [{ field, message }] : [];
  });
};
