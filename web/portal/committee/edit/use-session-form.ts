import type { Path, Resolver, UseFormReturn } from 'react-hook-form';
import type { SessionFile } from '../../../../domain/api/committee.ts';
import {
  type CommitteeSessionDraft,
  committeeSessionAnswers,
  committeeSessionDraft,
} from '../../../../domain/forms/committee-session/answers.ts';
import { problemKind } from '../../api/failures.ts';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { fieldSentence, summaryOf } from '../../drafts/use-draft-form.ts';
import { useSavedForm } from '../../drafts/use-saved-form.ts';
import { word } from '../../texts.ts';
import { itemWrong } from '../item-wrong.ts';
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

/** The form of a session that is prepared. */
export const useSessionForm = (file: SessionFile, state: SessionState) => {
  const { call } = usePortal();
  const { id } = file;
  const convene = async (saved: number) => {
    const body = { step: file.at, action: 'convene', version: file.version, saved };
    const answer = await call('POST /api/submissions/{id}/decisions', { id, body });
    state.did(word('done', 'convene'), 'actions' in answer ? answer : undefined);
  };
  const editing = useSavedForm<SessionFields, CommitteeSessionDraft, 'convene'>({
    name: `session.${id}`,
    fields: fieldsOf(file),
    resolverOf,
    state,
    save: (body, ifMatch) => call('PUT /api/committee-sessions/{id}', { id, body, ifMatch }),
    savedTitle: say('edit.saved'),
    goOn: convene,
    takeFailure: (failure) => problemKind(failure) === 'session-fixed' && state.overtaken(failure),
  });
  const { form, busy } = editing;
  const agenda = agendaSentence(form as never);
  return {
    ...editing,
    errors: busy ? [] : summaryOf(form, orderOf(form.getValues(), agenda), itemWrong),
  };
};
