import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from './openapi.ts';
import { type Route, routes } from './routes.ts';

interface Operation {
  operationId: string;
  security: unknown[];
  requestBody?: { content: { 'application/json': { schema: object; example: unknown } } };
  responses: Record<string, { content?: { 'application/json'?: { schema: object } } }>;
}

const document = openApiDocument() as { paths: Record<string, Record<string, Operation>> };
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'openapi');
/** References in the document count from its root. */
const compiled = (schema: object) =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')));
const operationOf = (route: Route) => document.paths[route.path]?.[route.method.toLowerCase()];
const all: readonly Route[] = routes;

describe('the OpenAPI document', () => {
  test('names every route once', () => {
    const ids = all.map((route) => operationOf(route)?.operationId);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(all.length);
  });

  test.each(
    all.filter((route) => route.body).map((route) => [`${route.method} ${route.path}`, route] as const),
  )('%s has an example that its schema accepts, and refuses an unknown field', (_, route) => {
    const body = operationOf(route)?.requestBody?.content['application/json'];
    expect(body?.example).toBeDefined();
    const valid = compiled(body?.schema ?? {});
    expect(valid(body?.example)).toBe(true);
    expect(valid({ ...(body?.example as object), unheardOf: 1 })).toBe(false);
  });

  test('asks for a login or a receipt exactly where the route does', () => {
    const named = (route: Route) =>
      Object.keys((operationOf(route)?.security[0] ?? {}) as object)[0] ?? 'open';
    expect(all.map(named)).toEqual(all.map((route) => route.access));
  });

  test('has only schemas that compile', () => {
    for (const { responses } of all.map((route) => operationOf(route) as Operation)) {
      for (const { content } of Object.values(responses)) {
        const schema = content?.['application/json']?.schema;
        if (schema) expect(() => compiled(schema)).not.toThrow();
      }
    }
  });
});
