import type { MeAnswer } from '../../../../domain/api/portal.ts';
import type { BudgetApplicationAnswers } from '../../../../domain/forms/budget-application/answers.ts';
import { continuationOf } from '../../../../domain/forms/budget-application/continuation.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import { covers } from '../../../../domain/places/provision.ts';

/** A draft that only says what is known already: the whole year, and a provider's only Kita. */
const emptyDraft = (year: number, me: MeAnswer): BudgetApplicationDraft => {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const own = (me.provides ?? []).filter((one) => covers(one, period));
  return {
    year,
    period,
    provider: { ...(me.providerName && { name: me.providerName }), contact: { name: me.name } },
    ...(own.length === 1 && own[0] && { kitas: [own[0].id], shares: [{ kita: own[0].id, percent: 10_000 }] }),
  };
};

/** An empty application with what the last one said about the provider and its account. */
export const draftAfter = (
  year: number,
  me: MeAnswer,
  last: BudgetApplicationDraft | undefined,
): BudgetApplicationDraft => ({
  ...emptyDraft(year, me),
  ...(last?.provider && { provider: last.provider }),
  ...(last?.accountHolder && { accountHolder: last.accountHolder }),
  ...(last?.iban && { iban: last.iban }),
});

/** Last year's grant, moved by a year. A version that was sent is whole. */
export const continued = (granted: BudgetApplicationDraft): BudgetApplicationDraft =>
  continuationOf(granted as BudgetApplicationAnswers);
