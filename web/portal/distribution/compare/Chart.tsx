import { scaleLinear } from 'd3-scale';
import { formatEuros } from '../../../../domain/money/euros.ts';
import type { ComparedKita } from './rows.ts';

const BAR = 12;
const GAP = 3;
/** Few, so that their numbers have room in a narrow window. */
const TICKS = 2;

const euros = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });

interface Props {
  caption: string;
  /** The scenarios' names, in the order of the rows' amounts. */
  series: readonly string[];
  rows: readonly ComparedKita[];
}

/** From 0 to a round number beyond the largest amount; places in per cent of the width. */
const scaleOf = (rows: readonly ComparedKita[]) => {
  const largest = Math.max(1, ...rows.flatMap(({ amounts }) => amounts.map((amount) => amount ?? 0)));
  return scaleLinear([0, largest], [0, 100]).nice(TICKS);
};
type Scale = ReturnType<typeof scaleOf>;

/** Beside its colour every series has a pattern: filled, hatched, empty. The first and the last are the stylesheet's. */
const fillOf = (n: number) => (n === 1 ? 'url(#chart-hatched)' : undefined);

const place = (scale: Scale, amount: number) => `${scale(amount)}%`;

const Axis = ({ scale }: { scale: Scale }) => (
  <svg class="chart-axis" aria-hidden="true" width="100%" height="20">
    {scale.ticks(TICKS).map((tick) => {
      const at = scale(tick);
      return (
        <text key={tick} x={`${at}%`} y="14" text-anchor={at > 90 ? 'end' : at < 5 ? 'start' : 'middle'}>
          {euros.format(tick / 100)}
        </text>
      );
    })}
  </svg>
);

const Bars = ({ amounts, scale }: { amounts: ComparedKita['amounts']; scale: Scale }) => (
  <svg class="chart-bars" aria-hidden="true" width="100%" height={amounts.length * (BAR + GAP)}>
    {scale.ticks(TICKS).map((tick) => (
      <line key={tick} class="chart-grid" x1={place(scale, tick)} x2={place(scale, tick)} y1="0" y2="100%" />
    ))}
    {amounts.map((amount, n) => (
      <rect
        key={n}
        class={`chart-bar chart-bar--${n}`}
        fill={fillOf(n)}
        x="0"
        y={n * (BAR + GAP) + 1}
        width={place(scale, amount ?? 0)}
        height={BAR}
      />
    ))}
  </svg>
);

const Patterns = () => (
  <svg class="chart-patterns" aria-hidden="true" width="0" height="0">
    <defs>
      <pattern
        id="chart-hatched"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="chart-paper" width="6" height="6" />
        <rect class="chart-ink" width="3" height="6" />
      </pattern>
    </defs>
  </svg>
);

/** Amounts of Kitas as bars beside each other: for the eye only, the same figures stand in the table beside it. */
export const Chart = ({ caption, series, rows }: Props) => {
  const scale = scaleOf(rows);
  return (
    <figure class="chart">
      <figcaption class="kern-sr-only">{caption}</figcaption>
      <ul class="chart-legend">
        {series.map((name, n) => (
          <li key={name}>
            <svg class="chart-key" width="20" height={BAR + 2} aria-hidden="true">
              <rect
                class={`chart-bar chart-bar--${n}`}
                fill={fillOf(n)}
                x="1"
                y="1"
                width="18"
                height={BAR}
              />
            </svg>
            <span>{name}</span>
          </li>
        ))}
      </ul>
      <div aria-hidden="true">
        <Patterns />
        <div class="chart-row">
          <span />
          <Axis scale={scale} />
        </div>
        {rows.map(({ kita, name, amounts }) => (
          <div key={kita} class="chart-row" title={amounts.map((one) => formatEuros(one ?? 0)).join(' · ')}>
            <span class="chart-name">{name}</span>
            <Bars amounts={amounts} scale={scale} />
          </div>
        ))}
      </div>
    </figure>
  );
};
