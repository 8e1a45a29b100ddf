import type { ProofFile } from '../../../../domain/api/proof.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Pairs } from '../../parts/Pairs.tsx';
import { say } from '../texts.ts';
import { type ClaimValues, draftedWith, recognisedBy } from './claim-values.ts';

interface Props {
  values: ClaimValues;
  action: string;
  file: ProofFile;
  today: string;
}

/** What is recognised and claimed with what is typed, while it is typed. */
export const ClaimSums = ({ values, action, file, today }: Props) => {
  const recognised = recognisedBy(values, action, file);
  const drafted = action === 'claim' ? draftedWith(values, file, today) : undefined;
  const claim = drafted?.ok ? drafted.claim : undefined;
  return (
    <Pairs
      pairs={[
        [say('recon.paid'), formatEuros(file.paid)],
        [say('recon.recognised'), formatEuros(recognised)],
        [say('claim.repayment'), formatEuros(Math.max(0, file.paid - recognised))],
        [say('claim.interest'), claim?.interest && formatEuros(claim.interest.amount)],
        [say('claim.setOff'), claim?.setOff && formatEuros(0 - claim.setOff.amount)],
        [say('claim.payable'), claim && <strong>{formatEuros(claim.payable)}</strong>],
      ]}
    />
  );
};
