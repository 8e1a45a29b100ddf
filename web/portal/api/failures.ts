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

/** No answer, or none that can be read: trying again is harmless. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}
