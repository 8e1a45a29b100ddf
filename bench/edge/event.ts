import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';

export const ROUTE = 'PUT /api/contact-requests/{id}';
export const PATH = /^\/api\/contact-requests\/([0-9a-f-]{36})$/;
export const LIMIT = 100_000;

export const ID = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a';
export const TEXT = JSON.stringify(contactRequestExample);
export const HEADERS = {
  'content-type': 'application/json',
  'accept-language': 'de-DE,de;q=0.9,en;q=0.8',
  'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36',
};

/** What API Gateway hands over (payload 2.0), as far as a handler or serverless-http looks at it. */
export const eventOf = (id: string, headers: Record<string, string>, body: string) => ({
  version: '2.0',
  routeKey: ROUTE,
  rawPath: `/api/contact-requests/${id}`,
  rawQueryString: '',
  headers,
  pathParameters: { id },
  requestContext: {
    requestId: 'Fq3hWjYhFiAEMHw=',
    stage: '$default',
    http: { method: 'PUT', path: `/api/contact-requests/${id}`, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
  },
  body,
  isBase64Encoded: false,
});
export type Event = ReturnType<typeof eventOf>;
export type Handle = (event: Event) => Promise<APIGatewayProxyStructuredResultV2>;
