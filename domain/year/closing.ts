import * as z from 'zod/mini';
import { amounts, totalOf } from '../budget/amounts.ts';
import type { Frame } from '../budget/frame.ts';
import { cents } from '../money/cents.ts';
import { settleYear } from '../money/settlement.ts';
import { actor } from '../submission/log.ts';
import type { ClosingSettings } from './settings.ts';
import { type Unsettled, unsettledReasons } from './unsettled.ts';

const signed = z.int();

/** What becomes of a year's money, in cents. */
export const closing = z.strictObject({
  /** What could be spent: the state's figure, the county's share, voluntary money. */
  figures: amounts,
  /** All proven costs, those paid from voluntary money included. */
  proven: cents,
  /** The settlement of the state's share on them, up to its figure; `county` is the rest. Both add up to `proven`. */
  settlement: z.strictObject({ state: cents, county: cents }),
  /** What came back of what was paid: it was to be had again, and is not spent. */
  returned: cents,
  /** What goes back to the state: its figure less its settled share. */
  toState: cents,
  /** What is left of the county's money: some is carried over, the rest released. */
  carriedOver: signed,
  released: signed,
  /** What cannot be settled yet, with its reason. */
  unsettled: z.array(
    z.strictObject({ application: z.uuid(), reason: z.enum(unsettledReasons), amount: cents }),
  ),
});
export type Closing = z.infer<typeof closing>;

/** A year that was closed: what was closed with, when and by whom. */
export const closedYear = z.extend(closing, { at: z.iso.datetime({ precision: 3 }), by: actor });
export type ClosedYear = z.infer<typeof closedYear>;

/** How much of what is left of the county's money goes on: of the voluntary line what nobody proved, or all of it. */
const carried = (left: number, { figures, sums }: Frame, { carryOver }: ClosingSettings): number => {
  if (carryOver === 'none') return 0;
  if (carryOver === 'county') return left;
  return Math.max(0, Math.min(left, figures.voluntary - sums.accepted.voluntary));
};

/**
 * The closing of a year as it stands: the state settles on all proven costs up to its figure, the county bears the rest, and what
 * neither has to bear goes back, on, or is released.
 */
export const closingOf = (
  frame: Frame,
  unsettled: readonly Unsettled[],
  settings: ClosingSettings,
): Closing => {
  const { figures, sums } = frame;
  const proven = totalOf(sums.accepted);
  const settlement = settleYear({ proven, figure: figures.state });
  const left = figures.county + figures.voluntary - settlement.county;
  const carriedOver = carried(left, frame, settings);
  return {
    figures,
    proven,
    settlement,
    returned: totalOf(sums.returned),
    toState: figures.state - settlement.state,
    carriedOver,
    released: left - carriedOver,
    unsettled: [...unsettled],
  };
};

/** What keeps a year from being closed: whatever is not settled, unless the county closes despite it. */
export const hindering = ({ unsettled }: Closing, { despite }: ClosingSettings): Unsettled[] =>
  unsettled.filter(({ reason }) => !despite.includes(reason));
