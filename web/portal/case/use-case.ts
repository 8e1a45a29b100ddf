import { useCallback, useState } from 'preact/hooks';
import type { SubmissionAnswer } from '../../../domain/api/portal.ts';
import { ProblemError, problemKind } from '../api/failures.ts';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { t, word } from '../texts.ts';

export interface Notice {
  kind: 'success' | 'warning';
  title: string;
  text?: string;
}

/** After these the case stands elsewhere. Any other refusal says in words of its own what is to be done, and is no colleague's doing. */
const MOVED: readonly string[] = [
  'faster',
  'ended',
  'changed-meanwhile',
  'sent-already',
  'session-fixed',
  'round-opened',
  'survey-ended',
  'survey-answered',
  'erased',
];

const conflictNotice = ({ problem }: ProblemError): Notice => {
  const { current } = problem;
  const step = word('step', current?.at ?? '');
  const now = current?.by
    ? t('failure.conflict.by', { by: current.by, step })
    : t('failure.conflict.nobody', { step });
  return {
    kind: 'warning',
    title: t('failure.conflict.title'),
    text: `${current ? now : problem.detail} ${t('failure.conflict.kept')}`,
  };
};

/** One case: where it stands, its log, and what was just done or refused here. */
export const useCase = (id: string) => {
  const { call } = usePortal();
  const head = useLoad(`case ${id}`, () => call('GET /api/submissions/{id}', { id }));
  const log = useLoad(`log ${id}`, () => call('GET /api/submissions/{id}/log', { id }));
  const [notice, setNotice] = useState<Notice>();
  const { reload: reloadHead, put } = head;
  const { reload: reloadLog } = log;
  const [reloads, setReloads] = useState(0);
  const reload = useCallback(() => {
    reloadHead();
    reloadLog();
    setReloads((n) => n + 1);
  }, [reloadHead, reloadLog]);
  /** After something was done: says it, and shows the new state. */
  const did = useCallback(
    (title: string, answer?: SubmissionAnswer) => {
      setNotice({ kind: 'success', title });
      if (answer) put(answer);
      else reloadHead();
      reloadLog();
    },
    [put, reloadHead, reloadLog],
  );
  /** Somebody was faster: says who, shows the new state, and keeps what was typed. True when it was that. */
  const overtaken = useCallback(
    (error: unknown): boolean => {
      if (!(error instanceof ProblemError) || error.status !== 409) return false;
      if (!MOVED.includes(problemKind(error) ?? '')) return false;
      setNotice(conflictNotice(error));
      reload();
      return true;
    },
    [reload],
  );
  return { head, log, notice, setNotice, reload, reloads, did, overtaken };
};
export type CaseState = ReturnType<typeof useCase>;
