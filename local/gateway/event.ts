import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Claims } from '../login/tokens.ts';
import type { Matched } from './match-route.ts';

const joined = (pairs: Iterable<readonly [string, string]>): Record<string, string> => {
  const all: Record<string, string> = {};
  for (const [name, value] of pairs) all[name] = name in all ? `${all[name]},${value}` : value;
  return all;
};

const headersOf = (request: IncomingMessage): Record<string, string> =>
  joined(
    Object.entries(request.headersDistinct)
      .filter(([name]) => name !== 'cookie')
      .flatMap(([name, values = []]) => values.map((value) => [name, value] as const)),
  );

/** Text by its media type stays text, everything else is base64, as API Gateway has it. */
const bodyOf = (body: Buffer, type = ''): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> => {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = /^(text\/|application\/([\w.+-]*json|xml|javascript)\b)/i.test(type);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
};

/** What API Gateway hands to a function: HTTP API, payload format 2.0. */
export const eventOf = (
  request: IncomingMessage,
  url: URL,
  { route, params }: Matched,
  body: Buffer,
  claims: Claims | undefined,
): APIGatewayProxyEventV2 => {
  const routeKey = `${route.method} ${route.path}`;
  const query = joined(url.searchParams);
  const cookies = request.headers.cookie?.split(/; */);
  const now = new Date();
  const requestContext = {
    accountId: '000000000000',
    apiId: 'local',
    domainName: url.hostname,
    domainPrefix: 'local',
    http: {
      method: route.method,
      path: url.pathname,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: now.toUTCString(),
    timeEpoch: now.getTime(),
    ...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
  };
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: headersOf(request),
    ...(cookies && { cookies }),
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(Object.keys(params).length > 0 && { pathParameters: params }),
    requestContext,
    ...bodyOf(body, request.headers['content-type']),
  };
};
