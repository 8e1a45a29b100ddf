import type { BudgetSubmission, LogAnswer } from '../../../../domain/api/portal.ts';
import { processes } from '../../../../domain/forms/process-registry.ts';
import { wayOf } from '../../application/way.ts';
import { StationLine } from '../../case/Stations.tsx';

/** Where the application has been, where it is and what usually comes. */
export const Way = ({ of, log }: { of: BudgetSubmission; log: LogAnswer['items'] }) => {
  const process = processes['budget-application'].find(({ version }) => version === of.processVersion);
  return process ? <StationLine long stations={wayOf(process, of, log)} ended={of.ended} /> : null;
};
