import { useState } from 'preact/hooks';
import { ALL } from '../../../../../domain/forms/budget-application/fields.ts';
import { formatHundredths } from '../../../../../domain/forms/budget-application/hundredths.ts';
import { formatEuros } from '../../../../../domain/money/euros.ts';
import { splitByWeights } from '../../../../../domain/money/split.ts';
import { Button } from '../../../../fields/Button.tsx';
import { kitaName } from '../../../application/field-name.ts';
import { formText } from '../../../application/texts.ts';
import { keyOfRow } from '../../form/values.ts';
import { say } from '../../texts.ts';
import { useEditing } from '../editing.ts';
import { Group } from '../Group.tsx';
import { Line } from '../inputs.tsx';
import { SaidLater } from '../SaidLater.tsx';
import { useKitaNames } from '../use-kita-names.ts';

const leftText = (percent: number): string => {
  if (percent === ALL) return say('shares.complete');
  const [key, rest] =
    percent < ALL ? (['shares.left', ALL - percent] as const) : (['shares.over', percent - ALL] as const);
  return formText(key, { percent: formatHundredths(rest) });
};

/** What each chosen Kita gets, and what is still to be distributed. */
export const SharesSection = () => {
  const { form, values, totals, openingAt } = useEditing();
  const kitas = useKitaNames();
  const [said, setSaid] = useState('');
  const amounts = new Map(totals.kitas.map(({ kita, amount }) => [kita, amount]));
  const even = () => {
    const parts = splitByWeights(
      ALL,
      values.kitas.map(() => 1),
    );
    values.kitas.forEach((kita, n) => {
      form.setValue(`shares.${keyOfRow(kita)}.percent` as never, formatHundredths(parts[n] ?? 0) as never);
    });
    setSaid(say('shares.evened'));
  };
  if (values.kitas.length === 0) return <p class="kern-body">{say('shares.no-kitas')}</p>;
  return (
    <Group name="shares">
      <p class="kern-body">{formText('shares.hint')}</p>
      {values.kitas.map((kita) => (
        <div class="share" key={kita}>
          <Line
            name={`shares.${keyOfRow(kita)}.percent`}
            label={`${kitaName(kita, { kitas })}: ${formText('shares.percent')}`}
            inputMode="decimal"
          />
          <p class="share-amount">
            <span class="portal-muted">{formText('shares.amount')}</span>{' '}
            {amounts.has(kita) ? formatEuros(amounts.get(kita) ?? 0) : '–'}
          </p>
        </div>
      ))}
      <p class={`share-left share-left--${totals.percent === ALL ? 'done' : 'open'}`}>
        {leftText(totals.percent)}
      </p>
      <SaidLater text={leftText(totals.percent)} />
      {values.kitas.length > 1 && openingAt('shares') !== undefined && (
        <div>
          <Button variant="secondary" onClick={even}>
            {say('shares.even')}
          </Button>
        </div>
      )}
      <p class="kern-sr-only" role="status">
        {said}
      </p>
    </Group>
  );
};
