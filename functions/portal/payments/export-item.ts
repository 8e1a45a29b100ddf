import type * as z from 'zod/mini';
import type { exportItem as answered } from '../../../domain/api/payments.ts';
import type { Exported } from '../../store/exports.ts';
import type { PortalDeps } from '../deps.ts';

/** An export as its list shows it. */
export const exportItem = async (
  { registers }: Pick<PortalDeps, 'registers'>,
  { id, at, by, rows, amount, state }: Exported,
): Promise<z.infer<typeof answered>> => {
  const byName = (await registers.people()).find((person) => person.id === by)?.name;
  return { id, at, ...(byName && { byName }), rows, amount, state };
};
