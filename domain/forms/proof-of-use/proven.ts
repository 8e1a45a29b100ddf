import { addUp, type Cents } from '../../money/cents.ts';
import { partDown, ratio } from '../../money/ratio.ts';
import { splitByWeights } from '../../money/split.ts';
import type { ProofBasis, ProofParts } from './basis.ts';

/** What parts come to: positions and training less third-party money, never less than nothing. */
export const netOf = ({ positions, training, thirdParty }: ProofParts): Cents =>
  Math.max(0, addUp([...positions.map(({ amount }) => amount), training]) - thirdParty);

type Row = { id: string; amount: Cents };

/** What a proof states, as parts; what is not stated yet counts as nothing. */
export const partsStated = (stated: {
  positions?: readonly { id: string; cost?: Cents | undefined }[] | undefined;
  training?: Cents | undefined;
  thirdParty?: Cents | undefined;
}): ProofParts => ({
  positions: (stated.positions ?? []).map(({ id, cost = 0 }): Row => ({ id, amount: cost })),
  training: stated.training ?? 0,
  thirdParty: stated.thirdParty ?? 0,
});

/** One line of the reconciliation (cents); third-party money is deducted, and stands there with its sign. */
export interface Reconciled {
  /** Absent: training, third-party money and the sum have no position. */
  id?: string;
  part: 'position' | 'training' | 'third-party' | 'total';
  granted: Cents;
  paid: Cents;
  stated: Cents;
  /** What the office recognises, where it has looked. */
  recognised?: Cents;
}

/** What was paid, for each part: nobody pays by position, so it is split as it was granted, to the cent. */
const paidByPart = ({ positions, training, thirdParty, granted }: ProofBasis, paid: Cents) => {
  const weights = [...positions.map((one) => one.granted), training];
  const deducted = granted > 0 ? partDown(thirdParty, ratio(paid, granted)) : 0;
  const gross = paid + deducted;
  const parts = weights.some((weight) => weight > 0) ? splitByWeights(gross, weights) : weights.map(() => 0);
  return { parts, deducted };
};

/**
 * Granted, paid, stated and recognised side by side, part by part: each column adds up to its last line, but where more
 * third-party money came in than was spent.
 */
export const reconcile = (
  basis: ProofBasis,
  of: { paid: Cents; stated: ProofParts; recognised?: ProofParts | undefined },
): Reconciled[] => {
  const { paid, stated, recognised } = of;
  const { parts, deducted } = paidByPart(basis, paid);
  const amountIn = (all: ProofParts, id: string) => all.positions.find((one) => one.id === id)?.amount ?? 0;
  const seen = (amount: Cents | undefined) => (amount === undefined ? {} : { recognised: amount });
  return [
    ...basis.positions.map(
      ({ id, granted }, n): Reconciled => ({
        id,
        part: 'position',
        granted,
        paid: parts[n] ?? 0,
        stated: amountIn(stated, id),
        ...seen(recognised && amountIn(recognised, id)),
      }),
    ),
    {
      part: 'training',
      granted: basis.training,
      paid: parts.at(-1) ?? 0,
      stated: stated.training,
      ...seen(recognised?.training),
    },
    {
      part: 'third-party',
      granted: 0 - basis.thirdParty,
      paid: 0 - deducted,
      stated: 0 - stated.thirdParty,
      ...seen(recognised && 0 - recognised.thirdParty),
    },
    {
      part: 'total',
      granted: basis.granted,
      paid,
      stated: netOf(stated),
      ...seen(recognised && netOf(recognised)),
    },
  ];
};
