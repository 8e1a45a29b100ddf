import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { UseFormReturn } from 'react-hook-form';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';
import { problemKind } from '../../api/failures.ts';
import { usePortal } from '../../app/context.ts';
import { savableOf } from '../form/savable.ts';
import { answersOf, type FormValues } from '../form/values.ts';
import { type Kept, keptName } from './kept.ts';
import { areSame, type Conflict, merged } from './merge.ts';

/** How long somebody must have stopped typing until the draft is saved by itself. */
const PAUSE_MS = 3_000;

export type SaveState =
  | { is: 'saved'; at?: string | undefined }
  | { is: 'changed' | 'saving' | 'moved' }
  | { is: 'failed'; error: unknown };

interface Begun {
  id: string;
  /** What this tab knows of the server: the state that is saved next goes on from it. */
  saved: number;
  answers: BudgetApplicationDraft;
  savedAt?: string | undefined;
  conflict?: Conflict | undefined;
}

/**
 * Saves what is typed: when somebody asks, after a pause, when they go elsewhere. Until it stands on the server it is kept in this tab,
 * and so is what nobody can read yet.
 */
export const useSaving = (form: UseFormReturn<FormValues>, begun: Begun) => {
  const { call, drafts, onLogout } = usePortal();
  const { id } = begun;
  const [state, setState] = useState<SaveState>({ is: 'saved', at: begun.savedAt });
  const [left, setLeft] = useState<Issue[]>([]);
  const [conflict, setConflict] = useState(begun.conflict);
  /** The state that two states were made into. */
  const [settled, setSettled] = useState<number>();
  const server = useRef({ saved: begun.saved, answers: begun.answers });
  const stopped = useRef(begun.conflict !== undefined);
  const last = useRef<Promise<boolean>>(Promise.resolve(true));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const keep = useCallback(() => {
    const kept: Kept = { ...server.current, values: form.getValues() };
    drafts.write(keptName(id), kept);
  }, [drafts, form, id]);

  /** Somebody else saved, or this tab did and never heard of it. */
  const meet = async (mine: BudgetApplicationDraft): Promise<boolean> => {
    const file = await call('GET /api/budget-applications/{id}', { id });
    const theirs = file.answers ?? {};
    if (areSame(mine, theirs)) {
      server.current = { saved: file.saved, answers: theirs };
      return true;
    }
    stopped.current = true;
    setConflict({ base: server.current.answers, mine, theirs, saved: file.saved, by: file.savedBy });
    return false;
  };

  const write = async (): Promise<boolean> => {
    const { draft, left: unread } = savableOf(answersOf(form.getValues()));
    const { saved, answers } = server.current;
    setLeft(unread);
    if (areSame(draft, answers)) return true;
    setState({ is: 'saving' });
    try {
      const answer = await call('PUT /api/budget-applications/{id}', { id, body: draft, ifMatch: saved });
      server.current = { saved: answer.saved, answers: draft };
      setState({ is: 'saved', at: answer.savedAt });
      return true;
    } catch (error) {
      if (problemKind(error) !== 'changed-meanwhile') throw error;
      return meet(draft);
    }
  };

  const saveNow = async (): Promise<boolean> => {
    if (stopped.current) return false;
    try {
      const isSaved = await write();
      const { left: unread } = savableOf(answersOf(form.getValues()));
      if (isSaved && unread.length === 0) drafts.remove(keptName(id));
      else keep();
      setState((now) => (isSaved && now.is !== 'saved' ? { is: 'saved' } : now));
      return isSaved;
    } catch (error) {
      keep();
      if (problemKind(error) === 'sent-already') {
        stopped.current = true;
        setState({ is: 'moved' });
      } else setState({ is: 'failed', error });
      return false;
    }
  };
  const latest = useRef(saveNow);
  latest.current = saveNow;
  /** One after the other: each goes on from the state that the one before has left. True when all that can be saved is. */
  const save = useCallback(() => {
    clearTimeout(timer.current);
    last.current = last.current.then(() => latest.current());
    return last.current;
  }, []);

  useEffect(() => {
    const watching = form.watch(() => {
      keep();
      clearTimeout(timer.current);
      if (stopped.current) return;
      setState((now) => (now.is === 'changed' ? now : { is: 'changed' }));
      timer.current = setTimeout(save, PAUSE_MS);
    });
    return () => watching.unsubscribe();
  }, [form, keep, save]);
  const isSafe = state.is === 'saved' || stopped.current;
  useEffect(() => {
    if (isSafe) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    window.addEventListener('online', save);
    return () => {
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('online', save);
    };
  }, [isSafe, save]);
  // Who goes to another view, or logs out, has not thrown away what they typed.
  useEffect(() => {
    const forget = onLogout(save);
    return () => {
      forget();
      if (timer.current !== undefined) void save();
    };
  }, [onLogout, save]);

  /** Goes on from the other state, with the choices that were made. */
  const settle = (taken: readonly string[]) => {
    if (!conflict) return;
    const { theirs, saved } = conflict;
    form.reset(merged(form.getValues(), theirs, taken));
    server.current = { saved, answers: theirs };
    stopped.current = false;
    setConflict(undefined);
    setSettled(saved + 1);
    setState({ is: 'changed' });
    void save();
  };
  /** Nothing of it is to be kept any more: it was sent. */
  const done = useCallback(() => {
    stopped.current = true;
    clearTimeout(timer.current);
    drafts.remove(keptName(id));
  }, [drafts, id]);

  return {
    state,
    left,
    conflict,
    /** Two states have just become one; nothing was saved since. */
    isSettled: !conflict && settled !== undefined && server.current.saved <= settled,
    save,
    settle,
    done,
    saved: () => server.current.saved,
  };
};
export type Saving = ReturnType<typeof useSaving>;
