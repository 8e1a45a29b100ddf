import { formatHundredths } from '../../../../domain/forms/budget-application/hundredths.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { formText } from '../../application/texts.ts';
import { say } from '../texts.ts';
import { Calculated } from './Calculated.tsx';
import { useEditing } from './editing.ts';

/** All positions together. */
export const PositionSums = () => {
  const { totals } = useEditing();
  return (
    <section class="sums" aria-labelledby="position-sums">
      <h3 class="portal-h3" id="position-sums">
        {say('positions.sums')}
      </h3>
      <Calculated
        pairs={[
          [formText('totals.hours'), formatHundredths(totals.hours)],
          [formText('totals.fte'), formatHundredths(totals.fte)],
          [formText('totals.personnel'), formatEuros(totals.personnel)],
        ]}
      />
    </section>
  );
};
