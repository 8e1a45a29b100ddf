import type * as z from 'zod/mini';
import { type Problem, problem } from '../../../domain/api/problem.ts';
import { type RouteKey, routes } from '../../../domain/api/routes.ts';
import { type Session, SessionEndedError } from '../login/session.ts';
import { ProblemError, UnreachableError } from './failures.ts';
import { learnNow } from './now.ts';

type AnyRoute = (typeof routes)[number];
type RouteOf<K extends RouteKey> = K extends `${infer M} ${infer P}`
  ? Extract<AnyRoute, { method: M; path: P }>
  : never;
type Shape<R, K extends 'answer' | 'body'> =
  R extends Record<K, infer S extends z.ZodMiniType> ? z.infer<S> : undefined;
export type AnswerOf<K extends RouteKey> =
  RouteOf<K> extends { answer: z.ZodMiniType } ? Shape<RouteOf<K>, 'answer'> : unknown;

export interface Asked<K extends RouteKey> {
  /** For `{id}` in the path, the one that most routes have. */
  id?: string;
  /** For every other `{…}` in it. */
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: Shape<RouteOf<K>, 'body'>;
  /** The state that a write was made from. */
  ifMatch?: number | undefined;
}
export type Call = <K extends RouteKey>(key: K, asked?: Asked<K>) => Promise<AnswerOf<K>>;

const PATIENCE_MS = 30_000;

const addressOf = (
  path: string,
  params: Record<string, string | undefined>,
  query: Record<string, string | undefined> = {},
) => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(set).toString();
  return `${filled}${search && `?${search}`}`;
};

/** What goes along beside the address. */
interface Sent {
  body?: unknown;
  ifMatch?: number | undefined;
}

const send = (method: string, address: string, token: string, { body, ifMatch }: Sent) =>
  fetch(address, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json, application/problem+json',
      'accept-language': 'de',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new UnreachableError('no answer');
  });

const problemOf = async (answer: Response): Promise<Problem> => {
  const read = problem.safeParse(await answer.json().catch(() => undefined));
  if (read.success) return read.data;
  return { type: 'about:blank', title: answer.statusText, status: answer.status, detail: '' };
};

/**
 * Calls a route of the contract with the person's token and answers what the contract promises.
 * @throws SessionEndedError, ProblemError, UnreachableError
 */
export const createCall =
  (session: Session, onEnded: () => void): Call =>
  async (key, asked = {}) => {
    const route: { method: string; path: string; answer?: z.ZodMiniType } | undefined = routes.find(
      (one) => `${one.method} ${one.path}` === key,
    );
    if (!route) throw new UnreachableError(`no route ${key}`);
    const address = addressOf(route.path, { id: asked.id, ...asked.params }, asked.query);
    try {
      let answer = await send(route.method, address, await session.token(), asked);
      if (answer.status === 401) {
        await session.renew();
        answer = await send(route.method, address, await session.token(), asked);
      }
      if (answer.status === 401) throw new SessionEndedError('the token is not accepted');
      learnNow(answer.headers.get('date'));
      if (!answer.ok) throw new ProblemError(await problemOf(answer));
      const json: unknown = answer.status === 204 ? undefined : await answer.json();
      return (route.answer ? route.answer.parse(json) : json) as AnswerOf<typeof key>;
    } catch (error) {
      if (error instanceof SessionEndedError) onEnded();
      throw error;
    }
  };
