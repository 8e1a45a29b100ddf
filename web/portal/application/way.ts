import type { LogAnswer } from '../../../domain/api/portal.ts';
import { isPersonStep, type Process } from '../../../domain/process/process.ts';
import { type Station, stationsOf } from '../case/stations.ts';

/** The usual way of an application, in the steps that people know. */
const LINE = [
  'draft',
  'completeness',
  'opinion',
  'decision',
  'approval',
  'announce',
  'objection-period',
  'final',
] as const;

/** Where the line goes on from a step that is not on it: the last of it that lies behind. */
const BESIDE: Readonly<Record<string, (typeof LINE)[number]>> = {
  screen: 'draft',
  queries: 'draft',
  release: 'draft',
  continuation: 'opinion',
  reserve: 'opinion',
  waiting: 'opinion',
  route: 'decision',
  committee: 'decision',
  notifying: 'announce',
  objection: 'objection-period',
  appeal: 'objection-period',
  opening: 'objection-period',
};

/** After a hearing it is decided anew; everything else goes on from where it left the line. */
const nextOf = (at: string): readonly string[] => {
  if (at === 'hearing') return LINE.slice(LINE.indexOf('decision'));
  const known = LINE.findIndex((step) => step === (BESIDE[at] ?? at));
  return LINE.slice(known + 1);
};

/** The way of an application: where it has been, where it is and what usually comes, without the system's own steps. */
export const wayOf = (
  process: Process,
  of: { at: string; since: string; createdAt: string; ended: boolean },
  log: LogAnswer['items'],
): Station[] => {
  const isShown = ({ step, state }: Station) => {
    const known = process.steps[step];
    return state !== 'later' && (state === 'now' || !known || isPersonStep(known));
  };
  const passed = stationsOf(process, of, log).filter(isShown);
  const later = of.ended ? [] : nextOf(of.at);
  return [...passed, ...later.map((step) => ({ step, state: 'later' as const, visits: 0 }))];
};
