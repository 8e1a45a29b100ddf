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
export const placed = (head: Head, position: Position): Head => {
  const { due: _due, ...rest } = head;
  return { ...rest, ...position };
};

/**
 * The head after an act: placed, one version further, and with its deletion date when it ended. A reminder decides
 * nothing: who read the head before it may still decide.
 */
export const nextHead = (
  head: Head,
  applied: Applied & { ok: true },
  { at, by, retentionMonths }: { at: Instant; by: Actor; retentionMonths: number },
): Head => ({
  ...placed(head, applied.position),
  ...(applied.moved && { version: head.version + 1, decidedBy: by }),
  ...(applied.ended && { endedAt: at, deleteAt: retentionEnds(at, retentionMonths) }),
});
