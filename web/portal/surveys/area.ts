import type { Role } from '../../../domain/people/role.ts';
import type { Area } from '../app/area.ts';
import { CHILDREN, KITA_SURVEY, PAPER_ANSWERS, PROVIDER_SURVEY, ROUND, SURVEYS } from './addresses.ts';

const OFFICE: readonly Role[] = ['coordinator', 'head', 'auditor'];
const ASKED: readonly Role[] = ['kita', 'provider'];

/** The needs survey: rounds for the office, what is asked for Kitas and providers. */
export const surveys: Area = {
  entries: [{ label: 'surveys.nav', address: SURVEYS, roles: [...OFFICE, ...ASKED] }],
  views: [
    {
      address: SURVEYS,
      roles: OFFICE,
      load: async () => (await import('./rounds/RoundsView.tsx')).RoundsView,
    },
    {
      address: SURVEYS,
      roles: ASKED,
      load: async () => (await import('./rounds/OwnRoundsView.tsx')).OwnRoundsView,
    },
    {
      address: KITA_SURVEY,
      roles: ['kita', 'coordinator'],
      load: async () => (await import('./institution/InstitutionView.tsx')).KitaSurveyView,
    },
    {
      address: PROVIDER_SURVEY,
      roles: ['provider', 'coordinator'],
      load: async () => (await import('./institution/InstitutionView.tsx')).ProviderSurveyView,
    },
    {
      address: ROUND,
      roles: OFFICE,
      load: async () => (await import('./round/RoundView.tsx')).RoundView,
    },
    {
      address: PAPER_ANSWERS,
      roles: ['coordinator'],
      load: async () => (await import('./entry/PaperView.tsx')).PaperView,
    },
    {
      address: CHILDREN,
      roles: ['kita'],
      load: async () => (await import('./entry/ChildrenView.tsx')).ChildrenView,
    },
  ],
  submissions: { 'survey-round': ROUND, 'kita-survey': KITA_SURVEY, 'provider-survey': PROVIDER_SURVEY },
};
