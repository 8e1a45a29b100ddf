import type { Role } from '../../../domain/people/role.ts';
import type { Area } from '../app/area.ts';
import { GOAL, GOAL_EDIT, GOALS, GOALS_OF_YEAR, NEW_GOAL } from './addresses.ts';

/** Goals are planning texts for everybody who works with them. */
const READERS: readonly Role[] = [
  'coordinator',
  'head',
  'clerk',
  'social-worker',
  'kita',
  'provider',
  'committee',
  'treasurer',
  'auditor',
];

const openList = async () => (await import('./list/GoalsView.tsx')).GoalsView;

/** What the county wants to reach, what is done for it, and what came of it. */
export const goals: Area = {
  entries: [{ label: 'goals.nav', address: GOALS, roles: READERS }],
  views: [
    { address: GOALS, roles: READERS, load: openList },
    { address: GOALS_OF_YEAR, roles: READERS, load: openList },
    {
      address: NEW_GOAL,
      roles: ['coordinator'],
      load: async () => (await import('./edit/NewGoalView.tsx')).NewGoalView,
    },
    { address: GOAL, roles: READERS, load: async () => (await import('./GoalView.tsx')).GoalView },
    {
      address: GOAL_EDIT,
      roles: ['coordinator'],
      load: async () => (await import('./edit/EditGoalView.tsx')).EditGoalView,
    },
  ],
};
