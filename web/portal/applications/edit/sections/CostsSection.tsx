import { formatEuros } from '../../../../../domain/money/euros.ts';
import { formText } from '../../../application/texts.ts';
import { say } from '../../texts.ts';
import { useEditing } from '../editing.ts';
import { Line } from '../inputs.tsx';
import { Sums } from '../Sums.tsx';

/** What is paid beside the positions, what others pay, and what comes of it all. */
export const CostsSection = () => {
  const { totals } = useEditing();
  const cap = `${formText('training.hint')} ${formText('totals.trainingCap')}: ${formatEuros(totals.trainingCap)}.`;
  return (
    <>
      <Line
        name="training"
        label={say('field.euros', { label: formText('training') })}
        hint={cap}
        inputMode="decimal"
      />
      <Line
        name="thirdParty"
        label={say('field.euros', { label: formText('thirdParty') })}
        inputMode="decimal"
      />
      <Sums />
    </>
  );
};
