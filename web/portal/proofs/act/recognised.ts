import type { ProofFile } from '../../../../domain/api/proof.ts';
import type { AskedParts, TypedParts } from '../../office/act/granted.ts';
import { typedParts } from '../../office/act/granted.ts';

/** What the provider stated, part by part: nobody recognises more. Undefined where nothing was filed. */
export const statedParts = ({ answers, basis, sent, stated }: ProofFile): AskedParts | undefined => {
  if (sent === 0 || !answers) return undefined;
  const names = new Map(basis.positions.map((one) => [one.id, one.function]));
  return {
    positions: (answers.positions ?? []).map(({ id, cost = 0 }) => ({ id, name: names.get(id) ?? id, cost })),
    training: answers.training ?? 0,
    thirdParty: answers.thirdParty ?? 0,
    total: stated,
  };
};

/** The form begins with what the office has named before the hearing, part by part, or else with what was stated. */
export const firstParts = ({ reconciliation }: ProofFile, stated: AskedParts): TypedParts => {
  const recognised = (part: string, id?: string) =>
    reconciliation.find((row) => row.part === part && row.id === id)?.recognised;
  const thirdParty = recognised('third-party');
  return typedParts({
    ...stated,
    positions: stated.positions.map((one) => ({
      ...one,
      cost: recognised('position', one.id) ?? one.cost,
    })),
    training: recognised('training') ?? stated.training,
    // Deducted, and with its sign in the reconciliation.
    thirdParty: thirdParty === undefined ? stated.thirdParty : 0 - thirdParty,
  });
};
