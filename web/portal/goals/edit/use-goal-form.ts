import { useMemo } from 'preact/hooks';
import type { FieldErrors, Path, Resolver } from 'react-hook-form';
import { type Goal, goal } from '../../../../domain/goals/goal.ts';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { summaryOf } from '../../drafts/use-draft-form.ts';
import { useSavedForm } from '../../drafts/use-saved-form.ts';
import { goalHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { type GoalFields, goalOf } from './goal-fields.ts';

const resolver: Resolver<GoalFields, unknown, Goal> = async (fields) => {
  const checked = goal.safeParse(goalOf(fields));
  if (checked.success) return { values: checked.data, errors: {} };
  return { values: {}, errors: errorsOf(checked.error.issues) as FieldErrors<GoalFields> };
};

const orderOf = ({ fine }: GoalFields): Path<GoalFields>[] => [
  'text',
  'results',
  ...fine.flatMap((one, n): Path<GoalFields>[] => [
    `fine.${n}.text`,
    `fine.${n}.targetGroup`,
    `fine.${n}.indicator`,
    `fine.${n}.date`,
    ...one.measures.flatMap((_, m): Path<GoalFields>[] => [
      `fine.${n}.measures.${m}.text`,
      `fine.${n}.measures.${m}.dimension`,
      `fine.${n}.measures.${m}.responsible`,
      `fine.${n}.measures.${m}.state`,
    ]),
    `fine.${n}.evaluation.reached`,
    `fine.${n}.evaluation.on`,
    `fine.${n}.evaluation.text`,
  ]),
];

/** What a field is called, by the end of its path. */
const LABELS: Record<string, Parameters<typeof say>[0]> = {
  text: 'fine.text',
  targetGroup: 'fine.targetGroup',
  indicator: 'fine.indicator',
  date: 'fine.date',
  'measures.text': 'measure.text',
  'measures.dimension': 'measure.dimension',
  'measures.responsible': 'measure.responsible',
  'evaluation.on': 'edit.evaluation.on',
  'evaluation.text': 'edit.evaluation.text',
};

/** Most sentences are the same: the summary says whose field it is, and which. */
const labelled = (name: string, message: string): string => {
  const [list, n, ...rest] = name.split('.');
  if (list !== 'fine') return message;
  const field = LABELS[rest.filter((part) => !/^\d+$/.test(part)).join('.')];
  const measure = rest[0] === 'measures' && say('edit.measure.number', { number: Number(rest[1]) + 1 });
  const place = [say('edit.fine.number', { number: Number(n) + 1 }), measure, field && say(field)];
  return `${place.filter(Boolean).join(', ')}: ${message}`;
};

/** The form of a goal, new or saved. What is typed stays in this tab until it is saved. */
export const useGoalForm = (name: string, fields: GoalFields, reload: () => void) => {
  const { call, go } = usePortal();
  const { id } = fields;
  // The page is left with what it says: there is no case behind it that would be shown anew.
  const state = useMemo(
    () => ({ setNotice: () => undefined, reload, file: { reload: () => undefined } }),
    [reload],
  );
  const editing = useSavedForm<GoalFields, Goal, 'leave'>({
    name,
    fields,
    resolverOf: () => resolver,
    state,
    save: async (body, ifMatch) => {
      const { version } = await call('PUT /api/goals/{id}', { id, body, ifMatch });
      return { saved: version };
    },
    savedTitle: say('edit.saved'),
    goOn: async () => go(goalHash(id), say('edit.saved')),
  });
  const { form, busy } = editing;
  return { ...editing, errors: busy ? [] : summaryOf(form, orderOf(form.getValues()), labelled) };
};
export type GoalEditing = ReturnType<typeof useGoalForm>;
