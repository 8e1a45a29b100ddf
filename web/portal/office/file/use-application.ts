import { useEffect, useState } from 'preact/hooks';
import { ProblemError, problemKind } from '../../api/failures.ts';
import { useChange } from '../../api/use-change.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { useCase } from '../../case/use-case.ts';
import { useFollow } from '../../case/use-follow.ts';
import { t } from '../../texts.ts';

/** An application: where it stands, its log, its file, and what was just done or refused here. */
export const useApplication = (id: string) => {
  const { call } = usePortal();
  const base = useCase(id);
  const file = useLoad(`file ${id}`, () => call('GET /api/budget-applications/{id}', { id }));
  const { data } = base.head;
  // What is decided stands in the file too.
  useChange(data?.version, file.reload);
  useChange(base.reloads, file.reload);
  useFollow(data !== undefined && !data.ended && !data.turn, base.head.reload, data);
  useEffect(() => {
    if (data?.turn) base.log.reload();
  }, [data?.at]);
  /** What the case has moved on by, in words, and the new state; true when it was that. */
  const overtaken = (error: unknown): boolean => {
    if (!(error instanceof ProblemError) || problemKind(error) !== 'frame-exhausted')
      return base.overtaken(error);
    const { title, detail } = error.problem;
    base.setNotice({ kind: 'warning', title, text: `${detail} ${t('failure.conflict.kept')}` });
    base.reload();
    return true;
  };
  const [open, setOpen] = useState<string>();
  return { ...base, file, overtaken, open, setOpen };
};
export type ApplicationState = ReturnType<typeof useApplication>;
