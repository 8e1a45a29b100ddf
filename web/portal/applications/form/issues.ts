import { budgetApplicationAnswers } from '../../../../domain/forms/budget-application/answers.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';
import { isAmount } from './kinds.ts';
import { keyOfRow } from './values.ts';

/** Lists whose rows have inputs of their own, and what tells the rows apart. */
const ROWS: Record<string, string> = { positions: 'id', shares: 'kita' };

type Answers = Record<string, unknown>;

/**
 * The name of the input for a path of the answers. A row is named by its place (`positions.0.hours`, as a schema and the server
 * count) or by its id (`positions.p1.hours`, as a query and a difference say). A list of ids is one input.
 */
export const nameOf = (path: readonly PropertyKey[], answers: Answers): string => {
  const [list = '', row, ...rest] = path.map(String);
  const key = ROWS[list];
  if (key === undefined)
    return list === 'kitas' || list === 'attachments' ? list : path.map(String).join('.');
  if (row === undefined) return list;
  const at = (answers[list] as Answers[] | undefined)?.[Number(row)];
  return [list, keyOfRow(String(at?.[key] ?? row)), ...rest].join('.');
};

/** A path of the answers by the ids of rows, for an input's name. */
export const pathOf = (name: string): string => name.replace(/^(positions|shares)\._/, '$1.');

/** Everything that is wrong with the answers, by the form's own schema, in the order of the form. */
export const issuesOf = (answers: Answers): Issue[] => {
  const parsed = budgetApplicationAnswers.safeParse(answers);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ path: issue.path, message: wordFor(issue) }));
};

/** An amount that cannot be read is more than of a wrong type, and a box that is not ticked more than missing. */
const wordFor = ({ path, message }: Issue): string => {
  const key = path.filter((part) => typeof part !== 'number').join('.');
  if (message === 'required' && path[0] === 'declarations') return 'not-declared';
  return message === 'wrong-type' && isAmount(key) ? 'amount' : message;
};
