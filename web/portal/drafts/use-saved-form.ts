import { useEffect, useRef, useState } from 'preact/hooks';
import type { DefaultValues, FieldValues, Path, Resolver } from 'react-hook-form';
import { ProblemError, problemKind } from '../api/failures.ts';
import { usePortal } from '../app/context.ts';
import type { CaseState } from '../case/use-case.ts';
import { takeFieldErrors, useDraftForm } from './use-draft-form.ts';

/** The saved state that somebody else has made meanwhile. */
interface Overtaken {
  saved: number;
  by?: string;
}

interface Asked<Fields, Draft, Wish extends string> {
  /** What it is called among the drafts of this tab. */
  name: string;
  /** The saved state that the page knows, with its number. */
  fields: Fields;
  /** Checks what goes on as a whole, and what is only saved as the draft that it is. */
  resolverOf: (wish: { current: 'save' | Wish }) => Resolver<Fields & FieldValues, unknown, Draft>;
  state: Pick<CaseState, 'setNotice' | 'reload'> & { file: { reload(): void } };
  save: (body: Draft, ifMatch: number) => Promise<{ saved: number }>;
  /** That it is saved, in words. */
  savedTitle: string;
  /** What is done with the saved state where more was wanted than to keep it. */
  goOn: (saved: number) => Promise<void>;
  /** Takes a failure for which there is nothing to be said at the form. */
  takeFailure?: (failure: unknown) => boolean;
}

/**
 * A form whose draft lies on the server. What is typed belongs to the saved state that it began from and stays in this tab until
 * it is saved, also when somebody else has saved meanwhile.
 */
export const useSavedForm = <Fields extends FieldValues & { saved: number }, Draft, Wish extends string>(
  asked: Asked<Fields, Draft, Wish>,
) => {
  const { name, fields, state } = asked;
  const { drafts } = usePortal();
  const wish = useRef<'save' | Wish>('save');
  const { form, discard } = useDraftForm<Fields, Draft>(
    name,
    asked.resolverOf(wish),
    fields as DefaultValues<Fields>,
  );
  const show = (values: Fields) => discard(values as DefaultValues<Fields>);
  // What somebody else has saved is shown where nothing was typed; what was typed stays.
  useEffect(() => {
    if (drafts.read(name) === undefined) show(fields);
  }, [fields.saved]);
  const [error, setError] = useState<unknown>();
  const [overtaken, setOvertaken] = useState<Overtaken>();

  const fail = (failure: unknown) => {
    const current = failure instanceof ProblemError ? failure.problem.current : undefined;
    if (problemKind(failure) === 'changed-meanwhile' && current)
      setOvertaken({ saved: current.version, ...(current.by && { by: current.by }) });
    else if (!asked.takeFailure?.(failure) && !takeFieldErrors(form, failure)) setError(failure);
  };
  /** @param over the saved state that this replaces, where it is not the one that it began from */
  const send = (wanted: 'save' | Wish, over?: number) => {
    wish.current = wanted;
    void form.handleSubmit(async (body) => {
      const ifMatch = over ?? form.getValues('saved' as Path<Fields>);
      setError(undefined);
      setOvertaken(undefined);
      state.setNotice(undefined);
      try {
        const { saved } = await asked.save(body, ifMatch);
        show({ ...form.getValues(), saved });
        if (wanted === 'save') state.setNotice({ kind: 'success', title: asked.savedTitle });
        else await asked.goOn(saved);
        state.file.reload();
      } catch (failure) {
        fail(failure);
      }
    })();
  };
  const dropOwn = () => {
    show(fields);
    setOvertaken(undefined);
    state.reload();
  };
  const { isSubmitting, submitCount } = form.formState;
  return { form, error, overtaken, dropOwn, send, busy: isSubmitting, attempt: submitCount };
};
