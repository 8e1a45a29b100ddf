import type { Frame } from '../../../domain/budget/frame.ts';
import type { BudgetSettings } from '../../../domain/budget/settings.ts';
import { fileNumberOf } from '../../../domain/forms/budget-application/file-number.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { type Closing, closingOf, hindering } from '../../../domain/year/closing.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { readClosing } from '../../store/closings.ts';
import { readFrame } from '../../store/ledger.ts';
import type { PortalDeps } from '../deps.ts';
import { askerForBudget, yearOf } from './show-budget.ts';
import { applicationsOf, unsettledIn } from './year-heads.ts';

/** The closing of a year as it stands now, and the applications that it names. */
export const closingNow = async (
  { store }: PortalDeps,
  frame: Frame,
  { closing }: BudgetSettings,
): Promise<{ closing: Closing; applications: BudgetHead[] }> => {
  const applications = await applicationsOf(store, frame.year);
  const unsettled = await unsettledIn(store, frame.year, applications);
  return { closing: closingOf(frame, unsettled, closing), applications };
};

/** What is not settled, as people read it. */
const namedIn = async (
  { registers }: PortalDeps,
  { unsettled }: Closing,
  applications: readonly BudgetHead[],
  budget: BudgetSettings,
) => {
  const providers = await registers.providerNames();
  return unsettled.map((one) => {
    const head = applications.find(({ id }) => id === one.application);
    const provider = head && (providers.get(head.about.provider) ?? head.about.provider);
    return { ...one, ...(head && { fileNumber: fileNumberOf(head, budget) }), ...(provider && { provider }) };
  });
};

/** `GET /api/budgets/{year}/closing`: what the year was closed with, or would be closed with now, and what hinders it. */
export const showClosing =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    await askerForBudget(deps, request);
    const year = yearOf(request);
    const [{ budget }, frame, closed, people] = await Promise.all([
      deps.registers.county(),
      readFrame(deps.store, year),
      readClosing(deps.store, year),
      deps.registers.people(),
    ]);
    const { closing: now, applications } = await closingNow(deps, frame, budget);
    const { at, by, ...closing } = closed ?? { ...now, at: undefined, by: undefined };
    const name = by && 'person' in by && people.find(({ id }) => id === by.person)?.name;
    return {
      body: {
        year,
        state: frame.state,
        version: frame.version,
        ...closing,
        unsettled: await namedIn(deps, closing, applications, budget),
        hindering: frame.state === 'closed' ? 0 : hindering(closing, budget.closing).length,
        ...(at && { at }),
        ...(name && { by: name }),
      },
    };
  };
