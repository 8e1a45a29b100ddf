import { useState } from 'preact/hooks';
import { useForm } from 'react-hook-form';
import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { openingOf } from '../../../../domain/forms/budget-application/reopened.ts';
import { totalsOf } from '../../../../domain/forms/budget-application/totals.ts';
import { ProblemError, problemKind } from '../../api/failures.ts';
import { usePortal } from '../../app/context.ts';
import { problemText } from '../../texts.ts';
import { nameOf } from '../form/issues.ts';
import { savableOf } from '../form/savable.ts';
import { answersOf, type FormValues } from '../form/values.ts';
import type { Editing } from './editing.ts';
import { beginningOf } from './kept.ts';
import { queriesOf } from './queries.ts';
import { useProblems, type Wrong, wrongIn } from './use-problems.ts';
import { useSaving } from './use-saving.ts';

const isStale = (error: unknown) => problemKind(error) === 'changed-meanwhile';

/**
 * The application while it is written: what is typed, what is wrong with it, how it is saved and sent.
 * @param onSent after the server has taken it
 */
export const useEditor = (file: ApplicationFile, onSent: () => void) => {
  const { call, drafts } = usePortal();
  const [begun] = useState(() => beginningOf(file, drafts));
  const problems = useProblems();
  const form = useForm<FormValues>({
    defaultValues: begun.values,
    resolver: problems.resolver,
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const saving = useSaving(form, { id: file.id, savedAt: file.savedAt, ...begun });
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<unknown>();

  // Everything that is shown depends on what is typed.
  const values = form.watch() as FormValues;
  const answers = answersOf(values);
  const { draft, left } = savableOf(answers);
  const missing = wrongIn(answers);
  const wrong = attempt > 0 ? problems.of(values) : [];
  const unread = saving.left.length > 0 ? left : [];
  const shown: Wrong[] = [
    ...wrong,
    ...unread.map((issue) => ({ name: nameOf(issue.path, answers), sentence: problemText(issue) })),
  ];

  const deliver = async () => {
    setError(undefined);
    if (!(await saving.save())) return;
    try {
      const body = { saved: saving.saved() };
      await call('POST /api/budget-applications/{id}/submission', { id: file.id, body });
      saving.done();
      onSent();
    } catch (failure) {
      if (isStale(failure)) void saving.save();
      else if (failure instanceof ProblemError && failure.status === 422)
        problems.tell(failure.problem, form.getValues());
      else setError(failure);
    }
  };
  const submit = async () => {
    await form.handleSubmit(deliver)();
    setAttempt((n) => n + 1);
  };

  const isDraft = file.at === 'draft';
  const named = file.reopened ?? [];
  const queries = queriesOf(file);
  const editing: Editing = {
    form,
    file,
    values,
    draft,
    totals: totalsOf(draft, file.fullWeek),
    errorAt: (name) => shown.find((one) => one.name === name)?.sentence,
    openingAt: (path) => (isDraft ? 'open' : openingOf(path, named)),
    queryAt: (path) => (isDraft ? undefined : queries.get(path)),
  };
  return {
    editing,
    saving,
    begun,
    missing,
    wrong,
    attempt,
    error,
    submit,
    busy: form.formState.isSubmitting,
  };
};
export type EditorState = ReturnType<typeof useEditor>;
