import { activities } from '../activities/area.ts';
import { amendments } from '../amendments/area.ts';
import { applications } from '../applications/area.ts';
import { committee } from '../committee/area.ts';
import { contactRequests } from '../contact-requests/area.ts';
import { distribution } from '../distribution/area.ts';
import { goals } from '../goals/area.ts';
import { office } from '../office/area.ts';
import { payments } from '../payments/area.ts';
import { proofs } from '../proofs/area.ts';
import { results } from '../results/area.ts';
import { surveys } from '../surveys/area.ts';
import { tasks } from '../tasks/area.ts';
import type { Area } from './area.ts';

/** Every part of the portal, in the order of the navigation. A new one is a folder with its area.ts, and a line here. */
export const areas: readonly Area[] = [
  tasks,
  applications,
  contactRequests,
  office,
  proofs,
  payments,
  amendments,
  distribution,
  committee,
  surveys,
  results,
  goals,
  activities,
];
