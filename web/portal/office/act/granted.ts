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
}

const readAmount = (typed: string, path: Issue['path'], { most, least }: Bounds) => {
  const amount = readEuros(typed);
  const message =
    typed.trim() === ''
      ? 'required'
      : amount === undefined
        ? 'amount'
        : most !== undefined && amount > most
          ? 'more-than-asked'
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

/** The typed parts as the API takes them, and what is wrong with them by the same rules as on the server. */
export const readParts = (
  typed: TypedParts,
  asked: AskedParts,
): { granted: GrantedParts; issues: Issue[] } => {
  const positions = typed.positions.map(({ id, amount }, n) => ({
    id,
    ...readAmount(amount, ['granted', 'positions', n, 'amount'], { most: asked.positions[n]?.cost ?? 0 }),
  }));
  const training = readAmount(typed.training, ['granted', 'training'], { most: asked.training });
  const thirdParty = readAmount(typed.thirdParty, ['granted', 'thirdParty'], { least: asked.thirdParty });
  const issues = [...positions.flatMap((one) => one.issues), ...training.issues, ...thirdParty.issues];
  const sum = sumOfParts(typed);
  const isPartial = sum > 0 && sum < asked.total;
  return {
    granted: {
      positions: positions.map(({ id, amount = 0 }) => ({ id, amount })),
      training: training.amount ?? 0,
      thirdParty: thirdParty.amount ?? 0,
    },
    issues: issues.length > 0 || isPartial ? issues : [{ path: ['sum'], message: 'not-partial' }],
  };
};
