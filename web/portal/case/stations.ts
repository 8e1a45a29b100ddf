import type { LogAnswer } from '../../../domain/api/portal.ts';
import { isPersonStep, type Process } from '../../../domain/process/process.ts';

export interface Station {
  step: string;
  state: 'done' | 'now' | 'later';
  /** When it was entered last. */
  since?: string;
  /** How often it was entered. */
  visits: number;
}

/** What usually follows a step: the first action of a person step, the first outcome of a run step. */
const usual = (process: Process, at: string): string | undefined => {
  const step = process.steps[at];
  return step && Object.values(isPersonStep(step) ? step.actions : step.then)[0];
};

const ahead = (process: Process, at: string): string[] => {
  const line: string[] = [];
  for (
    let next = usual(process, at);
    next && !line.includes(next) && next !== at;
    next = usual(process, next)
  )
    line.push(next);
  return line;
};

/**
 * The way of a case as a line: the steps it was in, each where it stood last, the one it is in, and what usually follows.
 * Steps that were done again are counted, not repeated; the log has every visit.
 */
export const stationsOf = (
  process: Process,
  of: { at: string; since: string; createdAt: string },
  log: LogAnswer['items'],
): Station[] => {
  const entered = [
    { step: process.first, at: of.createdAt },
    ...log.flatMap(({ to, from, at }) => (to && from && to !== from ? [{ step: to, at }] : [])),
  ];
  if (entered.at(-1)?.step !== of.at) entered.push({ step: of.at, at: of.since });
  const passed = entered.filter(
    ({ step }, index) => entered.findLastIndex((one) => one.step === step) === index,
  );
  const visits = (step: string) => entered.filter((one) => one.step === step).length;
  return [
    ...passed.map(({ step, at }) => ({
      step,
      state: step === of.at ? ('now' as const) : ('done' as const),
      since: at,
      visits: visits(step),
    })),
    ...ahead(process, of.at).map((step) => ({ step, state: 'later' as const, visits: 0 })),
  ];
};
