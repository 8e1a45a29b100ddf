import type { Resolver } from 'react-hook-form';
import type * as z from 'zod/mini';
import { newCorrection } from '../../../../domain/api/budget.ts';
import { type Amounts, isNothing } from '../../../../domain/budget/amounts.ts';
import type { Entry } from '../../../../domain/budget/entry.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';
import { formatAmount, readEuros } from '../../../../domain/money/euros.ts';
import { newId } from '../../case/new-id.ts';
import { errorsOf } from '../../drafts/errors-of.ts';

export type NewCorrection = z.infer<typeof newCorrection>;

/** What is typed: how much of an entry is taken back, share by share, and why. */
export interface TypedCorrection {
  /** Made with the draft, so that sending twice is harmless. */
  id: string;
  amounts: Record<keyof Amounts, string>;
  reason: string;
}

export const SHARES = ['state', 'county', 'voluntary'] as const satisfies readonly (keyof Amounts)[];

/** Begins with all of the entry: less of it is typed over. */
export const emptyCorrection = ({ amounts }: Entry): TypedCorrection => ({
  id: newId(),
  amounts: {
    state: formatAmount(amounts.state),
    county: formatAmount(amounts.county),
    voluntary: formatAmount(amounts.voluntary),
  },
  reason: '',
});

const wrongAmount = (typed: string, most: number): string | undefined => {
  const amount = readEuros(typed);
  if (typed.trim() === '') return 'required';
  if (amount === undefined) return 'amount';
  return amount > most ? 'more-than-entry' : undefined;
};

/** Checks the typed amounts against the entry; whether it can be taken back still, the server says. */
export const correctionResolver =
  (of: Entry): Resolver<TypedCorrection, unknown, NewCorrection> =>
  async ({ id, amounts: typed, reason }) => {
    const [state = 0, county = 0, voluntary = 0] = SHARES.map((share) => readEuros(typed[share]));
    const amounts = { state, county, voluntary };
    const wrong = SHARES.flatMap((share) => {
      const message = wrongAmount(typed[share], of.amounts[share]);
      return message ? [{ path: ['amounts', share], message }] : [];
    });
    const nothing =
      wrong.length === 0 && isNothing(amounts)
        ? [{ path: ['amounts', 'state'], message: 'correction-nothing' }]
        : [];
    const checked = newCorrection.safeParse({ id, corrects: of.id, amounts, reason });
    const issues: Issue[] = [...wrong, ...nothing, ...(checked.success ? [] : checked.error.issues)];
    if (issues.length === 0 && checked.success) return { values: checked.data, errors: {} };
    return { values: {}, errors: errorsOf(issues) } as never;
  };
