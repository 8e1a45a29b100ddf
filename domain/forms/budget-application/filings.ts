import type { BudgetAbout, DeedDone } from './about.ts';

/** By which acts a version was sent. */
const FILING = ['submit', 'correct', 'ex-officio'];

/** Who sent which version when, the first one first: version n is the nth of them. */
export const filingsOf = ({ acted }: Pick<BudgetAbout, 'acted'>): DeedDone[] =>
  acted.filter(({ action }) => FILING.includes(action));
