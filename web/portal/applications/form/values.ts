import {
  type Values as Answers,
  type Tree,
  tree,
} from '../../../../domain/forms/budget-application/differences.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import { kindOf, readTyped, type Typed } from './kinds.ts';

/**
 * What the form's inputs hold, in the shape of the answers, but every field is there, and rows lie under their key
 * (`positions._p1.hours`): a row is the same one wherever it stands, and an input's name says the same as the path of a
 * difference. `order` has the keys of the positions; shares follow the chosen Kitas.
 */
export interface FormValues {
  order: string[];
  kitas: string[];
  [name: string]: unknown;
}

type Group = Record<string, unknown>;

/** A row's key in the form: with a mark before the id, because a number would be taken for a place in a list. */
export const keyOfRow = (id: string): string => `_${id}`;
const idOfKey = (key: string): string => key.slice(1);

/** A field's path without the ids of rows. */
const plain = (path: string) => path.replace(/^(positions|shares)\.[^.]+/, '$1');

const shown = (fields: Tree, at: string, answers: Answers): Group =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const path = at + name;
      const value = answers[name];
      if (field.key && field.fields) return [name, shownRows(path, field.fields, field.key, value)];
      if (field.fields) return [name, shown(field.fields, `${path}.`, (value ?? {}) as Answers)];
      const kind = kindOf(plain(path));
      return [name, value === undefined ? kind.empty : kind.show(value as never)];
    }),
  );

const shownRow = (path: string, fields: Tree, key: string, row: Answers): Group => {
  const { [key]: _id, ...rest } = shown(fields, `${path}.-.`, row);
  return rest;
};

const shownRows = (path: string, fields: Tree, key: string, rows: unknown): Group =>
  Object.fromEntries(
    ((rows ?? []) as Answers[]).map((row) => [keyOfRow(String(row[key])), shownRow(path, fields, key, row)]),
  );

/** An empty row. */
export const emptyRow = (list: 'positions' | 'shares'): Group => {
  const { fields = {}, key = '' } = tree[list] ?? {};
  return shownRow(list, fields, key, {});
};

/** The answers as people read and type them. */
export const valuesOf = (draft: BudgetApplicationDraft): FormValues => ({
  ...(shown(tree, '', draft) as { kitas: string[] }),
  order: (draft.positions ?? []).map(({ id }) => keyOfRow(id)),
});

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);

const read = (fields: Tree, at: string, values: Group): Group => {
  const entries = Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    const path = at + name;
    if (field.key) return [];
    if (field.fields) {
      const inner = read(field.fields, `${path}.`, (values[name] ?? {}) as Group);
      return Object.keys(inner).length > 0 ? [[name, inner]] : [];
    }
    const value = name in values ? readTyped(plain(path), values[name] as Typed) : undefined;
    return isEmpty(value) ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
};

const readRows = (list: 'positions' | 'shares', keys: readonly string[], values: FormValues) => {
  const { fields = {}, key = '' } = tree[list] ?? {};
  const rows = (values[list] ?? {}) as Record<string, Group>;
  return keys.map((row) => ({ [key]: idOfKey(row), ...read(fields, `${list}.-.`, rows[row] ?? {}) }));
};

/**
 * What was typed as answers: what is empty is left out, and what cannot be read is still the text that was typed. Every chosen
 * Kita has a share, though perhaps without a number.
 */
export const answersOf = (values: FormValues): Record<string, unknown> => {
  const positions = readRows('positions', values.order, values);
  const shares = readRows('shares', values.kitas.map(keyOfRow), values);
  return {
    ...read(tree, '', values),
    ...(positions.length > 0 && { positions }),
    ...(shares.length > 0 && { shares }),
  };
};
