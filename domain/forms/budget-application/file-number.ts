import type { BudgetSettings } from '../../budget/settings.ts';
import { spokenNumber } from '../../submission/spoken-number.ts';
import type { BudgetHead } from './particulars.ts';

/** The file number (Aktenzeichen) of an application: the office's own prefix, the year of the money, the spoken number. */
export const fileNumberOf = ({ id, about }: BudgetHead, { notice }: BudgetSettings): string =>
  `${notice.filePrefix}-${about.year}-${spokenNumber({ id })}`;
