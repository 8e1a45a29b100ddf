import type { Role } from '../../../domain/people/role.ts';
import type { Area } from '../app/area.ts';
import { APPLICATION, APPLICATIONS, BUDGET, BUDGET_OF_YEAR, STATISTICS } from './addresses.ts';

const OFFICE: readonly Role[] = ['clerk', 'coordinator', 'head', 'treasurer', 'auditor'];

/** Who steers, works, or looks whether it was done well. */
const COUNTING: readonly Role[] = ['clerk', 'coordinator', 'head', 'auditor'];

const openBudget = async () => (await import('./budget/BudgetView.tsx')).BudgetView;

/** The office's work on applications: their files, and the year's money. */
export const office: Area = {
  entries: [
    { label: 'office.applications.nav', address: APPLICATIONS, roles: OFFICE, startFor: ['auditor'] },
    { label: 'office.budget.nav', address: BUDGET, roles: OFFICE },
    { label: 'office.statistics.nav', address: STATISTICS, roles: COUNTING },
  ],
  views: [
    {
      address: APPLICATIONS,
      roles: OFFICE,
      load: async () => (await import('./list/ApplicationsView.tsx')).ApplicationsView,
    },
    {
      address: APPLICATION,
      roles: OFFICE,
      load: async () => (await import('./file/ApplicationView.tsx')).ApplicationView,
    },
    { address: BUDGET, roles: OFFICE, load: openBudget },
    { address: BUDGET_OF_YEAR, roles: OFFICE, load: openBudget },
    {
      address: STATISTICS,
      roles: COUNTING,
      load: async () => (await import('./statistics/StatisticsView.tsx')).StatisticsView,
    },
  ],
  submissions: { 'budget-application': APPLICATION },
};
