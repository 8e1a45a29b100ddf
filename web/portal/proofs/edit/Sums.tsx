import { netOf, partsStated } from '../../../../domain/forms/proof-of-use/proven.ts';
import { addUp } from '../../../../domain/money/cents.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { say } from '../texts.ts';
import { draftOf } from './proof-fields.ts';
import type { ProofForm } from './use-proof-form.ts';

/** What was typed so far comes to: the server decides by the same sums. */
export const Sums = ({ form, paid }: { form: ProofForm['form']; paid: number }) => {
  const { draft } = draftOf(form.watch());
  const parts = partsStated(draft);
  const spent = addUp([...parts.positions.map(({ amount }) => amount), parts.training]);
  const receipts = addUp((draft.receipts ?? []).map(({ amount = 0 }) => amount));
  return (
    <p class="kern-body proof-sums">
      {say('edit.sums', {
        spent: formatEuros(spent),
        receipts: formatEuros(receipts),
        stated: formatEuros(netOf(parts)),
        paid: formatEuros(paid),
      })}
    </p>
  );
};
