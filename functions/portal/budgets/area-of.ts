import type { PortalDeps } from '../deps.ts';

/** The social area of each Kita, as the register says it today: nothing of the money depends on it. */
export const areaOfKita = async ({
  registers,
}: Pick<PortalDeps, 'registers'>): Promise<(kita: string) => string | undefined> => {
  const areas = new Map((await registers.kitas()).map(({ id, socialArea }) => [id, socialArea]));
  return (kita) => areas.get(kita);
};
