import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { readVersion } from '../../store/applications.ts';
import type { DocumentsDeps } from '../deps.ts';

/** The files that a version names which was sent: they belong to the record, whatever the provider writes now. */
export const sentFiles = async (
  { store }: Pick<DocumentsDeps, 'store'>,
  { id, about }: BudgetHead,
): Promise<Set<string>> => {
  const numbers = Array.from({ length: about.sent }, (_, index) => index + 1);
  const versions = await Promise.all(numbers.map((n) => readVersion(store, id, n)));
  return new Set(versions.flatMap((version) => version?.attachments ?? []));
};
