import { useEffect, useRef, useState } from 'preact/hooks';
import type { Path, Resolver, UseFormReturn } from 'react-hook-form';
import type { SessionFile } from '../../../../domain/api/committee.ts';
import {
  type CommitteeSessionDraft,
  committeeSessionAnswers,
  committeeSessionDraft,
} from '../../../../domain/forms/committee-session/answers.ts';
import { ProblemError, problemKind } from '../../api/failures.ts';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { fieldSentence, summaryOf, takeFieldErrors, useDraftForm } from '../../drafts/use-draft-form.ts';
import { word } from '../../texts.ts';
import type { SessionState } from '../session/use-session.ts';
import { say } from '../texts.ts';
import { draftOf, fieldsOf, type SessionFields } from './session-fields.ts';

/** What is wanted of what was typed: to keep it, or to convene the session with it. */
type Wish = 'save' | 'convene';

/** Checks what is convened as a whole, and what is only saved as the draft that it is. */
const resolverOf =
  (wish: { current: Wish }): Resolver<SessionFields, unknown, CommitteeSessionDraft> =>
  async (fields) => {
    const draft = draftOf(fields);
    const schema = wish.current === 'convene' ? committeeSessionAnswers : committeeSessionDraft;
    const checked = schema.safeParse(draft);
    if (checked.success) return { values: checked.data, errors: {} };
    return { values: {}, errors: errorsOf(checked.error.issues) } as never;
  };

const orderOf = ({ items }: SessionFields, agenda: string | undefined): Path<SessionFields>[] => [
  'kind',
  'on',
  ...(agenda ? (['items'] as const) : []),
  ...items.flatMap((_, n): Path<SessionFields>[] => [
    `items.${n}.case`,
    `items.${n}.public`,
    `items.${n}.reason`,
  ]),
];

/** What is wrong with the agenda as a whole; what is wrong in its items stands there. */
export const agendaSentence = (form: UseFormReturn<SessionFields, unknown, never>): string | undefined =>
  Array.isArray(form.formState.errors.items) ? undefined : fieldSentence(form, 'items');

/** A line of the summary names the item that it is about. */
const labelled = (name: string, message: string) => {
  const [, n] = /^items\.(\d+)\./.exec(name) ?? [];
  return n === undefined ? message : `TOP ${Number(n) + 1}: ${message}`;
};

/**
 * The form of a session that is prepared. What is typed belongs to the saved state that it began from and stays in this tab until
 * it is saved, also when somebody else has saved meanwhile.
 */
export const useSessionForm = (file: SessionFile, state: SessionState) => {
  const { call, drafts } = usePortal();
  const wish = useRef<Wish>('save');
  const name = `session.${file.id}`;
  const { form, discard } = useDraftForm(name, resolverOf(wish), fieldsOf(file));
  // What somebody else has saved is shown where nothing was typed; what was typed stays.
  useEffect(() => {
    if (drafts.read(name) === undefined) discard(fieldsOf(file));
  }, [file.saved]);
  const [error, setError] = useState<unknown>();
  const [overtaken, setOvertaken] = useState<{ saved: number; by?: string }>();

  const fail = (failure: unknown) => {
    const current = failure instanceof ProblemError ? failure.problem.current : undefined;
    if (problemKind(failure) === 'changed-meanwhile' && current)
      setOvertaken({ saved: current.version, ...(current.by && { by: current.by }) });
    else if (problemKind(failure) === 'session-fixed') state.overtaken(failure);
    else if (!takeFieldErrors(form, failure)) setError(failure);
  };
  const saveFrom = async (body: CommitteeSessionDraft, ifMatch: number) => {
    const { saved } = await call('PUT /api/committee-sessions/{id}', { id: file.id, body, ifMatch });
    discard({ ...form.getValues(), saved });
    return saved;
  };
  const convene = async (saved: number) => {
    const body = { step: file.at, action: 'convene', version: file.version, saved };
    const answer = await call('POST /api/submissions/{id}/decisions', { id: file.id, body });
    state.did(word('done', 'convene'), 'actions' in answer ? answer : undefined);
  };
  /** @param over the saved state that this replaces, where it is not the one that it began from */
  const send = (wanted: Wish, over?: number) => {
    wish.current = wanted;
    void form.handleSubmit(async (body) => {
      const from = over ?? form.getValues('saved');
      setError(undefined);
      setOvertaken(undefined);
      state.setNotice(undefined);
      try {
        const saved = await saveFrom(body, from);
        if (wanted === 'convene') await convene(saved);
        else state.setNotice({ kind: 'success', title: say('edit.saved') });
        state.file.reload();
      } catch (failure) {
        fail(failure);
      }
    })();
  };
  const dropOwn = () => {
    discard(fieldsOf(file));
    setOvertaken(undefined);
    state.reload();
  };
  const { isSubmitting, submitCount } = form.formState;
  const agenda = agendaSentence(form as never);
  const errors = orderOf(form.getValues(), agenda).flatMap((name) =>
    summaryOf(form, [name]).map(({ id, message }) => ({ id, message: labelled(name, message) })),
  );
  return {
    form,
    error,
    overtaken,
    dropOwn,
    send,
    busy: isSubmitting,
    attempt: submitCount,
    errors: isSubmitting ? [] : errors,
  };
};
