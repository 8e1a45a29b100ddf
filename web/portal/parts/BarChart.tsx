import { scaleLinear } from 'd3-scale';

const BAR = 12;
const GAP = 3;
/** Few, so that their numbers have room in a narrow window. */
const TICKS = 2;

/** What stands at one name: a number for each series, undefined where there is none. */
export interface BarRow {
  key: string;
  name: string;
  values: readonly (number | undefined)[];
}

interface Props {
  caption: string;
  /** What is compared, in the order of the rows' values; of three at the most. */
  series: readonly string[];
  rows: readonly BarRow[];
  /** A value, and a round one at the axis, in words. */
  format: (value: number) => string;
  formatTick: (value: number) => string;
  /** The end of the axis where it is known, such as 100 %; else a round number beyond the largest value. */
  end?: number;
}

/** From 0 to the end; places in per cent of the width. */
const scaleOf = (rows: readonly BarRow[], end: number | undefined) => {
  if (end !== undefined) return scaleLinear([0, end], [0, 100]);
  const largest = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return scaleLinear([0, largest], [0, 100]).nice(TICKS);
};
type Scale = ReturnType<typeof scaleOf>;

/** Beside its colour every series has a pattern: filled, hatched, empty. The first and the last are the stylesheet's. */
const fillOf = (n: number) => (n === 1 ? 'url(#chart-hatched)' : undefined);

const place = (scale: Scale, value: number) => `${scale(value)}%`;

const Axis = ({ scale, format }: { scale: Scale; format: Props['formatTick'] }) => (
  <svg class="chart-axis" aria-hidden="true" width="100%" height="20">
    {scale.ticks(TICKS).map((tick) => {
      const at = scale(tick);
      return (
        <text key={tick} x={`${at}%`} y="14" text-anchor={at > 90 ? 'end' : at < 5 ? 'start' : 'middle'}>
          {format(tick)}
        </text>
      );
    })}
  </svg>
);

const Bars = ({ values, scale }: Pick<BarRow, 'values'> & { scale: Scale }) => (
  <svg class="chart-bars" aria-hidden="true" width="100%" height={values.length * (BAR + GAP)}>
    {scale.ticks(TICKS).map((tick) => (
      <line key={tick} class="chart-grid" x1={place(scale, tick)} x2={place(scale, tick)} y1="0" y2="100%" />
    ))}
    {values.map((value, n) => (
      <rect
        key={n}
        class={`chart-bar chart-bar--${n}`}
        fill={fillOf(n)}
        x="0"
        y={n * (BAR + GAP) + 1}
        width={place(scale, value ?? 0)}
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

/** Numbers as bars beside each other: for the eye only, the same figures must stand in a table beside it. */
export const BarChart = ({ caption, series, rows, format, formatTick, end }: Props) => {
  const scale = scaleOf(rows, end);
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
          <Axis scale={scale} format={formatTick} />
        </div>
        {rows.map(({ key, name, values }) => (
          <div key={key} class="chart-row" title={values.map((one) => format(one ?? 0)).join(' · ')}>
            <span class="chart-name">{name}</span>
            <Bars values={values} scale={scale} />
          </div>
        ))}
      </div>
    </figure>
  );
};
