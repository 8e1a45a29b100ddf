import type { ProofFile } from '../../../../domain/api/proof.ts';
import { totalOf } from '../../../../domain/budget/amounts.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { usePortal } from '../../app/context.ts';
import { DocumentButton } from '../../parts/DocumentButton.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { dateText } from '../../time/dates.ts';
import { say } from '../texts.ts';

/** What is claimed back, until when it is to be paid, and the notice. */
export const ClaimBox = ({ file }: { file: ProofFile }) => {
  const { call } = usePortal();
  const { claim, announced, approved, repaid } = file;
  if (!claim) return null;
  // A notice that is withdrawn where nothing was paid claims nothing.
  const isUnpaid = claim.kind === 'withdrawal' && claim.repayment === 0;
  return (
    <section class="panel" aria-labelledby="claim">
      <h2 class="portal-h2" id="claim">
        {say(isUnpaid ? 'claim.title.unpaid' : 'claim.title')}
      </h2>
      <Pairs
        pairs={[
          [say('claim.kind'), say(isUnpaid ? 'claim.kind.unpaid' : `claim.kind.${claim.kind}`)],
          [say('claim.number'), !isUnpaid && claim.number],
          [say('claim.repayment'), formatEuros(claim.repayment)],
          [say('claim.interest'), claim.interest && formatEuros(claim.interest.amount)],
          [
            say('claim.setOff'),
            claim.setOff &&
              say('claim.setOff.against', {
                sum: formatEuros(claim.setOff.amount),
                number: claim.setOff.fileNumber ?? '–',
              }),
          ],
          [say('claim.payable'), formatEuros(claim.payable)],
          [
            say('claim.announced'),
            announced && say(`claim.by.${announced.by}`, { day: dateText(announced.sentOn) }),
          ],
          [say('claim.payBy'), !isUnpaid && announced && dateText(announced.payBy)],
          [say('claim.objection'), announced && dateText(announced.objectionEnds)],
          [
            say('claim.repaid'),
            repaid && say('claim.repaid.text', { day: dateText(repaid.on), reference: repaid.reference }),
          ],
        ]}
      />
      {approved && (
        <DocumentButton
          variant="secondary"
          label={say('claim.document')}
          busyLabel={say('claim.loading')}
          link={() =>
            call('GET /api/submissions/{id}/documents/{kind}', { id: file.id, params: { kind: 'notice' } })
          }
        />
      )}
    </section>
  );
};

/** How it ended. */
export const ResultBox = ({ file }: { file: ProofFile }) => {
  const { result } = file;
  if (!result) return null;
  return (
    <section class="panel" aria-labelledby="result">
      <h2 class="portal-h2" id="result">
        {say('result.title')}
      </h2>
      <Pairs
        pairs={[
          [say('result.on'), dateText(result.on)],
          [say('result.accepted'), formatEuros(totalOf(result.accepted))],
          [say('result.returned'), formatEuros(totalOf(result.returned))],
          [say('result.released'), formatEuros(totalOf(result.released))],
        ]}
      />
    </section>
  );
};
