import { hashTo } from '../app/place.ts';

export const PROOFS = 'nachweise';
export const PROOF = 'nachweise/{id}';

export const proofsHash = (year?: number | string): string =>
  hashTo(PROOFS, {}, { jahr: year === undefined ? undefined : String(year) });
