import type { BudgetApplicationAnswers } from './answers.ts';
import { budgetApplicationExample } from './example.ts';

/** A name that stands in no other text. */
export const NAME = 'Marierenschmidt';

/** An application in which every place where somebody may write holds that name. */
export const namedEverywhere: BudgetApplicationAnswers = {
  ...budgetApplicationExample,
  provider: {
    ...budgetApplicationExample.provider,
    name: NAME,
    street: NAME,
    town: NAME,
    contact: { name: NAME, email: `${NAME}@example.org`, phone: '06731 000140' },
  },
  accountHolder: NAME,
  concept: NAME,
  reasons: NAME,
  goals: NAME,
  positions: budgetApplicationExample.positions.map((row, n) => ({
    ...row,
    id: `${NAME.toLowerCase()}-${n}`,
    function: NAME,
    qualification: NAME,
    payGroup: NAME,
  })),
  signature: { name: NAME, on: '2026-10-12' },
};
