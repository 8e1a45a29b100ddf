import {
  type BudgetApplicationDraft,
  budgetApplicationDraft,
} from '../../../../domain/forms/budget-application/draft.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';

type Answers = Record<string, unknown>;

/** The answers without what a path leads to. Rows keep their places: only a field goes. */
const without = (answers: Answers, [first, ...rest]: readonly PropertyKey[]): Answers => {
  const name = String(first);
  const inner = answers[name];
  if (rest.length === 0 || inner === null || typeof inner !== 'object') {
    const { [name]: _wrong, ...others } = answers;
    return others;
  }
  if (!Array.isArray(inner)) return { ...answers, [name]: without(inner as Answers, rest) };
  const [at, ...below] = rest;
  const rows = inner.map((row, n) =>
    n === at && below.length > 0 && row && typeof row === 'object' ? without(row as Answers, below) : row,
  );
  return { ...answers, [name]: below.length > 0 ? rows : inner.filter((_, n) => n !== at) };
};

/**
 * What of the answers can be saved as a draft, and what must stay in this tab because nobody can read it yet: `19 1/2` hours,
 * a text that is too long.
 */
export const savableOf = (answers: Answers): { draft: BudgetApplicationDraft; left: Issue[] } => {
  const parsed = budgetApplicationDraft.safeParse(answers);
  if (parsed.success) return { draft: parsed.data, left: [] };
  const left = parsed.error.issues.map(({ path, message }) => ({ path, message }));
  // From behind, so that places in lists stay what they were.
  const kept = left.toReversed().reduce<Answers>((rest, { path }) => without(rest, path), answers);
  return { draft: savableOf(kept).draft, left };
};
