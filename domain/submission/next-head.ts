import { retentionEnds } from '../calendar/due.ts';
import type { Instant } from '../calendar/period.ts';
import type { Applied, Position } from '../process/apply-act.ts';
import type { Head } from './head.ts';
import type { Actor } from './log.ts';

export const positionOf = ({ at, visit, since, due, missed }: Head): Position => ({
  at,
  visit,
  since,
  missed,
  ...(due && { due }),
});

/** The head in another position: the old due date must not stay behind. */
export const placed = <H extends Head>(head: H, position: Position): H => {
  const { due: _due, ...rest } = head;
  // Only `due` was taken away, which every head may lack.
  return { ...rest, ...position } as H;
};

/**
 * The head after an act: placed, one version further, and with its deletion date when it ended. A reminder decides
 * nothing: who read the head before it may still decide.
 */
export const nextHead = <H extends Head>(
  head: H,
  applied: Applied & { ok: true },
  { at, by, retentionMonths }: { at: Instant; by: Actor; retentionMonths: number },
): H => ({
  ...placed(head, applied.position),
  ...(applied.moved && { version: head.version + 1, decidedBy: by }),
  ...(applied.ended && { endedAt: at, deleteAt: retentionEnds(at, retentionMonths) }),
});
