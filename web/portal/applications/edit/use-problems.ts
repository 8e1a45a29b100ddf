import { useRef } from 'preact/hooks';
import type { FieldErrors, Resolver } from 'react-hook-form';
import type { Problem } from '../../../../domain/api/problem.ts';
import { fieldName } from '../../application/field-name.ts';
import { problemText } from '../../texts.ts';
import { issuesOf, nameOf, pathOf } from '../form/issues.ts';
import { sectionNames, sectionOf } from '../form/sections.ts';
import { answersOf, type FormValues } from '../form/values.ts';
import { say } from '../texts.ts';

/** What is wrong with one input, in words. */
export interface Wrong {
  name: string;
  sentence: string;
}

/** A row of a list, or else what is asked once. */
const placeOf = (name: string): string => name.split('.').slice(0, 2).join('.');

/** In the order of the page: sections, rows, and in a row as the form's own schema goes through it. */
const inOrder = (wrong: readonly Wrong[]): Wrong[] => {
  const places = wrong.map(({ name }) => placeOf(name));
  const orderOf = ({ name }: Wrong) =>
    sectionNames.indexOf(sectionOf(name)) * (wrong.length + 1) + places.indexOf(placeOf(name));
  return wrong.toSorted((a, b) => orderOf(a) - orderOf(b));
};

/** The first sentence for each input: one thing after the other. */
const once = (wrong: readonly Wrong[]): Wrong[] =>
  wrong.filter(({ name }, n) => wrong.findIndex((one) => one.name === name) === n);

/** What the form's schema says of what is typed. */
export const wrongIn = (answers: Record<string, unknown>): Wrong[] =>
  inOrder(
    once(
      issuesOf(answers).map((issue) => ({ name: nameOf(issue.path, answers), sentence: problemText(issue) })),
    ),
  );

/** What the server says, which knows more than the form: at the inputs that its paths name. */
export const wrongFor = (problem: Problem, answers: Record<string, unknown>): Wrong[] =>
  inOrder(
    once(
      (problem.errors ?? []).map(({ path, message }) => ({
        name: nameOf(path.split('.'), answers),
        sentence: message,
      })),
    ),
  );

const typedAt = (values: unknown, name: string): unknown =>
  name
    .split('.')
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], values);

/**
 * The resolver of the form: its own schema, and what the server has said of inputs that still hold what it spoke of.
 */
export const useProblems = () => {
  const told = useRef<{ wrong: Wrong; about: string }[]>([]);
  const of = (values: FormValues): Wrong[] => {
    const answers = answersOf(values);
    const still = told.current
      .filter(({ wrong, about }) => JSON.stringify(typedAt(values, wrong.name)) === about)
      .map(({ wrong }) => wrong);
    return inOrder(once([...wrongIn(answers), ...still]));
  };
  const resolver: Resolver<FormValues> = async (values) => {
    const wrong = of(values);
    const errors: FieldErrors<FormValues> = {};
    for (const { name, sentence } of wrong) errors[name] = { type: 'schema', message: sentence };
    return wrong.length === 0 ? { values, errors: {} } : { values: {}, errors };
  };
  /** Remembers what the server said of what is typed now. */
  const tell = (problem: Problem, values: FormValues): Wrong[] => {
    const wrong = wrongFor(problem, answersOf(values));
    told.current = wrong.map((one) => ({ wrong: one, about: JSON.stringify(typedAt(values, one.name)) }));
    return wrong;
  };
  return { of, resolver, tell };
};

/** In a list of many, a sentence says nothing without its field; "here" is nowhere there. */
export const namedWrong = ({ name, sentence }: Wrong, of: Parameters<typeof fieldName>[1]): string => {
  const field = fieldName(pathOf(name), of).replace(/[.?]$/, '');
  const isMissing = sentence === problemText({ path: [], message: 'required' });
  return isMissing ? say('errors.missing', { field }) : say('errors.one', { field, sentence });
};
