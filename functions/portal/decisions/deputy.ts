import type { Decision } from '../../../domain/api/portal.ts';
import type { Asker } from '../../../domain/people/asker.ts';
import { roleFor } from '../../../domain/process/apply-act.ts';
import type { Head } from '../../../domain/submission/head.ts';
import { processOf } from '../../../domain/submission/process-of.ts';
import { ForbiddenError } from '../../runtime/errors.ts';
import type { PortalDeps } from '../deps.ts';

/** Who stands in for somebody stands in for a role that the other has. @throws ForbiddenError */
export const requireDeputy = async (
  { registers }: PortalDeps,
  { for: inFor, action }: Decision,
  head: Head,
  asker: Asker,
) => {
  if (inFor === undefined) return;
  const wanted = roleFor(processOf(head), head.at, action);
  const other = (await registers.people()).find(({ id }) => id === inFor);
  const fits = wanted === undefined || other?.roles.some((role) => role === wanted);
  if (!asker.standsInFor.includes(inFor) || !fits) throw new ForbiddenError('no-deputy');
};
