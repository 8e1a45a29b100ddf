import type { RouteHandler } from '../runtime/http/request.ts';

/**
 * `GET /api/openapi.json`: generated from the schemas (`npm run generate`), so it is served as it stands. Few ask for it:
 * it is made when they do, not at every cold start.
 */
export const showOpenApi: RouteHandler = async () => {
  const { default: body } = await import('../../docs/generated/openapi.json', { with: { type: 'json' } });
  return { body };
};
