import { type OwedMonth, owedMonths } from '../../../domain/activities/owed.ts';
import type { PortalDeps } from '../deps.ts';

/** What is to be counted in a year, by the registers: assignments to municipalities are for families without a Kita. */
export const owedIn = async ({ registers }: PortalDeps, year: number): Promise<OwedMonth[]> => {
  const [kitas, responsibility] = await Promise.all([registers.kitas(), registers.responsibility()]);
  const ids = new Set(kitas.map(({ id }) => id));
  return owedMonths(year, responsibility, (place) => ids.has(place));
};
