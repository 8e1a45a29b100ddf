import document from '../../docs/generated/openapi.json' with { type: 'json' };
import type { RouteHandler } from '../runtime/http/request.ts';

/** `GET /api/openapi.json`: generated from the schemas (`npm run generate`), so it is served as it stands. */
export const showOpenApi: RouteHandler = async () => ({ body: document });
