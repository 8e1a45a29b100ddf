import { formatEuros } from '../../../../domain/money/euros.ts';
import { say } from '../texts.ts';
import { partsInPercent, percentText } from './percent.ts';

type PartKey = 'paid' | 'committed' | 'reserved' | 'available';

interface Props {
  name: string;
  all: number;
  parts: readonly { key: PartKey; amount: number }[];
}

/**
 * How a sum is divided, as one bar with its legend. The legend says everything in words; the bar itself is for the eye, and is
 * told apart by pattern as well as by colour.
 */
export const Bar = ({ name, all, parts }: Props) => {
  const shares = partsInPercent(parts, all);
  return (
    <figure class="bar">
      <figcaption>
        <strong>{name}:</strong> {formatEuros(all)}
      </figcaption>
      <div class="bar-drawing" aria-hidden="true">
        {shares.map(({ key, percent }) => (
          <span key={key} class={`bar-part bar-part--${key}`} style={{ flexGrow: percent }} />
        ))}
      </div>
      <ul class="bar-legend">
        {shares.map(({ key, amount, percent }) => (
          <li key={key}>
            <span class={`bar-key bar-part bar-part--${key}`} aria-hidden="true" />
            <span>
              {say(`budget.row.${key}`)}: {formatEuros(amount)} ({percentText(percent)})
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
};
