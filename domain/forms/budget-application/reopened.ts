import { type Difference, differencesOf, rowsById, type Tree, tree, type Values } from './differences.ts';
import type { BudgetApplicationDraft } from './draft.ts';

/** Whether a path names something in a form's fields: a group, a field, a list, one of the rows it has, or a field of one. */
export const isIn = (fields: Tree, values: Values, [name = '', ...rest]: readonly string[]): boolean => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field || rest.length === 0) return field !== undefined;
  if (!field.fields) return false;
  if (!field.key) return isIn(field.fields, (values[name] ?? {}) as Values, rest);
  const row = rowsById(values[name], field.key).get(rest[0] ?? '');
  return row !== undefined && (rest.length === 1 || isIn(field.fields, row, rest.slice(1)));
};

/** Whether a query can name this path: a group, a field, a list, one of its rows, or a field of one. */
export const isNamable = (path: string, answers: BudgetApplicationDraft): boolean =>
  isIn(tree, answers, path.split('.'));

/** Who applies, and for which year, stays as it was sent: the file and its money lie under both. */
const IDENTITY = ['year', 'provider', 'provider.name'];

/** Whether a query can open this path for corrections: whatever it can name, but for whose application of which year it is. */
export const isCorrectable = (path: string, answers: BudgetApplicationDraft): boolean =>
  isNamable(path, answers) && !IDENTITY.includes(path);

/** What may follow from a change of these fields, or the rules that join them could not be kept. */
const follows: readonly { of: readonly string[]; path: RegExp; onlyLess?: boolean }[] = [
  { of: ['kitas'], path: /^shares\./ },
  { of: ['year'], path: /^period\./ },
  { of: ['year', 'period'], path: /^positions\.[^.]+\.(from|to)$/ },
  { of: ['year', 'period', 'positions'], path: /^training$/, onlyLess: true },
  { of: ['year', 'period', 'positions', 'training'], path: /^thirdParty$/, onlyLess: true },
];

/** Who sends corrections signs them. */
const ALWAYS = ['signature'];

/** Whether a named path opens another: itself, and all that lies below it. */
export const covers = (named: string, path: string) => path === named || path.startsWith(`${named}.`);
const isLess = ({ before, after }: Difference) => Number(after) < Number(before);

/**
 * Whether a field may be changed while a query names these paths: freely, only to less, or not at all. A named path opens all
 * that lies below it, a row also its removal. What joins a named field may follow it: shares the Kitas, dates the period;
 * training and third-party money may go down to what lower costs allow.
 * @param named the paths of the query, such as `iban`, `positions` or `positions.p1.hours`
 */
export const openingOf = (path: string, named: readonly string[]): 'open' | 'less' | undefined => {
  if ([...named, ...ALWAYS].some((open) => covers(open, path))) return 'open';
  const touched = new Set(named.map((one) => one.split('.')[0] ?? ''));
  const following = follows.filter(
    (one) => one.of.some((field) => touched.has(field)) && one.path.test(path),
  );
  if (following.length === 0) return undefined;
  return following.some(({ onlyLess }) => !onlyLess) ? 'open' : 'less';
};

/** The paths that were changed although a query did not name them: the server refuses them, the page never offers them. */
export const changedUnnamed = (
  before: BudgetApplicationDraft,
  after: BudgetApplicationDraft,
  named: readonly string[],
): string[] =>
  differencesOf(before, after)
    .filter((one) => {
      const opening = openingOf(one.path, named);
      return opening === undefined || (opening === 'less' && !isLess(one));
    })
    .map(({ path }) => path);
