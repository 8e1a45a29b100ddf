import type { Problem } from '../../../domain/api/problem.ts';

/** The server answered with an error; `problem` is what it said, if it said it in our form. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly status: number;
  readonly problem: Problem | undefined;
  constructor(status: number, problem?: Problem) {
    super(`the server answered ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Something else was sent under this id before: an earlier try has arrived. */
export const isOtherBody = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.status === 409 &&
  Boolean(error.problem?.type.endsWith('/other-body'));

/** What was sent under this id before is deleted by now: it needs a new one. */
export const isErased = (error: unknown): boolean =>
  error instanceof ProblemError && Boolean(error.problem?.type.endsWith('/erased'));

/** Whether the server refused with a problem of this name. */
export const isProblem = (error: unknown, name: string): boolean =>
  error instanceof ProblemError && Boolean(error.problem?.type.endsWith(`/${name}`));

/** What only the server can explain: that a mailbox takes no more for now, that an id is used up. */
export const explained = (error: unknown): Problem | undefined =>
  error instanceof ProblemError && /\/(wait-for-answer|mailbox-full|erased)$/.test(error.problem?.type ?? '')
    ? error.problem
    : undefined;

/** No answer: nobody knows whether the request arrived. */
export class ConnectionError extends Error {
  override name = 'ConnectionError';
}

interface Options {
  body?: unknown;
  /** Opens a mailbox. Travels in a header, never in an address. */
  receipt?: string;
  /** A secret of this tab: a repeat shows by it that it comes from the same sender. */
  repeatKey?: string | undefined;
  signal?: AbortSignal;
}

const PATIENCE = 30_000;

/** Aborts with the caller, or when no answer comes. Not by `AbortSignal.any`: phones of before 2024 lack it. */
const patience = (signal: AbortSignal | undefined): AbortSignal => {
  const stop = new AbortController();
  const abort = () => stop.abort();
  setTimeout(abort, PATIENCE);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  return stop.signal;
};

const send = async (
  method: string,
  path: string,
  { body, receipt, repeatKey, signal }: Options,
): Promise<Response> => {
  try {
    return await fetch(path, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      signal: patience(signal),
      headers: {
        // Set before the words have come, so that both can be fetched at once.
        'accept-language': document.documentElement.lang,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(receipt && { authorization: `Receipt ${receipt}` }),
        ...(repeatKey && { 'idempotency-key': repeatKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new ConnectionError('no answer', { cause });
  }
};

/** Calls the API. @throws ProblemError, or ConnectionError when no answer came or its text broke off. */
export const call = async <Answer>(method: string, path: string, options: Options = {}): Promise<Answer> => {
  const response = await send(method, path, options);
  if (!response.ok) {
    throw new ProblemError(response.status, await response.json().catch(() => undefined));
  }
  try {
    return (await response.json()) as Answer;
  } catch (cause) {
    throw new ConnectionError('the answer broke off', { cause });
  }
};
