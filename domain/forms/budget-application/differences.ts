import { canonicalText } from '../../submission/canonical.ts';
import type { Field } from '../field.ts';
import type { BudgetApplicationDraft } from './draft.ts';
import { budgetApplicationFields } from './fields.ts';

/**
 * One thing that two versions say differently. `path` names a field (`iban`, `provider.contact.email`), a field of a row
 * by the row's id (`positions.p1.hours`, `shares.biebelnheim.percent`), or a whole row that one of them does not have.
 */
export interface Difference {
  path: string;
  before?: unknown;
  after?: unknown;
}

/** The fields of the form as its rules state them: a group has fields, rows also have a key. */
export type Tree = Readonly<Record<string, Field & { fields?: Tree; key?: string }>>;
export const tree: Tree = budgetApplicationFields.fields;

export type Values = Readonly<Record<string, unknown>>;

/** The rows of one list by what tells them apart. */
export const rowsById = (rows: unknown, key: string): Map<string, Values> =>
  new Map(((rows ?? []) as Values[]).map((row) => [String(row[key]), row]));

const isBlank = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && !value.length);

/** Lists of ids have no order, and what was emptied again was never filled. */
const comparable = (value: unknown) => {
  if (isBlank(value)) return undefined;
  return canonicalText(Array.isArray(value) ? value.toSorted() : value);
};

const differ = (path: string, before: unknown, after: unknown): Difference[] =>
  comparable(before) === comparable(after)
    ? []
    : [{ path, ...(!isBlank(before) && { before }), ...(!isBlank(after) && { after }) }];

const ofRows = (path: string, key: string, fields: Tree, before: unknown, after: unknown): Difference[] => {
  const [old, young] = [rowsById(before, key), rowsById(after, key)];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), young.get(id)];
    return was && is ? ofFields(`${path}.${id}.`, fields, was, is) : differ(`${path}.${id}`, was, is);
  });
};

const ofFields = (at: string, fields: Tree, before: Values, after: Values): Difference[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const [path, was, is] = [at + name, before[name], after[name]];
    if (!field.fields) return differ(path, was, is);
    if (field.key) return ofRows(path, field.key, field.fields, was, is);
    return ofFields(`${path}.`, field.fields, (was ?? {}) as Values, (is ?? {}) as Values);
  });

/** What differs between two versions, in the order of the form. The order of rows and of ids in a list does not matter. */
export const differencesOf = (before: BudgetApplicationDraft, after: BudgetApplicationDraft): Difference[] =>
  ofFields('', tree, before, after);

/** The same for the versions of any form, by its own fields. */
export const differencesIn = (fields: Tree, before: Values, after: Values): Difference[] =>
  ofFields('', fields, before, after);
