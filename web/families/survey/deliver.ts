import { ConnectionError, isOtherBody, isProblem, ProblemError } from '../api/call.ts';
import { surveyAnswers } from '../api/families.ts';
import { namesKept, WAITING } from '../device/storage.ts';
import { dropDraft, dropWaiting, keepDraft, keepWaiting, useUpTicket, waitingOf } from './kept.ts';

/** What became of answers that were sent. */
export type Outcome = 'sent' | 'waiting' | 'ended' | 'not-yet' | 'already' | 'unknown' | 'refused';

/** Passes by itself: no answer, a server that is not well, or one that has too much to do. */
const isPassing = (error: unknown) =>
  error instanceof ConnectionError ||
  (error instanceof ProblemError && (error.status >= 500 || error.status === 429));

const refusal = (error: unknown): Outcome => {
  if (isProblem(error, 'survey-ended')) return 'ended';
  if (isProblem(error, 'survey-not-open')) return 'not-yet';
  if (isProblem(error, 'already-answered') || isOtherBody(error)) return 'already';
  return error instanceof ProblemError && error.status === 404 ? 'unknown' : 'refused';
};

/**
 * Sends the answers of a link that wait on this device. They go from it when the server has them; refused, they are a draft
 * again. Sending twice, from two tabs even, is harmless: id and token are the ticket's.
 * @returns undefined when none wait
 */
export const deliver = async (link: string): Promise<Outcome | undefined> => {
  const waiting = waitingOf(link);
  if (!waiting) return undefined;
  const { id, token, answers } = waiting;
  try {
    await surveyAnswers(link, id, { token, answers });
  } catch (error) {
    if (isPassing(error)) {
      keepWaiting(link, { ...waiting, why: error instanceof ConnectionError ? 'network' : 'server' });
      return 'waiting';
    }
    keepDraft(link, answers);
    dropWaiting(link);
    const outcome = refusal(error);
    if (outcome === 'already') useUpTicket(link);
    return outcome;
  }
  useUpTicket(link);
  dropDraft(link);
  dropWaiting(link);
  return 'sent';
};

/** Sends what waits on this device, of whatever survey: who has left its page need not come back for that. */
export const deliverAll = async (): Promise<void> => {
  for (const link of namesKept(WAITING)) await deliver(link);
};
