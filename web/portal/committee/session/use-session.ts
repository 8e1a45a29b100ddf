import { useState } from 'preact/hooks';
import { useChange } from '../../api/use-change.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { useCase } from '../../case/use-case.ts';
import { useFollow } from '../../case/use-follow.ts';

/** A session: where it stands, its log, its agenda, and what was just done or refused here. */
export const useSession = (id: string) => {
  const { call } = usePortal();
  const base = useCase(id);
  const file = useLoad(`session ${id}`, () => call('GET /api/committee-sessions/{id}', { id }));
  const { data } = base.head;
  // What was decided changes the agenda too.
  useChange(data?.version, () => {
    file.reload();
    base.log.reload();
  });
  useChange(base.reloads, file.reload);
  useFollow(data !== undefined && !data.ended && !data.turn, base.head.reload, data);
  const [isRecording, setRecording] = useState(false);
  return { ...base, file, isRecording, setRecording };
};
export type SessionState = ReturnType<typeof useSession>;
