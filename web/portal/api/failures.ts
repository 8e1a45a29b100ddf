import type { Problem } from '../../../domain/api/problem.ts';

/** The server said no, in RFC 9457's words. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
  get status(): number {
    return this.problem.status;
  }
}

/** That what was asked for is not there, or not for the one who asks. */
export const isMissing = (error: unknown): boolean => error instanceof ProblemError && error.status === 404;

/** The last part of the problem's type, such as `changed-meanwhile`; of another failure there is none. */
export const problemKind = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.type.split('/').at(-1) : undefined;

/** No answer, or none that can be read: trying again is harmless. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}
