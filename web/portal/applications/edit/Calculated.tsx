import { say } from '../texts.ts';

interface Props {
  /** Names and values; undefined: something that it is calculated of is missing. */
  pairs: readonly (readonly [string, string | undefined])[];
}

/** What is calculated and cannot be typed. */
export const Calculated = ({ pairs }: Props) => (
  <dl class="calculated" aria-label={say('positions.calculated')}>
    {pairs.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value ?? <span class="portal-muted">{say('positions.unknown')}</span>}</dd>
      </div>
    ))}
  </dl>
);
