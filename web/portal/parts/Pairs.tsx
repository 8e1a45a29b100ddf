import type { ComponentChildren } from 'preact';

/** Names and values; a pair without a value is left out. */
export const Pairs = ({ pairs }: { pairs: readonly (readonly [string, ComponentChildren])[] }) => (
  <dl class="pairs">
    {pairs
      .filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
