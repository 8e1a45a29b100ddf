import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { totalOf } from '../../../../domain/budget/amounts.ts';
import type { Totals } from '../../../../domain/forms/budget-application/totals.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { say as sayAmended } from '../../amendments/texts.ts';
import { formText } from '../../application/texts.ts';
import { say } from '../texts.ts';
import { useEditing } from './editing.ts';
import { SaidLater } from './SaidLater.tsx';

const lines = ({ personnel, training, thirdParty, total, state, county }: Totals) =>
  [
    [formText('totals.personnel'), personnel],
    [formText('training'), training],
    [say('sums.deducted'), -thirdParty],
    [formText('totals.total'), total],
    [formText('totals.state'), state],
    [formText('totals.county'), county],
  ] as const;

/** Of an amendment what is granted, and by how much the sum differs from it. */
const amendedLines = ({ total }: Totals, { amends }: Pick<ApplicationFile, 'amends'>) => {
  if (!amends) return [];
  const before = totalOf(amends.before);
  return [
    [sayAmended('amends.before'), before],
    [sayAmended('amends.difference'), total - before],
  ] as const;
};

/** What the application asks for: calculated while somebody types, and locked. */
export const Sums = () => {
  const { totals, file } = useEditing();
  return (
    <section class="sums" aria-labelledby="sums">
      <h3 class="portal-h3" id="sums">
        {say('sums.title')}
      </h3>
      <dl class="sums-lines">
        {[...lines(totals), ...amendedLines(totals, file)].map(([name, amount]) => (
          <div key={name} class={name === formText('totals.total') ? 'sums-total' : undefined}>
            <dt>{name}</dt>
            <dd>{formatEuros(amount)}</dd>
          </div>
        ))}
      </dl>
      <p class="kern-body kern-body--small portal-muted">
        {say('sums.locked')} {formText('totals.provisional')}
      </p>
      <SaidLater text={say('sums.said', { amount: formatEuros(totals.total) })} />
    </section>
  );
};
