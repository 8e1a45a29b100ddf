import { stages } from '../../../domain/budget/account.ts';
import {
  type Correction,
  type CorrectionRefusal,
  correctionRefusal,
  counterEntry,
  entryOf,
} from '../../../domain/budget/correction.ts';
import { type BudgetPolicy, type Effect, effectOf, refusalOf } from '../../../domain/budget/effect.ts';
import type { Entry } from '../../../domain/budget/entry.ts';
import type { Frame } from '../../../domain/budget/frame.ts';
import type { Holding } from '../../../domain/budget/holding.ts';
import type { Actor } from '../../../domain/submission/log.ts';
import { ConflictError } from '../../runtime/errors.ts';
import type { Store } from '../../store/client.ts';
import { readEntries, readFrame } from '../../store/ledger.ts';

/** A year as a correction finds it. */
export interface YearRead {
  frame: Frame;
  entries: readonly Entry[];
}

/** The frame first: whatever changes its figures after that is refused by the version that was seen here. */
export const readYear = async (store: Store, year: number): Promise<YearRead> => {
  const frame = await readFrame(store, year);
  return { frame, entries: await readEntries(store, year) };
};

/** What lies now where an entry put it: with its application, or as the frame's figures. */
const liesNow = ({ to }: Entry, { figures }: Frame, held: Holding | undefined) => {
  const stage = stages.find((one) => one === to);
  return held && stage ? held[stage] : figures;
};

type Proposed = Pick<Correction, 'id' | 'of' | 'amounts' | 'reason' | 'by'>;

const conflict = (problem: string, { version, state }: Frame) =>
  new ConflictError(problem, { version, at: state });

const frameProblem = (refusal: 'closed' | 'provisional' | 'exhausted', { of }: Proposed): string => {
  if (refusal !== 'exhausted') return `frame-${refusal}`;
  return of.to === 'frame' ? 'frame-below-committed' : 'correction-exhausted';
};

/**
 * The counter-entry of a correction and what it does to its year, if both allow it as they stand now: asked when it is
 * proposed and again when it is confirmed.
 * @param held what the entry's application holds; undefined for the frame's own figures
 * @throws ConflictError with the reason
 */
export const counterOf = (
  proposed: Proposed,
  { frame, entries }: YearRead,
  held: Holding | undefined,
  { at, by, policy }: { at: string; by: Actor; policy: BudgetPolicy },
): { entry: Entry; effect: Effect } => {
  const { of, amounts } = proposed;
  if (frame.state === 'closed') throw conflict('frame-closed', frame);
  const lies = liesNow(of, frame, held);
  const refusal: CorrectionRefusal | undefined = correctionRefusal(of, amounts, { entries, lies });
  if (refusal) throw conflict(`correction-${refusal}`, frame);
  const entry = counterEntry(of, proposed, { id: entryOf(proposed), at, by });
  const effect = effectOf([entry]);
  const refused = refusalOf(frame, effect, policy);
  if (refused) throw conflict(frameProblem(refused, proposed), frame);
  return { entry, effect };
};
