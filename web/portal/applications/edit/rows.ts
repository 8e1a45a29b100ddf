import { formatDate } from '../../../../domain/calendar/typed-date.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import { emptyRow } from '../form/values.ts';

/** A new position: for the whole period, until somebody says otherwise. */
export const newPosition = ({ period = {} }: Pick<BudgetApplicationDraft, 'period'>) => ({
  ...emptyRow('positions'),
  from: period.from ? formatDate(period.from) : '',
  to: period.to ? formatDate(period.to) : '',
});

/** The share of a Kita: the only one gets everything. */
export const emptyShare = (isOnly: boolean) => ({
  ...emptyRow('shares'),
  ...(isOnly && { percent: '100,00' }),
});
