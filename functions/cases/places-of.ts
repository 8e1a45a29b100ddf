import type { Registers } from './registers.ts';

/**
 * The places by which somebody is responsible, nearest first: the Kita, then the municipality where the family lives or
 * the Kita stands. The finder, "not to this person" and the routing must mean the same people.
 */
export const placesOf = async (
  registers: Pick<Registers, 'kita'>,
  { kita, municipality }: { kita?: string | undefined; municipality?: string | undefined },
): Promise<string[]> => {
  const near = municipality ?? (kita && (await registers.kita(kita))?.municipality);
  return [kita, near].flatMap((place) => place || []);
};
