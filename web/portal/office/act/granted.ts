import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import type { GrantedParts } from '../../../../domain/forms/budget-application/note.ts';
import { totalsOf } from '../../../../domain/forms/budget-application/totals.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';
import type { Cents } from '../../../../domain/money/cents.ts';
import { formatAmount, readEuros } from '../../../../domain/money/euros.ts';

/** Amounts as they are typed. */
export interface TypedParts {
  positions: { id: string; amount: string }[];
  training: string;
  thirdParty: string;
}

/** What was asked for, part by part (cents). */
export interface AskedParts {
  positions: { id: string; name: string; cost: Cents }[];
  training: Cents;
  thirdParty: Cents;
  total: Cents;
}

export const askedParts = (answers: BudgetApplicationDraft): AskedParts => {
  const { positions, training, thirdParty, total } = totalsOf(answers);
  const names = new Map((answers.positions ?? []).map((row) => [row.id, row.function ?? row.id]));
  return {
    positions: positions.map(({ id, cost = 0 }) => ({ id, name: names.get(id) ?? id, cost })),
    training,
    thirdParty,
    total,
  };
};

/** The form begins with what was asked for: less of it is typed over. */
export const typedParts = ({ positions, training, thirdParty }: AskedParts): TypedParts => ({
  positions: positions.map(({ id, cost }) => ({ id, amount: formatAmount(cost) })),
  training: formatAmount(training),
  thirdParty: formatAmount(thirdParty),
});

interface Bounds {
  most?: Cents;
  least?: Cents;
  tooMuch: string;
}

const readAmount = (typed: string, path: Issue['path'], { most, least, tooMuch }: Bounds) => {
  const amount = readEuros(typed);
  const message =
    typed.trim() === ''
      ? 'required'
      : amount === undefined
        ? 'amount'
        : most !== undefined && amount > most
          ? tooMuch
          : least !== undefined && amount < least
            ? 'less-than-stated'
            : undefined;
  return { amount, issues: message ? [{ path, message }] : [] };
};

/** What the parts come to: what is granted less third-party money, never less than nothing. Unreadable ones count as nothing. */
export const sumOfParts = ({ positions, training, thirdParty }: TypedParts): Cents => {
  const costs = [...positions.map(({ amount }) => amount), training].map((typed) => readEuros(typed) ?? 0);
  return Math.max(0, costs.reduce((all, one) => all + one, 0) - (readEuros(thirdParty) ?? 0));
};

/**
 * The typed parts as the API takes them, and what is wrong with each by the same rules as on the server.
 * @param tooMuch the code for more than was asked, or stated
 */
export const readAmounts = (
  typed: TypedParts,
  asked: AskedParts,
  tooMuch: string,
): { granted: GrantedParts; issues: Issue[] } => {
  const at = (...path: Issue['path']) => ['granted', ...path];
  const positions = typed.positions.map(({ id, amount }, n) => ({
    id,
    ...readAmount(amount, at('positions', n, 'amount'), { most: asked.positions[n]?.cost ?? 0, tooMuch }),
  }));
  const training = readAmount(typed.training, at('training'), { most: asked.training, tooMuch });
  const thirdParty = readAmount(typed.thirdParty, at('thirdParty'), { least: asked.thirdParty, tooMuch });
  return {
    granted: {
      positions: positions.map(({ id, amount = 0 }) => ({ id, amount })),
      training: training.amount ?? 0,
      thirdParty: thirdParty.amount ?? 0,
    },
    issues: [...positions.flatMap((one) => one.issues), ...training.issues, ...thirdParty.issues],
  };
};

/** The parts of a partial grant: less than was asked for, and more than nothing. */
export const readParts = (
  typed: TypedParts,
  asked: AskedParts,
): { granted: GrantedParts; issues: Issue[] } => {
  const read = readAmounts(typed, asked, 'more-than-asked');
  const sum = sumOfParts(typed);
  const isPartial = sum > 0 && sum < asked.total;
  return read.issues.length > 0 || isPartial
    ? read
    : { ...read, issues: [{ path: ['sum'], message: 'not-partial' }] };
};
