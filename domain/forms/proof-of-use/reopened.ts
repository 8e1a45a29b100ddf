import { type Difference, differencesIn, type Tree } from '../budget-application/differences.ts';
import { covers, isIn } from '../budget-application/reopened.ts';
import type { ProofOfUseDraft } from './answers.ts';
import { proofOfUseFields } from './fields.ts';

const tree: Tree = proofOfUseFields.fields;

/** Which position is meant stays as it was granted. */
const isIdentity = (path: string) => /^positions\.[^.]+\.id$/.test(path);

/** Whether a return can open this path for corrections: a field, a list, one of its rows or a field of one. */
export const isReturnable = (path: string, answers: ProofOfUseDraft): boolean =>
  isIn(tree, answers, path.split('.')) && !isIdentity(path);

/** Who sends corrections signs them, and says anew whether a notice may go to their mailbox. Receipts follow the costs, and reasons what went otherwise. */
const ALWAYS = ['signature', 'electronicNotice'];
const FOLLOWS: readonly { of: RegExp; path: RegExp }[] = [
  { of: /^(positions|training)/, path: /^receipts(\.|$)/ },
  { of: /^positions/, path: /^report\.deviations$/ },
];

/** A row of which one field is named may say why: the reason belongs to the number. */
const reasonsOf = (named: string) => {
  const [list, row, field] = named.split('.');
  return list === 'positions' && row && field
    ? [`positions.${row}.vacancy`, `positions.${row}.deviation`]
    : [];
};

/** Whether a field may be changed while a return names these paths. */
export const isOpened = (path: string, named: readonly string[]): boolean =>
  [...named, ...named.flatMap(reasonsOf), ...ALWAYS].some((open) => covers(open, path)) ||
  FOLLOWS.some((one) => one.path.test(path) && named.some((each) => one.of.test(each)));

/** The paths that were changed although a return did not name them: the server refuses them. */
export const changedUnnamed = (
  before: ProofOfUseDraft,
  after: ProofOfUseDraft,
  named: readonly string[],
): string[] =>
  differencesIn(tree, before, after)
    .map(({ path }: Difference) => path)
    .filter((path) => !isOpened(path, named));
