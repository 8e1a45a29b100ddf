import type { Issue } from '../../domain/languages/problem.ts';

/** What a caller did wrong or came too late for; mapped to a problem once, at the edge. */
export abstract class ApiError extends Error {
  abstract readonly status: number;
  /** The last part of the problem's type, and the key of its words in languages/<language>/api.json. */
  abstract readonly problem: string;
}

/** Not there, or not for the one who asks: the two must not be told apart. */
export class NotFoundError extends ApiError {
  override name = 'NotFoundError';
  readonly status = 404;
  readonly problem = 'not-found';
}

export class BadRequestError extends ApiError {
  override name = 'BadRequestError';
  readonly status = 400;
  readonly problem = 'bad-request';
}

export class TooLargeError extends ApiError {
  override name = 'TooLargeError';
  readonly status = 413;
  readonly problem = 'too-large';
}

export class MediaTypeError extends ApiError {
  override name = 'MediaTypeError';
  readonly status = 415;
  readonly problem = 'media-type';
}

export class UnauthorizedError extends ApiError {
  override name = 'UnauthorizedError';
  readonly status = 401;
  readonly problem = 'unauthorized';
}

/** Known, but not allowed; `reason` says why and is a key of the languages. */
export class ForbiddenError extends ApiError {
  override name = 'ForbiddenError';
  readonly status = 403;
  readonly problem: string;
  constructor(reason = 'forbidden') {
    super(reason);
    this.problem = reason;
  }
}

/** Wrong fields, by path and code. */
export class FieldsError extends ApiError {
  override name = 'FieldsError';
  readonly status = 422;
  readonly problem = 'fields';
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(`wrong fields: ${issues.map((issue) => issue.path.join('.')).join(', ')}`);
    this.issues = issues;
  }
}

/** Somebody was faster, or the same id was used for something else. `current` says how it stands now. */
export class ConflictError extends ApiError {
  override name = 'ConflictError';
  readonly status = 409;
  readonly problem: string;
  readonly current: { version: number; at: string; by?: string } | undefined;
  constructor(problem: string, current?: { version: number; at: string; by?: string }) {
    super(problem);
    this.problem = problem;
    this.current = current;
  }
}
