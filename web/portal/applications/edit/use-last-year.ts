import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { differencesOf } from '../../../../domain/forms/budget-application/differences.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import { changedFrom } from '../../amendments/changed.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { continued } from '../start/first-draft.ts';
import { grantedAnswers } from '../start/granted-answers.ts';
import { grantsBefore } from '../start/own-applications.ts';
import type { Compared } from './LastYear.tsx';

/** Rows keep their ids from year to year: an application that has one of them goes on from that grant. */
const goesOn = (draft: BudgetApplicationDraft, granted: BudgetApplicationDraft) =>
  draft.positions?.some(({ id }) => granted.positions?.some((row) => row.id === id)) ?? false;

/** What an application is compared with: last year's grant that it goes on from, or the grant that it amends. */
export const useLastYear = ({ id, year, answers, amends }: ApplicationFile) => {
  const { call } = usePortal();
  const loaded = useLoad(`last year of ${id}`, async () => {
    if (amends || !answers?.positions?.length) return undefined;
    const { items } = await call('GET /api/submissions', {
      query: { form: 'budget-application', year: String(year - 1) },
    });
    for (const grant of grantsBefore(items, year)) {
      const granted = await grantedAnswers(call, grant);
      if (granted && goesOn(answers, granted)) return { year: year - 1, before: continued(granted) };
    }
    return undefined;
  });
  return (draft: BudgetApplicationDraft): Compared | undefined => {
    if (amends?.granted) {
      const { granted } = amends;
      return { year, before: granted, differences: changedFrom(granted, draft), isGrant: true };
    }
    if (!loaded.data) return undefined;
    const { before } = loaded.data;
    // Declarations and the signature are given anew every year.
    const differences = differencesOf(before, draft).filter(
      ({ path }) => !/^(declarations|signature)\./.test(path),
    );
    return { ...loaded.data, differences };
  };
};
