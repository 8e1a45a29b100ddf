import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import document from '../docs/generated/openapi.json' with { type: 'json' };

interface Media {
  schema?: object;
}
interface ResponseObject {
  $ref?: string;
  content?: Record<string, Media>;
}
interface Operation {
  responses: Record<string, ResponseObject>;
}

/** What was answered, as it went over the wire. */
export interface Exchange {
  method: string;
  /** Without the query. */
  path: string;
  status: number;
  contentType: string;
  body: unknown;
}

const paths = document.paths as unknown as Record<string, Record<string, Operation>>;
const responses = document.components.responses as Record<string, ResponseObject>;

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: 'openapi', components: document.components });
const validators = new Map<object, ValidateFunction>();

/** References of the document begin at its root, which is not where its schemas lie for the validator. */
const compiled = (schema: object): ValidateFunction => {
  const known = validators.get(schema);
  if (known) return known;
  const rooted = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/'));
  const validate = ajv.compile(rooted);
  validators.set(schema, validate);
  return validate;
};

/** The path in the document that a real one belongs to: `/api/submissions/{id}`. */
export const templateOf = (path: string): string | undefined =>
  Object.keys(paths).find((template) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`).test(path),
  );

/**
 * Why an answer is not one that the OpenAPI document promises; undefined when it is, when the document does not know the
 * path or method at all, or when the server failed.
 */
export const breachOf = ({ method, path, status, contentType, body }: Exchange): string | undefined => {
  const template = templateOf(path);
  const operation = template && paths[template]?.[method.toLowerCase()];
  if (!operation || status >= 500) return undefined;
  const promised = operation.responses[status];
  if (!promised) return `${status} is not promised`;
  const { content } = promised.$ref ? (responses[promised.$ref.split('/').at(-1) ?? ''] ?? {}) : promised;
  if (!content) return contentType || body !== undefined ? `${status} is promised without a body` : undefined;
  const schema = content[contentType]?.schema;
  if (!schema) return `${status} is not promised as ${contentType}`;
  const validate = compiled(schema);
  return validate(body) ? undefined : ajv.errorsText(validate.errors);
};
