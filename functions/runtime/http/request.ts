import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Language, languages, pageLanguage } from '../../../domain/languages/language.ts';

/** The gateway's event; after the body's middleware `body` is what the route's schema made of it. */
export type ApiEvent = Omit<APIGatewayProxyEventV2, 'body'> & { body?: unknown };

/** What a route's handler gets. */
export interface ApiRequest {
  params: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
  /** Parsed with the route's own schema. */
  body: unknown;
  language: Language;
  /** The code of `Authorization: Receipt CODE`, as sent. */
  receipt: string | undefined;
  /** `Idempotency-Key`: what only the sender knows, so that a repeat shows that it comes from them. */
  repeatKey: string | undefined;
  /** `If-Match`: the state that a change was made from. */
  ifMatch: string | undefined;
  /** Issuer and subject that the authorizer verified. */
  login: { issuer: string; subject: string } | undefined;
}

/** What a route's handler answers. */
export interface ApiAnswer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export type RouteHandler = (request: ApiRequest) => Promise<ApiAnswer>;

/** The first of the wished languages that we speak (RFC 9110, 12.5.4). */
export const languageOf = (event: ApiEvent): Language => {
  const wishes = (event.headers?.['accept-language'] ?? '').split(',').map((wish) => {
    // No pattern: one that skips blanks takes a second for a header full of them.
    const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim());
    const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1;
    return { tag: tag.toLowerCase().slice(0, 2), weight: Number(weight) };
  });
  const spoken = wishes.filter(({ tag }) => languages.some((one) => one === tag));
  return pageLanguage(spoken.sort((a, b) => b.weight - a.weight)[0]?.tag);
};

const receiptOf = (event: ApiEvent) => /^Receipt\s+(.+)$/i.exec(event.headers?.authorization ?? '')?.[1];

const loginOf = (event: ApiEvent): ApiRequest['login'] => {
  const context = event.requestContext as { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
  const { iss, sub } = context.authorizer?.jwt?.claims ?? {};
  return typeof iss === 'string' && typeof sub === 'string' ? { issuer: iss, subject: sub } : undefined;
};

export const requestOf = (event: ApiEvent): ApiRequest => ({
  params: event.pathParameters ?? {},
  query: event.queryStringParameters ?? {},
  body: event.body,
  language: languageOf(event),
  receipt: receiptOf(event),
  repeatKey: event.headers?.['idempotency-key'],
  ifMatch: event.headers?.['if-match'],
  login: loginOf(event),
});
