import type { ApplicationFile } from '../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../domain/api/portal.ts';
import { UnreachableError } from '../api/failures.ts';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';

/** An application: where it stands and whose turn it is, and what is in it. */
export interface Opened {
  of: BudgetSubmission;
  file: ApplicationFile;
}

export const useFile = (id: string) => {
  const { call } = usePortal();
  return useLoad(`application ${id}`, async (): Promise<Opened> => {
    const [of, file] = await Promise.all([
      call('GET /api/submissions/{id}', { id }),
      call('GET /api/budget-applications/{id}', { id }),
    ]);
    if (of.form !== 'budget-application') throw new UnreachableError('another form');
    return { of, file };
  });
};
