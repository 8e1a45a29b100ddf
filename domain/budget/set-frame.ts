import * as z from 'zod/mini';
import { cents } from '../money/cents.ts';
import { budgetOf } from '../money/shares.ts';
import type { Movement } from './account.ts';
import { type Amounts, eachShare, isNothing } from './amounts.ts';
import { type Effect, effectOf, frameAfter } from './effect.ts';
import { type Frame, type FrameState, frameState } from './frame.ts';

/** What the treasurer enters: the state's figure, voluntary county money, and whether the frame is in force. */
export const frameSetting = z.strictObject({ state: frameState, figure: cents, voluntary: cents });
export type FrameSetting = z.infer<typeof frameSetting>;

/** Why a frame cannot be set like this: it is closed, goes back to an earlier state, or is below what is committed. */
export type SettingRefusal = 'closed' | 'earlier-state' | 'below-committed';

export type SetFrame =
  | { ok: true; frame: Frame; movements: Movement[]; effect: Effect }
  | { ok: false; refusal: SettingRefusal };

const ORDER: readonly FrameState[] = ['provisional', 'in-force', 'closed'];

/** What a new figure adds comes from outside, what it takes goes there: figures are never overwritten without a trace. */
const figureMovements = (now: Amounts, then: Amounts): Movement[] => {
  const more = eachShare((share) => Math.max(0, then[share] - now[share]));
  const less = eachShare((share) => Math.max(0, now[share] - then[share]));
  return [
    ...(isNothing(more) ? [] : [{ from: 'outside', to: 'frame', amounts: more } as const]),
    ...(isNothing(less) ? [] : [{ from: 'frame', to: 'outside', amounts: less } as const]),
  ];
};

/**
 * The frame as it is set: the county's share follows from the state's figure. A cut may go below what is reserved (then
 * nothing more can be reserved until something is released), never below what is committed.
 */
export const setFrame = (now: Frame, { state, figure, voluntary }: FrameSetting): SetFrame => {
  if (now.state === 'closed') return { ok: false, refusal: 'closed' };
  if (ORDER.indexOf(state) < ORDER.indexOf(now.state)) return { ok: false, refusal: 'earlier-state' };
  const { county } = budgetOf(figure);
  const movements = figureMovements(now.figures, { state: figure, county, voluntary });
  const effect = effectOf(movements);
  const frame = { ...frameAfter(now, effect), state, version: now.version + 1 };
  return frame.uncommitted.regular < 0 || frame.uncommitted.voluntary < 0
    ? { ok: false, refusal: 'below-committed' }
    : { ok: true, frame, movements, effect };
};
