import { printFailure } from './print-failure.ts';

/**
 * Runs a job every so often (ms, real time), never twice at once; a failure is printed and the next time tries again.
 * The answer stops it and waits for a run that is under way.
 */
export function every(milliseconds: number, name: string, job: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    running ??= job()
      .catch((error: unknown) => printFailure(`${name} failed; it is tried again later`, error))
      .finally(() => {
        running = undefined;
      });
  }, milliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
