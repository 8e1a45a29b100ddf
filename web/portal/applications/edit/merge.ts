import { differencesOf } from '../../../../domain/forms/budget-application/differences.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import { type FormValues, keyOfRow, valuesOf } from '../form/values.ts';

export type Side = 'mine' | 'theirs';

/** Another state stands on the server than the one that was begun from. */
export interface Conflict {
  base: BudgetApplicationDraft;
  mine: BudgetApplicationDraft;
  theirs: BudgetApplicationDraft;
  saved: number;
  by?: string | undefined;
}

/** Whether two drafts say the same. */
export const areSame = (one: BudgetApplicationDraft, other: BudgetApplicationDraft): boolean =>
  differencesOf(one, other).length === 0;

/**
 * Which side only one of the two has changed since both began from the same state; absent where both did: then a person must
 * choose.
 */
export const sidesOf = (
  base: BudgetApplicationDraft,
  mine: BudgetApplicationDraft,
  theirs: BudgetApplicationDraft,
): Record<string, Side> => {
  const touched = (side: BudgetApplicationDraft) => differencesOf(base, side).map(({ path }) => path);
  const [byMe, byThem] = [touched(mine), touched(theirs)];
  // A row that one of them took away is changed where the other changed a field of it.
  const isIn = (path: string, paths: readonly string[]) =>
    paths.some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
  return Object.fromEntries(
    differencesOf(mine, theirs).flatMap(({ path }): [string, Side][] => {
      if (!isIn(path, byThem)) return [[path, 'mine']];
      return isIn(path, byMe) ? [] : [[path, 'theirs']];
    }),
  );
};

type Group = Record<string, unknown>;

const put = (group: Group, [name = '', ...rest]: readonly string[], value: unknown): Group => ({
  ...group,
  [name]: rest.length === 0 ? value : put((group[name] ?? {}) as Group, rest, value),
});

const at = (group: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Group | undefined)?.[name], group);

const takePosition = (values: FormValues, theirs: FormValues, key: string): FormValues => {
  const row = at(theirs, ['positions', key]);
  const order = row
    ? [...values.order.filter((one) => one !== key), key]
    : values.order.filter((one) => one !== key);
  return row ? { ...(put(values, ['positions', key], row) as FormValues), order } : { ...values, order };
};

/**
 * What was typed here, with the other state in those paths where it is to hold. What cannot be read and was never saved stays as it
 * was typed.
 */
export const merged = (
  values: FormValues,
  theirs: BudgetApplicationDraft,
  taken: readonly string[],
): FormValues => {
  const other = valuesOf(theirs);
  return taken.reduce<FormValues>((result, path) => {
    const [list = '', row, ...rest] = path.split('.');
    if ((list !== 'positions' && list !== 'shares') || row === undefined)
      return put(result, path.split('.'), at(other, path.split('.'))) as FormValues;
    const key = keyOfRow(row);
    if (rest.length === 0 && list === 'positions') return takePosition(result, other, key);
    const name = [list, key, ...rest];
    return put(result, name, at(other, name)) as FormValues;
  }, values);
};
