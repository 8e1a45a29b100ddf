import { useEffect } from 'preact/hooks';
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type Resolver,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type { Issue } from '../../../domain/languages/problem.ts';
import { fieldId } from '../../fields/field.ts';
import { ProblemError } from '../api/failures.ts';
import { usePortal } from '../app/context.ts';
import { problemText } from '../texts.ts';

/**
 * A form whose values survive a reload, a login and a failed try: they are kept in this tab
 * until `discard`.
 */
export const useDraftForm = <T extends FieldValues, Sent>(
  name: string,
  resolver: Resolver<T, unknown, Sent>,
  empty: DefaultValues<T>,
) => {
  const { drafts } = usePortal();
  const form = useForm<T, unknown, Sent>({
    resolver,
    defaultValues: { ...empty, ...drafts.read<DefaultValues<T>>(name) },
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
  useEffect(() => {
    const watching = form.watch((values) => drafts.write(name, values));
    return () => watching.unsubscribe();
  }, [form, drafts, name]);
  const discard = (values: DefaultValues<T> = empty) => {
    form.reset(values as T);
    drafts.remove(name);
  };
  return { form, discard };
};

/**
 * Puts the server's sentences at their fields. True when there were any.
 * @param atField where the form asks for something at another place than it is sent
 */
export const takeFieldErrors = <T extends FieldValues, Sent>(
  form: UseFormReturn<T, unknown, Sent>,
  error: unknown,
  atField: (issue: Issue) => Issue = (issue) => issue,
): boolean => {
  const fields = error instanceof ProblemError && error.status === 422 ? error.problem.errors : undefined;
  for (const { path, message } of fields ?? []) {
    const field = atField({ path: pathOf(path), message }).path.join('.') as Path<T>;
    form.setError(field, { type: 'server', message });
  }
  return Boolean(fields?.length);
};

/** A field's name as a path: rows are numbered. */
const pathOf = (name: string) => name.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The sentence at a field, if it is wrong. */
export const fieldSentence = <T extends FieldValues, Sent>(
  form: UseFormReturn<T, unknown, Sent>,
  name: Path<T>,
) => {
  const found = form.getFieldState(name, form.formState).error as unknown;
  if (!found) return undefined;
  const [error] = [found].flat().filter(Boolean) as { type?: string; message?: string }[];
  const message = error?.message ?? 'wrong-type';
  return error?.type === 'server' ? message : problemText({ path: pathOf(name), message });
};

/**
 * What the summary lists, in the order of the page.
 * @param labelled the sentence with what it is about, where most sentences are the same
 */
export const summaryOf = <T extends FieldValues, Sent>(
  form: UseFormReturn<T, unknown, Sent>,
  order: readonly Path<T>[],
  labelled: (name: Path<T>, message: string) => string = (_, message) => message,
) =>
  order.flatMap((name) => {
    const message = fieldSentence(form, name);
    return message ? [{ id: fieldId(name), message: labelled(name, message) }] : [];
  });

/** What a field takes from the form: its name, its handlers and its sentence. */
export const draftField = <T extends FieldValues, Sent>(
  form: UseFormReturn<T, unknown, Sent>,
  field: Path<T>,
) => {
  const { name, ref, onChange, onBlur } = form.register(field);
  return { name, ref, onChange, onBlur, error: fieldSentence(form, field) };
};
