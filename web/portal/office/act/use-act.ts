import { useState } from 'preact/hooks';
import type { DefaultValues, FieldValues, Path, Resolver, UseFormReturn } from 'react-hook-form';
import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { type BudgetSubmission, type Decision, decision } from '../../../../domain/api/portal.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';
import { ProblemError } from '../../api/failures.ts';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { summaryOf, takeFieldErrors, useDraftForm } from '../../drafts/use-draft-form.ts';
import { word } from '../../texts.ts';
import type { ApplicationState } from '../file/use-application.ts';

/** What every act needs of a case, whatever its form. */
export interface ActBase {
  of: Pick<BudgetSubmission, 'id' | 'at' | 'version' | 'turn'>;
  state: Pick<ApplicationState, 'setOpen' | 'setNotice' | 'did' | 'overtaken'>;
  action: string;
}

export interface ActProps extends ActBase {
  of: BudgetSubmission;
  file: ApplicationFile;
  state: ApplicationState;
}

/** What comes with an action, as the API takes it, and what is wrong with it; paths are the form's own. */
export interface Read {
  more: Partial<Decision>;
  issues?: readonly Issue[];
}

/** In whose name somebody acts; empty for the own. */
export interface InName {
  for: string;
}

/** Checks with the form's own rules first, then with the API's schema; a field has one sentence. */
const resolverOf =
  <T extends FieldValues>(
    base: Pick<Decision, 'step' | 'action' | 'version'>,
    read: (values: T) => Read,
  ): Resolver<T, unknown, Decision> =>
  async (values) => {
    const { more, issues = [] } = read(values);
    const inFor = (values as unknown as InName).for;
    const checked = decision.safeParse({ ...base, ...more, ...(inFor && { for: inFor }) });
    const all = [...issues, ...(checked.success ? [] : checked.error.issues)];
    if (all.length === 0 && checked.success) return { values: checked.data, errors: {} };
    return { values: {}, errors: errorsOf(all) } as never;
  };

/** A field in the order of the page; with its label where the sentence alone would not say which one is meant. */
export type Ordered = string | readonly [name: string, label: string];
const nameOf = (one: Ordered) => (typeof one === 'string' ? one : one[0]);

/** A server's complaint of something that this form does not ask: it must not go unseen. */
const isElsewhere = (error: unknown, order: readonly string[]) =>
  error instanceof ProblemError && error.problem.errors?.some(({ path }) => !order.includes(path));

/** The line of the summary for one field, if it is wrong. */
const labelled = <T extends FieldValues>(form: UseFormReturn<T, unknown, Decision>, one: Ordered) =>
  summaryOf(form, [nameOf(one) as Path<T>]).map(({ id, message }) => ({
    id,
    message: typeof one === 'string' ? message : `${one[1]}: ${message}`,
  }));

/**
 * A form of one action: what is typed stays in this tab until it is sent, also when somebody else was faster.
 * @param order the fields in the order of the page
 */
export const useAct = <T extends FieldValues & InName>(
  { of, state, action }: ActBase,
  { empty, read, order }: { empty: T; read: (values: T) => Read; order: (values: T) => readonly Ordered[] },
) => {
  const { call } = usePortal();
  const base = { step: of.at, action, version: of.version };
  const { form, discard } = useDraftForm<T, Decision>(
    `act.${of.id}.${action}`,
    resolverOf(base, read),
    empty as DefaultValues<T>,
  );
  const [error, setError] = useState<unknown>();
  const ordered: readonly Ordered[] = [...order(form.getValues()), 'for'];
  const fields = ordered.map(nameOf);
  const send = form.handleSubmit(async (body) => {
    setError(undefined);
    state.setNotice(undefined);
    try {
      const answer = await call('POST /api/submissions/{id}/decisions', { id: of.id, body });
      discard();
      state.setOpen(undefined);
      state.did(word('done', action), 'actions' in answer ? answer : undefined);
    } catch (failure) {
      if (state.overtaken(failure)) state.setOpen(undefined);
      else if (!takeFieldErrors(form, failure) || isElsewhere(failure, fields)) setError(failure);
    }
  });
  const { isSubmitting, submitCount } = form.formState;
  return {
    form,
    error,
    busy: isSubmitting,
    attempt: submitCount,
    errors: isSubmitting ? [] : ordered.flatMap((one) => labelled(form, one)),
    submit: () => void send(),
  };
};
