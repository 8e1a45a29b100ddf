import { useChange } from '../../api/use-change.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { useCase } from '../../case/use-case.ts';
import { useFollow } from '../../case/use-follow.ts';

/** A round: where it stands, its log, whom it asks, and what was just done or refused here. */
export const useRound = (id: string) => {
  const { call } = usePortal();
  const base = useCase(id);
  const file = useLoad(`round ${id}`, () => call('GET /api/survey-rounds/{id}', { id }));
  const { data } = base.head;
  useChange(data?.version, () => {
    file.reload();
    base.log.reload();
  });
  useChange(base.reloads, file.reload);
  // While the system works, somebody waits for it here.
  useFollow(data !== undefined && !data.ended && !data.turn, base.head.reload, data);
  return { ...base, file };
};
export type RoundState = ReturnType<typeof useRound>;
