import type { SubmissionItem } from '../../../../domain/api/portal.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import { paidTo } from '../../../../domain/forms/budget-application/paid-to.ts';
import type { Call } from '../../api/call.ts';
import { isMissing } from '../../api/failures.ts';

const payeeOf = async (call: Call, id: string) => {
  try {
    return (await call('GET /api/budget-applications/{id}/payments', { id })).payee;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** What an application says, with the account that its grant is paid to by now: an abandoned one is not carried into the next year. */
export const grantedAnswers = async (
  call: Call,
  { id, at, granted = 0 }: Pick<SubmissionItem, 'id' | 'at' | 'granted'>,
): Promise<BudgetApplicationDraft | undefined> => {
  const { answers, amends } = await call('GET /api/budget-applications/{id}', { id });
  if (!answers || at !== 'final' || granted === 0) return answers;
  return paidTo(answers, await payeeOf(call, amends?.application ?? id));
};
